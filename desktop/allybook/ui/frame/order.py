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
    now = QApplication.focusWidget()
    stops = list(stops_of(window, now))
    here = stops.index(now) if now in stops else -1 if forward else 0
    if now is not None and now in stops and not _stops_at(now):
        # It has just gone off or out of sight, and the keyboard goes on from there.
        stops.remove(now)
        here -= forward
    if not stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there = stops[(here + (1 if forward else -1)) % len(stops)]
    there.setFocus(reason)
    _bring_into_sight(there)
    return True


def stops_of(part: QWidget, now: QWidget | None = None) -> Iterator[QWidget]:
    """Yield what the Tab key stops at inside a part, in the order of its layouts.

    Where the keyboard is ``now`` is one of them, though that may no longer be a stop.
    """
    for one in _inside(part, now):
        if one is now or _stops_at(one):
            yield one
        yield from stops_of(one, now)


def _stops_at(one: QWidget) -> bool:
    # Who hands the keyboard on is reached through the one who takes it.
    takes = one.focusPolicy() & TAB == TAB and one.focusProxy() is None
    return takes and one.isEnabled() and one.isVisible()


def _inside(part: QWidget, now: QWidget | None) -> Iterator[QWidget]:
    """Yield the visible children of a part: first those of its layout, then what lies over it.

    What has just gone out of sight with the keyboard in it is one of them, but for a whole page:
    on the next page one begins at the top.
    """
    placed = list(_placed(part))
    known = set(placed)
    others = (one for one in part.children() if isinstance(one, QWidget) and one not in known)
    left = None if isinstance(part, QStackedWidget) else now
    inside = (one for one in chain(placed, others) if not one.isWindow())
    return (one for one in inside if one.isVisible() or _holds(one, left))


def _holds(part: QWidget, now: QWidget | None) -> bool:
    return now is not None and (part is now or part.isAncestorOf(now))


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
