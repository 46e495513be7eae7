"""The room of a chat: questions that fold, and the current one pinned while its posts pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from allybook.ui.delegates.chat import FOLDED_HEIGHT, PINNED_HEIGHT, ChatDelegate
from allybook.ui.delegates.ink import Ink, RowMood
from allybook.ui.delegates.row import CellPlace
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.models.chat import ChatGroup
from allybook.ui.models.roles import Role
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from allybook.ui.models.chat import ChatRowsModel
    from allybook.ui.models.roles import Index
    from allybook.ui.theme.look import Look

ENSURE = QAbstractItemView.ScrollHint.EnsureVisible
FOLDING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChatView(RowsView):
    """Shows a ``ChatRowsModel``; a click, Enter or Space on a question folds or opens it."""

    def __init__(
        self,
        look: Look,
        model: ChatRowsModel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        # Qt asks for the place of rows while the view is still being made.
        self._chat = model
        self._rows = ChatDelegate(look, now)
        self._pin: _Pin | None = None
        self._low: dict[int, int] = {}
        super().__init__(look, look.height("room_row"), parent)
        self._rows.setParent(self)
        self._pin = _Pin(self._rows, self)
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.clicked.connect(self._toggle)
        self.setAccessibleName(translate("views", "Chat"))

    def size_rows(self) -> None:
        """Make questions lower than posts."""
        head = self.verticalHeader()
        # Qt keeps the height of a row over a reset, whatever is in that row now.
        for row in self._low:
            head.resizeSection(row, head.defaultSectionSize())
        self._low = {row: self._height(group) for row, group in self._chat.group_rows()}
        for row, height in self._low.items():
            head.resizeSection(row, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold or open the current question."""
        if event.key() in FOLDING_KEYS and isinstance(self._current_row(), ChatGroup):
            self._set_by_keyboard(on=True)
            if not event.isAutoRepeat():
                self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = ENSURE) -> None:  # noqa: N802
        """Show a row, and not under the pinned question."""
        super().scrollTo(index, hint)
        self._lay_pin()
        hidden = PINNED_HEIGHT - self.visualRect(index).top()
        if self._pin and self._pin.isVisible() and hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, across: int, down: int) -> None:  # noqa: N802 (Qt's name)
        """Pin the question whose posts are passing."""
        super().scrollContentsBy(across, down)
        self._lay_pin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pinned question as wide as the list."""
        super().resizeEvent(event)
        self._lay_pin()

    def _height(self, group: ChatGroup) -> int:
        pinned = group.current and self._chat.is_open(group)
        return PINNED_HEIGHT if pinned else FOLDED_HEIGHT

    def _current_row(self) -> object:
        return self.currentIndex().data(Role.ROW)

    def _toggle(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, ChatGroup):
            self._chat.toggle(row.key)

    def _lay_pin(self) -> None:
        if self._pin:
            self._pin.show_group(self._passing(), self.viewport().width())

    def _passing(self) -> ChatGroup | None:
        """Return the current question where it is above the top and its posts are at the top."""
        over = None
        for row, group in self._chat.group_rows():
            place = self.rowViewportPosition(row)
            if 0 <= place < PINNED_HEIGHT and over is not None:
                return None
            if place < 0:
                over = group if group.current and self._chat.is_open(group) else None
        return over


class _Pin(QWidget):
    """The question over the top of the list; it is in the list too, so readers skip it here."""

    def __init__(self, rows: ChatDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self._group: ChatGroup | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_group(self, group: ChatGroup | None, width: int) -> None:
        """Show this question, or nothing."""
        self._group = group
        self.setGeometry(0, 0, width, PINNED_HEIGHT)
        self.setVisible(group is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the question as its row does."""
        if self._group is None:
            return
        ink, area = Ink(QPainter(self), self._rows.kit, RowMood()), QRectF(self.rect())
        ink.ground(area, "panel")
        self._rows.draw(ink, CellPlace(area), self._rows.heading(self._group))
