"""The view of the timeline's cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView

from allybook.ui.delegates.gap import HEIGHT
from allybook.ui.delegates.post import Density, PostDelegate
from allybook.ui.delegates.row import CellPlace
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.delegates.spans import Hit, HitKind
from allybook.ui.models.gaps import GapRow
from allybook.ui.models.roles import Role
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.models.posts import PostsModel
    from allybook.ui.theme.look import Look


PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PostsView(RowsView):
    """The cards of a view, and the gaps between them; ``now`` is in the person's zone.

    ``gap_asked`` carries the gap (``Gap``) that a person wants read: by its button, Enter or Space.
    """

    gap_asked = Signal(object)

    def __init__(
        self,
        look: Look,
        model: PostsModel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        density: Density = Density.NORMAL,
    ) -> None:
        # Qt asks for the height of rows while the view is still being made.
        self._posts = model
        self._low: tuple[int, ...] = ()
        self._cards = PostDelegate(look, now)
        super().__init__(look, self._cards.set_density(density), parent)
        self._cards.setParent(self)
        # It fills all of its room, so that nothing behind it need be painted.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setItemDelegate(self._cards)
        self.setModel(model)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.hit.connect(self._press)
        self.setAccessibleName(translate("views", "Posts"))

    @property
    def density(self) -> Density:
        """Return how much of each post is shown."""
        return self._cards.density

    def set_density(self, density: Density) -> None:
        """Show more or less of each post; the topmost post stays the topmost."""
        if density is self.density:
            return
        with self.place_held():
            self.set_row_height(self._cards.set_density(density))

    def size_rows(self) -> None:
        """Make gaps lower than posts."""
        head, rows = self.verticalHeader(), self._posts.gap_rows()
        # Qt keeps the height of a row over a reset, whatever is in that row now.
        for row in set(self._low).difference(rows):
            head.resizeSection(row, head.defaultSectionSize())
        for row in rows:
            head.resizeSection(row, HEIGHT)
        self._low = rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards all the width there is, and paint them once.

        A header that stretched them would tell so, and Qt would paint all of them a second time.
        """
        head = self.horizontalHeader()
        with QSignalBlocker(head):
            head.resizeSection(0, event.size().width())
        if event.size().width() != event.oldSize().width():
            self._cards.forget_seen()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint card by card; those that come into sight by a jump are read together."""
        self.executeDelayedItemsLayout()
        painter, rows = QPainter(self.viewport()), self.rows_in(event.rect())
        self.fill_rest(painter, event.rect())
        if rows:
            self._posts.look_at(rows)
        feel, width = self.feeling(), self.columnWidth(0)
        for row in rows:
            place = CellPlace(QRectF(0, 0, width, self.rowHeight(row)))
            content = self._cards.content(self._posts.row_at(row))
            top = self.rowViewportPosition(row)
            self._cards.paint_at(painter, top, place, content, feel(row))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button of the current gap."""
        if event.key() in PRESSES and isinstance(self.currentIndex().data(Role.ROW), GapRow):
            self._set_by_keyboard(on=True)
            if not event.isAutoRepeat():
                self._press(Hit(HitKind.ACT))
        else:
            super().keyPressEvent(event)

    def _press(self, hit: Hit) -> None:
        row = self.currentIndex().data(Role.ROW)
        if hit.kind is HitKind.ACT and isinstance(row, GapRow) and row.act:
            self.gap_asked.emit(row.gap)
