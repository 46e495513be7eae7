"""One account: how we stand, where that is known from, and what to make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import Answer
from allybook.domain.check.manners import NO_ADVICE
from allybook.ui.links import shown_text
from allybook.ui.models.findings import known_text
from allybook.ui.models.signs import answer_sign, flag_pill
from allybook.ui.tabs.followback.sentences import (
    answer_sentence,
    flag_sentences,
    manner_sentences,
    tie_sentences,
)
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.badges import Badge, BadgeWords, KeyCap
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.header import lay_person
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, SectionLabel, Words
from allybook.ui.wording import ago

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.check.followback import Finding
    from allybook.domain.check.manners import Advice
    from allybook.domain.posts import Post
    from allybook.ui.models.findings import FindingRow
    from allybook.ui.tabs.followback.rows import KnownFaces, ListedAlly
    from allybook.ui.theme.look import Look

TOP = Qt.AlignmentFlag.AlignTop


class Chosen(Struct, frozen=True):
    """The account chosen, with all that is known of it; ``now`` is in the person's zone.

    ``laid`` says that it is on the tick list.
    """

    row: FindingRow
    finding: Finding
    known: KnownFaces
    post: Post | None
    now: datetime
    laid: bool = False

    @property
    def advice(self) -> Advice:
        """Return what manners say."""
        return self.known.advice.get(self.row.key, NO_ADVICE)

    @property
    def shared_tag(self) -> str:
        """Return a hashtag of the latest post that our books list too, or nothing."""
        tags = self.post.hashtags if self.post else ()
        return next((tag for tag in tags if tag.casefold() in self.known.shared), "")

    @property
    def member(self) -> ListedAlly | None:
        """Return the account as an ally, where a book lists it."""
        return self.known.members.get(self.row.key)


class AccountDetails(QWidget):
    """Shows one account; the signals are the acts. ``tick_asked`` turns its place on the list."""

    tick_asked = Signal()
    reply_asked = Signal()
    open_asked = Signal()
    book_asked = Signal()
    keep_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._who = Avatar(look, Who("", Kind.PERSON, ""), "pane")
        self.name = Words(look, "", "ui_bold")
        self.handle = Words(look, "", "ui", "text_3")
        self._sign = Glyph(look, "circle")
        self.sentence = Prose(look, "", "ui")
        self.source = Words(look, "", "caption", "text_3")
        self.flags = QWidget()
        self.tags = QWidget()
        self.post = Card(look)
        self._flag_lines = _column(self.flags, look.space("s"))
        self._tag_lines = _column(self.tags, look.space("s"))
        self._post_head = Words(look, "", "caption", "text_3")
        self._post_text = Prose(look, "", "ui")
        self.shared_tag = Prose(look, "", "caption", "text_3")
        self.reply = LinkButton(look, self.tr("Reply on X, free"), "external-link")
        self.tick = LinkButton(look, "", "list-checks")
        self._tick_key = KeyCap(look, "T")
        self.open = LinkButton(look, self.tr("Open on X, free"), "external-link")
        self.keep = LinkButton(look, self.tr("Keep anyway"), "shield-check")
        self._keep_key = KeyCap(look, "K")
        self.book = LinkButton(look, self.tr("Show in the book"), "book-user")
        self._book_key = KeyCap(look, "B")
        self._connect()
        self.shown: Chosen | None = None
        self._empty = QWidget()
        self._inside = QWidget()
        self._lay_out()
        self.show_account(None)

    def _connect(self) -> None:
        self.tick.clicked.connect(self.tick_asked)
        self.reply.clicked.connect(self.reply_asked)
        self.open.clicked.connect(self.open_asked)
        self.book.clicked.connect(self.book_asked)
        self.keep.clicked.connect(self.keep_asked)

    def show_account(self, chosen: Chosen | None) -> None:
        """Show an account, or that none is chosen."""
        self._inside.setVisible(chosen is not None)
        self._empty.setVisible(chosen is None)
        self.shown = chosen
        if chosen is None:
            return
        row = chosen.row
        self._who.show_who(Who(row.name, row.kind, row.key))
        self.name.setText(row.name)
        self.handle.setText(f"@{row.handle}" if row.handle else "")
        sign = answer_sign(row.answer)
        self._sign.show_icon(sign.icon, sign.role)
        self.sentence.show_text(answer_sentence(chosen.finding))
        self._show_source(chosen)
        self._show_flags(chosen)
        self._show_post(chosen)
        self._show_member(chosen.member)
        self._show_tick(chosen)
        self._show_keep(chosen)

    def _show_keep(self, chosen: Chosen) -> None:
        """Offer the keep-list by hand; what a tag or a book keeps is theirs to change."""
        kept = chosen.advice.kept
        words = self.tr("Keep anyway") if kept is None else self.tr("Take off the keep-list")
        self.keep.setText(words)
        self.keep.updateGeometry()
        for part in (self.keep, self._keep_key):
            part.setVisible(chosen.finding.answer is Answer.IDOL and not kept)

    def _show_tick(self, chosen: Chosen) -> None:
        words = {
            Answer.FAN: self.tr("Follow back one by one…"),
            Answer.IDOL: self.tr("Unfollow one by one…"),
            Answer.STRANGER: self.tr("Follow one by one…"),
        }.get(chosen.finding.answer, "")
        if chosen.laid:
            words = self.tr("Take off the tick list")
        elif chosen.row.spared:
            words = ""
        self.tick.setText(words)
        self.tick.updateGeometry()
        for part in (self.tick, self._tick_key):
            part.setVisible(bool(words))

    def _show_source(self, chosen: Chosen) -> None:
        told = known_text(chosen.row, chosen.now)
        self.source.setText(self.tr("Known from %1").replace("%1", told))
        self.source.setVisible(bool(told))

    def _show_flags(self, chosen: Chosen) -> None:
        column = self._flag_lines
        empty_layout(column)
        told = [*manner_sentences(chosen.advice, chosen.now)]
        flags = flag_sentences(chosen.finding, chosen.known)
        told += [(flag_pill(flag).icon, sentence) for flag, sentence in flags]
        told += tie_sentences(chosen.finding, chosen.known)
        for icon, sentence in told:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(self._look.space("s"))
            row.addWidget(self._glyph(icon), 0, TOP)
            row.addWidget(Prose(self._look, sentence, "ui", "text_2"), 1)
            column.addWidget(line)
        self.flags.setVisible(column.count() > 0)

    def _glyph(self, icon: str) -> Glyph:
        glyph = Glyph(self._look, icon)
        glyph.setFixedHeight(self._look.line_height("ui"))
        return glyph

    def _show_post(self, chosen: Chosen) -> None:
        self.post.setVisible(chosen.post is not None)
        if chosen.post is not None:
            self.tell_time(chosen.now)
            both = self.tr("Your book lists #%1 too: something to talk about.")
            self.shared_tag.show_text(both.replace("%1", chosen.shared_tag))
            self.shared_tag.setVisible(bool(chosen.shared_tag))
            self._post_text.show_text(shown_text(chosen.post))

    def tell_time(self, now: datetime) -> None:
        """Say how old the latest post is."""
        if self.shown is not None and self.shown.post is not None:
            age = ago(self.shown.post.created_at, now)
            self._post_head.setText(self.tr("Latest post, %1").replace("%1", age))

    def _show_member(self, member: ListedAlly | None) -> None:
        for part in (self.tags, self.book, self._book_key):
            part.setVisible(member is not None)
        self._fill_tags(member)

    def _fill_tags(self, member: ListedAlly | None) -> None:
        column = self._tag_lines
        empty_layout(column)
        if member is None:
            return
        column.addWidget(SectionLabel(self._look, self.tr("In %1").replace("%1", member.book)))
        line = QWidget()
        flow = FlowLayout(line)
        for tag in member.ally.tags:
            flow.addWidget(Badge(self._look, BadgeWords(tag)))
        # In its place first: by itself it would be a window, and take the keyboard from this one.
        column.addWidget(line)
        line.setVisible(flow.count() > 0)

    def _lay_out(self) -> None:
        look = self._look
        side, gap = look.space("l"), look.space("m")
        page, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        page.setContentsMargins(0, 0, 0, 0)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(gap)
        column.addLayout(lay_person(look, self._who, self.name, self.handle))
        column.addLayout(self._make_answer())
        words = _column(self.post, look.space("xs"), side=gap + 1)
        words.addWidget(self._post_head)
        words.addWidget(self._post_text)
        words.addWidget(self.shared_tag)
        words.addWidget(self.reply)
        for part in (self.flags, self.post, self.tags, Rule(look)):
            column.addWidget(part)
        acts = (
            (self.tick, self._tick_key),
            (self.keep, self._keep_key),
            (self.open, KeyCap(look, "O")),
            (self.book, self._book_key),
        )
        for link, cap in acts:
            row = QHBoxLayout()
            row.addWidget(link)
            row.addStretch(1)
            if cap is not None:
                row.addWidget(cap)
            column.addLayout(row)
        column.addStretch(1)
        hint = self.tr("Choose an account to see how you stand.")
        _column(self._empty, 0, side=side).addWidget(Prose(look, hint, "ui", "text_3"))
        page.addWidget(self._empty, 0, TOP)
        page.addWidget(Scroll(self._inside), 1)

    def _make_answer(self) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        self._sign.setFixedHeight(self._look.line_height("ui"))
        words.setSpacing(self._look.space("xs"))
        words.addWidget(self.sentence)
        words.addWidget(self.source)
        row.setSpacing(self._look.space("s"))
        row.addWidget(self._sign, 0, TOP)
        row.addLayout(words, 1)
        return row


def _column(widget: QWidget, gap: int, *, side: int = 0) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(side, side, side, side)
    column.setSpacing(gap)
    return column
