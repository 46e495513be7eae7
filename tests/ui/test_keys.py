"""Keys are called as they are printed, on each kind of computer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from allybook.ui.keys import answer_by_enter, caps_of, printed, removing
from allybook.ui.tour.album import GERMAN, spoken
from tests.ui.conftest import RESOURCES


@pytest.mark.parametrize(
    ("keys", "caps"), [("T", ["T"]), ("+", ["+"]), ("Shift+T", ["Shift", "T"])]
)
def test_keys_held_together_are_told_apart(keys, caps):
    assert caps_of(keys) == caps


@pytest.mark.parametrize(
    ("keys", "linux", "apple"),
    [
        ("Ctrl+Z", "Ctrl+Z", "⌘Z"),
        ("Shift+T", "Shift+T", "⇧T"),
        ("Del", "Del", "⌫"),
        ("+", "+", "+"),
    ],
)
def test_what_qt_calls_ctrl_is_printed_otherwise_by_apple(qapp, keys, linux, apple):
    assert printed(keys, "linux") == printed(keys, "win32") == linux
    assert printed(keys, "darwin") == apple


def test_keys_are_german_where_the_window_is(qapp):
    with spoken(RESOURCES / "translations", GERMAN):
        assert printed("Ctrl+Enter", "linux") == "Strg+Eingabe"
        assert printed("Ctrl+Enter", "darwin") == "⌘↩"


def test_a_small_keyboard_of_apple_can_remove():
    assert removing("linux") == ("Del",)
    assert removing("darwin") == ("Del", "Backspace")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_an_enter_that_is_held_answers_no_question_that_it_opened(qtbot, key):
    field, answers = QLineEdit(), []
    qtbot.addWidget(field)
    answer_by_enter(field, lambda: answers.append(field.text()))
    nothing = Qt.KeyboardModifier.NoModifier
    for held in (True, True, False, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, nothing, "\r", held)
        QApplication.sendEvent(field, event)
    qtbot.keyClicks(field, "aa")
    qtbot.keyClick(field, key)
    assert answers == ["", "aa"]
