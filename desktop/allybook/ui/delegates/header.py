"""The heads of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from allybook.ui.delegates.faces import Faces
from allybook.ui.delegates.ink import PILL_ICON as ARROW
from allybook.ui.delegates.row import CELL_PAD, PAGE_PAD
from allybook.ui.models.recent import Recent
from allybook.ui.widgets.boxes import fill, paint_line

if TYPE_CHECKING:
    from allybook.ui.theme.look import Look

BASE = 20
ARROW_TOP = 10
ARROW_GAP = 6
NARROWEST = 40
KEPT = 24
"""Titles kept as pictures: Qt paints all of them again after each letter of a filter."""


class Header(QHeaderView):
    """One line of titles, with an arrow at the column that the rows are sorted by."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._faces = Faces(look)
        self._titles: Recent[QPixmap] = Recent(KEPT)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(look.height("table_head"))
        look.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        """Return the fixed height; titles are never measured: the table says how wide it is."""
        return QSize(0, self._look.height("table_head"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint one title."""
        shown = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        arrow = "" if not shown else "arrow-up" if up else "arrow-down"
        title = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        pad = CELL_PAD if self.sectionPosition(section) else PAGE_PAD
        ratio = painter.device().devicePixelRatio()
        key = (title, arrow, pad, rect.width(), rect.height(), ratio, self._look.scheme)
        made = self._titles.get(key, lambda: self._title(rect.size(), ratio, title, (arrow, pad)))
        painter.drawPixmap(rect.topLeft(), made)

    def _title(self, size: QSize, ratio: float, title: str, manner: tuple[str, int]) -> QPixmap:
        """Return what a title looks like; ``manner`` is its arrow, and where it begins."""
        picture = QPixmap((size.toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._draw(painter, QRectF(0, 0, size.width(), size.height()), title, *manner)
        painter.end()
        return picture

    def _draw(self, painter: QPainter, area: QRectF, title: str, arrow: str, pad: int) -> None:
        look, face = self._look, self._faces.face("label")
        fill(painter, area, look.colour("panel"))
        for edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
            paint_line(painter, area, look.colour("border"), edge)
        room = ARROW + ARROW_GAP if arrow else 0
        text = face.elided(title, area.width() - pad - CELL_PAD - room)
        at = area.topLeft() + QPointF(pad, BASE)
        painter.setPen(look.colour("text_3"))
        face.word(text).layout.draw(painter, at)
        if arrow:
            left = round(at.x() + face.width(text)) + ARROW_GAP
            look.draw_icon(painter, arrow, "text_3", QRectF(left, ARROW_TOP, ARROW, ARROW))
