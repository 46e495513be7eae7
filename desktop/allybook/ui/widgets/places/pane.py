"""The pane of places: headings with their rows, what a tab adds, and a foot with a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from allybook.ui.widgets.boxes import fill
from allybook.ui.widgets.buttons import IconButton, LinkButton
from allybook.ui.widgets.places.strip import PlacesStrip
from allybook.ui.widgets.places.tree import PlacesTree
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.places.values import Section


DONE = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlacesPane(QStackedWidget):
    """Where one can go in a tab; folds to a strip of icons, from which a person can open it again.

    ``chosen`` tells the key of the place that a person went to, ``add_asked`` the key of the
    section whose button was pressed, ``followed`` that the link in the foot was, ``turned`` that a
    folded pane was opened or folded again by hand.
    """

    chosen = Signal(str)
    add_asked = Signal(str)
    followed = Signal()
    turned = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.tree = PlacesTree(look, name)
        self.strip = PlacesStrip(look)
        self.foot = Prose(look, "", "caption", "text_3")
        self.link = LinkButton(look, "", kind="caption", weight=600)
        self._extras = QVBoxLayout()
        self._opened = False
        self._folder: IconButton | None = None
        self.setAccessibleName(name)
        self.addWidget(self._make_full())
        self.addWidget(self.strip)
        self.tree.chosen.connect(self._go)
        self.strip.chosen.connect(self._go)
        self.strip.words_asked.connect(self._open)
        self.tree.add_asked.connect(self.add_asked)
        self.link.clicked.connect(self.followed)
        self.show_foot("")

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections; what was chosen stays chosen, where it is still there."""
        self.tree.show_sections(sections)
        if self.folded:
            self._fill_strip()

    def current(self) -> str:
        """Return the key of the place chosen, or an empty one."""
        return self.tree.current()

    def choose(self, key: str) -> None:
        """Choose a place, without telling."""
        self.tree.choose(key)
        if self.folded:
            self.strip.choose(key)

    def show_foot(self, text: str, link: str = "") -> None:
        """Show a few small words at the foot, and a link below them."""
        self.foot.show_text(text)
        self.foot.setVisible(bool(text))
        self.link.setText(link)
        self.link.updateGeometry()
        self.link.setVisible(bool(link))

    def add_widget(self, widget: QWidget, *, wide: bool = False) -> None:
        """Add something below the rows; a ``wide`` one brings its own margins, as rows do."""
        side = 0 if wide else self._look.space("l")
        line = QHBoxLayout()
        line.setContentsMargins(side, 0, side, 0)
        line.addWidget(widget)
        self._extras.addLayout(line)

    @property
    def folded(self) -> bool:
        """Return whether the pane is a strip of icons."""
        return self.currentWidget() is self.strip

    @property
    def opened(self) -> bool:
        """Return whether a person opened what is folded for want of room."""
        return self._opened

    def fold(self, *, folded: bool) -> None:
        """Become a strip of icons, or the whole pane again."""
        self._opened = False
        if folded:
            self._fill_strip()
        self.setCurrentIndex(1 if folded else 0)
        if self._folder is not None:
            self._folder.hide()

    def _fill_strip(self) -> None:
        """Show the places in the strip: it has none of its own before it is seen."""
        every = (place for section in self.tree.places.sections() for place in section.places)
        self.strip.show_places([place for place in every if place.in_strip], self.current())

    def _open(self) -> None:
        """Show everything for a while, however little room there is."""
        if not self.folded:
            return
        self._opened = True
        self.setCurrentIndex(0)
        if self._folder is None:
            self._folder = self._make_folder()
        self._folder.show()
        self.turned.emit()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_folder(self) -> IconButton:
        folder = IconButton(self._look, "chevron-left", self.tr("Fold the places again"))
        folder.clicked.connect(self.close_again)
        row, edge = QHBoxLayout(), self._look.space("s")
        row.setContentsMargins(edge, edge, edge, 0)
        row.addWidget(folder)
        row.addStretch(1)
        self._column.insertLayout(0, row)
        return folder

    def close_again(self) -> None:
        """Fold what was opened by hand."""
        if not self._opened:
            return
        self.fold(folded=True)
        self.turned.emit()
        self.strip.take_keyboard()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper of the frame."""
        fill(QPainter(self), self.rect(), self._look.colour("window"))

    def _go(self, key: str) -> None:
        self.choose(key)
        # Arrow keys walk on through the places; the pointer has found what it wanted.
        if self._opened and QGuiApplication.mouseButtons():
            self.close_again()
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Escape fold what was opened by hand."""
        if event.key() in DONE and self._opened:
            self.close_again()
        else:
            super().keyPressEvent(event)

    def _make_full(self) -> QWidget:
        full, side = QWidget(), self._look.space("l")
        column, foot = QVBoxLayout(full), QVBoxLayout()
        self._column = column
        column.setContentsMargins(0, 0, 0, 0)
        scroller, line = self._make_scroller(), Rule(self._look)
        column.addWidget(scroller, 1)
        column.addWidget(line)
        line.hide()
        # What is cut off above the foot ends at a line.
        scroller.verticalScrollBar().rangeChanged.connect(
            lambda low, high: line.setVisible(high > low)
        )
        foot.setContentsMargins(side, self._look.space("s"), side, side)
        foot.setSpacing(0)
        foot.addWidget(self.foot)
        foot.addWidget(self.link)
        column.addLayout(foot)
        return full

    def _make_scroller(self) -> Scroll:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree)
        self._extras.setContentsMargins(0, self._look.space("s"), 0, 0)
        column.addLayout(self._extras)
        column.addStretch(1)
        return Scroll(inside)
