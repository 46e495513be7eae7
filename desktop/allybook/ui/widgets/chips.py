"""Chips: one condition of a filter each, or one quick choice."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from allybook.ui.keys import press_by_enter, printed
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.widgets.measured import MeasuredWords

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from allybook.ui.theme.look import Look

ICON = 16
PAD = 9
PAD_CROSS = 6
GAP = 4
GAP_COUNT = 6
DROP = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class _Paint(Struct, frozen=True):
    fill: str
    ink: str
    line: str = ""


class State(Enum):
    """How a chip stands: it filters, it could, or it is not understood."""

    ON = _Paint("accent_soft", "accent_text")
    SUGGESTED = _Paint("sunken", "text_2")
    NOT_UNDERSTOOD = _Paint("danger_soft", "danger", "danger_line")


class ChipView(Struct, frozen=True):
    """What a chip shows: words, icon before them, count behind them.

    ``edited`` is the end of the words that is under edit; ``cross`` offers to drop the chip.
    """

    text: str
    state: State = State.ON
    icon: str = ""
    count: str = ""
    edited: str = ""
    cross: bool = False


class Chip(QAbstractButton):
    """A chip. ``clicked`` asks to edit or choose it, ``dropped`` to take it away (x or Delete)."""

    dropped = Signal()

    def __init__(self, look: Look, view: ChipView) -> None:
        super().__init__()
        self._look = look
        self._view = view
        self._lines = MeasuredWords(look)
        self.setFont(look.font("ui", 500))
        self.setFixedHeight(look.height("chip"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._edited = False
        self._room: QSize | None = None
        self.show_view(view)

    @property
    def view(self) -> ChipView:
        """Return what the chip shows."""
        return self._view

    def show_view(self, view: ChipView) -> None:
        """Show something else."""
        self._view, self._room = view, None
        self.setText(view.text.replace("&", "&&"))
        name = f"{view.text} {view.count}".strip()
        if view.state == State.NOT_UNDERSTOOD:
            name = self.tr("%1, not understood").replace("%1", name)
        self.setAccessibleName(name)
        drops = self.tr("%1 drops it").replace("%1", printed("Del"))
        self.setAccessibleDescription(drops if view.cross else "")
        self.updateGeometry()
        self.update()

    def set_edited(self, *, edited: bool) -> None:
        """Wear a frame while a menu or a card beside it asks what else it could say."""
        self._edited = edited
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, words, count and cross."""
        # Layouts ask again and again.
        if self._room is None:
            self._room = self._measure()
        return self._room

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the chip and Delete drop it."""
        if press_by_enter(self, event):
            return
        if event.key() in DROP and self._view.cross:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the cross drop the chip; the rest of it is a button."""
        if self._view.cross and self._cross().contains(event.position()) and self.isDown():
            self.setDown(False)
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and what is in it."""
        painter = QPainter(self)
        look, style = self._look, self._style()
        line = style.line or (style.ink if look.contrast else "")
        line = "focus" if self._edited else line
        box = Box(
            look.colour(style.fill),
            look.colour(line) if line else None,
            look.stroke("focus") if self._edited else look.outline(),
            look.radius("button"),
        )
        paint_box(painter, self.rect(), box)
        x = float(PAD)
        if self._view.icon:
            look.draw_icon(painter, self._view.icon, style.ink, self._square(x))
            x += ICON + GAP
        self._paint_words(painter, x)
        if self._view.cross:
            look.draw_icon(painter, "x", style.ink, self._cross())

    def _measure(self) -> QSize:
        view = self._view
        width = PAD + self._words() + (PAD_CROSS if view.cross else PAD)
        width += (ICON + GAP) if view.icon else 0
        width += (ICON + GAP_COUNT) if view.cross else 0
        count = self._lines.line(view.count, "ui", 400).width
        width += (GAP_COUNT + count) * bool(view.count)
        return QSize(ceil(width), self.height())

    def _paint_words(self, painter: QPainter, x: float) -> None:
        view, ink = self._view, self._look.colour(self._style().ink)
        head = view.text.removesuffix(view.edited)
        x = self._write(painter, x, head, 500)
        if view.edited:
            end = self._write(painter, x, view.edited, 600)
            bottom = self.height() / 2 + self._look.line_height("ui") / 2 - 1
            painter.fillRect(QRectF(x, bottom, end - x, 1), ink)
            x = end
        if view.count:
            self._write(painter, x + GAP_COUNT, view.count, 400)

    def _write(self, painter: QPainter, x: float, text: str, weight: int) -> float:
        painter.setPen(self._look.colour(self._style().ink))
        line = self._lines.line(text, "ui", weight)
        line.draw(painter, QRectF(x, 0, line.width + 1, self.height()))
        return x + line.width

    def _words(self) -> float:
        head = self._view.text.removesuffix(self._view.edited)
        edited = self._lines.line(self._view.edited, "ui", 600).width
        return self._lines.line(head, "ui", 500).width + edited

    def _style(self) -> _Paint:
        if self.isCheckable() and self._view.state == State.SUGGESTED and self.isChecked():
            return State.ON.value
        return self._view.state.value

    def _square(self, x: float) -> QRectF:
        return QRectF(x, (self.height() - ICON) / 2, ICON, ICON)

    def _cross(self) -> QRectF:
        return self._square(self.width() - PAD_CROSS - ICON)
