"""The timeline asks for what is in sight, and shows what is so now: no late answer, no old plan."""

from threading import Event

import pytest
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.mutes import MuteKind
from allybook.domain.reading.sources import Origin
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.arrivals import begin_noting
from allybook.services.timeline.mutes import mute
from allybook.services.timeline.views import save_view
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.session import Stage
from allybook.ui.tabs.timeline.look_through import FIRST
from allybook.ui.tabs.timeline.places import view_key
from tests.fakes.ways import FakeWays
from tests.stories.test_timeline import CHAT, go_to

SAYINGS = (
    "Rain again, bring a coat",
    "Two desks are free upstairs",
    "Minutes of last night are out",
    "Who has the key to the hall",
    "The kitchen is open",
)


def searches(desk):
    return {one.name for one in desk.cache.known_sources() if one.origin is Origin.SEARCH}


def test_what_spends_waits_until_it_is_planned_for_the_filter_in_sight(desk, timeline, settled):
    timeline.show_filter("#PlainWordsFriday")
    settled(timeline.search_button.isVisible)
    assert "$" in timeline.search_button.text()
    timeline.show_filter("housing")
    before = spent_this_month(desk)
    for button in (timeline.search_button, timeline.refresh_button):
        assert not button.isEnabled()
        assert "$" not in button.text()
        assert button.toolTip() == ""
        button.click()
    timeline.reader.search()
    timeline.reader.refresh()
    assert not timeline.reader.busy
    settled(timeline.search_button.isEnabled)
    assert spent_this_month(desk) == before
    assert "$" in timeline.search_button.text()
    timeline.search_button.click()
    settled(lambda: searches(desk))
    assert searches(desk) == {"housing"}


def test_another_place_is_not_refreshed_by_the_plan_of_the_last(desk, timeline, settled):
    go_to(timeline, "Everything")
    settled(timeline.refresh_button.isEnabled)
    before = spent_this_month(desk)
    timeline.show_filter("chat:swhelper")
    timeline.refresh_button.click()
    assert not timeline.reader.busy
    settled(timeline.refresh_button.isEnabled)
    assert spent_this_month(desk) == before
    home = [one for one in desk.cache.known_sources() if one.origin is Origin.HOME]
    timeline.refresh_button.click()
    settled(lambda: not timeline.reader.busy)
    assert [one for one in desk.cache.known_sources() if one.origin is Origin.HOME] == home


def test_a_day_or_quiet_posts_change_no_plan(timeline, settled):
    go_to(timeline, "Home timeline")
    settled(timeline.refresh_button.isEnabled)
    said = timeline.refresh_button.text()
    timeline.strip.with_quiet.click()
    assert timeline.refresh_button.isEnabled()
    assert timeline.refresh_button.text() == said


class LateCache:
    """A cache whose next whole look through the posts is held back until it may answer."""

    def __init__(self, cache):
        self._cache = cache
        self._go_on = Event()
        self.hold = self.hold_first = self.hold_places = False
        self.held = Event()
        self.places, self.first = Event(), Event()

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def lists(self):
        if self.hold_places:
            self.hold_places = False
            self.held.set()
            self.places.wait(20)
        return self._cache.lists()

    def order(self, chosen, limit=None):
        if self.hold_first and limit == FIRST:
            self.first.set()
            self._go_on.wait(20)
        found = self._cache.order(chosen, limit=limit)
        if self.hold and limit is None:
            self.hold = False
            self.held.set()
            self._go_on.wait(20)
        return found

    def go_on(self):
        self.places.set()
        self._go_on.set()


@pytest.fixture
def late(qtbot, look, desk, read):
    """A window over a cache that can be late, and that cache."""
    cache = LateCache(desk.cache)
    stage = Stage(replace(desk, cache=cache), look, FakeWays())
    stage.window.show()
    qtbot.waitExposed(stage.window)
    tab = stage.window.timeline()
    # What follows the first painting asks for the lists, too.
    qtbot.waitUntil(lambda: bool(tab._map.spots) and "details" in vars(tab), timeout=20_000)
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    yield stage, tab, cache
    cache.go_on()
    stage.close()


