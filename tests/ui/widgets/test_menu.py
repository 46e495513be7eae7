"""Menus announce their submenus by a chevron, and keys are theirs while they are open."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from allybook.ui.widgets.menu import EDGE, SIDE, Menu

UI = Path(__file__).parents[3] / "desktop" / "allybook" / "ui"


def right_end(menu):
    """Return the colours at the right end of the first row, where the chevron stands."""
    image = menu.grab().toImage()
    row = menu.actionGeometry(menu.actions()[0])
    left = row.right() - EDGE - SIDE
    return {
        image.pixelColor(x, y).name()
        for x in range(left, row.right() - EDGE)
        for y in range(row.top() + 2, row.bottom() - 2)
    }


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_row_that_leads_on_has_a_chevron_and_nothing_of_the_style(qtbot, look, scheme):
    look.set_scheme(scheme)
    plain, ours = QMenu(), Menu(look)
    for menu in (plain, ours):
        qtbot.addWidget(menu)
        menu.addMenu("Mute @QuaybridgeNight").addAction("For a day")
        menu.addAction("Mute words…")
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
    assert len(right_end(plain)) == 1
    assert len(right_end(ours)) > 1
    look.set_scheme("light")


def test_a_key_beside_a_line_chooses_it_and_enter_the_line_one_is_on(qtbot, look):
    menu, chosen = Menu(look), []
    qtbot.addWidget(menu)
    for words, key in (("Approve", "A"), ("Add tags…", "T"), ("Show in full", "Return")):
        action = menu.addAction(words)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _on, words=words: chosen.append(words))
    menu.actions()[1].setEnabled(False)
    menu.popup(menu.pos())
    for key in (Qt.Key.Key_X, Qt.Key.Key_T):
        qtbot.keyClick(menu, key)
        assert (menu.isVisible(), chosen) == (True, [])
    qtbot.keyClick(menu, Qt.Key.Key_A)
    assert (menu.isVisible(), chosen) == (False, ["Approve"])
    menu.popup(menu.pos())
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["Approve", "Approve"]


@pytest.mark.parametrize("key", [0, Qt.Key.Key_unknown])
def test_a_letter_made_of_several_keys_chooses_no_line_that_has_none(qtbot, look, key):
    menu, chosen = Menu(look), []
    qtbot.addWidget(menu)
    menu.addAction("Mute @QuaybridgeNight").triggered.connect(chosen.append)
    menu.popup(menu.pos())
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "é")
    QApplication.sendEvent(menu, pressed)
    assert (menu.isVisible(), chosen) == (True, [])


def test_every_menu_of_the_window_is_one_of_these():
    plain = [path.name for path in UI.rglob("*.py") if " QMenu(" in path.read_text("utf-8")]
    assert plain == []
