"""The list keeps its place: newer posts wait above it."""

from array import array

from msgspec.structs import replace

from allybook.ui.tabs.timeline.look_through import NOTHING
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


def test_nothing_is_newer_than_a_list_of_other_posts_or_of_none():
    assert not shown(30, 10).is_newer(a_sight(30, 20, 10))
    assert not shown(30, 10).is_newer(a_sight())
    assert not shown().is_newer(a_sight(30))
    assert shown().count_newer() == 0
    assert not shown(30).is_newer(replace(a_sight(50, 30), wish=Wish(with_quiet=True)))
    begun = Showing(Page())
    begun.lay(replace(a_sight(30), whole=False), LeftOut())
    assert not begun.is_newer(a_sight(50, 30))