def test_a_late_answer_does_not_bring_back_what_was_muted(qtbot, desk, late):
    stage, tab, cache = late
    before = tab.model.rowCount()
    cache.hold = True
    desk.announcer.announce(Changed(posts=True))
    qtbot.waitUntil(cache.held.is_set, timeout=20_000)
    mute(desk, MuteKind.WORD, "the")
    qtbot.waitUntil(lambda: tab.model.rowCount() < before, timeout=20_000)
    after = tab.model.rowCount()
    cache.go_on()
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    assert tab.model.rowCount() == after == tab.sight.kept
    assert show(tab.sight.wish.chosen) == ""


def test_a_late_plan_for_another_filter_is_none_for_this_one(qtbot, desk, late):
    stage, tab, cache = late
    assert tab.refresh_button.isEnabled()
    cache.hold_places = True
    desk.announcer.announce(Changed(posts=True))
    qtbot.waitUntil(cache.held.is_set, timeout=20_000)
    cache.hold_first = True
    tab.show_filter("chat:swhelper")
    qtbot.waitUntil(cache.first.is_set, timeout=20_000)
    shown = []
    tab.reader.priced.connect(lambda: shown.append(tab.refresh_button.isEnabled()))
    cache.places.set()
    # Only the look for the first posts of the chat is still held.
    qtbot.waitUntil(lambda: stage.jobs.running() == 1, timeout=20_000)
    assert not tab.refresh_button.isEnabled()
    assert not any(shown)
    cache.go_on()
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    assert tab.refresh_button.isEnabled()


def test_late_places_do_not_take_away_a_view(qtbot, desk, late):
    stage, tab, cache = late
    cache.hold_places = True
    desk.announcer.announce(Changed(posts=True))
    qtbot.waitUntil(cache.held.is_set, timeout=20_000)
    save_view(desk, "Mine", "housing")
    qtbot.waitUntil(lambda: view_key("Mine") in tab.place_keys(), timeout=20_000)
    cache.places.set()
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    assert view_key("Mine") in tab.place_keys()


def test_what_a_name_cost_is_said_where_nothing_new_came(desk, timeline, settled):
    timeline.show_filter("from:StonecropFund zebra")
    settled(lambda: timeline.search_button.isVisible() and timeline.search_button.isEnabled())
    before = spent_this_month(desk)
    timeline.search_button.click()
    settled(timeline.note.isVisible)
    assert spent_this_month(desk) > before
    said = timeline.note.accessibleName()
    assert "nothing for that" not in said
    assert "$0.01" in said


def test_what_comes_while_another_filter_is_in_sight_is_unread_all_the_same(
    desk, timeline, settled
):
    timeline.show_filter("kitchen")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "kitchen")
    newest = desk.cache.post(str(desk.cache.order(EVERYTHING, limit=1)[0]))
    fresh = [
        replace(newest, post_id=str(int(newest.post_id) + number), text=text)
        for number, text in enumerate(SAYINGS, 1)
    ]
    begin_noting(desk)
    desk.cache.save_posts(fresh, CHAT)
    desk.announcer.announce(Changed(posts=True))
    settled(lambda: timeline.count() == 1)
    timeline.strip.new.click()
    seen = timeline.view.current_key()
    go_to(timeline, "Everything")
    settled(lambda: timeline.sight.whole and timeline.sight.wish.chosen == EVERYTHING)
    came = [post for post in timeline.model.order() if post > int(newest.post_id)]
    assert len(came) > 2
    rows = [timeline.model.index(row, 0) for row in range(timeline.model.rowCount())]
    unread = [row.data(Role.KEY) for row in rows if row.data(Role.UNREAD)]
    assert unread == [post for post in came if post != seen]


def test_posts_of_a_filter_that_names_their_noise_agree_with_its_header(desk, timeline, settled):
    mute(desk, MuteKind.WORD, "the")
    timeline.show_filter("noise>60")
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == "noise>60")
    rows = timeline.model.rowCount()
    assert rows > 0
    assert all(" hidden: " in timeline.model.index(n, 0).data(SENTENCE) for n in range(rows))
    said = timeline.header.subtitle.text()
    assert f"{rows} posts, each with its reason" in said
    assert not timeline.strip.kept.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "the",
        "chat:swhelper the",
        "source:chat the",
        "-list:none the",
        "in:none OR the",
        "(in:none OR chat:swhelper) the",
    ],
)
def test_a_reason_is_said_whatever_place_a_filter_names(timeline, settled, text):
    timeline.show_filter(text)
    settled(lambda: timeline.sight.whole and show(timeline.sight.wish.chosen) == text)
    row = timeline.model.index(0, 0).data(Role.ROW)
    assert any("the" in reason for reason in row.why.words)
