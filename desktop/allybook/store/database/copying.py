"""Whole copies of a database, or none."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import apsw

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def dated_copy(path: Path, version: int, now: datetime) -> Path:
    """Return where the copy of a database lies that is laid before a migration; ``now`` is UTC."""
    return path.with_name(f"{path.name}.{now:%Y-%m-%dT%H%M%SZ}.v{version}.bak")


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


def drop_copies(path: Path) -> None:
    """Delete the dated copies of a database, also those that a killed Allybook left unfinished."""
    _delete(path, ".bak")


def drop_unfinished(path: Path) -> None:
    """Delete the dated copies of a database that nobody finished; nobody may be laying one."""
    _delete(path, ".bak.part")


def move_copies(path: Path, beside: Path) -> None:
    """Move the dated copies of a database to the place beside which it goes on."""
    for file in _copies(path, ".bak"):
        file.replace(beside.with_name(f"{beside.name}{file.name.removeprefix(path.name)}"))


def _delete(path: Path, ending: str) -> None:
    for file in _copies(path, ending):
        file.unlink(missing_ok=True)


def _copies(path: Path, ending: str) -> list[Path]:
    # SQLite may have put a journal beside one, which has words of its own after the ending.
    found = (file for file in path.parent.iterdir() if file.name.startswith(f"{path.name}."))
    return [file for file in found if ending in file.name]
