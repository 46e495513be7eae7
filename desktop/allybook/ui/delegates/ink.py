"""Words, icons and pills on one row, in the inks that the row's state asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from allybook.ui.delegates.faces import BOLD, Faces
from allybook.ui.delegates.portraits import Portraits
from allybook.ui.models.pills import Pill, PillTone
from allybook.ui.models.recent import Recent
from allybook.ui.widgets.boxes import Box, fill, paint_box, paint_line

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from allybook.ui.delegates.faces import FontFace
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.avatar import Who

SURFACE = "surface"
ICON = 16
SMALL_ICON = 14
# Between an icon and the words that it belongs to.
ICON_GAP = 6
PILL_ICON = 12
PILL_ICON_GAP = 4
PILL_HEIGHT = 20
PILL_PAD = 6
PILL_SNUG = 4
STRIPS = 8
"""Rows of icons: one for each ink and screen."""
# From the top of a pill to the baseline of its words.
PILL_BASE = 14
PILL_GROUNDS = {PillTone.PLAIN: "sunken", PillTone.ALLY: "accent_soft", PillTone.CARE: "warn_soft"}
PILL_INKS = {PillTone.PLAIN: "text_2", PillTone.ALLY: "accent_text", PillTone.CARE: "warn"}


class RowMood(Struct, frozen=True):
    """How a row feels: the colour under it, the frame of the keyboard, and one ink for all.

    ``only`` is the role that every ink turns to (a selected row in high contrast), or empty.
    """

    ground: str = SURFACE
    framed: bool = False
    selected: bool = False
    only: str = ""


class Ends(Struct, frozen=True):
    """Whether a cell is the first and the last of its row: a frame goes around the whole row."""

    first: bool = True
    last: bool = True


class Kit:
    """What the rows of one list are painted with, and what of it is kept between frames."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.faces = Faces(look)
        self.portraits = Portraits(look)
        self.strips: Recent[QPixmap] = Recent(STRIPS)


