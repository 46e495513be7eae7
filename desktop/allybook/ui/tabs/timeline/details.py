"""The details of one post: all of it, why it is quiet, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.services.view import explain
from allybook.ui.charts.reasons import Points, ReasonsBar
from allybook.ui.delegates.spans import HitKind, mark
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.badges import KeyCap
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.header import lay_person
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, exactly, moment_of, short_count, signed

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.ui.models.posts import PostRow
    from allybook.ui.theme.look import Look

ICONS = ("message-circle", "repeat-2", "heart")


class PostDetails(QWidget):
    """Shows one post at leisure.

    ``add_asked`` and ``open_asked`` are the acts; ``followed`` tells a hashtag (with #), a mention
    (with @) or an address that was pressed.
    """

    add_asked = Signal()
    open_asked = Signal()
    followed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._who = Avatar(look, Who("", Kind.PERSON, ""), "pane")
        self.name = Words(look, "", "ui_bold")
        self.handle = Words(look, "", "ui", "text_3")
        self.text = Prose(look, "", "read")
        self.when = Words(look, "", "caption", "text_3")
        self.counts = [Words(look, "", "caption", "text_3") for _ in ICONS]
        self.noise = Words(look, "", "ui_bold")
        self.bar = ReasonsBar(look)
        self._reasons = QGridLayout()
        self.add = LinkButton(look, self.tr("Add the author to the book"), "book-user")
        self.open = LinkButton(look, self.tr("Open on X, free"), "external-link")
        self.text.followed.connect(self.followed)
        self.add.clicked.connect(self.add_asked)
        self.open.clicked.connect(self.open_asked)
        self._empty = Prose(look, self.tr("Choose a post to read it here."), "ui", "text_3")
        self._inside = QWidget()
        self._why = QWidget()
        self._lay_out()
        self.show_post(None, 0, None)

    def show_post(self, shown: PostRow | None, limit: int, now: datetime | None) -> None:
        """Show a post, or that none is chosen; ``limit`` is the noise above which posts wait."""
        self._inside.setVisible(shown is not None)
        self._empty.setVisible(shown is None)
        if shown is None or now is None:
            return
        post = shown.row.post
        self._who.show_who(Who(shown.name, shown.kind, post.author_id))
        self.name.setText(shown.name)
        ally = self.tr("ally") if shown.row.ally else self.tr("not an ally")
        self.handle.setText(", ".join(part for part in (shown.handle, ally) if part))
        self.text.show_spans(_spans(shown))
        self.when.setText(moment_of(post.created_at, now))
        self.when.setToolTip(exactly(post.created_at, now))
        metrics = (post.metrics.replies, post.metrics.reposts, post.metrics.likes)
        meanings = (self.tr("Replies"), self.tr("Reposts"), self.tr("Likes"))
        for words, number, meaning in zip(self.counts, metrics, meanings, strict=True):
            words.setText(short_count(number))
            words.setToolTip(f"{meaning}: {count(number)}")
            words.setAccessibleName(words.toolTip())
            words.updateGeometry()
        self._show_noise(shown, limit)
        self.add.setVisible(not shown.row.ally)

    def _show_noise(self, shown: PostRow, limit: int) -> None:
        reasons = explain(shown.row)
        self._why.setVisible(bool(reasons))
        self.noise.setText(self.tr("Noise %1").replace("%1", str(shown.row.noise)))
        self.bar.show_reasons([Points(one.words, one.points) for one in reasons], limit)
        while item := self._reasons.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row, one in enumerate(reasons):
            ink = "accent_text" if one.points < 0 else "text"
            points = Words(self._look, signed(one.points), "ui_bold", ink)
            points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words = Prose(self._look, one.words)
            self._reasons.addWidget(words, 2 * row, 0)
            self._reasons.addWidget(points, 2 * row, 1, Qt.AlignmentFlag.AlignTop)
            if row + 1 < len(reasons):
                self._reasons.addWidget(Rule(self._look), 2 * row + 1, 0, 1, 2)

    def _lay_out(self) -> None:
        look = self._look
        side, gap = look.space("l"), look.space("m")
        page, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        page.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addLayout(lay_person(look, self._who, self.name, self.handle))
        column.addWidget(self.text)
        column.addLayout(self._make_figures())
        column.addWidget(self._why)
        self._lay_out_why()
        column.addWidget(Rule(look))
        for link, key in ((self.add, "A"), (self.open, "O")):
            column.addLayout(_act(look, link, key))
        column.addStretch(1)
        hint = QVBoxLayout()
        hint.setContentsMargins(side, side, side, side)
        hint.addWidget(self._empty)
        page.addLayout(hint)
        page.addWidget(Scroll(self._inside), 1)

    def _make_figures(self) -> QHBoxLayout:
        look, figures = self._look, QHBoxLayout()
        figures.setSpacing(look.space("xs"))
        figures.addWidget(self.when)
        figures.addStretch(1)
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
        head.addWidget(Words(self._look, self.tr("Why it is where it is"), "ui_bold"))
        head.addStretch(1)
        head.addWidget(self.noise)
        column.addLayout(head)
        column.addWidget(self.bar)
        self._reasons.setVerticalSpacing(self._look.space("xs"))
        self._reasons.setColumnStretch(0, 1)
        column.addLayout(self._reasons)


def _act(look: Look, link: LinkButton, key: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch(1)
    row.addWidget(KeyCap(look, key))
    return row


def _spans(shown: PostRow) -> list[Span]:
    """Return the text in pieces, what can be pressed as links."""
    marked = mark(shown.row.post)
    units = marked.text.encode("utf-16-le")
    pieces: list[Span] = []
    done = 0
    signs = {HitKind.HASHTAG: "#", HitKind.MENTION: "@", HitKind.LINK: ""}
    for span in marked.spans:
        pieces.append(Span(_cut(units, done, span.start)))
        link = signs[span.hit.kind] + span.hit.target
        pieces.append(Span(_cut(units, span.start, span.end), link=link))
        done = span.end
    pieces.append(Span(_cut(units, done, len(units) // 2)))
    return [piece for piece in pieces if piece.text]


def _cut(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le")
