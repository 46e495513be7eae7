"""Walking through the window by the Tab key: parts come as one reads them, and each is in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from allybook.ui.frame.order import stops_of
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.price import Tag
from tests.stories.test_timeline import go_to

MOST = 250


@pytest.fixture
def walk(qtbot, stage, settled):
    """Return a function that presses Tab until it is where it began; every stop must be seen."""

    def around(key=Qt.Key.Key_Tab):
        window = stage.window
        first = window.shell.tabs
        # Keys are for the window that has the keyboard.
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        first.setFocus()
        stops = [first]
        for _press in range(MOST):
            qtbot.keyClick(window.focusWidget(), key)
            stop = window.focusWidget()
            assert stop.isVisible()
            # What is inside a list paints all of it: the list itself has nothing left to show.
            face = stop.viewport() if isinstance(stop, QAbstractScrollArea) else stop
            assert not face.visibleRegion().isEmpty(), (type(stop), stop.accessibleName())
            if stop is first:
                return stops
            stops.append(stop)
        raise AssertionError(stops)

    return around


def numbers(stops, parts):
    """Return for each stop the number of the part that holds it; -1 for none."""
    return [
        next((n for n, part in enumerate(parts) if part is one or part.isAncestorOf(one)), -1)
        for one in stops
    ]


def test_the_timeline_is_walked_as_it_is_read(stage, timeline, settled, walk):
    go_to(timeline, "Home timeline")
    settled(lambda: timeline.header.title.text() == "Home timeline" and timeline.sight.whole)
    timeline.show_filter("#swhelper -is:repost")
    timeline.say("A note", "with a cross")
    settled(lambda: timeline.sight.whole and timeline.histogram.isVisible())
    timeline.say("A note", "with a cross")
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled()
    shell, tab = stage.window.shell, timeline
    parts = (shell.row, tab.places, tab.header, tab.bar, tab.note, tab.histogram, tab.strip)
    parts = (*parts, tab.view, tab.details, shell.status)
    stops = walk()
    seen = numbers(stops, parts)
    assert seen == sorted(seen)
    assert set(seen) == set(range(len(parts)))
    chips = [stops.index(chip) for chip in tab.bar._row.chips]
    assert chips == sorted(chips)
    assert chips[-1] < stops.index(tab.bar.field) < stops.index(tab.bar.more)
    beside = numbers(stops, (tab.details.text, tab.details.acts))
    assert max(at for at, part in enumerate(beside) if part == 0) < beside.index(1)
    assert walk(Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


@pytest.mark.parametrize("name", ["timeline", "allies", "followback", "chats"])
def test_every_tab_is_walked_from_left_to_right_and_downwards(name, stage, read, settled, walk):
    tab = getattr(stage.window, name)()
    settled()
    shell = stage.window.shell
    stops = walk()
    panes = tab.panes
    seen = numbers(stops, (shell.row, tab.places, panes._work, panes._details, shell.status))
    assert seen == sorted(seen)
    assert {0, 1, 2, 4} <= set(seen)


@pytest.fixture
def held(qtbot, stage, timeline, settled):
    """The button that refreshes, with the keyboard on it."""
    go_to(timeline, "Home timeline")
    button = timeline.refresh_button
    settled(lambda: timeline.header.title.text() == "Home timeline" and button.isEnabled())
    button.setFocus()
    assert stage.window.focusWidget() is button
    return button


def next_to(window, part):
    """Return the stop after a part of the window."""
    stops = list(stops_of(window))
    return stops[stops.index(part) + 1]


def test_a_button_that_is_off_hands_the_keyboard_to_its_neighbour_and_has_it_back(stage, held):
    window, neighbour = stage.window, next_to(stage.window, held)
    held.set_busy(busy=True)
    assert window.focusWidget() is neighbour
    held.set_busy(busy=False)
    assert window.focusWidget() is held
    held.wait()
    assert window.focusWidget() is neighbour
    held.show_tag(Tag())
    assert window.focusWidget() is held


def test_who_uses_the_keyboard_meanwhile_keeps_it(qtbot, stage, held):
    window, neighbour = stage.window, next_to(stage.window, held)
    held.set_busy(busy=True)
    qtbot.keyClick(neighbour, Qt.Key.Key_Shift)
    held.set_busy(busy=False)
    assert window.focusWidget() is neighbour
    held.setFocus()
    held.set_busy(busy=True)
    window.shell.tabs.setFocus()
    held.set_busy(busy=False)
    assert window.focusWidget() is window.shell.tabs


def test_after_a_refresh_by_the_keyboard_the_keyboard_is_on_the_button(qtbot, stage, held, settled):
    qtbot.keyClick(held, Qt.Key.Key_Space)
    assert not held.isEnabled()
    settled(held.isEnabled)
    assert stage.window.focusWidget() is held


def test_what_is_closed_hands_the_keyboard_to_what_stands_after_it(stage, timeline):
    timeline.say("A note", "with a cross")
    cross = timeline.note.findChild(IconButton)
    cross.setFocus()
    assert stage.window.focusWidget() is cross
    after = next_to(stage.window, cross)
    cross.click()
    assert timeline.note.isHidden()
    # A chart hands the keyboard on to its bars.
    assert stage.window.focusWidget() in (after, *after.findChildren(QWidget))
