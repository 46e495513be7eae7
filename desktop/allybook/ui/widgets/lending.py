"""The keyboard of a button that is off for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

USES = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Lending(QObject):
    """Turns a widget off and on; what it lost by being off is the keyboard, which it gets back.

    Qt hands the keyboard on to a neighbour. Who uses it there keeps it: nobody types a word into a
    field and its last letters into a button.
    """

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._to: QWidget | None = None
        self._lent = False

    def turn(self, *, on: bool) -> None:
        """Turn the widget on or off."""
        owner = self._owner
        if on != owner.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled):
            # It is so itself already, whatever the place is in which it stands.
            return
        had = owner.window().focusWidget() is owner
        owner.setEnabled(on)
        if on:
            self._take_back()
        elif had:
            self._lend(owner.window().focusWidget())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let whoever uses the keyboard or the pointer there keep it."""
        if event.type() in USES:
            self._lent = False
        return False

    def _lend(self, to: QWidget | None) -> None:
        self._to, self._lent = to, True
        for part in _parts(to):
            part.installEventFilter(self)

    def _take_back(self) -> None:
        to, lent = self._to, self._lent
        self._to, self._lent = None, False
        if to is not None and not isValid(to):
            to = None
        for part in _parts(to):
            part.removeEventFilter(self)
        if lent and self._owner.window().focusWidget() is to:
            self._owner.setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(widget: QWidget | None) -> list[QWidget]:
    """Return what a press may come to: a list has the pointer's on its face."""
    if widget is None:
        return []
    return [widget, widget.viewport()] if isinstance(widget, QAbstractScrollArea) else [widget]
