"""Unread posts in the timeline: all that came, also what is older, and ids of days to come."""

from datetime import timedelta

from allybook.domain.changes import Changed
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.arrivals import begin_noting
from allybook.services.reading.refresh import refresh
from allybook.ui.models.roles import Role
from tests.fakes.desk import Patience
from tests.ui.tabs.timeline.hands import later

AHEAD = 3_300_000_000_000_000_000
"""An id of another network: as one of X's it would be of 2035."""


def bring(desk, *posts, source=Source(Origin.SEARCH, "#beds")):  # noqa: B008 (a value)
    begin_noting(desk)
    desk.cache.save_posts(posts, source)
    desk.announcer.announce(Changed(posts=True))


def marked(tab):
    """Return the ids that are marked as unread."""
    rows = range(tab.model.rowCount())
    found = [tab.model.index(row, 0) for row in rows]
    return {one.data(Role.KEY) for one in found if one.data(Role.UNREAD)}


def odd(clock):
    """Return a post of last year whose id is one of days to come."""
    return Post(str(AHEAD), "31", clock.now() - timedelta(days=300), "From elsewhere", lang="en")


def test_a_first_search_brings_older_posts_that_are_unread(desk, tab, clock, calm):
    moment = clock.now() - timedelta(days=3)
    old = Post(id_at(moment, sequence=3), "31", moment, "Beds in March", lang="en")
    bring(desk, old)
    calm(lambda: marked(tab) == {int(old.post_id)})
    tab.view.go_to(int(old.post_id))
    calm(lambda: not marked(tab))
    assert marked(tab) == set()


def test_an_id_of_days_to_come_harms_nobody(desk, open_tab, network, clock, calm):
    tab = open_tab()
    bring(desk, odd(clock))
    calm(lambda: AHEAD in tab.model.order())
    later(clock, network, 3)
    refresh(desk, Patience())
    calm(lambda: tab.count() == 3)
    assert tab.strip.new.text() == "3 new"
    assert len(tab.model.order()) == 63
    tab.strip.new.click()
    assert len(tab.model.order()) == 66
    assert len(marked(tab)) == 4
    # The newest of X is gone to, not the one of days to come.
    calm(lambda: len(marked(tab)) == 3)
    tab.close()
    again = open_tab()
    assert len(marked(again)) == 3
    assert AHEAD in marked(again)


def test_the_chart_ends_with_the_last_post_by_its_own_time(desk, tab, clock, calm):
    last = tab.sight.days[-1].day
    bring(desk, odd(clock))
    calm(lambda: AHEAD in tab.model.order())
    assert tab.sight.days[-1].day == last
    assert tab.sight.ends[0] == (clock.now() - timedelta(days=300)).date()
    assert tab.sight.ends[1] == last
    coming = clock.now() + timedelta(days=3_000)
    bring(desk, Post(id_at(coming), "31", coming, "From days to come", lang="en"))
    calm(lambda: tab.model.rowCount() == 64)
    assert tab.sight.days[-1].day == last


def test_the_header_tells_the_days_that_cards_tell(desk, tab, calm):
    at = desk.clock.now().replace(year=2023, month=5, day=1)
    bring(desk, Post("1500000000000000001", "31", at, "Of May 2023", lang="en"))
    tab.show_filter("may")
    calm(lambda: tab.sight.whole and len(tab.sight.order) == 1)
    assert tab.header.subtitle.text().endswith("May 1, 2023")
    assert [bar.day for bar in tab.sight.days if bar.kept] == [at.date()]
