"""A key held a moment too long does its act once; only what walks goes on."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from allybook.ui.dialogs.help import key_lines
from allybook.ui.keys import ENTER
from allybook.ui.widgets.menu import Menu
from allybook.ui.widgets.tick_list import TickList

TABS = ("timeline", "allies", "chats", "followback")
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
UNTOLD = {"Return", "Esc", "Ins"}
"""What has another name in Help (Enter, +), or needs none."""
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(stage, timeline, settled):
    """The window with all that its tabs hold."""
    timeline.beside.step(1)
    pages = [getattr(stage.window, name)() for name in TABS]
    settled()
    assert timeline in pages
    return stage.window


def again(widget, key):
    """Send what a keyboard sends while a key is held."""
    letter = chr(key) if key < Qt.Key.Key_Escape else ""
    held = QKeyEvent(QEvent.Type.KeyPress, key, PLAIN, letter, autorep=True)
    QApplication.sendEvent(widget, held)


def test_no_key_of_an_act_repeats(window):
    keys = window.findChildren(QShortcut)
    lines = [line for line in window.findChildren(QAction) if not line.shortcut().isEmpty()]
    assert {"A", "D", "L", "M", "S", "T", "Del", "Ctrl+Z"} <= {key.key().toString() for key in keys}
    assert {key.key().toString() for key in keys if key.autoRepeat()} == {"J", "K"}
    walkers = {type(key.parent()).__name__ for key in keys if key.autoRepeat()}
    assert walkers == {"AlliesTable", "PlacesPane", "PostDetails", "QWidget"}
    assert [line.text() for line in lines if line.autoRepeat()] == []


def test_a_held_enter_presses_no_button_again(window):
    buttons, pressed = window.findChildren(QAbstractButton), []
    assert len({type(one) for one in buttons}) > 10
    for button in buttons:
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button))
    for button in buttons:
        for key in ENTER:
            again(button, key)
    assert pressed == []


def places(window):
    """Return the parts of the window that have keys, by the heading under which Help has them."""
    allies, followback = window.allies(), window.followback()
    return {
        "Timeline": [window.timeline().work],
        "Inbox": [allies.work.inbox.view],
        "Allies": [allies.work.table, allies],
        "Follow-back": [followback.findings],
        "Chats": [window.chats().view],
        "Tick list": window.findChildren(TickList)[:1],
        "Everywhere": [],
    }


def test_help_names_every_key(window):
    told = {place: {key for _, keys in lines for key in keys} for place, lines in key_lines()}
    assert set(places(window)) == set(told)
    for place, parts in places(window).items():
        plugged = (key for part in parts for key in part.findChildren(QShortcut, options=DIRECT))
        named = {key.key().toString() for key in plugged}
        assert bool(named) == bool(parts)
        assert named - UNTOLD <= told[place] | told["Everywhere"], place


def test_what_opened_a_menu_chooses_nothing_in_it(qtbot, look):
    menu, chosen = Menu(look), []
    qtbot.addWidget(menu)
    for word, key in (("Approve", "A"), ("Decline", "D")):
        line = menu.addAction(word)
        line.setShortcut(key)
        line.triggered.connect(lambda _on=False, word=word: chosen.append(word))
    menu.popup(menu.pos())
    again(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[0]
    for key in (*ENTER, Qt.Key.Key_Space, Qt.Key.Key_D):
        again(menu, key)
    assert chosen == []
    qtbot.keyClick(menu, Qt.Key.Key_D)
    assert chosen == ["Decline"]
