from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.gallery import PAGES, picture


@pytest.fixture
def show(qtbot, look):
    def show(name):
        page = PAGES[name](look)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        return page

    return show


def settled(qtbot, page):
    """Return the picture of a page once it no longer changes."""
    last = [picture(page).toImage()]

    def still():
        QApplication.processEvents()
        last.append(picture(page).toImage())
        return last[-1] == last[-2]

    qtbot.waitUntil(still)
    return last[-1]


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_painted_in_the_inks_of_its_scheme(qtbot, look, show, name, scheme):
    look.set_scheme(scheme)
    image = settled(qtbot, show(name))
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in (20, 300)}
    assert look.colour("window" if name == "first-run" else "surface").name() in seen


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
@pytest.mark.parametrize("name", PAGES)
def test_a_change_of_scheme_leaves_nothing_behind(qtbot, look, show, name, scheme):
    page = show(name)
    settled(qtbot, page)
    look.set_scheme(scheme)
    changed = settled(qtbot, page)
    page.close()
    assert changed == settled(qtbot, show(name))
