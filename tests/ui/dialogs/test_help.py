"""The help says what it should, at a height that shows all of it."""

from contextlib import nullcontext
from itertools import pairwise

import pytest

from allybook.ui.dialogs.help import Help
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.badges import Badge
from allybook.ui.widgets.words import Words
from tests.ui.conftest import RESOURCES


def said(sheet):
    return [words.text() for words in sheet.findChildren(Words)]


def beside(sheet, part):
    """Return the caps of one row of the list, and what stands between them."""
    every = [*sheet.findChildren(Badge), *sheet.findChildren(Words)]
    level = [
        one
        for one in every
        if one.parent() is part.parent() and abs(middle(one) - middle(part)) < part.height() / 2
    ]
    return sorted(level, key=lambda one: one.x())[1:]


def middle(part):
    return part.geometry().center().y()


def test_help_names_the_keys(qtbot, look, window):
    sheet = Help(look, window)
    sheet.open()
    assert "Approve or decline a nomination, or decide later" in said(sheet)
    with qtbot.waitSignal(sheet.finished):
        sheet.close_button.click()


@pytest.mark.parametrize("language", ["", GERMAN])
def test_nothing_of_the_help_ends_in_dots(qtbot, look, window, language):
    with spoken(RESOURCES / "translations", language) if language else nullcontext():
        sheet = Help(look, window)
    sheet.open()
    assert [
        one.text() for one in sheet.findChildren(Words) if one.width() < one.sizeHint().width()
    ] == []
    assert sheet.height() <= sheet.screen().availableGeometry().height()
    sheet.close()


def test_keys_held_together_have_a_plus_between_them(qtbot, look, window):
    sheet = Help(look, window)
    caps = [one.text() for one in sheet.findChildren(Badge)]
    assert ("Shift", "T") in pairwise(caps)
    assert "Shift T" not in caps
    sheet.open()
    shift = next(one for one in sheet.findChildren(Badge) if one.text() == "Shift")
    assert [one.text() for one in beside(sheet, shift)] == ["T", "Shift", "+", "T"]
    sheet.close()


def test_in_a_low_window_the_help_stays_within_it(qtbot, look, window):
    window.resize(640, 400)
    sheet = Help(look, window)
    sheet.open()
    assert sheet.height() <= window.height()
    assert sheet.close_button.isVisible()
    sheet.close()