class Ink:
    """Paints one row; baselines and edges are in the painter's logical pixels."""

    def __init__(self, painter: QPainter, kit: Kit, mood: RowMood) -> None:
        self.painter = painter
        self.look = kit.look
        self.mood = mood
        self._kit = kit

    def role(self, role: str) -> str:
        """Return the role that is painted where ``role`` is meant."""
        return self.mood.only or role

    def face(self, kind: str, weight: int | None = None) -> FontFace:
        """Return a face to measure with."""
        return self._kit.faces.face(kind, weight)

    def avatar(self, at: QPointF, size: str, who: Who, *, grey: bool = False) -> QRectF:
        """Draw an avatar with its left top at ``at``; return its place."""
        return self._kit.portraits.draw(self.painter, at, size, who, grey=grey)

    def ground(self, rect: QRectF, ground: str = "") -> None:
        """Paint the row's ground (``ground`` where nothing else is asked) and the line under it."""
        role = ground if ground and self.mood.ground == SURFACE else self.mood.ground
        # The list itself is of the surface's colour.
        if role != SURFACE:
            fill(self.painter, rect, self.look.colour(role))
        paint_line(self.painter, rect, self.look.colour("border"), Qt.Edge.BottomEdge)

    def frame(self, rect: QRectF, ends: Ends) -> None:
        """Paint a cell's part of the frame of the keyboard, where the row has it."""
        if not self.mood.framed:
            return
        width, colour = self.look.stroke("focus"), self.look.colour("focus")
        across, down = QRectF(rect), QRectF(rect)
        across.setHeight(width)
        down.setWidth(width)
        pieces = [across, across.translated(0, rect.height() - width)]
        pieces += [down] if ends.first else []
        pieces += [down.translated(rect.width() - width, 0)] if ends.last else []
        for piece in pieces:
            fill(self.painter, piece, colour)

    def words(self, at: QPointF, text: str, face: FontFace, role: str) -> float:
        """Write from ``at`` on its baseline; return where the words end."""
        word = face.word(text)
        self.painter.setPen(self.look.colour(self.role(role)))
        word.layout.draw(self.painter, at)
        return at.x() + word.width

    def words_once(self, at: QPointF, text: str, face: FontFace, role: str, room: float) -> None:
        """Write what no other row says, cut where it does not fit: setting it is not kept."""
        if not face.surely_fits(text, room):
            self.words(at, face.elided(text, room), face, role)
            return
        self.painter.setPen(self.look.colour(self.role(role)))
        self.painter.setFont(face.font)
        self.painter.drawText(at, text)

    def words_before(self, at: QPointF, text: str, face: FontFace, role: str) -> float:
        """Write so that the words end at ``at``; return where they begin."""
        start = at.x() - face.width(text)
        self.words(QPointF(start, at.y()), text, face, role)
        return start

    def icon(self, name: str, role: str, at: QPointF, side: int = ICON) -> None:
        """Draw an icon with its left top at ``at``."""
        box = QRectF(at.x(), at.y(), side, side)
        self.look.draw_icon(self.painter, name, self.role(role), box)

    def icons(self, names: tuple[str, ...], role: str, at: QPointF, step: int) -> None:
        """Draw small icons side by side, ``step`` from one to the next, as all rows have them."""
        role, ratio = self.role(role), self.painter.device().devicePixelRatio()
        key = (names, self.look.colour(role).rgba(), step, ratio)
        strip = self._kit.strips.get(key, lambda: self._strip(names, role, step, ratio))
        self.painter.drawPixmap(at, strip)

    def _strip(self, names: tuple[str, ...], role: str, step: int, ratio: float) -> QPixmap:
        size = QSizeF(step * len(names), SMALL_ICON) * ratio
        strip = QPixmap(size.toSize())
        strip.setDevicePixelRatio(ratio)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        for number, name in enumerate(names):
            box = QRectF(number * step, 0, SMALL_ICON, SMALL_ICON)
            self.look.draw_icon(painter, name, role, box)
        painter.end()
        return strip

    def pill_width(self, pill: Pill) -> float:
        """Return how wide a pill is."""
        return _pill_words(pill) + self._pill_face(pill).width(pill.words) + PILL_PAD

    def pill(self, at: QPointF, pill: Pill) -> float:
        """Paint a pill with its left top at ``at``; return where it ends."""
        rect = QRectF(at.x(), at.y(), self.pill_width(pill), PILL_HEIGHT)
        ink, look = PILL_INKS[pill.tone], self.look
        line = look.colour(ink) if look.contrast else None
        paint_box(self.painter, rect, Box(self._pill_ground(pill), line, radius=look.radius("tag")))
        if pill.icon:
            left = rect.left() + (PILL_SNUG if pill.snug else PILL_PAD)
            top = rect.center().y() - PILL_ICON / 2
            look.draw_icon(self.painter, pill.icon, ink, QRectF(left, top, PILL_ICON, PILL_ICON))
        self.painter.setPen(look.colour(ink))
        at = rect.topLeft() + QPointF(_pill_words(pill), PILL_BASE)
        self._pill_face(pill).word(pill.words).layout.draw(self.painter, at)
        return rect.right()

    def _pill_ground(self, pill: Pill) -> QColor:
        """Return the ground of a pill; a grey one would hardly show on a row that has a colour."""
        lost = pill.tone is PillTone.PLAIN and self.mood.ground != SURFACE
        bare = lost and not self.look.contrast
        return self.look.colour(SURFACE if bare else PILL_GROUNDS[pill.tone])

    def _pill_face(self, pill: Pill) -> FontFace:
        return self.face("caption", BOLD if pill.tone is PillTone.ALLY else None)


def _pill_words(pill: Pill) -> int:
    """Return where the words of a pill begin."""
    if not pill.icon:
        return PILL_PAD
    return (PILL_SNUG if pill.snug else PILL_PAD) + PILL_ICON + PILL_ICON_GAP
