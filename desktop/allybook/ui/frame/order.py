"""The order in which the Tab key walks: that of reading, not that in which parts were made."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout

TAB = Qt.FocusPolicy.TabFocus


def step(window: QWidget, *, forward: bool) -> bool:
    """Go to the next stop of a window, or to the one before; return whether there was any.

    The order is read off the layouts at each step, so that what was made later has its place.
    """
    stops = list(stops_of(window))
    if not stops:
        return False
    now = QApplication.focusWidget()
    here = stops.index(now) if now in stops else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there = stops[(here + (1 if forward else -1)) % len(stops)]
    there.setFocus(reason)
    _bring_into_sight(there)
    return True


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key stops at inside a part, in the order of its layouts."""
    for one in _inside(part):
        # Who hands the keyboard on is reached through the one who takes it.
        if one.focusPolicy() & TAB == TAB and one.focusProxy() is None and one.isEnabled():
            yield one
        yield from stops_of(one)


def _inside(part: QWidget) -> Iterator[QWidget]:
    """Yield the visible children of a part: first those of its layout, then what lies over it."""
    placed = list(_placed(part))
    known = set(placed)
    others = (one for one in part.children() if isinstance(one, QWidget) and one not in known)
    return (one for one in chain(placed, others) if one.isVisible() and not one.isWindow())


def _placed(part: QWidget) -> Iterator[QWidget]:
    """Yield the children whose order a part knows."""
    layout = part.layout()
    if isinstance(part, QSplitter):
        yield from filter(None, map(part.widget, range(part.count())))
    elif isinstance(part, QStackedWidget):
        yield from filter(None, [part.currentWidget()])
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _bring_into_sight(stop: QWidget) -> None:
    above = stop.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()
