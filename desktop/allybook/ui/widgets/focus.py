"""The frame that shows where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.ring import Ring

# A widget with this property paints its own frame.
SHOWS_FOCUS = "shows_focus"
# These show the keyboard themselves: in the row, in the tab, or by the line around the field. Told
# by name: a class that no widget has yet need not be made for the question.
SELF_SHOWN = (
    "QAbstractItemView",
    "QTabBar",
    "QLineEdit",
    "QTextEdit",
    "QPlainTextEdit",
    "QComboBox",
    "QAbstractSpinBox",
)


class FocusFrame(QObject):
    """Follows the keyboard from widget to widget; a press of the mouse shows no frame."""

    def __init__(self, look: Look, application: QApplication) -> None:
        super().__init__(application)
        self._look = look
        self._ring: Ring | None = None
        application.focusChanged.connect(self._follow)

    def framed(self) -> QWidget | None:
        """Return the widget that has the frame."""
        return self._ring.widget() if self._ring is not None and isValid(self._ring) else None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_mouse = bool(QGuiApplication.mouseButtons())
        shown = new is not None and not by_mouse and not _shows_itself(new)
        if shown and (self._ring is None or not isValid(self._ring)):
            # What it takes of Qt is made for the first one, and mice do without it.
            from allybook.ui.widgets.ring import Ring  # noqa: PLC0415

            self._ring = Ring(self._look)
        if self._ring is not None and isValid(self._ring):
            self._ring.setWidget(new if shown else None)  # type: ignore[arg-type]


def _shows_itself(widget: QWidget) -> bool:
    return any(map(widget.inherits, SELF_SHOWN)) or bool(widget.property(SHOWS_FOCUS))
