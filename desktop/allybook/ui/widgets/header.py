"""The head of a page: what it is, what is shown of it, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.ui.aloud import say_aloud
from allybook.ui.tips import as_written
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

GAP = 2
LONG = 280
"""A title or a subtitle longer than this (logical pixels) is cut before buttons lose words."""
SAID_MS = 900
"""How long (milliseconds) it is at rest before it is said: nobody is talked over."""


class PageHeader(QWidget):
    """Title, subtitle and actions; ``lined`` draws a line below.

    A screen reader says what is shown once it has come to rest: how many posts a filter keeps;
    ``say`` lets it.
    """

    _soon: QTimer | None = None

    def __init__(
        self,
        look: Look,
        title: str = "",
        *,
        lined: bool = False,
        say: Callable[[QWidget, str], None] = say_aloud,
    ) -> None:
        super().__init__()
        self._say_aloud = say
        self._look = look
        self._lined = lined
        self.title = Words(look, title, "title")
        self.subtitle = Words(look, "", "caption", "text_2")
        self.subtitle.hide()
        self._actions = QHBoxLayout()
        self._buttons: list[QWidget] = []
        self._lay_out(look)

    def show_words(self, title: str, subtitle: str = "", short: str = "") -> None:
        """Show what the page is and what is shown of it; ``short`` where the title has no room."""
        other = (title, subtitle) != (self.title.text(), self.subtitle.text())
        self.title.short = short
        self.title.setText(title)
        self.title.setToolTip(as_written(title))
        self.title.updateGeometry()
        self.subtitle.setText(subtitle)
        self.subtitle.setToolTip(as_written(subtitle))
        self.subtitle.setVisible(bool(subtitle))
        self._fit()
        if other and self.isVisible():
            self._say_soon()

    def _say_soon(self) -> None:
        if self._soon is None:
            self._soon = QTimer(self, singleShot=True, interval=SAID_MS)
            self._soon.timeout.connect(self._say)
        self._soon.start()

    def _say(self) -> None:
        if self.isVisible():
            self._say_aloud(self, self.spoken())

    def spoken(self) -> str:
        """Return what a reader hears of it."""
        return ", ".join(filter(None, (self.title.text(), self.subtitle.text())))

    def add_action(self, button: QWidget) -> None:
        """Add a button at the right."""
        self._actions.addWidget(button)
        self._buttons.append(button)

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


class GivingHeader(PageHeader):
    """A header with buttons that give up their words where title or subtitle would be cut.

    Pages whose buttons have room do without it: it hears of all that happens, and what that can be
    PySide takes long to load.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._giving: list[Button] = []

    def add_giving(self, button: Button) -> None:
        """Add a button that may be bare; its icon must tell what it does."""
        self.add_action(button)
        self._giving.append(button)

    def event(self, event: QEvent) -> bool:
        """Share out the room anew when a part asks for more, or goes."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._share_out()
        return super().event(event)

    def _share_out(self) -> None:
        """Let buttons give up their words where title or subtitle would be cut otherwise."""
        shown = [one for one in self._buttons if not one.isHidden()]
        taken = sum(
            one.whole_width() if isinstance(one, Button) else one.sizeHint().width()
            for one in shown
        )
        taken += self._look.space("s") * len(shown) + 3 * self._look.space("l")
        wanted = min(LONG, max(self.title.sizeHint().width(), self.subtitle.sizeHint().width()))
        for one in self._giving:
            one.show_bare(bare=taken + wanted > self.width())


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
