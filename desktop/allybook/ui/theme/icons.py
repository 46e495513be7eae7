"""Line icons: SVG text with the ink and the stroke of the theme, sharp at every scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GRID = 24
WIDE = 'stroke-width="2"'
"""How the files write the stroke."""
CANNOT_DRAW = "Qt cannot draw the icon “{name}”: its plugin for SVG pictures may be missing."
# As many as all icons in several inks at two scales.
KEPT = 1024
SIGN = "allybook"
SIGN_SIDES = (16, 24, 32, 48, 64, 128, 256)


class Drawings:
    """Reads the icon files, each once, and draws them in any ink."""

    def __init__(self, folder: Path, stroke: float) -> None:
        self._folder = folder
        self._stroke = stroke
        self._texts: dict[str, str] = {}
        self._kept = lru_cache(maxsize=KEPT)(self._make)

    def pixmap(self, name: str, ink: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Return one icon of ``size`` logical pixels for a screen of this pixel ratio."""
        return self._kept(name, ink.rgba(), size, ratio)

    def sign(self) -> QIcon:
        """Return the program's own sign in its own colours, in the sizes that desktops ask for."""
        # Few windows come here: they bring their sign along.
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

        icon = QIcon()
        renderer = QSvgRenderer(str(self._folder / f"{SIGN}.svg"))
        for side in SIGN_SIDES:
            pixmap = QPixmap(side, side)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
            icon.addPixmap(pixmap)
        return icon

    def _text(self, name: str) -> str:
        if name not in self._texts:
            self._texts[name] = (self._folder / f"{name}.svg").read_bytes().decode()
        return self._texts[name]

    def _make(self, name: str, rgba: int, size: int, ratio: float) -> QPixmap:
        side = round(size * ratio)
        if not side:
            return QPixmap()
        # The stroke is meant in pixels of the screen; the drawing counts in units of its grid.
        stroke = f'stroke-width="{self._stroke * GRID * ratio / side:.3f}"'
        text = self._text(name).replace("currentColor", QColor.fromRgba(rgba).name())
        text = text.replace(WIDE, stroke)
        for length in ("width", "height"):
            text = text.replace(f'{length}="{GRID}"', f'{length}="{side}"', 1)
        # Read as a picture, it needs none of the classes that drawings have in PySide.
        pixmap = QPixmap()
        if not pixmap.loadFromData(text.encode(), "SVG"):
            raise RuntimeError(CANNOT_DRAW.format(name=name))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


class LineIcon(QIconEngine):
    """An icon that asks for its ink each time it is drawn, and so follows the theme."""

    def __init__(self, drawings: Drawings, name: str, ink: Callable[[QIcon.Mode], QColor]) -> None:
        super().__init__()
        self._drawings = drawings
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon into the middle of ``rect``."""
        side = min(rect.width(), rect.height())
        box = QRect(0, 0, side, side)
        box.moveCenter(rect.center())
        ratio = painter.device().devicePixelRatio()
        pixmap = self._drawings.pixmap(self._name, self._ink(mode), side, ratio)
        painter.drawPixmap(box, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a pixmap of ``size`` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 (Qt's name)
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon as a pixmap of ``size`` device pixels for a screen of this scale."""
        side = round(min(size.width(), size.height()) / scale)
        return self._drawings.pixmap(self._name, self._ink(mode), side, scale)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:  # noqa: N802 (Qt's name)
        """Return ``size``: lines have no size of their own."""
        return size

    def isNull(self) -> bool:  # noqa: N802 (Qt's name)
        """Return that there is always something to draw."""
        return False

    def clone(self) -> QIconEngine:
        """Return the same icon once more."""
        return LineIcon(self._drawings, self._name, self._ink)
