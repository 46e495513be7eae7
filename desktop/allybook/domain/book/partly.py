"""An act on many that came only part of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError

if TYPE_CHECKING:
    from allybook.domain.book.entry import Entry


class PartlyDone(AllybookError):
    """An act on many came only part of the way; the entries ``written`` stay, oldest first."""

    def __init__(self, message: str, written: tuple[Entry, ...]) -> None:
        super().__init__(message)
        self.written = written

    def after(self, earlier: tuple[Entry, ...]) -> PartlyDone:
        """Return the same of an act that had written other entries before."""
        return PartlyDone(self.words, (*earlier, *self.written))
