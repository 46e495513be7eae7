"""The ring around the widget that has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from allybook.ui.widgets.boxes import Box, paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

# From the widget's edge to the outer edge of the frame: a gap, then the line.
REACH = 4
MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


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


class Ring(QFocusFrame):
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


def rehearse(look: Look) -> None:
    """Lay a frame where nobody sees it: for the first one PySide makes 72 names, 10 ms of work."""
    stage = QWidget()
    Ring(look).setWidget(QWidget(stage))
    stage.deleteLater()
