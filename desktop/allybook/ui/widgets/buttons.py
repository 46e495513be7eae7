"""Buttons: one main one, outlined, flat, links, and the one that cannot be taken back lightly."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy

from allybook.ui.keys import press_by_enter
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import Box, fill, paint_box
from allybook.ui.widgets.measured import Measured

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from allybook.ui.theme.look import Look

GAP = 8
# Padding before words, by height; an icon brings some margin of its own.
PADS = {"button_small": 11, "button": 13, "button_dialog": 17, "button_door": 17}
LESS_FOR_ICON = 2


class Dress(Struct, frozen=True):
    """The roles that a kind of button is painted in; an empty one paints nothing.

    ``fills`` are at rest, under the pointer and pressed; ``line`` is its outline, ``ink`` the
    words and ``icon`` the icon.
    """

    fills: tuple[str, str, str]
    line: str
    ink: str
    icon: str
    weight: int = 500


OUTLINED = Dress(("surface", "hover", "hover"), "border_button", "text", "text_2")
PRIMARY = Dress(("accent", "accent_hover", "accent_press"), "", "on_accent", "on_accent", 600)
FLAT = Dress(("", "hover", "hover"), "", "text_2", "text_2")
DANGER = Dress(("surface", "danger_soft", "danger_soft"), "danger_line", "danger", "danger")
LINK = Dress(("", "", ""), "", "accent_text", "accent_text")


class Button(QPushButton):
    """An outlined button with an icon, words or both; a menu gives it a chevron.

    ``icon`` is the name of a line icon, ``size`` a name of ``[height]``. Space and Enter press it.
    """

    dress = OUTLINED
    enter_presses = True
    icon_side = 16
    round = False

    def __init__(self, look: Look, text: str = "", icon: str = "", *, size: str = "button") -> None:
        super().__init__(text)
        self._look = look
        self._icon = icon
        self._bare = False
        self._pad = PADS[size]
        self._measured = Measured()
        self.setFont(look.font("ui", self.dress.weight))
        self.setFixedHeight(look.height(size))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # No dialog may press a button that has not got the focus.
        self.setAutoDefault(False)

    def set_icon(self, name: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    @property
    def bare(self) -> bool:
        """Return whether only the icon is shown, for want of room."""
        return self._bare

    def show_bare(self, *, bare: bool) -> None:
        """Show the icon alone, with the words as the tooltip; or the words again."""
        if bare == self._bare:
            return
        self._bare = bare
        if bare and not self.toolTip():
            self.setToolTip(as_written(self.text()))
        elif not bare and self.toolTip() == as_written(self.text()):
            self.setToolTip("")
        self.updateGeometry()
        self.update()

    def whole_width(self) -> int:
        """Return the room that it takes with its words."""
        bare, self._bare = self._bare, False
        width = self.sizeHint().width()
        self._bare = bare
        return width

    def sizeHint(self) -> QSize:
        """Return the room for padding, icon, words and chevron."""
        left, right = self._pads()
        return QSize(ceil(left + self._contents() + right), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: words on a button are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        if not press_by_enter(self, event, presses=self.enter_presses):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, and the contents in its middle."""
        painter = QPainter(self)
        paint_box(painter, self.rect(), self._box())
        left, right = self._pads()
        room = self.width() - left - right - self._contents()
        self._paint_contents(painter, left + max(0.0, room / 2))

    def _shows_words(self) -> bool:
        return bool(self.text()) and not self._bare

    def _pads(self) -> tuple[float, float]:
        if not self._shows_words():
            pad = (self.height() - self.icon_side) / 2
            return pad, pad
        left = self._pad - (LESS_FOR_ICON if self._icon else 0)
        right = self._pad - (LESS_FOR_ICON if self.menu() is not None else 0)
        return left, right

    def _words(self) -> float:
        return self._measured.width(self.text(), self.font()) if self.text() else 0.0

    def _contents(self) -> float:
        parts = [self._words()] if self._shows_words() else []
        parts += [self.icon_side] * (bool(self._icon) + (self.menu() is not None))
        return sum(parts) + GAP * (len(parts) - 1)

    def _box(self) -> Box:
        look, dress = self._look, self.dress
        fill, line = dress.fills[self._press()], dress.line
        if not self.isEnabled():
            fill, line = "", "border" if dress.fills[0] else ""
        return Box(
            look.colour(fill) if fill else None,
            look.colour(line) if line else None,
            look.outline(),
            self.height() / 2 if self.round else look.radius("button"),
        )

    def _paint_contents(self, painter: QPainter, x: float) -> None:
        if self._icon:
            self._paint_icon(painter, self._icon, x)
            x += self.icon_side + GAP
        if self._shows_words():
            self._paint_words(painter, x)
            x += self._words() + GAP
        if self.menu() is not None:
            self._paint_icon(painter, "chevron-down", x)

    def _paint_words(self, painter: QPainter, x: float) -> None:
        ink = self.dress.ink if self.isEnabled() else "text_off"
        painter.setPen(self._look.colour(ink))
        room = QRectF(x, 0, self._words() + 1, self.height())
        self._measured.line(self.text(), self.font()).draw(painter, room)

    def _paint_icon(self, painter: QPainter, name: str, x: float) -> None:
        role = self.dress.icon if self.isEnabled() else "text_off"
        side = self.icon_side
        self._look.draw_icon(painter, name, role, QRectF(x, (self.height() - side) / 2, side, side))

    def _press(self) -> int:
        if self.isDown() or self.isChecked():
            return 2
        return 1 if self.underMouse() else 0


class PrimaryButton(Button):
    """The one main button of a view, filled."""

    dress = PRIMARY


class PillButton(PrimaryButton):
    """A main button with round ends, which floats beside the work: something new is there."""

    round = True


class FlatButton(Button):
    """A button without an outline, for what is done seldom."""

    dress = FLAT


class DangerButton(Button):
    """A button for what cannot be taken back lightly."""

    dress = DANGER


class LinkButton(Button):
    """A button that looks like a link: no padding, no outline; ``kind`` is a kind of text."""

    dress = LINK

    def __init__(
        self, look: Look, text: str, icon: str = "", *, kind: str = "ui", weight: int = 500
    ) -> None:
        super().__init__(look, text, icon)
        self.setFont(look.font(kind, weight))
        self.setFixedHeight(look.line_height(kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _pads(self) -> tuple[float, float]:
        return 0.0, 0.0

    def _paint_contents(self, painter: QPainter, x: float) -> None:
        super()._paint_contents(painter, x)
        if self.underMouse() and self.isEnabled():
            left = x + (self.icon_side + GAP if self._icon else 0)
            base = round((self.height() + QFontMetricsF(self.font()).capHeight()) / 2) + 2
            fill(painter, QRectF(left, base, self._words(), 1), self._look.colour(self.dress.ink))


class IconButton(FlatButton):
    """A button that is only an icon; ``name`` is what readers and the tooltip say."""

    def __init__(
        self, look: Look, icon: str, name: str, *, size: str = "button_small", side: int = 16
    ) -> None:
        super().__init__(look, "", icon, size=size)
        self.icon_side = side
        self.setFixedWidth(self.height())
        self.setAccessibleName(name)
        self.setToolTip(as_written(name))
