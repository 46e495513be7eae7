"""Typing in a box of languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from allybook.domain.filters.languages import LANGUAGES
from allybook.domain.filters.tree import On
from allybook.ui.tabs.timeline.chip_fields import make_field
from allybook.ui.widgets.combo import ComboBox
from allybook.ui.widgets.typed_language import PAUSE_MS, TypedLanguage


@pytest.fixture
def box(qtbot, look):
    made = ComboBox(look, "Language")
    qtbot.addWidget(made)
    for name, code in sorted((name, code) for code, name in LANGUAGES.items()):
        made.addItem(name, code)
    TypedLanguage(made)
    made.show()
    return made


def code_in(box):
    return box.view().currentIndex().data(Qt.ItemDataRole.UserRole)


def press(box, letter, at=0):
    """Type a letter, of any script, at a moment (ms)."""
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    event.setTimestamp(at)
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ger", "de"),
        ("deu", "de"),
        ("espa", "es"),
        ("suomi", "fi"),
        ("haitian cr", "ht"),
        ("farsi", "fa"),
        ("\u0440\u0443\u0441", "ru"),
        ("\u65e5", "ja"),
    ],
)
def test_a_language_is_found_by_any_of_its_names(box, typed, code):
    for letter in typed:
        press(box, letter)
    assert code_in(box) == code
    assert box.view().isVisible()


def test_what_is_no_language_moves_nothing(qtbot, box):
    qtbot.keyClicks(box, "deutsch")
    qtbot.keyClicks(box.view(), "xyz")
    assert code_in(box) == "de"


def test_letters_after_a_pause_are_another_word(box):
    press(box, "g", 10_000)
    press(box, "e", 10_100)
    press(box, "s", 10_100 + PAUSE_MS + 1)
    assert LANGUAGES[code_in(box)].startswith("S")


def test_other_keys_are_left_to_the_box(qtbot, box):
    before = box.currentData()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() != before
    qtbot.keyClick(box, "a", Qt.KeyboardModifier.ControlModifier)
    assert not box.view().isVisible()


def test_the_language_of_a_chip_is_found_by_typing(qtbot, look):
    field = make_field(look, On.LANG, "en", ())
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "deutsch")
    qtbot.keyClick(field.view(), Qt.Key.Key_Return)
    assert field.value() == "de"
