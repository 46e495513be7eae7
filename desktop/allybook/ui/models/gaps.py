"""Gaps among posts: rows that say what was not read, each where it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import neg
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.reading.gaps import Gap


class GapRow(Struct, frozen=True):
    """One gap as its row shows it, in ``words``, or in a few where there is little room.

    ``act`` is on its button; without one, ``aside`` says why it cannot be read now.
    """

    gap: Gap
    words: str
    short: str
    act: str = ""
    aside: str = ""

    @property
    def sentence(self) -> str:
        """Return the row for a screen reader."""
        return " ".join(part for part in (self.words, self.act or self.aside) if part)


class Blend:
    """Posts, newest first, with gaps between them: which row is which.

    A gap stands under the posts that are as new as its newer end, or newer.
    """

    def __init__(self, order: Sequence[int], gaps: Sequence[GapRow] = ()) -> None:
        self.order = order
        self.gaps = tuple(sorted(gaps, key=lambda one: -int(one.gap.newer)))
        self._above = [bisect_right(order, -int(one.gap.newer), key=neg) for one in self.gaps]
        self._rows = [above + number for number, above in enumerate(self._above)]
        self._by_gap = {one.gap: row for one, row in zip(self.gaps, self._rows, strict=True)}

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.order) + len(self.gaps)

    def gap_rows(self) -> tuple[int, ...]:
        """Return the rows that are gaps, from the top."""
        return tuple(self._rows)

    def gap_at(self, row: int) -> GapRow | None:
        """Return the gap of a row; None for a post's."""
        number = bisect_left(self._rows, row)
        is_gap = number < len(self._rows) and self._rows[number] == row
        return self.gaps[number] if is_gap else None

    def post_at(self, row: int) -> int:
        """Return which post of the order a row is."""
        return row - bisect_left(self._rows, row)

    def row_of_gap(self, gap: Gap) -> int | None:
        """Return the row of a gap, or None."""
        return self._by_gap.get(gap)

    def row_of_post(self, place: int) -> int:
        """Return the row of a post of the order."""
        return place + bisect_right(self._above, place)

    def row_near(self, post_id: int) -> int | None:
        """Return the row of a post, or else of the next older one; None where there is none."""
        if not self.order:
            return None
        place = bisect_left(self.order, -post_id, key=neg)
        return self.row_of_post(min(place, len(self.order) - 1))
