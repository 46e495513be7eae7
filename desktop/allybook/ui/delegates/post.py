"""The card of a post: who, text, why, counts, on a row of one fixed height."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtWidgets import QToolTip

from allybook.ui import wording
from allybook.ui.delegates.faces import BOLD
from allybook.ui.delegates.gap import button_at, draw_gap
from allybook.ui.delegates.ink import PILL_BASE, SMALL_ICON, Ink
from allybook.ui.delegates.lines import STEP, Accent, Lines, Measure
from allybook.ui.delegates.reasons import fitting_reasons
from allybook.ui.delegates.row import Cell, CellPlace, RowDelegate
from allybook.ui.delegates.spans import Hit, HitKind, mark
from allybook.ui.models.gaps import GapRow
from allybook.ui.models.media import name_media
from allybook.ui.models.pills import Pill, PillTone
from allybook.ui.models.posts import PostRow, gone_words, why_word
from allybook.ui.models.recent import Recent
from allybook.ui.models.roles import Index, Role
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Who
from allybook.ui.widgets.boxes import Box, paint_box
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

    from allybook.ui.theme.look import Look

KEPT = 400
DOT = QRectF(8, 0, 8, 8)
AVATAR_LEFT = 24
TEXT_LEFT = 72
RIGHT = 16
GAP = 6
# Three columns of 44 px, 8 px apart.
COUNT_STEP = 52
COUNTS = RIGHT + 2 * COUNT_STEP + 44
COUNT_GAP = 4
COUNT_LEAST = 14 + COUNT_GAP + 8
"""What a column takes beside its figures: the icon, and what lies between."""
COUNT_ICONS = ("message-circle", "repeat-2", "heart")
# How far an icon of the last line begins above its baseline.
ICON_RISE = 11
# Baselines below the top of the text block: the name, the first line, the reason after the text.
NAME_BASE = 14
TEXT_BASE = 34
REASON_BASE = 35


class Density(StrEnum):
    """How much of each post a row shows; the value is the height's name in the theme."""

    COMPACT = "post_compact"
    NORMAL = "post"
    ROOMY = "post_roomy"


POST_ROWS = "timeline.rows"
"""The setting that keeps how much of each post is shown."""
ACT = Hit(HitKind.ACT)
LINES = {Density.COMPACT: 1, Density.NORMAL: 2, Density.ROOMY: 3}
TOPS = {Density.COMPACT: 8, Density.NORMAL: 12, Density.ROOMY: 12}


def density_of(kept: str) -> Density:
    """Return how much of each post is shown by what the setting keeps."""
    return Density(kept) if kept in {*Density} else Density.NORMAL


