"""Where a hashtag leads: to its chat, and to its posts in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from allybook.ui.tabs.allies.facts import Facts
    from allybook.ui.theme.look import Look


class Ways(QWidget):
    """Two buttons below a hashtag's name; for accounts it takes no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.chat = Button(look, "", "messages-square", size="button_small")
        self.posts = Button(look, self.tr("Its posts"), "newspaper", size="button_small")
        self.posts.setToolTip(self.tr("Show its posts in the timeline"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space("l"), look.space("m"), look.space("l"), 0)
        row.setSpacing(look.space("s"))
        row.addWidget(self.chat)
        row.addWidget(self.posts)
        row.addStretch(1)
        self.hide()

    def show_facts(self, facts: Facts) -> None:
        """Offer the chat that is here, or to capture it."""
        self.setVisible(facts.row.kind is Kind.HASHTAG)
        self.chat.setText(self.tr("Open the chat") if facts.captured else self.tr("Read the chat…"))
        self.chat.setToolTip(
            self.tr("The chat as it was read last")
            if facts.captured
            else self.tr("It was not read yet; the Chats tab says what reading it costs")
        )
        self.chat.updateGeometry()
