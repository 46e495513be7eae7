"""Whether a file is one's own: among people who are made up it has no place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.reading.sources import ARCHIVE

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.services.desk import Desk


def is_out_of_place(desk: Desk, path: Path) -> bool:
    """Return whether a file is somebody's archive, and this the practice network."""
    return desk.practises and desk.importers.recognise(path).kind == ARCHIVE
