"""A layout that fills lines like words in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Sets its items side by side, and begins a new line where they no longer fit.

    Items that may grow (a field at the end) take what is left of their line.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4, line_gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._line_gap = line_gap
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:  # noqa: N802 (as QBoxLayout's)
        """Put a widget at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let an item go, or return None past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        lines = self._lines(inner)
        height = sum(_height(line) for line in lines) + self._line_gap * max(0, len(lines) - 1)
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the room for everything on one line."""
        items = self._shown()
        width = sum(item.sizeHint().width() for item in items)
        width += self.spacing() * max(0, len(items) - 1)
        return QSize(width, _height(items)).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the room for the widest item alone."""
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, _height(self._shown())).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Set every item in its place."""
        super().setGeometry(rect)
        area = rect.marginsRemoved(self.contentsMargins())
        top = area.top()
        for line in self._lines(area.width()):
            self._set_line(line, QRect(area.left(), top, area.width(), _height(line)))
            top += _height(line) + self._line_gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            need = _width(item)
            if not lines or left + need > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += need + self.spacing()
        return lines

    def _set_line(self, line: list[QLayoutItem], area: QRect) -> None:
        spare = area.width() - sum(map(_width, line))
        spare -= self.spacing() * (len(line) - 1)
        left = area.left()
        for item in line:
            size = QSize(_width(item), item.sizeHint().height())
            size = size.boundedTo(QSize(area.width(), area.height()))
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                size.setWidth(size.width() + max(0, spare))
                spare = 0
            top = area.top() + (area.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()


def how_many(
    widths: Iterable[int], room: int, gap: int, most: int, *, before: int = 0, behind: int = 0
) -> int:
    """Return how many items of some widths have room on ``most`` lines.

    One as wide as ``before`` stands before them, and one as wide as ``behind`` after them.
    """
    line, left, fits = 1, before + gap if before else 0, 0
    for number, width in enumerate(widths, 1):
        if left and left + width > room:
            line, left = line + 1, 0
        if line > most:
            break
        left += width + gap
        if not behind or line < most or left + behind <= room:
            fits = number
    return fits


def _width(item: QLayoutItem) -> int:
    """Return the room that an item asks for; one that may grow, no more than it must have."""
    widget = item.widget()
    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return (widget.minimumWidth() if widget and grows else 0) or item.sizeHint().width()


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
