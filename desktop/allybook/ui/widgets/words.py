"""One line of words in an ink and a size of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from allybook.ui.widgets.boxes import fill
from allybook.ui.widgets.measured import Measured

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ACROSS = Qt.AlignmentFlag.AlignHorizontal_Mask


class Words(QLabel):
    """One line of plain text; where there is no room, it ends in dots and the tooltip has it all.

    ``kind`` is a kind of text, ``role`` a colour, ``weight`` another weight than the kind's;
    ``short`` stands in its place where it does not fit: better few words than half a sentence.
    """

    short = ""

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "ui",
        role: str = "text",
        *,
        weight: int | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._line = look.line_height(kind)
        self._measured = Measured()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(LEFT)
        self.setFont(look.font(kind, weight))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Write in another ink."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text, on a line of the kind's height."""
        return QSize(int(self._measured.width(self.text(), self.font())) + 1, self._line)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters: the rest is left out."""
        return QSize(min(self.sizeHint().width(), 2 * self._line), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, cut at the end where it does not fit."""
        painter = QPainter(self)
        off = not self.isEnabled()
        painter.setPen(self._look.colour("text_off" if off else self._role))
        room, text, measured = self.width() + 0.5, self.text(), self._measured
        if self.short and measured.width(text, self.font()) > room:
            text, measured = self.short, Measured()
        line = measured.cut(text, self.font(), room)
        line.draw(painter, QRectF(self.rect()), self.alignment() & ACROSS)


class SectionLabel(Words):
    """The small bold heading of a group."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__(look, text, "label", "text_3")


class Rule(QWidget):
    """A line between two things, one pixel thick."""

    def __init__(self, look: Look, *, upright: bool = False) -> None:
        super().__init__()
        self._look = look
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        fill(QPainter(self), self.rect(), self._look.colour("border"))