class PostDelegate(RowDelegate):
    """Paints ``PostRow`` values; ``now`` is in the person's zone."""

    def __init__(
        self, look: Look, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(look, parent)
        self._now = now
        self._lines: Recent[Lines] = Recent(KEPT)
        self._density = Density.NORMAL

    @property
    def density(self) -> Density:
        """Return how much of each post is shown."""
        return self._density

    def set_density(self, density: Density) -> int:
        """Show more or less of each post; return the row height that belongs to it."""
        self._density = density
        return self.row_height()

    def row_height(self) -> int:
        """Return the height of a row."""
        return self.look.height(self._density)

    def read(self, cell: Cell) -> tuple[PostRow, str, Density] | GapRow | None:
        """Return the post and its age, or the gap; None for a post that is no longer kept."""
        return self.content(cell.row)

    def content(self, shown: object) -> tuple[PostRow, str, Density] | GapRow | None:
        """Return all that a row shows, of what the model says of it."""
        if isinstance(shown, GapRow):
            return shown
        if not isinstance(shown, PostRow):
            return None
        return shown, wording.ago(shown.row.post.created_at, self._now()), self._density

    def ground(self, content: object) -> str:
        """Return that gaps lie on the panel's colour."""
        return "panel" if isinstance(content, GapRow) else super().ground(content)

    def draw(
        self, ink: Ink, place: CellPlace, content: tuple[PostRow, str, Density] | GapRow | None
    ) -> None:
        """Draw one card, or one gap."""
        area = place.area
        if isinstance(content, GapRow):
            draw_gap(ink, area, content)
            return
        if content is None:
            at = area.topLeft() + QPointF(TEXT_LEFT, self._top + NAME_BASE)
            ink.words(at, gone_words(), ink.face("ui"), "text_3")
            return
        shown, when, _density = content
        self._draw_gutter(ink, area, shown)
        self._draw_who(ink, area, shown, when)
        self._draw_text(ink, area, shown)
        counts = self._draw_counts(ink, area, shown)
        self._draw_reasons(ink, area, shown, self._draw_media(ink, area, shown, counts))

    def hit(self, index: Index, rect: QRect, point: QPoint) -> Hit | None:
        """Return the hashtag, mention, link or button at ``point``; ``rect`` is the row's."""
        shown = index.data(Role.ROW)
        if isinstance(shown, GapRow):
            box = button_at(QRectF(rect), shown, self.kit.faces.face("label"))
            return ACT if box.contains(QPointF(point)) else None
        if not isinstance(shown, PostRow):
            return None
        lines = self._lines_of(shown, "accent_text", rect.width() - TEXT_LEFT - RIGHT)
        return lines.hit(QPointF(point - rect.topLeft()) - QPointF(TEXT_LEFT, self._text_base))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the exact time over the time, and all reasons over the reasons."""
        shown = index.data(Role.ROW)
        if isinstance(shown, GapRow):
            QToolTip.showText(event.globalPos(), as_written(shown.sentence), view)
            return True
        if not isinstance(shown, PostRow):
            return False
        QToolTip.showText(
            event.globalPos(), as_written(self.tip(shown, option.rect, event.pos())), view
        )
        return True

    def tip(self, shown: PostRow, rect: QRect, point: QPoint) -> str:
        """Return what a tooltip says at ``point``, or nothing."""
        below, left = point.y() - rect.top(), rect.right() - point.x()
        if below <= self._top + STEP and left < COUNTS:
            return wording.exactly(shown.row.post.created_at, self._now())
        if below > self._reason_base - STEP and left > COUNTS and shown.why.words:
            return f"{why_word(shown.why)} {', '.join(shown.why.words)}"
        return ""

    @property
    def _top(self) -> int:
        return TOPS[self._density]

    @property
    def _text_base(self) -> int:
        return self._top + TEXT_BASE

    @property
    def _reason_base(self) -> int:
        return self._top + LINES[self._density] * STEP + REASON_BASE

    def _draw_gutter(self, ink: Ink, area: QRectF, shown: PostRow) -> None:
        who = Who(shown.known_name, shown.kind, shown.row.post.author_id)
        at = area.topLeft() + QPointF(AVATAR_LEFT, self._top)
        portrait = ink.avatar(at, "post", who, grey=shown.why.quiet)
        if shown.unread:
            dot = DOT.translated(area.left(), portrait.center().y() - DOT.height() / 2)
            paint_box(ink.painter, dot, Box(self.look.colour(ink.role("accent")), radius=4))

    def _draw_who(self, ink: Ink, area: QRectF, shown: PostRow, when: str) -> None:
        base = area.top() + self._top + NAME_BASE
        caption, ui, bold = ink.face("caption"), ink.face("ui"), ink.face("ui_bold")
        at = QPointF(area.right() - RIGHT, base)
        end = ink.words_before(at, when, caption, "text_3") - 2 * GAP
        badge = Pill(translate("posts", "Ally"), "bookmark", PillTone.ALLY, snug=True)
        x = area.left() + TEXT_LEFT
        room = end - x - (GAP + ink.pill_width(badge) if shown.row.ally else 0)
        name = bold.elided(shown.name, room)
        x = ink.words(QPointF(x, base), name, bold, _main_role(ink, shown)) + GAP
        if shown.row.ally:
            x = ink.pill(QPointF(x, area.top() + self._top), badge) + GAP
        # The handle has what the name leaves over.
        handle = ui.elided(shown.handle, end - x)
        if len(handle) > 1:
            ink.words(QPointF(x, base), handle, ui, "text_3")

    def _draw_text(self, ink: Ink, area: QRectF, shown: PostRow) -> None:
        accent = ink.role("text_3" if shown.why.quiet else "accent_text")
        lines = self._lines_of(shown, accent, int(area.width()) - TEXT_LEFT - RIGHT)
        ink.painter.setPen(self.look.colour(ink.role(_main_role(ink, shown))))
        lines.draw(ink.painter, area.topLeft() + QPointF(TEXT_LEFT, self._text_base))

    def _draw_counts(self, ink: Ink, area: QRectF, shown: PostRow) -> float:
        """Draw the counts; return where they begin: further left where some are wide."""
        metrics, caption = shown.row.post.metrics, ink.face("caption")
        numbers = (metrics.replies, metrics.reposts, metrics.likes)
        words = tuple(map(wording.short_count, numbers))
        steps = [max(COUNT_STEP, caption.width(one) + COUNT_LEAST) for one in words]
        base = area.top() + self._reason_base
        start = left = area.right() - COUNTS - (sum(steps) - len(steps) * COUNT_STEP)
        if start == area.right() - COUNTS:
            ink.icons(COUNT_ICONS, "text_3", QPointF(left, base - ICON_RISE), COUNT_STEP)
        for icon, word, step in zip(COUNT_ICONS, words, steps, strict=True):
            if start < area.right() - COUNTS:
                ink.icon(icon, "text_3", QPointF(left, base - ICON_RISE), SMALL_ICON)
            at = QPointF(left + SMALL_ICON + COUNT_GAP, base)
            ink.words(at, word, caption, "text_3")
            left += step
        return start

    def _draw_media(self, ink: Ink, area: QRectF, shown: PostRow, counts: float) -> float:
        """Draw what media there is, in words, before the counts; return where the reasons end."""
        end = counts - 2 * GAP
        if not shown.row.post.media:
            return end
        pill = Pill(name_media(shown.row.post.media))
        left = end - ink.pill_width(pill)
        ink.pill(QPointF(left, area.top() + self._reason_base - PILL_BASE), pill)
        return left - 2 * GAP

    def _draw_reasons(self, ink: Ink, area: QRectF, shown: PostRow, end: float) -> None:
        why = shown.why
        if not why.words:
            return
        at = QPointF(area.left() + TEXT_LEFT, area.top() + self._reason_base)
        icon = "eye-off" if why.quiet else "check"
        ink.icon(icon, "text_2", at - QPointF(0, ICON_RISE), SMALL_ICON)
        face, bold = ink.face("caption"), ink.face("caption", BOLD)
        at.setX(at.x() + SMALL_ICON + GAP)
        at.setX(ink.words(at, why_word(why), bold, "text_2") + face.width(" "))
        ink.words(at, fitting_reasons(why.words, face, end - at.x()), face, "text_2")

    def _lines_of(self, shown: PostRow, accent: str, width: int) -> Lines:
        """Return the lines of a post; where links stand does not depend on ``accent``."""
        measure = Measure(self.kit.faces.face("body"), width, LINES[self._density])
        key = (shown.row.post.post_id, self._density, self.look.scheme, accent)
        return self._lines.get(key, lambda: self._set(shown, accent, measure)).fit(measure)

    def _set(self, shown: PostRow, accent: str, measure: Measure) -> Lines:
        marked = mark(shown.row.post)
        colour = self.look.colour(accent)
        accents = [Accent(span.start, span.end - span.start, colour) for span in marked.spans]
        return Lines(marked, measure, accents)


def _main_role(ink: Ink, shown: PostRow) -> str:
    """Return the ink of name and text: quiet posts stand back."""
    if not shown.why.quiet:
        return "text"
    return "text_2" if ink.mood.selected else "text_3"
