"""What can be done with one post, each act with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from allybook.services.timeline.spare import is_of_author, like
from allybook.ui.tabs.timeline.saying import say_filter
from allybook.ui.tips import as_written
from allybook.ui.widgets.badges import KeyCap
from allybook.ui.widgets.boxes import fill
from allybook.ui.widgets.buttons import Dress, LinkButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.domain.filters.tree import Node
    from allybook.ui.models.posts import PostRow
    from allybook.ui.theme.look import Look


REGULAR = 400
LEAST = 80
ACT = Dress(("", "", ""), "", "text", "text_2")


class _Act(LinkButton):
    """One act; green is for the next thing to do, and these are all alike.

    Where there is little room for its words, they end in dots.
    """

    dress = ACT

    def __init__(self, look: Look, words: str, icon: str) -> None:
        super().__init__(look, words, icon, weight=REGULAR)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon and a word."""
        return QSize(LEAST, self.height())

    def _paint_words(self, painter: QPainter, x: float) -> None:
        room = self.width() - x
        painter.setPen(self._look.colour(self.dress.ink))
        # The half pixel is what rounding may have cost.
        line = self._measured.cut(self.text(), self.font(), room + 0.5)
        line.draw(painter, QRectF(x, 0, room + 1, self.height()))


class PostActs(QWidget):
    """The acts on the post that is shown; those that would change nothing are left out.

    It brings the pane's own ground, so that Qt moves what was painted where a longer text pushes
    it down, in place of painting all acts again.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space("m"))
        self._rows: dict[LinkButton, QWidget] = {}
        self.keep = self._make(self.tr("Keep posts like this"), "eye", "S")
        self.spare = self._make(self.tr("Never hide this author"), "user-round", "H")
        self.hide_again = self._make(self.tr("Let noise decide again"), "eye-off")
        self.mute = self._make(self.tr("Mute a word or the author…"), "bell-off", "M")
        self.unmute = self._make("", "bell-off")
        self.add = self._make(self.tr("Add the author to the book"), "book-user", "A")
        self.like = self._make(self.tr("Like on X, free"), "heart", "L")
        self.reply = self._make(self.tr("Reply on X, free"), "message-circle", "R")
        self.open = self._make(self.tr("View on X, free"), "external-link", "O")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        fill(QPainter(self), event.rect(), self._look.colour("panel"))

    def show_for(self, shown: PostRow, rule: Node | None, muted: str = "") -> None:
        """Offer what can be done with a post; ``rule`` keeps it in sight for all its noise.

        ``muted`` is what of it is muted, in words.
        """
        kind = like(shown.row.post, shown.row.author)
        can_keep = kind is not None and (is_of_author(kind) or not muted)
        self._rows[self.keep].setVisible(shown.why.quiet and can_keep)
        self._rows[self.spare].setVisible(shown.why.quiet)
        self._rows[self.hide_again].setVisible(rule is not None)
        self._rows[self.unmute].setVisible(bool(muted))
        self.unmute.setText(self.tr("Unmute %1").replace("%1", muted))
        self._rows[self.add].setVisible(not shown.row.ally)
        self.keep.setToolTip(as_written(say_filter(kind) if kind is not None else ""))
        self.hide_again.setToolTip(as_written(say_filter(rule) if rule is not None else ""))

    def _make(self, words: str, icon: str, key: str = "") -> LinkButton:
        link, row = _Act(self._look, words, icon), QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(link)
        line.addStretch(1)
        if key:
            line.addWidget(KeyCap(self._look, key))
        self._column.addWidget(row)
        self._rows[link] = row
        return link
