"""Shown: the posts of a list, as those that are found later are told apart from them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from operator import neg
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Shown(Struct, frozen=True):
    """The ids in a list, newest first, and the ``latest`` that a post can have by now.

    Higher ones tell of days to come: those of other networks, or of odd files. They stand at the
    top for good, and are no measure of what is new.
    """

    order: Sequence[int]
    latest: int

    @property
    def top(self) -> int:
        """Return the newest id that a post can have by now; 0 where there is none."""
        return self.top_of(self.order)

    def top_of(self, order: Sequence[int]) -> int:
        """Return the newest such id of another list."""
        odd = self._ahead(order)
        return order[odd] if odd < len(order) else 0

    def newer(self, order: Sequence[int]) -> int:
        """Return how many posts of another list are newer than the first one shown."""
        return max(0, bisect_left(order, -self.top, key=neg) - self._ahead(order))

    def next_of(self, order: Sequence[int]) -> int:
        """Return the oldest of the posts of another list that are newer; there is one."""
        return order[self._ahead(order) + self.newer(order) - 1]

    def older(self, order: Sequence[int]) -> array[int]:
        """Return another list without the posts that are newer than the first one shown."""
        odd = self._ahead(order)
        older = array("q", order[:odd])
        older.extend(order[odd + self.newer(order) :])
        return older

    def _ahead(self, order: Sequence[int]) -> int:
        return bisect_left(order, -self.latest, key=neg)
