"""The keyboard in the Activity panel stays where it was while acts are sent, one after another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from allybook.domain.acts.outbox import Outcome
from allybook.domain.acts.ticks import Tick, TickDeed, TickState
from allybook.domain.changes import Changed
from allybook.ui.widgets.note import COPY
from tests.ui.dialogs.acted import HOUR
from tests.ui.dialogs.test_activity import (
    activity,
    book,
    clock,
    filled,
    network,
    rows_of,
    show,
)

__all__ = ["activity", "book", "clock", "filled", "network", "show"]
SPACE = Qt.Key.Key_Space


@pytest.fixture
def hold(qtbot, show):
    """Return a function that puts the keyboard on a button of a row, and returns the panel."""

    def hold(key, way):
        panel = show(key)
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        qtbot.waitUntil(lambda: way in panel.foot.buttons)
        panel.foot.buttons[way].setFocus(Qt.FocusReason.TabFocusReason)
        return panel

    return hold


def test_while_others_are_sent_it_stays_on_the_button_of_the_same_row(
    qtbot, filled, activity, hold, calm
):
    panel = hold("juno", "take_back")
    button = panel.foot.buttons["take_back"]
    shown = []
    panel.model.modelReset.connect(lambda: shown.append(panel.focusWidget() is button))
    filled.outbox.settle("wait", Outcome.ADDED, filled.clock.now() - HOUR)
    filled.announcer.announce(Changed(outbox=True))
    qtbot.waitUntil(lambda: bool(shown))
    calm()
    assert shown[-1]
    assert panel.focusWidget() is panel.foot.buttons["take_back"] is button
    qtbot.keyClick(button, SPACE)
    qtbot.waitUntil(lambda: activity.quote is not None)


def test_what_is_pressed_and_stays_keeps_it(qtbot, filled, hold, calm):
    key = next(one.key for one in rows_of(filled) if one.key.startswith("tick:unfollow"))
    panel = hold(key, "open")
    button = panel.foot.buttons["open"]
    qtbot.keyClick(button, SPACE)
    qtbot.waitUntil(lambda: "done" in panel.foot.buttons)
    assert panel.focusWidget() is panel.foot.buttons["open"] is button
    assert button.text() == "Open again, free"
    row = panel.foot._row
    ways = {panel.foot.buttons[way]: way for way in panel.foot.buttons}
    assert [ways[row.itemAt(n).widget()] for n in range(row.count())] == ["open", "done", "skip"]


def test_where_the_pressed_one_goes_the_list_has_it(qtbot, filled, hold):
    key = next(one.key for one in rows_of(filled) if one.key.startswith("tick:unfollow"))
    panel = hold(key, "skip")
    qtbot.keyClick(panel.foot.buttons["skip"], SPACE)
    qtbot.waitUntil(lambda: "unmark" in panel.foot.buttons)
    assert filled.outbox.ticks.tick(key).state is TickState.SKIPPED
    assert panel.focusWidget() is panel.view


def test_without_a_browser_the_address_can_be_copied_from_the_panel(
    qtbot, filled, activity, hold, calm
):
    key = next(one.key for one in rows_of(filled) if one.key.startswith("tick:unfollow"))
    panel, activity.opener.works = hold(key, "open"), False
    panel.foot.buttons["open"].click()
    assert panel.note.isVisible()
    address = "https://x.com/intent/user?user_id=22"
    assert panel.note.accessibleName().startswith(
        f"No browser opened. Open this address yourself: {address}"
    )
    panel.note._prose.followed.emit(COPY)
    assert QGuiApplication.clipboard().text() == address
    assert filled.outbox.ticks.tick(key).state is TickState.OPEN
    panel.accept()
    with qtbot.waitSignal(activity._hub.unopened) as told:
        activity._look_at(address)
    assert told.args == [address]


def test_an_address_that_cannot_be_said_is_told(qtbot, filled, activity, hold):
    key = next(one.key for one in rows_of(filled) if one.key.startswith("tick:unfollow"))
    panel = hold(key, "open")
    activity._open(Tick("odd", TickDeed.LIKE, filled.clock.now(), post_id="no number"))
    assert activity.opener.asked == []
    assert panel.note.accessibleName().startswith("“no number” is no id or handle of X")
