"""Gaps between the posts: a large one is offered in parts, one that X gives no more is not."""

import json
from datetime import date, timedelta
from decimal import Decimal
from threading import Event, current_thread, main_thread

import pytest
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import NotThere
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import set_budget, spent_this_month
from allybook.services.reading import list_gaps
from allybook.services.reading.alone import alone_with
from allybook.services.reading.gaps import gaps
from allybook.services.reading.noted import MARK
from allybook.services.reading.read_list import plan_list_posts, read_list
from allybook.ui.models.roles import Role
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.fakes.desk import Patience
from tests.fakes.midnight import MidnightLine


def lay_gap(desk, query, *, days, about, source=("list", "9001")):
    """Note a gap in a list, or another source, that ends so many days ago."""
    newer = desk.clock.now() - timedelta(days=days)
    ends = id_at(newer - timedelta(days=1)), id_at(newer)
    desk.cache.set_mark(MARK, json.dumps([(*source, query, *ends, about)]))


def shown(tab):
    (row,) = tab.model.gap_rows()
    return tab.model.index(row, 0).data(Role.ROW)


def test_a_large_gap_is_offered_in_parts(desk, open_tab):
    lay_gap(desk, "list:9001", days=1, about=16_500)
    desk.settings.write("budget", "100")
    tab = open_tab()
    assert shown(tab).act == "Read 800 of them, $4.00"
    assert tab.places.foot.text().startswith("About 16,500 posts between")
    assert tab.places.link.text() == "Read 800 of them, $4.00"


def test_of_a_gap_as_much_is_offered_as_the_budget_has_room_for(desk, open_tab, network, calm):
    lay_gap(desk, "list:9001", days=1, about=400)
    set_budget(desk, spent_this_month(desk) + Decimal("0.32"))
    tab = open_tab()
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    assert shown(tab).act == "Read 60 of them, $0.30"
    moments = [desk.clock.now() - timedelta(days=1, minutes=number) for number in range(1, 200)]
    network.found = [Post(id_at(at, sequence=5), "31", at, "Beds") for at in moments]
    before = spent_this_month(desk)
    tab.left_out.fill(shown(tab).gap)
    calm(lambda: not tab.reader.busy)
    assert spent_this_month(desk) - before == Decimal("0.30")


def test_where_nobody_can_tell_how_many_one_page_is_offered(desk, open_tab):
    lay_gap(desk, "list:9001", days=1, about=0)
    tab = open_tab()
    assert shown(tab).act == "Read up to 100, $0.50"
    assert shown(tab).words.startswith("Some posts of the X List 9001 ")
    assert tab.places.foot.text().startswith("Some posts between")


def test_what_x_gives_no_more_is_told_and_not_offered(desk, open_tab, network):
    lay_gap(desk, "#swhelper -is:retweet", days=9, about=40, source=("chat", "swhelper"))
    tab = open_tab()
    assert (shown(tab).act, shown(tab).aside) == ("", "X gives them no more")
    assert tab.places.link.isHidden()
    asked = len(network.asked)
    tab.left_out.fill(shown(tab).gap)
    tab.left_out.fill_newest()
    assert (len(network.asked), gaps(desk)) == (asked, ())


def test_a_list_is_read_on_its_page_where_no_search_reaches(desk, open_tab):
    lay_gap(desk, "list:9001", days=9, about=40)
    assert shown(open_tab()).act == "Read them, $0.20"


class WatchedCache:
    """A cache that notes what the window itself waits for of what takes long in a large list."""

    SLOW = frozenset({"order", "count"})

    def __init__(self, cache):
        self._cache = cache
        self.waited_for = []

    def __getattr__(self, name):
        if name in self.SLOW and current_thread() is main_thread():
            self.waited_for.append(name)
        return getattr(self._cache, name)


def test_the_window_does_not_wait_for_what_gaps_cost(desk, look, jobs, hub, qtbot, calm):
    lay_gap(desk, "list:9001", days=1, about=40)
    cache = WatchedCache(desk.cache)
    tab = TimelineTab(replace(desk, cache=cache), look, jobs, hub)
    qtbot.addWidget(tab)
    tab.show()
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    cache.waited_for.clear()
    tab.left_out.tell()
    tab.reader.price()
    assert (shown(tab).act, cache.waited_for) == ("Read them, $0.20", [])


def test_the_window_tells_what_the_budget_allows_as_soon_as_it_changes(desk, offered, calm):
    tab, _gap = offered
    set_budget(desk, Decimal("0.10"))
    calm(lambda: not shown(tab).act)
    assert shown(tab).aside == "Over the budget of this month"
    set_budget(desk, Decimal(5))
    calm(lambda: shown(tab).act == "Read them, $0.20")
    assert tab.places.link.text() == "Fill the gap, $0.20"


