"""The rows of a chat: questions that fold, and posts with the number of their answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QToolTip

from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.ink import SMALL_ICON, Ink
from allybook.ui.delegates.lines import Accent, Lines, Measure
from allybook.ui.delegates.row import PAGE_PAD, Cell, CellPlace, RowDelegate
from allybook.ui.delegates.spans import mark
from allybook.ui.models.chat import (
    ChatGroup,
    ChatPost,
    ChatRowsModel,
    asked_text,
    named_text,
    time_text,
)
from allybook.ui.models.recent import Recent
from allybook.ui.models.roles import Index, Role
from allybook.ui.stump import without_stump
from allybook.ui.tips import as_written
from allybook.ui.units import utf16
from allybook.ui.widgets.avatar import Who
from allybook.ui.wording import exactly

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from allybook.ui.delegates.spans import Hit
    from allybook.ui.theme.look import Look

KEPT = 400
LINES = 2
AVATAR_TOP = 10
TEXT_LEFT = 60
NAME_BASE = 24
TEXT_BASE = 44
GAP = 6
NAMED_GAP = 8
LABEL_GAP = 9
FOLDED_HEIGHT = 36
PINNED_HEIGHT = 64
LABEL_LEFT = 40
FOLDED_BASE = 22
PINNED_BASE = 24
QUESTION_BASE = 46


class _Heading(Struct, frozen=True):
    """What a question's row shows."""

    icon: str
    label: str
    words: str
    aside: str


