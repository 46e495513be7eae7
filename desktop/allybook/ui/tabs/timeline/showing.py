"""Showing: the list as it was looked through last, and the newer posts that wait above it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from operator import neg
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.posts import id_at
from allybook.ui.tabs.timeline.look_through import NOTHING, reasons_of
from allybook.ui.tabs.timeline.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ports.cache import Row
    from allybook.ui.models.posts import Explanation
    from allybook.ui.tabs.timeline.left_out import LeftOut
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage
    from allybook.ui.tabs.timeline.wish import Wish


class Showing:
    """Lays a ``sight`` into the list, and keeps a newer one ``waiting`` until it is asked for."""

    def __init__(self, page: TimelinePage) -> None:
        self._page = page
        self.sight: Sight = NOTHING
        self.waiting: Sight | None = None

    def lay(self, sight: Sight, left_out: LeftOut) -> None:
        """Show a sight, with a row for each gap; nothing waits any more."""
        self.sight, self.waiting = sight, None
        self._page.model.show(sight.order, explain=self._explain, gaps=left_out.rows())

    def go_by(self, before: Wish, now: Wish) -> None:
        """Let what is shown, or waits, of a wish be that of another, which means the same posts."""
        if self.sight.wish == before:
            self.sight = replace(self.sight, wish=now)
        if self.waiting is not None and self.waiting.wish == before:
            self.waiting = replace(self.waiting, wish=now)

    def let_wait(self, sight: Sight) -> None:
        """Keep a sight until somebody asks for its newer posts."""
        self.waiting = sight

    def explain_anew(self, sight: Sight) -> None:
        """Show the same posts, perhaps by other reasons and at other prices."""
        self.sight = replace(
            self.sight,
            spared=sight.spared,
            prices=sight.prices,
            names=sight.names,
            nameless=sight.nameless,
            unread=sight.unread,
        )
        self._page.model.refresh()

    def is_behind(self, post_id: int) -> bool:
        """Return whether a post waits that is not shown."""
        waiting = self.waiting.order if self.waiting else ()
        return _has(waiting, post_id) and not _has(self.sight.order, post_id)

    def is_newer(self, sight: Sight) -> bool:
        """Return whether a sight of the same wish begins with posts that are not shown yet."""
        shown = self.sight
        if not (shown.whole and sight.wish == shown.wish and shown.order and sight.order):
            return False
        here = self.shown()
        return here.top_of(sight.order) > here.top

    def without_newer(self, sight: Sight) -> Sight:
        """Return a sight without the posts that are newer than the first one shown.

        What is told of its numbers is about what is shown, too. Where something came below, that
        was counted for the list as it was when the look began; of another, the numbers stay.
        """
        shown, here, below = self.sight, self.shown(), sight.below
        order = here.older(sight.order)
        told = below if below is not None and below.top == here.top else shown
        numbers = replace(sight, order=order, kept=told.kept, quiet=told.quiet, days=told.days)
        if order == shown.order:
            return replace(numbers, ends=shown.ends)
        if not (sight.wish.is_aside or sight.wish.with_quiet):
            # All that is kept is in the list.
            numbers = replace(numbers, kept=len(order))
        ends = (sight.ends[0], shown.ends[1]) if sight.ends and shown.ends else sight.ends
        return replace(numbers, ends=ends)

    def shown(self) -> Shown:
        """Return the list as what comes later is told apart from it."""
        return Shown(self.sight.order, int(id_at(self._page.now() + timedelta(days=1))))

    def newest(self) -> int:
        """Return the newest post that waits; 0 where none does."""
        return self.shown().top_of(self.waiting.order) if self.waiting else 0

    def count_newer(self) -> int:
        """Return how many newer posts wait."""
        return self.shown().newer(self.waiting.order) if self.waiting and self.sight.order else 0

    def _explain(self, row: Row) -> Explanation:
        return reasons_of(row, self.sight, self._page.now())


def _has(order: Sequence[int], post_id: int) -> bool:
    place = bisect_left(order, -post_id, key=neg)
    return place < len(order) and order[place] == post_id
