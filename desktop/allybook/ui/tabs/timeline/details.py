"""The details of one post: all of it, why it is quiet, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.acts.intents import post_address
from allybook.domain.book.entry import Kind
from allybook.services.timeline.view import explain
from allybook.ui.aloud import say_aloud
from allybook.ui.charts.reasons import Points, ReasonsBar
from allybook.ui.delegates.spans import HitKind, mark
from allybook.ui.models.media import name_media
from allybook.ui.models.posts import sentence
from allybook.ui.tabs.timeline.acts import PostActs
from allybook.ui.tabs.timeline.context import Context
from allybook.ui.tabs.timeline.reason_lines import ReasonLines
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.header import lay_person
from allybook.ui.widgets.later import laid_out_later
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, exactly, in_words, moment_of, short_count, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.ui.models.posts import PostRow
    from allybook.ui.theme.look import Look

ICONS = ("message-circle", "repeat-2", "heart")
REGULAR = 400


class PostStanding(Struct, frozen=True):
    """How a post stands to what the person wishes, and whether they ``walked`` to it from another.

    ``limit`` is the noise above which posts wait; ``rule`` the person's own filter that keeps this
    one in sight for all its noise; ``muted`` what of it is muted, in words; ``aside`` says that the
    list beside leaves it out.
    """

    limit: int = 0
    rule: Node | None = None
    muted: str = ""
    aside: bool = False
    walked: bool = False


UNKNOWN = PostStanding()


class PostDetails(QWidget):
    """Shows one post at leisure.

    ``followed`` tells a hashtag (with #), a mention (with @) or an address that was pressed.
    Whoever has the keyboard in it hears of another post that comes (``say`` lets a reader say it):
    what is pressed next is done to that one.
    """

    followed = Signal(str)

    def __init__(self, look: Look, say: Callable[[QWidget, str], None] = say_aloud) -> None:
        super().__init__()
        self._look, self._say_aloud = look, say
        self._who = Avatar(look, Who("", Kind.PERSON, ""), "pane")
        self.name = Words(look, "", "ui_bold")
        self.handle = Prose(look, "", "ui", "text_3")
        self.media = Prose(look, "", "caption", "text_2")
        self.aside = Prose(
            look, self.tr("This post is not in the list beside it."), "caption", "text_3"
        )
        self.context = Context(look)
        self.text = Prose(look, "", "read")
        self.when = Prose(look, "", "caption", "text_3")
        self.counts = [Words(look, "", "caption", "text_3") for _ in ICONS]
        self.question = Words(look, "", "ui_bold")
        self.noise = Words(look, "", "ui_bold")
        self.bar = ReasonsBar(look)
        self._reasons = ReasonLines(look)
        self.judging = LinkButton(look, self.tr("Change weights"), "sliders-horizontal")
        self.acts = PostActs(look)
        for part in (self.text, self.handle, self.when):
            part.followed.connect(self.followed)
        self.nothing = Prose(look, "", "ui", "text_3")
        self._empty = QWidget()
        self._inside = QWidget()
        self._area = Scroll(self._inside)
        self._shown = ""
        self._why = QWidget()
        self._lay_out()
        self.show_post(None, None)

    def show_post(
        self, shown: PostRow | None, now: datetime | None, standing: PostStanding = UNKNOWN
    ) -> None:
        """Show a post with how it stands to the person's wishes, or that none is chosen."""
        if shown is None or now is None:
            self.show_nothing(self.tr("Choose a post to read it here."))
            return
        self._empty.hide()
        another = shown.row.post.post_id != self._shown
        self._shown = shown.row.post.post_id
        keyboard = self._keyboard()
        if another and keyboard is not None and not standing.walked:
            self._take_keyboard()
        with laid_out_later(self._inside, self._why, self.acts):
            self._show_parts(shown, now, standing)
            if another:
                if keyboard is not None and self.context.isAncestorOf(keyboard):
                    self._take_keyboard()
                self.context.hide()
        self._area.show()
        if keyboard is not None and not keyboard.isVisibleTo(self):
            self._take_keyboard()
        if another:
            # It is read from its beginning; the same post stays as it was, its conversation too.
            self._area.verticalScrollBar().setValue(0)
            if keyboard is not None:
                self._say_aloud(self, sentence(shown, now))

    def _keyboard(self) -> QWidget | None:
        """Return what has the keyboard here: a part, or the pane itself; None where nothing has."""
        keyboard: QWidget | None = self.window().focusWidget()
        inside = keyboard is self or (keyboard is not None and self.isAncestorOf(keyboard))
        return keyboard if inside else None

    def _take_keyboard(self) -> None:
        """Take the keyboard from a part that goes, or that would do something to another post."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, shown: PostRow, now: datetime, standing: PostStanding) -> None:
        post = shown.row.post
        self._who.show_who(Who(shown.known_name, shown.kind, post.author_id))
        self.name.setText(shown.name)
        ally = self.tr("ally") if shown.row.ally else self.tr("not an ally")
        who = [_link(shown.handle, "text_3"), Span(", ")] if shown.handle else []
        self.handle.show_spans([*who, Span(ally)])
        self.aside.setVisible(standing.aside)
        self.text.show_spans(_spans(shown))
        self._show_when(shown, now)
        self.media.show_text(_media(post.media))
        self.media.setVisible(bool(post.media))
        self.when.setToolTip(as_written(exactly(post.created_at, now)))
        metrics = (post.metrics.replies, post.metrics.reposts, post.metrics.likes)
        meanings = (self.tr("Replies"), self.tr("Reposts"), self.tr("Likes"))
        for words, number, meaning in zip(self.counts, metrics, meanings, strict=True):
            words.setText(short_count(number))
            words.setToolTip(as_written(f"{meaning}: {count(number)}"))
            words.setAccessibleName(words.toolTip())
            words.updateGeometry()
        self._show_noise(shown, standing.limit)
        self.acts.show_for(shown, standing.rule, standing.muted)

    def tell_time(self, shown: PostRow, now: datetime) -> None:
        """Say anew when the post that is shown, and its conversation, were written."""
        self._show_when(shown, now)
        self.context.tell_time(now)

    def _show_when(self, shown: PostRow, now: datetime) -> None:
        post = shown.row.post
        at = post_address(post.post_id, shown.handle.removeprefix("@"))
        self.when.show_spans([_link(moment_of(post.created_at, now), "text_3", at)])
        self.when.describe_links(self.tr("Opens the post on X"))

    def show_nothing(self, words: str) -> None:
        """Show no post, and say why."""
        if self._keyboard() not in {None, self}:
            self._take_keyboard()
        self._shown = ""
        self.nothing.show_text(words)
        self._area.hide()
        self._empty.show()

    def _show_noise(self, shown: PostRow, limit: int) -> None:
        reasons = sorted(explain(shown.row), key=lambda one: -one.points)
        self._why.setVisible(bool(reasons))
        quiet, heard = self.tr("Why it is quiet"), self.tr("How noisy it is")
        self.question.setText(quiet if shown.why.quiet else heard)
        self.noise.setText(self.tr("Noise %1").replace("%1", str(shown.row.noise)))
        told = [Points(in_words(one.words), one.points) for one in reasons]
        self.bar.show_reasons(told, limit)
        self._reasons.show_points(told)

    def _lay_out(self) -> None:
        look = self._look
        side, gap = look.space("l"), look.space("m")
        page, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        page.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addWidget(self.aside)
        column.addLayout(lay_person(look, self._who, self.name, self.handle))
        column.addWidget(self.text)
        column.addWidget(self.media)
        column.addLayout(self._make_figures())
        column.addWidget(self.context)
        column.addWidget(self._why)
        self._lay_out_why()
        column.addWidget(Rule(look))
        column.addWidget(self.acts)
        column.addStretch(1)
        hint = QVBoxLayout(self._empty)
        hint.setContentsMargins(side, side, side, side)
        hint.addWidget(self.nothing)
        hint.addStretch(1)
        page.addWidget(self._empty)
        page.addWidget(self._area, 1)

    def _make_figures(self) -> QHBoxLayout:
        look, figures = self._look, QHBoxLayout()
        figures.setSpacing(look.space("xs"))
        figures.addWidget(self.when, 1)
        for icon, words in zip(ICONS, self.counts, strict=True):
            figures.addSpacing(look.space("m"))
            figures.addWidget(Glyph(look, icon, "text_3"))
            figures.addWidget(words)
        return figures

    def _lay_out_why(self) -> None:
        column = QVBoxLayout(self._why)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("s"))
        column.addWidget(Rule(self._look))
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.noise)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(self._reasons)
        column.addWidget(self.judging)


def _media(kinds: Sequence[str]) -> str:
    """Describe what is not loaded: pictures and films stay on X until they are asked for."""
    told = translate("timeline", "With media, not loaded here: %1. “View on X” shows it.")
    return told.replace("%1", name_media(kinds))


def _spans(shown: PostRow) -> list[Span]:
    """Return the text in pieces, what can be pressed as links."""
    marked = mark(shown.row.post, whole=True)
    units = marked.text.encode("utf-16-le")
    pieces: list[Span] = []
    done = 0
    signs = {HitKind.HASHTAG: "#", HitKind.MENTION: "@", HitKind.LINK: ""}
    for span in marked.spans:
        pieces.append(Span(_cut(units, done, span.start)))
        link = signs[span.hit.kind] + span.hit.target
        pieces.append(_link(_cut(units, span.start, span.end), "accent_text", link))
        done = span.end
    pieces.append(Span(_cut(units, done, len(units) // 2)))
    return [piece for piece in pieces if piece.text]


def _link(words: str, role: str, name: str = "") -> Span:
    """Return a link that is no heavier than the words around it."""
    return Span(words, REGULAR, role, name or words)


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le")
