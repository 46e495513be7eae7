"""Who it is, by shape: a circle is a person, a rounded square an organisation, # a hashtag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from allybook.domain.book.entry import Kind
from allybook.domain.expressions import expression
from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QFont, QPaintEvent

    from allybook.ui.theme.look import Look

# A word begins at a letter or figure; inside a handle also at a capital after a small letter.
FIRST_LETTER = expression(r"(?<![^\W_])[^\W_]")
CAMEL = expression(r"(?<=[a-z])(?=[A-Z])")


class Who(Struct, frozen=True):
    """Whose avatar it is: a name (or @handle), the kind, and the id that gives the colour."""

    name: str
    kind: Kind
    key: str


def initials(name: str) -> str:
    """Return up to two letters: of the first two words, or of a handle's first two parts."""
    if name.startswith("@"):
        name = CAMEL.sub(" ", name).replace("_", " ")
    found = FIRST_LETTER.findall(name)
    return "".join(found[:2]).upper()


def letters_of(who: Who) -> str:
    """Return what stands in an avatar: a question mark for a name that is not known or a sign."""
    return "#" if who.kind == Kind.HASHTAG else initials(who.name) or "?"


def paint_avatar(painter: QPainter, rect: QRect | QRectF, look: Look, who: Who) -> None:
    """Paint an avatar into a square."""
    area = QRectF(rect)
    paint_ground(painter, area, look, who)
    painter.save()
    painter.setPen(colours_of(look, who, grey=False)[1])
    painter.setFont(letter_font(look, round(area.width())))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters_of(who))
    painter.restore()


def paint_ground(
    painter: QPainter, area: QRectF, look: Look, who: Who, *, grey: bool = False
) -> None:
    """Paint an avatar into a square without its letters: they are few, and lists keep them.

    It is ``grey`` for what is quiet.
    """
    background, letters = colours_of(look, who, grey=grey)
    line = letters if look.contrast else None
    paint_box(painter, area, Box(background, line, look.outline(), _radius(look, who, area)))


def colours_of(look: Look, who: Who, *, grey: bool) -> tuple[QColor, QColor]:
    """Return the ground of an avatar and the ink of its letters."""
    if grey and not look.contrast:
        return look.colour("sunken"), look.colour("text_3")
    return look.avatar_colours(who.key)


def letter_font(look: Look, side: int) -> QFont:
    """Return the font for the letters of an avatar that is so wide."""
    return look.avatar_font(min(look.avatars(), key=lambda known: abs(known[0] - side))[1])


class Avatar(QLabel):
    """An avatar as a widget; ``size`` is a name of ``[avatar]``."""

    def __init__(self, look: Look, who: Who, size: str = "post") -> None:
        super().__init__()
        self._look = look
        self._who = who
        self._side = look.avatar(size)[0]
        self.setFixedSize(QSize(self._side, self._side))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_who(self, who: Who) -> None:
        """Show another avatar."""
        self._who = who
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the avatar."""
        paint_avatar(QPainter(self), self.rect(), self._look, self._who)


def _radius(look: Look, who: Who, area: QRectF) -> float:
    if who.kind == Kind.PERSON:
        return area.width() / 2
    # The radius is meant for the avatars of posts; in smaller ones it would make a circle.
    return min(look.radius("avatar_org"), area.width() * 0.22)
