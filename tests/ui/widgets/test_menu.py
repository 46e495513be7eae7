"""Menus announce their submenus by a chevron of the look."""

import pytest
from PySide6.QtWidgets import QMenu

from allybook.ui.widgets.menu import EDGE, SIDE, Menu


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
