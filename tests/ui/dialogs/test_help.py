"""The help says what it should, at a height that shows all of it."""

import os
import subprocess
import sys
from contextlib import nullcontext
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from allybook.ui.dialogs.help import Help
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.badges import Badge
from allybook.ui.widgets.scroll import Scroll
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


ON_A_LOW_SCREEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from allybook.ui.dialogs.help import Help
from allybook.ui.session import make_application
from allybook.ui.theme.look import Look
from allybook.ui.widgets.scroll import Scroll
application = make_application()
window = QWidget()
window.resize(1_280, 800)
window.show()
sheet = Help(Look(Path(sys.argv[1])), window)
sheet.open()
application.processEvents()
area = sheet.findChild(Scroll)
end = area.mapTo(sheet, QPoint(0, area.height())).y()
button = sheet.close_button.mapTo(sheet, QPoint(0, 0)).y()
print(window.screen().size().height() < window.height(), area.height() > 100, end < button)
"""


def test_on_a_screen_lower_than_the_window_the_keys_end_above_the_button():
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1.5"}
    ran = subprocess.run(
        (sys.executable, "-c", ON_A_LOW_SCREEN, str(RESOURCES)),
        capture_output=True,
        text=True,
        check=True,
        env=environ,
    )
    assert ran.stdout == "True True True\n"


def test_all_keys_can_be_read_by_keys(qtbot, look, window):
    sheet = Help(look, window)
    sheet.open()
    qtbot.waitExposed(sheet)
    (area,) = sheet.findChildren(Scroll)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    assert area.accessibleName() == "Keys"
    assert area.accessibleDescription().splitlines()[-1] == "Take back your last tick: Ctrl+Z"
    for _ in range(20):
        if area.hasFocus():
            break
        qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
    assert area.hasFocus()
    while bar.value() < bar.maximum():
        before = bar.value()
        qtbot.keyClick(area, Qt.Key.Key_PageDown)
        assert bar.value() > before
    sheet.close()


def test_what_is_seen_at_once_takes_no_key(qtbot, look):
    area = Scroll(QWidget())
    qtbot.addWidget(area)
    area.let_keys_scroll("Nothing more")
    area.resize(200, 200)
    area.show()
    qtbot.waitExposed(area)
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus
    area.widget().setMinimumHeight(900)
    qtbot.waitUntil(lambda: area.focusPolicy() == Qt.FocusPolicy.StrongFocus)
