"""What a screen reader finds in a chart: a list of its bars, in sentences; nothing to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex, QPoint, QRectF
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    Place = QModelIndex | QPersistentModelIndex

Flag = QItemSelectionModel.SelectionFlag
NOWHERE = QModelIndex()


class Chart(Protocol):
    """What the list asks of the chart that it lies over."""

    def bar_of(self, row: int) -> QRectF:
        """Return where the bar of a row stands."""

    def begin_walk(self) -> None:
        """Begin where the keyboard was, or at the newest bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key says."""


class BarSentences(QAbstractListModel):
    """One sentence a bar."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._sentences: Sequence[str] = ()

    def show(self, sentences: Sequence[str]) -> None:
        """Say other sentences."""
        if sentences != self._sentences:
            self.beginResetModel()
            self._sentences = sentences
            self.endResetModel()

    def rowCount(self, parent: Place = NOWHERE) -> int:
        """Return how many bars there are."""
        return 0 if parent.isValid() else len(self._sentences)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the sentence of a bar, for a reader only."""
        return self._sentences[index.row()] if role == Qt.ItemDataRole.AccessibleTextRole else None


class Bars(QListView):
    """Lies over a chart of days and has the keyboard in its place; what it is told goes there.

    Its rows are the bars that can be chosen. The pointer does not meet it. ``left`` tells that the
    keyboard went elsewhere.
    """

    left = Signal()

    def __init__(self, chart: Chart, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = chart
        self._rows = BarSentences(self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The style sheet gives lists the paper of the page; this one is seen through.
        self.setProperty("clear", True)  # noqa: FBT003 (Qt's signature)
        self.viewport().setAutoFillBackground(False)

    def show_bars(self, sentences: Sequence[str]) -> None:
        """Say what the bars are."""
        self._rows.show(sentences)

    def go(self, row: int) -> None:
        """Let the reader say where the keyboard is."""
        self.selectionModel().setCurrentIndex(self._rows.index(row, 0), Flag.NoUpdate)

    def mark(self, row: int | None) -> None:
        """Let the reader know which bar is chosen, or that none is."""
        if row is None:
            self.selectionModel().clearSelection()
        else:
            self.selectionModel().select(self._rows.index(row, 0), Flag.ClearAndSelect)

    def visualRect(self, index: Place) -> QRect:  # noqa: N802 (Qt's name)
        """Return where the bar of a row stands."""
        if not index.isValid():
            return QRect()
        return self._chart.bar_of(index.row()).toAlignedRect().translated(-self.viewport().pos())

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """Return the row of the bar at a point."""
        rows, there = range(self._rows.rowCount()), (point + self.viewport().pos()).toPointF()
        row = next((n for n in rows if self._chart.bar_of(n).contains(there)), -1)
        return self._rows.index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(  # noqa: N802 (Qt's name)
        self,
        index: Place,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: all bars are in sight."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the chart is what one sees."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the chart do what a key says."""
        self._chart.keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin where the keyboard was, or at the newest bar."""
        # Before Qt does, which would have the reader say the oldest first.
        self._chart.begin_walk()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went; the chart itself may be on its way out."""
        super().focusOutEvent(event)
        self.left.emit()