class ChatDelegate(RowDelegate):
    """Paints ``ChatGroup`` and ``ChatPost`` values; ``now`` is in the person's zone."""

    def __init__(
        self, look: Look, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._now = now
        self._lines: Recent[Lines] = Recent(KEPT)

    def read(self, cell: Cell) -> tuple[ChatPost, str] | _Heading | None:
        """Return a post and its time, or the heading of a question."""
        row = cell.row
        if isinstance(row, ChatPost):
            return row, time_text(row, self._now())
        if not isinstance(row, ChatGroup):
            return None
        if cell.rect.height() > FOLDED_HEIGHT:
            return self.heading(row)
        model = cell.index.model()
        unfolded = isinstance(model, ChatRowsModel) and model.is_open(row)
        icon = "chevron-down" if unfolded else "chevron-right"
        return _Heading(icon, row.label, row.words, row.aside)

    def heading(self, group: ChatGroup) -> _Heading:
        """Return the heading of the current question: pinned, with the time when it was asked."""
        return _Heading("pin", asked_text(group, self._now()), group.words, group.aside)

    def ground(self, content: object) -> str:
        """Return that questions lie on the panel's colour."""
        return "panel" if isinstance(content, _Heading) else "surface"

    def draw(
        self, ink: Ink, place: CellPlace, content: tuple[ChatPost, str] | _Heading | None
    ) -> None:
        """Draw a question or a post."""
        if isinstance(content, tuple):
            self._draw_post(ink, place.area, *content)
        elif content is not None and content.icon == "pin":
            _draw_pinned(ink, place.area, content)
        elif content is not None:
            _draw_fold(ink, place.area, content)

    def hit(self, index: Index, rect: QRect, point: QPoint) -> Hit | None:
        """Return the hashtag, mention or link at ``point``; ``rect`` is the row's."""
        row = index.data(Role.ROW)
        if not isinstance(row, ChatPost):
            return None
        lines = self._lines_of(row, "accent_text", rect.width() - TEXT_LEFT - PAGE_PAD)
        return lines.hit(QPointF(point - rect.topLeft()) - QPointF(TEXT_LEFT, TEXT_BASE))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the exact time over the name and the time of a post."""
        row = index.data(Role.ROW)
        over = event.pos().y() - option.rect.top() < TEXT_BASE - GAP * 2
        text = exactly(row.post.created_at, self._now()) if isinstance(row, ChatPost) else ""
        QToolTip.showText(event.globalPos(), as_written(text if over else ""), view)
        return True

    def _draw_post(self, ink: Ink, area: QRectF, row: ChatPost, time: str) -> None:
        at = area.topLeft() + QPointF(PAGE_PAD, AVATAR_TOP)
        ink.avatar(at, "room", Who(row.name, row.kind, row.post.author_id))
        end = self._draw_aside(ink, area, row, time)
        self._draw_who(ink, area, row, end)
        width = int(area.width()) - TEXT_LEFT - PAGE_PAD
        lines = self._lines_of(row, ink.role("accent_text"), width)
        ink.painter.setPen(self.look.colour(ink.role("text")))
        lines.draw(ink.painter, area.topLeft() + QPointF(TEXT_LEFT, TEXT_BASE))

    def _draw_aside(self, ink: Ink, area: QRectF, row: ChatPost, time: str) -> float:
        """Draw the time and how many allies are named; return where they begin."""
        at = QPointF(area.right() - PAGE_PAD, area.top() + NAME_BASE)
        at.setX(ink.words_before(at, time, ink.face("caption"), "text_3"))
        if not row.named:
            return at.x() - 2 * GAP
        at.setX(at.x() - NAMED_GAP)
        face = ink.face("caption", BOLD)
        at.setX(ink.words_before(at, named_text(row.named), face, "accent_text"))
        at.setX(at.x() - SMALL_ICON - 4)
        ink.icon("bookmark-check", "accent_text", at - QPointF(0, 11), SMALL_ICON)
        return at.x() - 2 * GAP

    def _draw_who(self, ink: Ink, area: QRectF, row: ChatPost, end: float) -> None:
        at = area.topLeft() + QPointF(TEXT_LEFT, NAME_BASE)
        ui, bold = ink.face("ui"), ink.face("ui_bold")
        room = end - at.x() - (ink.pill_width(row.badge) + GAP if row.badge else 0)
        at.setX(ink.words(at, bold.elided(row.name, room), bold, "text") + GAP)
        if row.badge:
            at.setX(ink.pill(QPointF(at.x(), area.top() + AVATAR_TOP), row.badge) + GAP)
        handle = ui.elided(f"@{row.handle}", end - at.x())
        if len(handle) > 1 and row.name != f"@{row.handle}":
            ink.words(at, handle, ui, "text_3")

    def _lines_of(self, row: ChatPost, accent: str, width: int) -> Lines:
        key = (row.post.post_id, row.lead, width, self.look.scheme, accent)
        return self._lines.get(key, lambda: self._set(row, accent, width))

    def _set(self, row: ChatPost, accent: str, width: int) -> Lines:
        marked, colour = mark(row.post), self.look.colour(accent)
        accents = [Accent(span.start, span.end - span.start, colour) for span in marked.spans]
        if row.lead:
            bold = self.kit.faces.face("body", BOLD).font
            length = utf16(row.post.text[: row.lead])
            accents.insert(0, Accent(0, length, colour, bold))
        return Lines(marked, Measure(self.kit.faces.face("body"), width, LINES), accents)


def _draw_pinned(ink: Ink, area: QRectF, heading: _Heading) -> None:
    at = area.topLeft() + QPointF(PAGE_PAD, PINNED_BASE)
    ink.icon(heading.icon, "accent_text", at - QPointF(0, 12))
    caption, bold = ink.face("caption"), ink.face("ui_bold")
    right = QPointF(area.right() - PAGE_PAD, at.y())
    end = ink.words_before(right, heading.aside, caption, "text_2") - GAP
    at.setX(area.left() + LABEL_LEFT)
    ink.words(at, bold.elided(heading.label, end - at.x()), bold, "accent_text")
    face = ink.face("body", BOLD)
    words = without_stump(face.elided(heading.words, area.width() - 2 * PAGE_PAD), heading.words)
    ink.words(area.topLeft() + QPointF(PAGE_PAD, QUESTION_BASE), words, face, "text")


def _draw_fold(ink: Ink, area: QRectF, heading: _Heading) -> None:
    at = area.topLeft() + QPointF(PAGE_PAD, FOLDED_BASE)
    ink.icon(heading.icon, "text_3", at - QPointF(0, 12))
    caption, ui, bold = ink.face("caption"), ink.face("ui"), ink.face("ui_bold")
    right = QPointF(area.right() - PAGE_PAD, at.y())
    end = ink.words_before(right, heading.aside, caption, "text_3") - GAP
    at.setX(area.left() + LABEL_LEFT)
    at.setX(ink.words(at, heading.label, bold, "text") + LABEL_GAP)
    words = without_stump(ui.elided(heading.words, end - at.x()), heading.words)
    ink.words(at, words, ui, "text_2")