@pytest.fixture
def offered(desk, open_tab):
    """A tab with a gap that can be read, and that gap."""
    lay_gap(desk, "list:9001", days=1, about=40)
    tab = open_tab()
    assert shown(tab).act == "Read them, $0.20"
    return tab, shown(tab).gap


def test_a_gap_that_was_read_meanwhile_is_not_read_again(desk, offered, network):
    tab, gap = offered
    desk.cache.set_mark(MARK, "[]")
    asked = len(network.asked)
    tab.left_out.fill(gap)
    tab.left_out.fill_newest()
    assert not tab.reader.busy
    assert len(network.asked) == asked


def test_a_gap_is_not_read_over_the_budget(desk, offered, network):
    tab, gap = offered
    desk.settings.write("budget", "0.01")
    asked = len(network.asked)
    tab.left_out.fill(gap)
    assert not tab.reader.busy
    assert len(network.asked) == asked


def test_a_gap_waits_until_what_is_being_read_is_read(offered, network, calm):
    tab, gap = offered
    go_on, asked = Event(), len(network.asked)

    def read_slowly(_desk, _ticket):
        go_on.wait(20)
        return Reading(1, complete=True)

    tab.reader.run("Slowly", read_slowly)
    tab.left_out.fill(gap)
    assert tab.progress.title.text() == "Slowly"
    go_on.set()
    calm(lambda: not tab.reader.busy)
    assert len(network.asked) == asked


def test_the_foot_reads_the_gap_that_it_names(desk, offered, network, calm):
    tab, gap = offered
    words = tab.places.foot.text()
    # What is seen is another one before the foot could say so.
    tab.showing.sight = replace(tab.sight, gaps=())
    assert tab.places.foot.text() == words
    tab.left_out.fill_newest()
    assert tab.reader.busy
    calm(lambda: not tab.reader.busy)
    assert gap not in gaps(desk)


