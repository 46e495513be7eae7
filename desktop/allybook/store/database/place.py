"""Where a file lies: which one of all on this computer it is, and on which disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Place = tuple[int, int]
"""What tells a file from all others on this computer: its disk, and its number there."""


def place_of(path: Path) -> Place | None:
    """Return which file lies at a path, or None."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def nearest(path: Path) -> Path | None:
    """Return the folder of a file, or the nearest one above it that is there, or None."""
    # A drive that is gone from Windows has none.
    return next((folder for folder in path.absolute().parents if folder.is_dir()), None)


def disk_of(path: Path) -> int | None:
    """Return which disk a file would lie on, or None."""
    folder = nearest(path)
    return folder.stat().st_dev if folder else None
