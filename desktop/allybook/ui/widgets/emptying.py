"""Empty a layout of the widgets that were laid into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout, QWidget


def empty_layout(layout: QLayout, *, keep: QWidget | None = None) -> None:
    """Take everything out of a layout and drop its widgets, hidden at once; ``keep`` lives on."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget is not keep:
            widget.hide()
            widget.deleteLater()
