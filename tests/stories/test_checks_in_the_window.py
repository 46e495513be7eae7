"""Three months of checks in the real window, over a loopback X: what left, what hid, what came."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from allybook.domain.check.followback import Answer, Side
from allybook.domain.posts import id_at
from allybook.services.books.edit import approve
from allybook.services.check.answer import LOOK_UPS
from allybook.services.check.plan import PAGES
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.ui.session import Stage
from allybook.ui.tabs.followback.survey import side_key
from allybook.ui.widgets.prose import Prose
from tests.fakes.clock import FixedClock
from tests.servers.crowded_x import CrowdedX, desk_at

LEFT = Qt.MouseButton.LeftButton
DAY = 86_400
NAMES = {"11": "ana_k", "12": "ben_l", "13": "cyd_m", "14": "dee_n", "15": "eli_o"}


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.fixture
def x(clock):
    with CrowdedX(clock, owned=True) as running:
        running.crowd.handles = dict(NAMES)
        running.crowd.followers = ["11", "12", "14", "15"]
        running.crowd.following = ["11", "13", "15"]
        running.crowd.private = {"13"}
        running.crowd.latest = {"11": id_at(datetime(2025, 3, 1, tzinfo=UTC))}
        yield running


@pytest.fixture
def desk(profile, clock, x):
    with desk_at(x, profile, clock) as desk:
        book = desk.book("Swhelper allies")
        nominate_handles(desk, book, [*NAMES.values()])
        approve(desk, book, [one.key for one in book.allies()])
        yield desk


@pytest.fixture
def tab(qtbot, look, desk, ways):
    stage = Stage(desk, look, ways)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    tab = stage.window.followback()
    qtbot.waitUntil(lambda: bool(tab.places.current()) and not stage.jobs.running())
    yield tab
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
    stage.close()


@pytest.fixture
def check(qtbot, desk, clock, x, tab):
    """Return a function that presses the check button and waits; it paid what the button said."""
    begun = clock.now().date()

    def idle():
        qtbot.waitUntil(lambda: tab.check_button.isEnabled() and not tab.checker.running)

    def press(*, grown=False):
        if clock.now().date() != begun:
            # Since midnight what was free costs anew: nothing is read before that was said.
            seen, former = len(x.seen), tab.checker.ways[0].quote
            qtbot.mouseClick(tab.check_button, LEFT)
            qtbot.waitUntil(lambda: "The price has changed" in tab.note.accessibleName())
            # The button has the new price with the look that comes after it.
            qtbot.waitUntil(lambda: tab.checker.ways[0].quote != former)
            assert len(x.seen) == seen
        idle()
        if grown:
            # X tells of more than the price was for: nobody is read before the new one was said.
            before = tab.checker.ways[0].quote
            qtbot.mouseClick(tab.check_button, LEFT)
            qtbot.waitUntil(lambda: "X tells of more followers" in tab.note.accessibleName())
            qtbot.waitUntil(lambda: tab.checker.ways[0].quote != before)
            idle()
        quoted, exact = tab.checker.ways[0].quote.dollars, tab.checker.ways[0].quote.exact
        spent, billed = spent_this_month(desk), x.billed
        with qtbot.waitSignal(tab.checker.checked, timeout=20_000):
            qtbot.mouseClick(tab.check_button, LEFT)
        paid = spent_this_month(desk) - spent
        assert paid == x.billed - billed
        assert paid == quoted if exact else paid <= quoted

    return press


def answers(tab):
    return {row.key: row.answer for row in tab.model.rows()}


def pills(tab, key):
    row = next(row for row in tab.model.rows() if row.key == key)
    return [pill.words for pill in row.flags]


def said(tab, key):
    index = tab.model.index(tab.model.row_of(key), 0)
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.timeout(120)
def test_three_months_with_a_rename_a_suspension_that_ends_and_a_private_ally(
    qtbot, clock, x, tab, check
):
    # First by handle, since nobody has told the ids of these allies; pages make a snapshot.
    check()
    qtbot.waitUntil(lambda: answers(tab).get("12") is Answer.FAN)
    take(tab, qtbot, PAGES)
    see_the_first_month(tab)
    clock.advance(seconds=30 * DAY)
    x.crowd.handles["12"] = "ben_anew"
    x.crowd.suspended = {"14"}
    x.crowd.followers = ["11", "12", "14"]
    check()
    qtbot.waitUntil(lambda: answers(tab).get("15") is Answer.IDOL)
    # X tells of a suspension only when it is asked for the account.
    take(tab, qtbot, LOOK_UPS)
    qtbot.waitUntil(lambda: answers(tab).get("14") is Answer.UNKNOWN)
    see_the_second_month(tab)
    clock.advance(seconds=30 * DAY)
    x.crowd.suspended = set()
    x.crowd.followers = ["11", "12", "14", "15"]
    check(grown=True)
    qtbot.waitUntil(lambda: answers(tab).get("14") is Answer.FAN)
    assert pills(tab, "14") == []
    compare(tab, qtbot, "Mar 2, complete", "Apr 1, complete")
    assert changes(tab) == {"14": "suspended", "15": "follows us no more"}
    compare(tab, qtbot, "Apr 1, complete", "May 1, complete")
    assert changes(tab) == {"14": "there again", "15": "follows us now"}
    compare(tab, qtbot, "Mar 2, complete", "May 1, complete")
    assert changes(tab) == {}


def see_the_first_month(tab):
    assert answers(tab) == {
        "11": Answer.MUTUAL,
        "12": Answer.FAN,
        "13": Answer.IDOL,
        "14": Answer.FAN,
        "15": Answer.MUTUAL,
    }
    assert pills(tab, "11") == ["quiet 366 days"]
    assert pills(tab, "13") == ["private"]
    tab.choose("13")
    told = [words.text() for words in tab.details.flags.findChildren(Prose)]
    assert any("cannot tell more" in words for words in told)


def see_the_second_month(tab):
    """12 has another name, 14 is suspended (pages merely lack it), 15 left."""
    assert pills(tab, "12") == ["was @ben_l"]
    assert answers(tab)["12"] is Answer.FAN
    assert said(tab, "12").startswith("Person 12, @ben_anew, Fan, was @ben_l")
    assert pills(tab, "14") == ["suspended"]


def take(tab, qtbot, way):
    """Take the way of that name in the dialog."""
    qtbot.waitUntil(lambda: len(tab.checker.ways) > 1 and not tab.checker._later.isActive())
    asking = tab.checker.ask_way()
    asking.ways.buttons[[plan.way for plan in tab.checker.ways].index(way)].click()
    with qtbot.waitSignal(tab.checker.checked, timeout=20_000):
        qtbot.mouseClick(asking.spend, LEFT)


def changes(tab):
    """Return what changed, the first pill of each row."""
    return {row.key: row.flags[0].words for row in tab.model.rows()}


def compare(tab, qtbot, earlier, later):
    """Compare two dates by their names in the sheet."""
    sheet = tab.ask_pair()
    for box, wanted in ((sheet.earlier, earlier), (sheet.later, later)):
        names = [box.itemText(row) for row in range(box.count())]
        assert wanted in names
        box.setCurrentIndex(names.index(wanted))
    before = tab.header.subtitle.text()
    qtbot.mouseClick(sheet.keep, LEFT)
    qtbot.waitUntil(lambda: tab.header.subtitle.text() != before)


@pytest.mark.timeout(120)
def test_followers_that_were_half_read_are_unknown_in_the_window(qtbot, x, tab):
    x.page, x.cut_after, x.tells_ties = 2, 1, False
    tab.show_place(side_key(Side.FOLLOWING))
    qtbot.waitUntil(lambda: tab.places.current() == side_key(Side.FOLLOWING))
    qtbot.waitUntil(tab.check_button.isEnabled)
    qtbot.mouseClick(tab.check_button, LEFT)
    qtbot.waitUntil(tab.note.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: answers(tab).get("11") is Answer.MUTUAL)
    assert answers(tab) == {"11": Answer.MUTUAL, "13": Answer.UNKNOWN, "15": Answer.UNKNOWN}
    assert "not complete" in tab.header.subtitle.text()
    assert not tab.compare_button.isVisible()
