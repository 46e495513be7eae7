"""Letters of twice the size leave a laptop 640 x 400: everything is there, and nothing is cut.

Letters, icons and distances grow as one, so that a small window in usual letters shows the same.
"""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea

from allybook.ui.tour.states import small_states
from allybook.ui.widgets.buttons import IconButton

SMALL = (640, 400)
STATES = ("quiet", "chips", "error", "nothing", "days", "places", "details")


@pytest.fixture
def small(timeline, settled):
    timeline.window().resize(*SMALL)
    settled()
    return timeline


def scrolled(part):
    """Return whether a part lies in something that can be scrolled to it."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above is not None


def cut(window):
    """Return what one presses or types into and does not see whole."""
    parts = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    seen = [part for part in parts if part.isVisible() and not scrolled(part)]
    return [
        part.accessibleName() or part.text()
        for part in seen
        if part.visibleRegion().boundingRect() != part.rect()
    ]


@pytest.mark.parametrize("name", STATES)
def test_nothing_is_cut(name, small, settled):
    for _step in small_states()[name](small):
        settled()
    window = small.window()

    def whole():
        """Hold a moment after a price came: its button then gets the room that it wants."""
        assert cut(window) == []
        return True

    settled(whole)
    assert window.size().toTuple() == SMALL


def test_what_is_folded_away_is_reached_by_its_button(small, settled, qtbot):
    box = small.reader.automatic.box
    assert not box.isVisible()
    opener = small.places.strip.findChild(IconButton)
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    settled(box.isVisible)
    assert QRect(0, 0, *SMALL).contains(
        QRect(
            small.places.mapTo(small.window(), small.places.rect().topLeft()), small.places.size()
        )
    )
    qtbot.keyClick(small.places.tree, Qt.Key.Key_Escape)
    settled(lambda: not box.isVisible())
    settled(opener.hasFocus)
