"""The rows of the pane of places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QHBoxLayout, QTreeView, QWidget

from allybook.ui.aloud import say_where
from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.places.delegate import HEADING, HEADING_LINE, RULED, PlacesDelegate
from allybook.ui.widgets.places.model import PlacesModel
from allybook.ui.widgets.viewport import make_viewport

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractItemView

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.places.values import Section

BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
TALLEST = 2_000
"""Rows that are taller together (logical pixels) are painted as they are seen."""
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PlacesTree(QTreeView):
    """A tree as tall as all its rows, so that the pane scrolls as a whole."""

    chosen = Signal(str)
    add_asked = Signal(str)

    def __init__(
        self, look: Look, name: str, say: Callable[[QAbstractItemView], str] = say_where
    ) -> None:
        super().__init__()
        self._look = look
        self._say_where = say
        self._seen: Hashable = None
        self._picture: tuple[Hashable, QPixmap] | None = None
        self.setViewport(make_viewport())
        self.places = PlacesModel(self)
        self._delegate = PlacesDelegate(look)
        self.setModel(self.places)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(NEVER)
        self.setHorizontalScrollBarPolicy(NEVER)
        # The paper is the pane's.
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's)
        self.selectionModel().selectionChanged.connect(self._selected)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; what was chosen stays chosen."""
        current = self.current()
        if not self.places.show(sections):
            return
        self.expandAll()
        self._place_buttons()
        row = self._look.height("sidebar_row")
        heads = (HEADING if section.heading else RULED for section in sections)
        self.setFixedHeight(sum(heads) + row * sum(len(s.places) for s in sections))
        self.choose(current)

    def current(self) -> str:
        """Return the key of the place chosen, or an empty one."""
        chosen = self.selectionModel().selectedIndexes()
        place = self.places.place(chosen[0]) if chosen else None
        return place.key if place else ""

    def choose(self, key: str) -> None:
        """Choose a place, without telling; an unknown one chooses none."""
        index = self.places.find(key)
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().setCurrentIndex(index, CHOOSE)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; those that look as before are one picture, as while a window grows."""
        state = self._rest_state()
        if state is None or state != self._seen:
            # What is seen once is drawn in place.
            self._seen = state
            super().paintEvent(event)
            return
        if self._picture is None or self._picture[0] != state:
            self._picture = state, self._paint_picture()
        QPainter(self.viewport()).drawPixmap(0, 0, self._picture[1])

    def _rest_state(self) -> Hashable:
        """Return all that the rows look like follows from; None while somebody is at them."""
        view, ratio = self.viewport(), self.devicePixelRatioF()
        # Of hundreds of rows only a few are seen: a picture of all would take longer than they do.
        if view.underMouse() or self.hasFocus() or view.height() > TALLEST:
            return None
        # Between two pixels of the screen, letters and pictures would not stand alike.
        if ratio % 1:
            return None
        look, size = self._look.scheme, (view.width(), view.height())
        return self.places.sections(), self.current(), look, size, ratio

    def _paint_picture(self) -> QPixmap:
        view, ratio = self.viewport(), self.devicePixelRatioF()
        picture = QPixmap(view.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        # The paper of the pane: letters are drawn on what they stand on.
        picture.fill(self._look.colour("window"))
        painter = QPainter(picture)
        painter.setLayoutDirection(self.layoutDirection())
        self.drawTree(painter, QRegion(view.rect()))
        painter.end()
        return picture

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a reader say the place as well, not only that here are places."""
        super().focusInEvent(event)
        if event.reason() in BY_TAB:
            QTimer.singleShot(0, self, lambda: self._say_where(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the frame of the keyboard as soon as it is used."""
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        super().keyPressEvent(event)

    def _selected(self, chosen: QItemSelection, _former: QItemSelection) -> None:
        indexes = chosen.indexes()
        place = self.places.place(indexes[0]) if indexes else None
        if place is not None:
            self.chosen.emit(place.key)

    def _place_buttons(self) -> None:
        for row, section in enumerate(self.places.sections()):
            index = self.places.index(row, 0)
            if section.add and self.indexWidget(index) is None:
                self.setIndexWidget(index, self._make_button(section))

    def _make_button(self, section: Section) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        side = self._look.icon_size("inline")
        button = IconButton(self._look, "plus", section.add)
        button.setFixedSize(HEADING_LINE - 4, HEADING_LINE - 4)
        margin = self._look.space("l") - (button.width() - side) // 2
        row.setContentsMargins(0, HEADING - HEADING_LINE, margin, 0)
        row.addStretch(1)
        row.addWidget(button)
        button.clicked.connect(partial(self.add_asked.emit, section.key))
        return holder
