"""One line of words in an ink and a size of the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import fill
from allybook.ui.widgets.measured import Measured

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from allybook.ui.theme.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ROUNDED = 0.5
"""What a text may be wider than its label, whose pixels are whole."""
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
        self._tip = ""
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

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Have the whole text for a tooltip where it is cut and nothing else is told there."""
        # Not in ``event``, for which PySide would make every kind of event there is.
        super().enterEvent(event)
        around = self.parentWidget()
        told = self.toolTip() != self._tip or (around is not None and around.toolTip())
        if not told:
            self.setToolTip(as_written(self.text()) if self._is_cut() else "")
            self._tip = self.toolTip()

    def _is_cut(self) -> bool:
        return self._measured.width(self.text(), self.font()) > self.width() + ROUNDED

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, cut at the end where it does not fit."""
        painter = QPainter(self)
        off = not self.isEnabled()
        painter.setPen(self._look.colour("text_off" if off else self._role))
        room, text, measured = self.width() + ROUNDED, self.text(), self._measured
        if self.short and self._is_cut():
            text, measured = self.short, Measured()
        line = measured.cut(text, self.font(), room)
        line.draw(painter, QRectF(self.rect()), self.alignment() & ACROSS)


class YieldingWords(Words):
    """Words that take what room the others in their row leave, and none from them."""

    def __init__(self, look: Look, text: str, kind: str = "ui", role: str = "text") -> None:
        super().__init__(look, text, kind, role)
        self.setMaximumWidth(super().sizeHint().width())

    def sizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return self.sizeHint()


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
