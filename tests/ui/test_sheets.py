"""The sheets say what they should, at a height that shows all of it."""

import pytest
from PySide6.QtWidgets import QWidget

from allybook.ui.sheets import make_help
from allybook.ui.widgets.words import Words


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def said(sheet):
    return [words.text() for words in sheet.findChildren(Words)]


def test_help_names_the_keys(qtbot, look, window):
    sheet = make_help(look, window)
    sheet.open()
    assert "Approve or decline a nomination, or decide later" in said(sheet)
    with qtbot.waitSignal(sheet.finished):
        sheet.close_button.click()
