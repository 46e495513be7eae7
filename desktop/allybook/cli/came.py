"""What came from X until now: it was paid for, and is told whatever ends the reading."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from allybook.services.jobs.paging import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.changes import Changed
    from allybook.services.desk import Desk


class Came:
    """How many posts came, and how many of them were not here before."""

    def __init__(self) -> None:
        self.read = self.new = 0

    def hear(self, changed: Changed) -> None:
        """Count the posts of a page."""
        self.read += changed.read
        self.new += changed.new

    @property
    def reading(self) -> Reading:
        """Return it as a reading that was cut short."""
        return Reading(self.read, complete=False, new=self.new)


@contextmanager
def listening(desk: Desk) -> Iterator[Came]:
    """Count what comes from X meanwhile."""
    came = Came()
    stop = desk.announcer.listen(came.hear)
    try:
        yield came
    finally:
        stop()
