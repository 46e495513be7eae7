"""The conversation around a post, in short: each of its posts can be gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.ui.widgets.emptying import empty_layout
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import ago, nameless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.ports import Row
    from allybook.services.timeline.thread import Thread
    from allybook.ui.theme.look import Look

LENGTH = 120


class Context(QWidget):
    """What a post answers, and the answers to it. ``chosen`` tells the id of a post gone to."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("s"))
        self.hide()

    def show_thread(self, thread: Thread, now: datetime) -> None:
        """Show a conversation, or nothing where nothing of it is here."""
        empty_layout(self._column)
        something = bool(thread.before or thread.after or thread.unknown)
        if something:
            self._column.addWidget(Rule(self._look))
        if thread.before or thread.unknown:
            self._add_part(self.tr("What it answers"), thread.before, now)
        if thread.unknown:
            words = self.tr("What came before was not read; “View on X” shows it.")
            self._column.addWidget(Prose(self._look, words, "caption", "text_3"))
        if thread.after:
            self._add_part(self.tr("Answers"), thread.after, now)
        # What is new is shown at once, not when the loop comes round; and all of it together.
        self.hide()
        for part in range(self._column.count()):
            if (item := self._column.itemAt(part)) and (widget := item.widget()):
                widget.show()
        self.setVisible(something)

    def _add_part(self, title: str, rows: Sequence[Row], now: datetime) -> None:
        self._column.addWidget(Words(self._look, title, "ui_bold"))
        for row in rows:
            prose = Prose(self._look, "", "caption")
            author, post = row.author, row.post
            name = (author.name or author.handle if author else "") or nameless(post.author_id)
            text = " ".join(post.text.split())
            short = text if len(text) <= LENGTH else f"{text[: LENGTH - 1]}…"
            when = ago(post.created_at, now)
            prose.show_spans([Span(name, link=post.post_id), Span(f", {when}: {short}")])
            prose.followed.connect(self.chosen)
            self._column.addWidget(prose)
