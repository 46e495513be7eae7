"""A day of the timeline is a day of the person: bar, header, card and filter say the same one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tabs.timeline.look_through import look_first, look_through
from allybook.ui.tabs.timeline.wish import Wish
from allybook.ui.wording import moment_of
from tests.fakes.clock import FixedClock
from tests.fakes.zones import BERLIN, FIRST, LAST, NEW_YORK
from tests.ui.tabs.timeline.hands import choose

EVENING = datetime(2026, 3, 27, 1, 39, tzinfo=UTC)
"""Thursday 26 March, 9:39 PM in New York; Friday in Europe."""
MINUTE = timedelta(minutes=1)
ENDS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
HERE = {
    NEW_YORK: date(2026, 3, 26),
    LAST: date(2026, 3, 26),
    BERLIN: date(2026, 3, 27),
    FIRST: date(2026, 3, 27),
}


@pytest.fixture(params=HERE, ids=str)
def zone(request):
    return request.param


@pytest.fixture
def clock(zone):
    return FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC), zone)


@pytest.fixture
def network(network):
    """A home timeline with nothing but a chat of forty posts."""
    moments = [EVENING + MINUTE * number for number in range(40)]
    network.timeline = [Post(id_at(at), "31", at, "Beds tonight", lang="en") for at in moments]
    return network


def test_the_chart_a_choice_in_it_and_a_filter_mean_one_day(desk, zone):
    day = HERE[zone]
    following = day + timedelta(days=1)
    sight = look_through(desk, Wish())
    assert [(bar.day, bar.kept) for bar in sight.days][-1] == (day, 40)
    chosen = Wish(days=(day, day))
    assert list(look_through(desk, chosen).order) == list(sight.order)
    assert list(look_first(desk, chosen).order) == list(sight.order)
    assert look_through(desk, Wish(days=(following, following))).kept == 0
    typed = parse(f"since:{day} until:{following}")
    assert look_through(desk, Wish(typed)).kept == 40


def test_header_and_bar_say_the_day_that_cards_say(open_tab, desk, zone, calm):
    tab = open_tab()
    row = desk.cache.rows(tab.sight.order[:1])[tab.sight.order[0]]
    card = moment_of(row.post.created_at, tab.now())
    said = {26: ("Thu ", "Mar 26"), 27: ("Fri ", "Mar 27")}[HERE[zone].day]
    assert card.startswith(said[0])
    assert tab.header.subtitle.text().endswith(said[1])
    bars = tab.histogram.buckets()
    assert (bars[-1].last, bars[-1].kept) == (HERE[zone], 40)
    tab.histogram.press(len(bars) - 1)
    calm(lambda: tab.sight.wish.days and tab.sight.whole)
    assert len(tab.sight.order) == 40


def test_a_card_says_for_which_day_its_post_is_kept(open_tab, zone, calm):
    day = HERE[zone]
    tab = open_tab()
    tab.show_filter(f"beds since:{day} until:{day + timedelta(days=1)}")
    calm(lambda: tab.sight.whole and tab.sight.wish.chosen != EVERYTHING)
    whys = [tab.model.index(row, 0).data(Role.ROW).why for row in (0, 39)]
    assert [why.words for why in whys] == [("“beds”",)] * 2


def test_gaps_are_told_on_the_days_that_they_reach_into(open_tab, zone):
    tab = open_tab()
    gap = Gap(Source(Origin.HOME), "", id_at(EVENING), id_at(EVENING + MINUTE), 5)
    day = HERE[zone]
    within = {
        offset: tab.left_out._is_within(gap, (day + offset, day + offset))
        for offset in (timedelta(days=-1), timedelta(), timedelta(days=1))
    }
    assert list(within.values()) == [False, True, False]


@pytest.mark.parametrize("end", ENDS, ids=["first", "last"])
def test_a_post_of_the_first_or_last_day_of_the_calendar_is_shown(desk, open_tab, calm, end):
    """Programs that do not know a date write such a day, and a file could bring it."""
    odd = Post("1500000000000000001", "31", end, "Beds of an odd day")
    desk.cache.save_posts([odd], Source(Origin.FILE))
    tab = open_tab()
    tab.show_filter('"odd day"')
    calm(lambda: tab.sight.whole and tab.model.rowCount() == 1)
    choose(tab, odd.text)
    # What fails while something is painted fails the test.
    tab.grab()
    assert odd.text in tab.model.index(0, 0).data(SENTENCE)
    assert f", {end.year:04}, " in tab.details.when.text()
