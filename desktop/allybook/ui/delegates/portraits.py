"""Avatars put together from a ground that is painted once, and letters that are set once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from allybook.domain.book.entry import Kind
from allybook.ui.delegates.faces import FontFace
from allybook.ui.models.recent import Recent
from allybook.ui.widgets.avatar import colours_of, letter_font, letters_of, paint_ground

if TYPE_CHECKING:
    from allybook.ui.delegates.faces import Word
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.avatar import Who

KEPT = 64
"""There are a few colours, two shapes, and two sizes of them on a screen."""
WORDS = 600
"""Nearly all pairs of letters."""


class Portraits:
    """The avatars of one list."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._grounds: Recent[QPixmap] = Recent(KEPT)
        self._faces: dict[int, FontFace] = {}
        self._words: Recent[tuple[Word, QPointF]] = Recent(WORDS)

    def draw(self, painter: QPainter, at: QPointF, size: str, who: Who, *, grey: bool) -> QRectF:
        """Draw an avatar with its left top at ``at``; return its place."""
        look, side = self._look, self._look.avatar(size)[0]
        background, ink = colours_of(look, who, grey=grey)
        ratio = painter.device().devicePixelRatio()
        key = (background.rgba(), who.kind is Kind.PERSON, side, ratio, look.scheme)
        ground = self._grounds.get(key, lambda: self._ground(who, side, ratio, grey))
        painter.drawPixmap(at, ground)
        letters = letters_of(who)
        word, inset = self._words.get((letters, side), lambda: self._word(letters, side))
        painter.setPen(ink)
        word.layout.draw(painter, at + inset)
        return QRectF(at.x(), at.y(), side, side)

    def _word(self, letters: str, side: int) -> tuple[Word, QPointF]:
        """Return letters that are set, and where they begin in the middle of an avatar."""
        if side not in self._faces:
            self._faces[side] = FontFace(letter_font(self._look, side))
        face = self._faces[side]
        return face.word(letters), face.centred(letters, QRectF(0, 0, side, side))

    def _ground(self, who: Who, side: int, ratio: float, grey: bool) -> QPixmap:  # noqa: FBT001
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_ground(painter, QRectF(0, 0, side, side), self._look, who, grey=grey)
        painter.end()
        return pixmap
