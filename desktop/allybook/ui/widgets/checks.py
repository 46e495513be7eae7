"""Check boxes in the look."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.measured import Measured

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

SIDE = 16
MARK = 12
GAP = 8


def paint_check(
    painter: QPainter, box: QRectF, look: Look, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """Paint the square of a check box; delegates use this too."""
    off = state == Qt.CheckState.Unchecked
    if enabled:
        fill, line = ("surface", "border_control") if off else ("accent", "accent")
    else:
        fill, line = ("surface" if off else "text_off"), "border"
    radius = look.radius("tag")
    paint_box(painter, box, Box(look.colour(fill), look.colour(line), look.outline(), radius))
    if off:
        return
    mark = QRectF(0, 0, MARK, MARK)
    mark.moveCenter(box.center())
    if state == Qt.CheckState.Checked:
        look.draw_icon(painter, "check", "on_accent", mark)
    else:
        bar = QRectF(mark.left() + 2, mark.center().y() - 1, MARK - 4, 2)
        painter.fillRect(bar, look.colour("on_accent"))


class CheckBox(QCheckBox):
    """A check box with words in an ink of the look."""

    def __init__(self, look: Look, text: str, role: str = "text_2") -> None:
        super().__init__(text)
        self._look = look
        self._role = role
        self._measured = Measured()
        self.setFont(look.font("ui"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for square and words, and for the margin at their end."""
        words = self._measured.width(self.text(), self.font())
        width = SIDE + (GAP + ceil(words) if self.text() else 0)
        return QSize(width + self.contentsMargins().right(), self._look.line_height("ui"))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the words are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 (Qt's name)
        """Return whether a press there counts: square and words, not the empty rest."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint square and words."""
        painter = QPainter(self)
        box = QRectF(0, (self.height() - SIDE) / 2, SIDE, SIDE)
        paint_check(painter, box, self._look, self.checkState(), enabled=self.isEnabled())
        role = self._role if self.isEnabled() else "text_off"
        painter.setPen(self._look.colour(role))
        room = QRectF(SIDE + GAP, 0, self.width(), self.height())
        self._measured.line(self.text(), self.font()).draw(painter, room)
