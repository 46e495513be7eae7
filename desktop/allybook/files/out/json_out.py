"""JSON out: one array, one row a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.spoken import as_plain
from allybook.files.safe_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def write_json(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write an array of objects. ``StorageError`` where the disk refuses."""
    with write_whole(path) as file:
        file.write(b"[")
        between = b"\n"
        for row in rows:
            file.write(between + msgspec.json.encode(row, enc_hook=as_plain))
            between = b",\n"
        file.write(b"\n]\n")
