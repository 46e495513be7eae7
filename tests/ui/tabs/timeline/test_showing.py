"""The list keeps its place: newer posts wait above it."""

from array import array
from datetime import date

from msgspec.structs import replace

from allybook.ui.tabs.timeline.look_through import NOTHING, Below
from allybook.ui.tabs.timeline.showing import Showing
from allybook.ui.tabs.timeline.wish import Wish
from tests.fakes.clock import NOON


class Model:
    """Keeps which ids it was told to show."""

    def show(self, order, explain, gaps):
        self.order, self.gaps = list(order), gaps


class Page:
    """As much of a page as a list stands on."""

    def __init__(self):
        self.model = Model()

    def now(self):
        return NOON


class LeftOut:
    """Nothing was left out."""

    def rows(self):
        return ()


def a_sight(*order):
    return replace(NOTHING, order=array("q", order), whole=True)


def shown(*order):
    showing = Showing(Page())
    showing.lay(a_sight(*order), LeftOut())
    return showing


def test_newer_posts_are_counted_while_they_wait_and_not_once_they_are_shown():
    showing = shown(30, 20, 10)
    newer = a_sight(50, 40, 30, 20, 10)
    assert showing.is_newer(newer)
    showing.let_wait(newer)
    assert showing.count_newer() == 2
    assert list(showing.sight.order) == [30, 20, 10]
    showing.lay(showing.waiting, LeftOut())
    assert (showing.count_newer(), showing.waiting) == (0, None)
    assert showing._page.model.order == [50, 40, 30, 20, 10]


def test_what_came_below_is_told_from_what_is_newer():
    showing = shown(30, 10)
    assert list(showing.without_newer(a_sight(50, 30, 20, 10)).order) == [30, 20, 10]
    # The first post may be gone: what is newer than it was is newer still.
    assert list(showing.without_newer(a_sight(50, 20, 10)).order) == [20, 10]


def test_what_is_told_of_a_list_is_about_the_posts_in_it():
    first, last = date(2026, 3, 30), date(2026, 3, 31)
    before = replace(a_sight(30, 10), kept=2, quiet=7, days=("before",), ends=(first, first))
    showing = Showing(Page())
    showing.lay(before, LeftOut())
    newer = replace(a_sight(50, 40, 30, 10), kept=4, quiet=8, days=("after",), ends=(first, last))
    same = showing.without_newer(newer)
    assert (same.order, same.kept, same.quiet) == (before.order, 2, 7)
    assert (same.days, same.ends) == (("before",), (first, first))
    more = replace(newer, order=array("q", (50, 40, 30, 20, 10)), kept=5)
    filled = showing.without_newer(more)
    assert (list(filled.order), filled.kept) == ([30, 20, 10], 3)
    assert (filled.quiet, filled.days, filled.ends) == (7, ("before",), (first, first))
    counted = showing.without_newer(replace(more, below=Below(30, 3, 6, ("below",))))
    assert (counted.kept, counted.quiet, counted.days) == (3, 6, ("below",))
    # It was counted for a list that another was laid over by now.
    late = showing.without_newer(replace(more, below=Below(40, 4, 6, ("below",))))
    assert (late.kept, late.quiet, late.days) == (3, 7, ("before",))


def test_what_is_known_of_names_and_of_unread_posts_is_taken_over_while_newer_posts_wait():
    showing = shown(30, 10)
    showing._page.model.refresh = lambda: None
    showing.sight = replace(showing.sight, nameless=("31",))
    showing.explain_anew(replace(a_sight(50, 30, 10), unread=(50,)))
    assert (showing.sight.nameless, showing.sight.unread) == ((), (50,))
    assert list(showing.sight.order) == [30, 10]


def test_what_waits_is_known_by_its_id():
    showing = shown(30, 10)
    assert not showing.is_behind(50)
    showing.let_wait(a_sight(50, 40, 30, 10))
    assert [showing.is_behind(one) for one in (60, 50, 45, 40)] == [False, True, False, True]
    # What is shown waits no more, though all of it is in the newer sight, too.
    assert not showing.is_behind(30)


def test_nothing_is_newer_than_a_list_of_other_posts_or_of_none():
    assert not shown(30, 10).is_newer(a_sight(30, 20, 10))
    assert not shown(30, 10).is_newer(a_sight())
    assert not shown().is_newer(a_sight(30))
    assert shown().count_newer() == 0
    assert not shown(30).is_newer(replace(a_sight(50, 30), wish=Wish(with_quiet=True)))
    begun = Showing(Page())
    begun.lay(replace(a_sight(30), whole=False), LeftOut())
    assert not begun.is_newer(a_sight(50, 30))
