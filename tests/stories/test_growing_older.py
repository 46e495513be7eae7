"""A window that stays open goes by the clock: what it says of time is true hours and days later."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from allybook.domain.filters.tree import EVERYTHING
from allybook.services.reading.refresh import refresh
from allybook.services.sign_in.who import sign_in
from allybook.ui.models.roles import SENTENCE
from allybook.ui.widgets.prose import Prose
from tests.fakes.desk import Patience, make_desk
from tests.ui.tabs.timeline.conftest import PEOPLE, timeline
from tests.ui.tabs.timeline.hands import choose

HOUR = 3_600
QUESTION = "Does anyone have a consent form?"


@pytest.fixture
def desk(profile, clock, network):
    """A desk with a clock of its own; a small conversation was read at home."""
    network.timeline = list(reversed(timeline(clock)))
    desk = make_desk(profile, clock, network)
    sign_in(desk)
    desk.cache.save_accounts(PEOPLE, clock.now())
    refresh(desk, Patience())
    return desk


@pytest.fixture
def tab(qtbot, stage, settled):
    tab = stage.window.timeline()
    settled(lambda: tab.model.rowCount() and tab._map.spots and "details" in vars(tab))
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    return tab


@pytest.fixture
def wait(stage, clock):
    """Return a function that lets hours pass before an open window, as it sleeps or not."""

    def pass_by(hours):
        clock.advance(seconds=hours * HOUR)
        stage.beat.timer.timeout.emit()

    return pass_by


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        self.times += event.type() is QEvent.Type.Paint
        return False


def lines(tab):
    """Return the paragraphs of the conversation beside the list."""
    return [one for one in tab.details.context.findChildren(Prose) if one.isVisible()]


def test_cards_and_the_conversation_grow_older_by_themselves(qtbot, tab, settled, wait):
    choose(tab, QUESTION)
    settled(tab.details.context.isVisible)
    (answer,) = [one for one in lines(tab) if "40 min" in one.text()]
    link = answer.findChild(QObject)
    link.setFocus()
    QCoreApplication.processEvents()
    painted = Painted(tab.view.viewport())
    scrolled = tab.view.verticalScrollBar().value()
    wait(5)
    qtbot.waitUntil(lambda: painted.times > 0)
    assert ", 5 h: " in answer.text()
    assert "5 h" in tab.view.currentIndex().data(SENTENCE)
    # Nobody loses the place or the keyboard by that.
    assert link.hasFocus()
    assert tab.view.verticalScrollBar().value() == scrolled


def test_posts_leave_a_filter_by_age_as_they_grow_older(tab, settled, wait):
    tab.show_filter("newer:2h")
    settled(lambda: tab.sight.whole and tab.sight.wish.chosen != EVERYTHING)
    before = tab.model.rowCount()
    wait(1)
    settled(lambda: tab.model.rowCount() < before)
    assert tab.model.rowCount() == tab.sight.kept > 0
    assert tab.header.subtitle.text().startswith(f"{tab.sight.kept} posts kept")
    wait(2)
    settled(lambda: tab.model.rowCount() == 0)


def test_another_month_begins_before_an_open_window(qtbot, stage, tab, settled, wait):
    spent = stage.window.shell.status.spent
    assert spent.accessibleName() == "Spent in March: $0.325 of $5.00"
    wait(15)
    settled(lambda: "April" in spent.accessibleName())
    assert spent.accessibleName() == "Spent in April: $0.00 of $5.00"


def test_a_filter_that_goes_by_no_age_is_not_looked_through_each_minute(tab, settled, wait):
    sight = tab.sight
    wait(1)
    settled()
    assert tab.sight is sight


def test_the_keyboard_can_step_on_after_the_clock_went_on(qtbot, tab, settled, wait):
    choose(tab, QUESTION)
    tab.view.setFocus()
    row = tab.view.currentIndex().row()
    wait(5)
    settled()
    qtbot.keyClick(tab.view, Qt.Key.Key_J)
    assert tab.view.currentIndex().row() == row + 1
