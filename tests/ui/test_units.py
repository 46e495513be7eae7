"""How Qt counts a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit

from allybook.ui.units import signs_before, utf16


@pytest.mark.parametrize(("text", "length"), [("", 0), ("beds", 4), ("ü", 1), ("👍🏽 x", 6)])
def test_an_emoji_is_two_for_qt(qtbot, text, length):
    field = QLineEdit(text)
    qtbot.addWidget(field)
    field.setCursorPosition(99)
    assert utf16(text) == field.cursorPosition() == length


@given(st.text(max_size=20), st.text(max_size=20))
def test_each_way_leads_back(before, after):
    assert signs_before(before + after, utf16(before)) == len(before)


def test_half_an_emoji_is_counted_too():
    assert utf16("x\ud83d") == signs_before("x\ud83d", 2) == 2
