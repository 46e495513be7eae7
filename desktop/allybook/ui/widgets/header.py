"""The head of a page: what it is, what is shown of it, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

GAP = 2


class PageHeader(QWidget):
    """Title, subtitle and actions; ``lined`` draws a line below."""

    def __init__(self, look: Look, title: str = "", *, lined: bool = False) -> None:
        super().__init__()
        self._look = look
        self._lined = lined
        self.title = Words(look, title, "title")
        self.subtitle = Words(look, "", "caption", "text_2")
        self.subtitle.hide()
        self._actions = QHBoxLayout()
        self._lay_out(look)

    def show_words(self, title: str, subtitle: str = "") -> None:
        """Show what the page is and what is shown of it."""
        self.title.setText(title)
        self.title.setToolTip(as_written(title))
        self.title.updateGeometry()
        self.subtitle.setText(subtitle)
        self.subtitle.setToolTip(as_written(subtitle))
        self.subtitle.setVisible(bool(subtitle))
        self._fit()

    def add_action(self, button: QWidget) -> None:
        """Add a button at the right."""
        self._actions.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        if self._lined:
            edge = Qt.Edge.BottomEdge
            paint_line(QPainter(self), self.rect(), self._look.colour("border"), edge)

    def _fit(self) -> None:
        """Be a little lower where there is no subtitle."""
        lower = 0 if self.subtitle.text() else self._look.space("s")
        self.setFixedHeight(self._look.height("page_header") - lower)

    def _lay_out(self, look: Look) -> None:
        self._fit()
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(look.space("l"), 0, look.space("l"), 0)
        row.setSpacing(look.space("l"))
        # Optically in the middle: small letters below weigh less than the title.
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        self._actions.setSpacing(look.space("s"))
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addLayout(self._actions)


def lay_person(look: Look, avatar: QWidget, name: QWidget, handle: QWidget) -> QHBoxLayout:
    """Return an avatar with name over handle beside it, as details panes begin."""
    head, names = QHBoxLayout(), QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(name)
    names.addWidget(handle)
    head.setSpacing(look.space("m"))
    head.addWidget(avatar)
    head.addLayout(names, 1)
    return head
