"""The frame that shows where the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

# From the widget's edge to the outer edge of the frame: a gap, then the line.
REACH = 4
MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)
# A widget with this property paints its own frame.
SHOWS_FOCUS = "shows_focus"
# These show the keyboard themselves: in the row, in the tab, or by the line around the field.
SELF_SHOWN = (
    QAbstractItemView,
    QTabBar,
    QLineEdit,
    QTextEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
)


class _Reach(QProxyStyle):
    """Gives the frame its distance."""

    def pixelMetric(  # noqa: N802 (Qt's name)
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return the distance for the frame; everything else as ever."""
        return REACH if metric in MARGINS else super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802 (Qt's name)
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        """Lay the frame over the window, where no parent's edge can cut it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)


class _Ring(QFocusFrame):
    """The frame itself; Qt makes it a child of the window where it is, and deletes it there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reach = _Reach("Fusion")
        self.setStyle(self._reach)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        look = self._look
        radius = look.radius("button") + REACH
        box = Box(None, look.colour("focus"), look.stroke("focus"), radius)
        paint_box(QPainter(self), self.rect(), box)


class FocusFrame(QObject):
    """Follows the keyboard from widget to widget; a press of the mouse shows no frame."""

    def __init__(self, look: Look, application: QApplication) -> None:
        super().__init__(application)
        self._look = look
        self._ring: _Ring | None = None
        application.focusChanged.connect(self._follow)

    def framed(self) -> QWidget | None:
        """Return the widget that has the frame."""
        return self._ring.widget() if self._ring is not None and isValid(self._ring) else None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_mouse = bool(QGuiApplication.mouseButtons())
        shown = new is not None and not by_mouse and not _shows_itself(new)
        if shown and (self._ring is None or not isValid(self._ring)):
            self._ring = _Ring(self._look)
        if self._ring is not None and isValid(self._ring):
            self._ring.setWidget(new if shown else None)  # type: ignore[arg-type]


def _shows_itself(widget: QWidget) -> bool:
    return isinstance(widget, SELF_SHOWN) or bool(widget.property(SHOWS_FOCUS))