def test_of_a_list_that_x_has_no_more_no_gap_is_offered(desk, open_tab, network, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    lay_gap(desk, "list:9001", days=9, about=40)
    tab = open_tab()
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    network.trouble["list_posts"] = [NotThere("X has no list 9001.")]
    tab.places.link.click()
    calm(lambda: not (tab.reader.busy or tab.model.gap_rows()))
    assert tab.note.accessibleName() == "X has no list 9001."
    assert tab.places.link.isHidden()


@pytest.fixture
def line(network, clock):
    return MidnightLine(network, clock)


@pytest.fixture
def paid_today(desk, network, clock, open_tab, calm, line):
    """A tab with a gap of a list whose newer posts are free until midnight (UTC)."""
    moments = [clock.now() - number * timedelta(hours=2) for number in range(1, 301)]
    posts = [Post(id_at(at, sequence=5), "31", at, "Beds tonight") for at in moments]
    network.timeline = network.found = posts
    read_list(desk, plan_list_posts(desk, "9001", 100), Patience())
    # The page begins at its newest post again: its place is lost.
    desk.cache.set_mark(list_gaps._place_mark(Source(Origin.LIST, "9001")), "")
    lay_gap(desk, "list:9001", days=9, about=40)
    tab = open_tab(line=line)
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    assert shown(tab).act == "Read them, $0.20"
    return tab


def test_midnight_just_before_it_is_read_is_said(desk, paid_today, network, line, calm):
    tab, spent, asked = paid_today, desk.ledger.spent(date.min, date.max), len(network.asked)
    line.armed = True
    tab.left_out.fill(shown(tab).gap)
    calm(lambda: not tab.reader.busy)
    assert (desk.ledger.spent(date.min, date.max), len(network.asked)) == (spent, asked)
    assert tab.note.accessibleName() == (
        "Nothing was read. That price held until midnight (UTC). The new one stands on the button."
    )
    calm(lambda: shown(tab).act == "Read them, $0.70")


def test_a_gap_is_never_read_for_more_than_its_button_says(desk, paid_today, network, clock, calm):
    tab, gap = paid_today, shown(paid_today).gap
    quote = tab.left_out._prices()[gap]
    clock.advance(seconds=16 * 3_600)
    spent, asked = spent_this_month(desk), len(network.asked)
    tab.left_out._fill(gap, quote)
    calm(lambda: not tab.reader.busy)
    assert (spent_this_month(desk), len(network.asked)) == (spent, asked)
    assert tab.note.accessibleName() == (
        "The price has changed. It costs $0.70 now; it was $0.20. Nothing was read."
    )
    calm(lambda: shown(tab).act == "Read them, $0.70")
    tab.left_out.fill(gap)
    calm(lambda: not tab.reader.busy)
    assert Decimal(0) < spent_this_month(desk) - spent <= Decimal("0.70")


def test_a_price_of_yesterday_is_worked_out_anew_before_it_is_offered(paid_today, clock, calm):
    tab = paid_today
    clock.advance(seconds=16 * 3_600)
    tab.left_out.tell()
    assert (shown(tab).act, shown(tab).aside) == ("", "")
    calm(lambda: shown(tab).act == "Read them, $0.70")
    assert tab.places.link.text() == "Fill the gap, $0.70"


def test_the_end_of_the_day_is_noticed_within_a_minute(paid_today, hub, clock, calm):
    # It is nine o'clock (UTC).
    clock.advance(seconds=15 * 3_600)
    hub.minute.emit()
    calm(lambda: shown(paid_today).act == "Read them, $0.70")
    assert paid_today.places.link.text() == "Fill the gap, $0.70"


def test_a_press_on_a_price_of_yesterday_brings_that_of_today(
    desk, paid_today, network, clock, calm
):
    tab, gap = paid_today, shown(paid_today).gap
    clock.advance(seconds=15 * 3_600)
    spent, asked = spent_this_month(desk), len(network.asked)
    tab.left_out.fill(gap)
    assert shown(tab).act == ""
    calm(lambda: shown(tab).act == "Read them, $0.70")
    assert (spent_this_month(desk), len(network.asked)) == (spent, asked)


def test_a_price_is_worked_out_anew_when_something_was_charged(desk, offered, clock, calm):
    tab, _gap = offered
    before = tab.sight.prices
    desk.announcer.announce(Changed(ledger=True))
    calm(lambda: tab.sight.prices is not before)
    assert shown(tab).act == "Read them, $0.20"


def test_a_gap_that_another_window_reads_is_not_begun(desk, offered, network, calm):
    tab, gap = offered
    asked = len(network.asked)
    with alone_with(desk, gap):
        tab.left_out.fill(gap)
        calm(lambda: not tab.reader.busy)
    assert len(network.asked) == asked
    assert tab.note.accessibleName().startswith("This is being read already, in another window")
    tab.left_out.fill(gap)
    calm(lambda: not tab.reader.busy)
    assert len(network.asked) > asked


class Overtaken:
    """A cache of which another window reads a gap just before its turn is taken."""

    def __init__(self, cache, act):
        self._cache, self._act = cache, act

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def turn(self, *words):
        self._act()
        return self._cache.turn(*words)


@pytest.fixture
def overtaken(desk, look, jobs, hub, qtbot):
    """A tab with a gap that is read by another window as soon as it is begun here."""
    lay_gap(desk, "list:9001", days=1, about=40)
    cache = Overtaken(desk.cache, lambda: desk.cache.set_mark(MARK, "[]"))
    tab = TimelineTab(replace(desk, cache=cache), look, jobs, hub)
    qtbot.addWidget(tab)
    tab.show()
    return tab


def test_a_gap_that_was_read_before_its_turn_came_is_not_read_again(overtaken, network, calm):
    tab = overtaken
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    asked, gap = len(network.asked), shown(tab).gap
    tab.left_out.fill(gap)
    assert tab.reader.busy
    calm(lambda: not tab.reader.busy)
    assert len(network.asked) == asked
    assert tab.note.accessibleName() == "Nothing more came. X charged nothing for that."


def test_of_what_home_gives_no_more_it_is_said_so_and_it_is_not_offered_again(
    desk, open_tab, network, calm
):
    lay_gap(desk, "", days=9, about=399, source=("home", ""))
    network.timeline = []
    tab = open_tab()
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    assert shown(tab).act == "Read them, $2.00"
    tab.left_out.fill(shown(tab).gap)
    calm(lambda: not tab.reader.busy and shown(tab).aside)
    assert tab.note.accessibleName() == "Nothing more came. X charged nothing for that."
    assert (shown(tab).act, shown(tab).aside) == ("", "X gives them no more")
    assert shown(tab).gap.about == 399


def test_what_could_not_be_used_of_an_answer_is_told(offered, network, calm):
    tab, gap = offered
    network.broken = (Problem("77", Reason.OTHER, "the post 77: lang is not text"),)
    tab.left_out.fill(gap)
    calm(lambda: not tab.reader.busy)
    assert tab.note.accessibleName() == (
        "Not all could be used. 1 part of what X sent could not be used and was left out, and X "
        "charges it all the same (the post 77: lang is not text)."
    )
