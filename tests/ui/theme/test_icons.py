"""Icons are read as pictures, and look as the drawings do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from allybook.ui.theme.icons import GRID, WIDE, Drawings
from tests.ui.conftest import RESOURCES

STROKE = 1.5
INK = QColor("#0f5f5b")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [12, 16, 20, 30])
@pytest.mark.parametrize("name", ["volume-x", "list-filter", "calendar-days", "refresh-cw"])
def test_an_icon_is_to_the_pixel_what_the_drawing_is(qapp, name, size, ratio):
    icons, side = RESOURCES / "icons", round(size * ratio)
    text = (icons / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", INK.name())
    text = text.replace(WIDE, f'stroke-width="{STROKE * GRID * ratio / side:.3f}"')
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(text.encode()).render(painter)
    painter.end()
    read = Drawings(icons, STROKE).pixmap(name, INK, size, ratio)
    assert read.devicePixelRatio() == ratio
    read.setDevicePixelRatio(1.0)
    wish = drawn.toImage().Format.Format_ARGB32_Premultiplied
    assert read.toImage().convertToFormat(wish) == drawn.toImage().convertToFormat(wish)


def test_an_icon_that_cannot_be_drawn_is_said(qapp, tmp_path):
    (tmp_path / "torn.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(RuntimeError, match="“torn”"):
        Drawings(tmp_path, STROKE).pixmap("torn", INK, 16)


def test_an_icon_without_room_is_nothing(qapp):
    assert Drawings(RESOURCES / "icons", STROKE).pixmap("volume-x", INK, 0).isNull()
