"""The tick list at work: the store, the browser and the widget together."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from allybook.domain.acts.intents import compose_address
from allybook.domain.acts.ticks import TickDeed
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source
from allybook.services.publish.ticks import ALL_DEEDS, lay_people
from allybook.store.profile import Profile
from allybook.ui.ticking import Ticking
from allybook.ui.widgets.tick_list import TickList
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork

LEFT = Qt.MouseButton.LeftButton
PEOPLE = [
    Account("7", "junohale", "Juno Hale"),
    Account("8", "SafeRoof", "Safe Roof Network"),
    Account("9", "NightLine"),
]


class Browser:
    """Opens nothing, and remembers what it was asked to."""

    def __init__(self):
        self.works = True
        self.asked = []

    def __call__(self, address):
        self.asked.append(address)
        return self.works


@pytest.fixture
def browser():
    return Browser()


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(NOON)
    with Profile(tmp_path / "profile", clock) as profile:
        desk = make_desk(profile, clock, MemoryNetwork())
        desk.cache.save_accounts(PEOPLE, NOON)
        yield desk


@pytest.fixture
def ticking(desk, look, jobs, hub, qtbot, browser):
    view = TickList(look)
    qtbot.addWidget(view)
    ticking = Ticking(desk, jobs, hub, view, ALL_DEEDS)
    ticking.opener = browser
    ticking.view = view
    return ticking


def shown(qtbot, ticking, name):
    qtbot.waitUntil(lambda: ticking.view.name.text() == name)


def test_three_follows_one_after_the_other(qtbot, ticking, browser, desk):
    ticking.lay(TickDeed.FOLLOW, PEOPLE)
    view = ticking.view
    shown(qtbot, ticking, "Juno Hale")
    assert view.numbers.text() == "0 of 3 done"
    assert view.then.text() == "Then Safe Roof Network, @NightLine."
    QTest.mouseClick(view.open, LEFT)
    qtbot.waitUntil(view.done.isEnabled)
    assert browser.asked == ["https://x.com/intent/follow?user_id=7"]
    QTest.mouseClick(view.done, LEFT)
    shown(qtbot, ticking, "Safe Roof Network")
    assert view.last.text() == "Juno Hale: followed"
    QTest.mouseClick(view.skip, LEFT)
    shown(qtbot, ticking, "@NightLine")
    assert view.numbers.text() == "2 of 3 done"
    QTest.mouseClick(view.undo, LEFT)
    qtbot.waitUntil(lambda: view.numbers.text() == "1 of 3 done")
    assert ticking.current.user_id == "8"
    assert len(browser.asked) == 1


def test_a_browser_that_does_not_open_is_said_and_the_address_can_be_copied(
    qtbot, ticking, browser
):
    browser.works = False
    ticking.lay(TickDeed.FOLLOW, PEOPLE[:1])
    shown(qtbot, ticking, "Juno Hale")
    QTest.mouseClick(ticking.view.open, LEFT)
    assert not ticking.view.note.isHidden()
    assert not ticking.view.done.isEnabled()
    ticking.view.copy_asked.emit()
    assert QGuiApplication.clipboard().text() == "https://x.com/intent/follow?user_id=7"
    qtbot.waitUntil(ticking.view.done.isEnabled)


def test_the_address_that_is_copied_is_the_one_that_did_not_open(qtbot, ticking, browser):
    ticking.lay(TickDeed.FOLLOW, PEOPLE[:1])
    shown(qtbot, ticking, "Juno Hale")
    browser.works = False
    ticking.lay_and_open(TickDeed.LIKE, Post("20", "7", NOON, "Beds tonight"), "junohale")
    qtbot.waitUntil(lambda: not ticking.view.note.isHidden())
    ticking.view.copy_asked.emit()
    assert QGuiApplication.clipboard().text() == "https://x.com/intent/like?tweet_id=20"


def test_a_post_is_laid_and_opened_at_once(qtbot, ticking, browser):
    post = Post("20", "7", NOON, "Which counties still ask for a fax?")
    ticking.lay_and_open(TickDeed.LIKE, post, "junohale")
    qtbot.waitUntil(ticking.view.done.isEnabled)
    assert browser.asked == ["https://x.com/intent/like?tweet_id=20"]
    assert ticking.view.what.text() == "Like this post."
    ticking.lay_and_open(TickDeed.LIKE, post, "junohale")
    qtbot.waitUntil(lambda: len(browser.asked) == 2)
    assert ticking.view.numbers.text() == "0 of 1 done"


def test_a_post_to_tick_off_says_where_its_link_leads(qtbot, ticking, desk):
    links = ("https://beds.example/tonight",)
    post = Post("20", "7", NOON, "See https://t.co/abc", links=links)
    desk.cache.save_posts([post], Source(Origin.HOME))
    ticking.lay_and_open(TickDeed.LIKE, post, "junohale")
    told = "Like this post. “See beds.example/tonight”"
    qtbot.waitUntil(lambda: ticking.view.what.text() == told)


def test_it_tells_who_is_on_the_list(qtbot, ticking, desk):
    with qtbot.waitSignal(ticking.laid, check_params_cb=lambda *told: told == ({"7", "8"}, 2)):
        lay_people(desk, TickDeed.FOLLOW, PEOPLE[:2])
    with qtbot.waitSignal(ticking.laid, check_params_cb=lambda *told: told == ({"8"}, 1)):
        ticking.withdraw("7")


def test_it_says_why(qtbot, ticking):
    ticking.why_of = lambda tick: "They follow you."
    ticking.lay(TickDeed.FOLLOW, PEOPLE[:1])
    qtbot.waitUntil(lambda: ticking.view.what.text() == "Follow. They follow you.")


def test_addresses_reach_the_browser_as_they_are_written():
    address = compose_address("50% off? #SwHelper a&b=c é", in_reply_to="20")
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    assert bytes(url.toEncoded().data()).decode("ascii") == address


def test_what_was_done_yesterday_is_not_counted_today(qtbot, ticking, desk, hub):
    ticking.lay(TickDeed.FOLLOW, PEOPLE)
    shown(qtbot, ticking, "Juno Hale")
    QTest.mouseClick(ticking.view.skip, LEFT)
    qtbot.waitUntil(lambda: ticking.view.numbers.text() == "1 of 3 done")
    desk.clock.advance(seconds=24 * 3_600)
    hub.day_began.emit()
    qtbot.waitUntil(lambda: ticking.view.numbers.text() == "0 of 2 done")
