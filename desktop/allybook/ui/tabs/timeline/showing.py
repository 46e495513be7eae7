"""Showing: the list as it was looked through last, and the newer posts that wait above it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from datetime import timedelta
from operator import neg
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.posts import id_at
from allybook.ui.tabs.timeline.look_through import NOTHING, reasons_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.ports.cache import Row
    from allybook.ui.models.posts import Explanation
    from allybook.ui.tabs.timeline.left_out import LeftOut
    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.page import TimelinePage


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

    def let_wait(self, sight: Sight) -> None:
        """Keep a sight until somebody asks for its newer posts."""
        self.waiting = sight

    def explain_anew(self, sight: Sight) -> None:
        """Show the same posts, perhaps by other reasons and at other prices."""
        self.sight = replace(
            self.sight,
            spared=sight.spared,
            prices=sight.prices,
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
        return self._top(sight) > self._top(shown)

    def without_newer(self, sight: Sight) -> Sight:
        """Return a sight without the posts that are newer than the first one shown.

        What is told of its numbers is about what is shown, too.
        """
        shown, odd = self.sight, self._ahead(sight)
        order = array("q", sight.order[:odd])
        order.extend(sight.order[odd + self._newer(sight) :])
        if order == shown.order:
            return replace(
                sight,
                order=order,
                kept=shown.kept,
                quiet=shown.quiet,
                days=shown.days,
                ends=shown.ends,
            )
        # Something came below: it is counted, but for the newer posts.
        plain = not (sight.wish.is_aside or sight.wish.with_quiet)
        ends = (sight.ends[0], shown.ends[1]) if sight.ends and shown.ends else sight.ends
        return replace(sight, order=order, kept=len(order) if plain else sight.kept, ends=ends)

    def count_newer(self) -> int:
        """Return how many newer posts wait."""
        return self._newer(self.waiting) if self.waiting and self.sight.order else 0

    def _newer(self, sight: Sight) -> int:
        """Return how many posts of a sight are newer than the first one shown."""
        found = bisect_left(sight.order, -self._top(self.sight), key=neg)
        return max(0, found - self._ahead(sight))

    def _top(self, sight: Sight) -> int:
        """Return the newest id of a sight that a post can have by now; 0 where there is none."""
        odd = self._ahead(sight)
        return sight.order[odd] if odd < len(sight.order) else 0

    def _ahead(self, sight: Sight) -> int:
        """Return how many ids tell of days to come: those of other networks, or of odd files.

        They stand at the top for good, and are no measure of what is new.
        """
        latest = int(id_at(self._page.now() + timedelta(days=1)))
        return bisect_left(sight.order, -latest, key=neg)

    def _explain(self, row: Row) -> Explanation:
        return reasons_of(row, self.sight, self._page.now())


def _has(order: Sequence[int], post_id: int) -> bool:
    place = bisect_left(order, -post_id, key=neg)
    return place < len(order) and order[place] == post_id
