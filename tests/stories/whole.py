"""What a person would call cut.

Parts that reach out of what holds them, that lie over one another, or that have no room.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEP = 4
"""How many layouts in one another hear that a word has changed."""
TITLES = ("title", "hero", "question")
"""What is said in these kinds of text stands whole."""
PARTS = (QAbstractButton, QLabel, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider)


def flaws() -> list[str]:
    """Return what is cut, of all that lies open."""
    for _depth in range(DEEP):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return [flaw for top in tops() for flaw in _of(top)]


def tops() -> list[QWidget]:
    """Return what lies open; of the rest, what lies under a dialog was looked at before it."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    dialogs = [one for top in shown for one in top.findChildren(QDialog) if one.isVisible()]
    return [one for one in {*shown, *dialogs} if one.windowType() != Qt.WindowType.ToolTip]


def _of(top: QWidget) -> Iterator[str]:
    shown = [
        one for one in top.findChildren(QWidget) if one.isVisible() and one.window() is top.window()
    ]
    parts = [one for one in shown if isinstance(one, PARTS) and _counts(one)]
    for part in parts:
        if out := _out_of(part, top):
            yield f"{_name(part)} reaches out of {out}"
        if _cramped(part):
            yield f"{_name(part)} has {part.size().toTuple()}, wants {_wish(part)}"
    for one, other in _neighbours(top):
        common = one.geometry() & other.geometry()
        # A hairline may be shared: nothing stands on it.
        if min(common.width(), common.height()) > 1:
            yield f"{_name(one)} and {_name(other)} share {common.size().toTuple()}"


def _counts(part: QWidget) -> bool:
    """Return whether a part is one of its own, and not a piece of another."""
    return not isinstance(part, QScrollBar) and not isinstance(
        part.parentWidget(), (Prose, QComboBox, QAbstractSpinBox, QLineEdit)
    )


def _out_of(part: QWidget, top: QWidget) -> str:
    """Return what a part reaches out of: along what can be scrolled, it may."""
    rect, inner, rolling = part.rect(), part, False
    while inner is not top and (outer := inner.parentWidget()) is not None:
        rect = QRect(inner.mapToParent(rect.topLeft()), rect.size())
        room = outer.rect()
        if rolling:
            rect.setTop(room.top())
            rect.setBottom(room.bottom())
        if isinstance(outer.parentWidget(), QScrollArea):
            rolling = True
            rect.setTop(room.top())
            rect.setBottom(room.bottom())
        if not room.contains(rect):
            return f"{_name(outer)}: {rect.getRect()} in {room.getRect()}"
        inner = outer
    return ""


def _wish(part: QWidget) -> tuple[int, int]:
    if isinstance(part, Prose):
        return part.width(), part.heightForWidth(part.width())
    if isinstance(part, IconButton):
        return part.icon_side, part.icon_side
    if isinstance(part, QAbstractSpinBox):
        inner = part.lineEdit()
        room = part.width() - inner.width() + inner.fontMetrics().horizontalAdvance(inner.text())
        return room, inner.fontMetrics().height()
    if isinstance(part, QLineEdit):
        return part.fontMetrics().horizontalAdvance(
            part.placeholderText()
        ), part.fontMetrics().height()
    shortens = isinstance(part, Words) and not _is_title(part)
    hint = part.minimumSizeHint() if shortens else part.sizeHint()
    return hint.toTuple()


def _is_title(part: Words) -> bool:
    """Return whether words are a title, of which nothing may be left out.

    Over a page stands what a person calls a book, or a filter in words, however long that is.
    """
    if isinstance(part.parentWidget(), PageHeader):
        return False
    return part.font() in [part._look.font(kind) for kind in TITLES]


def _cramped(part: QWidget) -> bool:
    if not _says(part):
        return False
    width, height = _wish(part)
    return part.width() < width or part.height() < height


def _says(part: QWidget) -> bool:
    if isinstance(part, QLabel):
        return bool(part.text())
    # What is laid on a button is looked at by itself.
    return not isinstance(part, QAbstractSlider) and part.layout() is None


def _neighbours(top: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield what stands beside one another in a layout."""
    for holder in (top, *top.findChildren(QWidget)):
        layout = holder.layout()
        if layout is None or not holder.isVisible():
            continue
        yield from combinations(
            [
                one
                for one in holder.findChildren(
                    QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
                )
                if one.isVisible() and not one.isWindow() and layout.indexOf(one) >= 0
            ],
            2,
        )


def _name(part: QWidget) -> str:
    said = part.accessibleName()
    if not said and isinstance(part, (QAbstractButton, QLabel, QLineEdit)):
        said = part.text()
    return f"{type(part).__name__} “{said[:40]}”"
