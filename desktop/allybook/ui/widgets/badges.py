"""Small words in a box: badges beside a name, counts, and the caps of keys."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from allybook.ui.keys import printed
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

ICON = 12
PAD = 6
PAD_BEFORE_ICON = 5
GAP = 4


class Style(Struct, frozen=True):
    """The roles of a badge: fill, words, and its line (drawn in high contrast, or always)."""

    fill: str
    ink: str
    line: str
    weight: int = 400
    round: bool = False
    always: bool = False


class Tone(Enum):
    """What a badge says: an ally, a fact, take care, a count, a key."""

    ALLY = Style("accent_soft", "accent_text", "accent_text", 600)
    PLAIN = Style("sunken", "text_2", "border")
    CARE = Style("warn_soft", "warn", "warn_line")
    COUNT = Style("sunken", "text_2", "border", 600, round=True)
    KEY = Style("surface", "text_2", "border_button", 600, always=True)


class BadgeWords(Struct, frozen=True):
    """One badge: its words, its tone and the icon before them."""

    text: str
    tone: Tone = Tone.PLAIN
    icon: str = ""


def badge_size(look: Look, mark: BadgeWords) -> QSize:
    """Return the room that a badge needs."""
    style = mark.tone.value
    words = QFontMetricsF(look.font("label", style.weight)).horizontalAdvance(mark.text)
    before = PAD_BEFORE_ICON + ICON + GAP if mark.icon else PAD
    height = look.height("pill" if style.round else "badge")
    return QSize(max(height, round(before + words + PAD)), height)


def paint_badge(painter: QPainter, at: QPointF, look: Look, mark: BadgeWords) -> None:
    """Paint a badge whose left upper corner is ``at``; delegates use this too."""
    style = mark.tone.value
    rect = QRectF(at, badge_size(look, mark).toSizeF())
    line = look.colour(style.line) if style.always or look.contrast else None
    radius = rect.height() / 2 if style.round else look.radius("tag")
    paint_box(painter, rect, Box(look.colour(style.fill), line, 1, radius))
    align = Qt.AlignmentFlag.AlignCenter
    if mark.icon:
        place = QRectF(at.x() + PAD_BEFORE_ICON, rect.center().y() - ICON / 2, ICON, ICON)
        look.draw_icon(painter, mark.icon, style.ink, place)
        rect.setLeft(place.right() + GAP)
        align = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(look.colour(style.ink))
    painter.setFont(look.font("label", style.weight))
    painter.drawText(rect, align | Qt.TextFlag.TextDontClip, mark.text)


class Badge(QLabel):
    """A badge as a widget."""

    def __init__(self, look: Look, mark: BadgeWords) -> None:
        super().__init__()
        self._look = look
        self._mark = mark
        self._picture: tuple[tuple[BadgeWords, str, float], QPixmap] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_mark(mark)

    def show_mark(self, mark: BadgeWords) -> None:
        """Show another badge."""
        self._mark = mark
        self.setText(mark.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the badge needs."""
        return badge_size(self._look, self._mark)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a badge is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge: the same one over and over, wherever it is moved to."""
        look, ratio = self._look, self.devicePixelRatioF()
        key = (self._mark, look.scheme, ratio)
        if self._picture is None or self._picture[0] != key:
            self._picture = (key, self._paint_picture(ratio))
        QPainter(self).drawPixmap(0, 0, self._picture[1])

    def _paint_picture(self, ratio: float) -> QPixmap:
        size = badge_size(self._look, self._mark)
        picture = QPixmap((size.toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setLayoutDirection(self.layoutDirection())
        paint_badge(painter, QPointF(0, 0), self._look, self._mark)
        painter.end()
        return picture


class CountPill(Badge):
    """A count, round as in tabs or square as beside a heading."""

    def __init__(self, look: Look, text: str, *, square: bool = False) -> None:
        self._tone = Tone.PLAIN if square else Tone.COUNT
        super().__init__(look, BadgeWords(text, self._tone))

    def show_text(self, text: str) -> None:
        """Show another count."""
        self.show_mark(BadgeWords(text, self._tone))


class KeyCap(Badge):
    """The cap of a key, as it is printed on a keyboard of the person's language."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, BadgeWords(printed(text), Tone.KEY))
