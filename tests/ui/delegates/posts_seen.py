"""Posts as a list shows them, and the pointer on them."""

from array import array

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allybook.ui.models.posts import Explanation

QUIET = Explanation(("giveaway wording +30", "link only +20"), quiet=True)
KEPT = Explanation(("ally", "action alert"))
WORDS = "About 40 posts between Mar 27 and Mar 28 were not read."


def newest_first(count):
    return array("q", range(count, 0, -1))


def explain(row):
    return QUIET if row.post.post_id == "8" else KEPT


def colour_at(view, x, y):
    return view.viewport().grab().toImage().pixelColor(x, y)


def click(view, point):
    QTest.mouseMove(view.viewport(), point)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
