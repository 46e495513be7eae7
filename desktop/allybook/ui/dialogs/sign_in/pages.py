"""A card of several pages: a head with the step, one page at a time, and buttons at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import LESS_FOR_ICON, PADS, Button, FlatButton, IconButton
from allybook.ui.widgets.note import Note
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLayout, QWidget

    from allybook.ui.dialogs.sign_in.page import WizardPage
    from allybook.ui.theme.look import Look

DIALOG = "button_dialog"
# Room for the notes that a page may have to show, so that the card does not grow under the hand.
LEAST = 520
BEFORE_ICON = PADS[DIALOG] - LESS_FOR_ICON


class PagesDialog(CardDialog):
    """Shows one of ``pages``, each with its own button at the foot beside Back and Not now.

    As high as its highest page from the start, so that the buttons stay where they are.
    """

    def __init__(self, look: Look, pages: Sequence[WizardPage], parent: QWidget) -> None:
        super().__init__(look, "", parent, width=look.width("dialog"))
        self._stack = QStackedWidget()
        self._scrolls = {page: Scroll(page) for page in pages}
        self._head = Words(look, "", "title")
        self._step = Words(look, "", "ui", "text_2")
        self._tall = LEAST
        self.note = Note(look, closable=True)
        self.note.hide()
        self.back = FlatButton(look, self.tr("Back"), "arrow-left", size=DIALOG)
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.not_now.clicked.connect(self.reject)
        for page, scroll in self._scrolls.items():
            self._stack.addWidget(scroll)
            page.changed.connect(self._see)
        self._lay_out(look)

    @property
    def page(self) -> WizardPage:
        """Return the page that is shown."""
        shown = self._stack.currentWidget()
        return next(page for page, scroll in self._scrolls.items() if scroll is shown)

    def show_page(self, page: WizardPage, step: str = "") -> None:
        """Turn to a page; ``step`` says which of how many it is. What was said is over."""
        self.note.hide()
        self._stack.setCurrentWidget(self._scrolls[page])
        self._head.setText(page.title)
        self._step.setText(step)
        for one in self._scrolls:
            one.main.setVisible(one is page)
        self.setWindowTitle(page.title)
        self.setAccessibleName(f"{page.title}, {step}" if step else page.title)
        if self.isVisible():
            self._begin()

    def tell_unopened(self, address: str) -> None:
        """Say above the page that no browser took an address, and offer it."""
        self.note.tell_unopened(address)

    def needed_height(self) -> int:
        """Return the height of the highest page, head and foot included."""
        width = self.width() - 2
        inner = max(page.heightForWidth(width) for page in self._scrolls)
        around = sum(part.sizeHint().height() for part in (self._top, self._foot)) + 3
        self._tall = max(self._tall, inner + around)
        return self._tall

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the page begins."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        first = self.page.first()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if first is not self.page.main:
            self._scrolls[self.page].ensureWidgetVisible(first)

    def _see(self, part: QWidget | None) -> None:
        """Grow for what a page says now, and scroll to it where there is no room."""
        scroll = self._scrolls[self.page]

        def look_there() -> None:
            """Move the window, then scroll to the part."""
            self.come_to_the_middle()
            if part is not None:
                scroll.ensureWidgetVisible(part)

        # Only when Qt has told the page what its parts need now.
        QTimer.singleShot(0, self, look_there)

    def _lay_out(self, look: Look) -> None:
        self._top, self._foot = self._make_top(look), QHBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(self._top)
        bar, edge = QHBoxLayout(), look.space("xl")
        bar.setContentsMargins(edge, 0, edge, look.space("s"))
        bar.addWidget(self.note)
        whole.addLayout(bar)
        whole.addWidget(self._stack, 1)
        whole.addWidget(Rule(look))
        whole.addLayout(self._foot)
        gap = look.space("l")
        # The arrow of Back, not its button, stands on the edge.
        self._foot.setContentsMargins(edge - BEFORE_ICON, gap, edge, gap - 1)
        self._foot.setSpacing(look.space("m"))
        self._foot.addWidget(self.back)
        self._foot.addStretch(1)
        self._foot.addWidget(self.not_now)
        for page in self._scrolls:
            self._foot.addWidget(page.main)

    def _make_top(self, look: Look) -> QLayout:
        top, edge = QHBoxLayout(), look.space("xl")
        self.cross = IconButton(look, "x", self.tr("Close"), size="button")
        self.cross.clicked.connect(self.reject)
        # The cross, not its button, stands on the edge.
        top.setContentsMargins(edge, edge - 8, edge - 8, look.space("s"))
        top.setSpacing(look.space("s"))
        top.addWidget(self._head, 1)
        top.addWidget(self._step)
        top.addWidget(self.cross)
        return top
