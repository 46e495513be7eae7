"""Whole copies of a database, or none."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    from pathlib import Path


def lay_copy(connection: apsw.Connection, final: Path) -> None:
    """Lay a whole copy of a connection's file at ``final``; broken off, nothing is left there."""
    part = final.with_name(f"{final.name}.part")
    part.unlink(missing_ok=True)
    try:
        with (
            closing(apsw.Connection(str(part))) as target,
            target.backup("main", connection, "main") as backup,
        ):
            backup.step()
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)
