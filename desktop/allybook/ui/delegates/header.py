"""The heads of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from allybook.ui.delegates.faces import Faces
from allybook.ui.delegates.ink import PILL_ICON as ARROW
from allybook.ui.delegates.row import CELL_PAD, PAGE_PAD
from allybook.ui.widgets.boxes import paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from allybook.ui.theme.look import Look

BASE = 20
ARROW_TOP = 10
ARROW_GAP = 6
NARROWEST = 40


class Header(QHeaderView):
    """One line of titles, with an arrow at the column that the rows are sorted by."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._faces = Faces(look)
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
        look, area = self._look, QRectF(rect)
        painter.save()
        painter.fillRect(area, look.colour("panel"))
        for edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
            paint_line(painter, area, look.colour("border"), edge)
        face = self._faces.face("label")
        shown = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = ARROW + ARROW_GAP if shown else 0
        title = self.model().headerData(section, Qt.Orientation.Horizontal) or ""
        pad = CELL_PAD if self.sectionPosition(section) else PAGE_PAD
        text = face.elided(title, area.width() - pad - CELL_PAD - arrow)
        at = area.topLeft() + QPointF(pad, BASE)
        painter.setPen(look.colour("text_3"))
        face.word(text).layout.draw(painter, at)
        if shown:
            left = round(at.x() + face.width(text)) + ARROW_GAP
            box = QRectF(left, area.top() + ARROW_TOP, ARROW, ARROW)
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            look.draw_icon(painter, "arrow-up" if up else "arrow-down", "text_3", box)
        painter.restore()
