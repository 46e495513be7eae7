"""The conversation around a post, in short: each of its posts can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.ui.links import shown_text
from allybook.ui.widgets.later import laid_out_later
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import ago, nameless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from allybook.ports.cache import Row
    from allybook.services.timeline.thread import Thread
    from allybook.ui.theme.look import Look

LENGTH = 120


class Context(QWidget):
    """What a post answers, and the answers to it. ``chosen`` tells the id of a post gone to.

    Its parts are made for the first conversation; those after it take other words.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self._parts: tuple[_Part, Prose, _Part] | None = None
        self.leads = False
        """Whether a post can be gone to from here: something of the conversation was read."""
        self.hide()

    def show_thread(self, thread: Thread, now: datetime) -> None:
        """Show a conversation, or nothing where nothing of it is here.

        One that is in sight stays there meanwhile, and so does a keyboard that is in it.
        """
        self.leads = bool(thread.before or thread.after)
        if not (self.leads or thread.unknown):
            self.hide()
            return
        before, cut, after = self._parts = self._parts or self._make_parts()
        # What changes is laid out once.
        with laid_out_later(self):
            before.tell(self.tr("What it passes on") if thread.passes_on else self._answers())
            before.show_rows(thread.before, now, titled=bool(thread.before or thread.unknown))
            cut.show_text(self._say_cut(thread))
            cut.setVisible(thread.unknown or thread.longer)
            after.show_rows(thread.after, now, titled=bool(thread.after))
        self.show()

    def tell_time(self, now: datetime) -> None:
        """Say anew how old the posts of the conversation are."""
        for part in (self._parts or ())[::2]:
            part.tell_time(now)

    def _answers(self) -> str:
        return self.tr("What it answers")

    def _say_cut(self, thread: Thread) -> str:
        """Return why a conversation does not begin with what is shown of it."""
        if thread.longer:
            return self.tr("More came before; go to the first of these to see it.")
        return self.tr("What came before was not read; “View on X” shows it.")

    def _make_parts(self) -> tuple[_Part, Prose, _Part]:
        look, column = self._look, self._column
        before = _Part(look, self._answers(), self.chosen)
        cut = Prose(look, "", "caption", "text_3")
        after = _Part(look, self.tr("Answers"), self.chosen)
        column.addWidget(Rule(look))
        column.addLayout(before)
        column.addWidget(cut)
        column.addLayout(after)
        return before, cut, after


class _Part(QVBoxLayout):
    """A heading and a line for each post; ``chosen`` is told the id of one that is pressed."""

    def __init__(self, look: Look, title: str, chosen: SignalInstance) -> None:
        super().__init__()
        self._look, self._chosen = look, chosen
        self._title = Words(look, title, "ui_bold")
        self._lines: list[Prose] = []
        self._rows: Sequence[Row] = ()
        self.addWidget(self._title)

    def tell(self, title: str) -> None:
        """Take another heading."""
        if title != self._title.text():
            self._title.setText(title)
            self._title.updateGeometry()

    def show_rows(self, rows: Sequence[Row], now: datetime, *, titled: bool) -> None:
        """Show these posts, the heading above them if it is wanted."""
        self._title.setVisible(titled)
        self._rows = rows
        while len(self._lines) < len(rows):
            self._add_line()
        self.tell_time(now)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(rows))

    def tell_time(self, now: datetime) -> None:
        """Say of each post how old it is."""
        for line, row in zip(self._lines, self._rows, strict=False):
            line.show_spans(_spans(row, now))

    def _add_line(self) -> None:
        line = Prose(self._look, "", "caption")
        line.followed.connect(self._chosen)
        self._lines.append(line)
        self.addWidget(line)


def _spans(row: Row, now: datetime) -> list[Span]:
    """Return a post in one line: who, when, and how it begins."""
    author, post = row.author, row.post
    name = (author.name or author.handle if author else "") or nameless(post.author_id)
    text = " ".join(shown_text(post).split())
    short = text if len(text) <= LENGTH else f"{text[: LENGTH - 1]}…"
    return [Span(name, link=post.post_id), Span(f", {ago(post.created_at, now)}: {short}")]
