"""Many changes inside a widget, laid out once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_later(*widgets: QWidget) -> Iterator[None]:
    """Let widgets stand as they are while their parts change; then lay them out, the last first.

    Qt would lay all of it out anew for each part that comes into sight.
    """
    layouts = [layout for widget in widgets if (layout := widget.layout())]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in reversed(layouts):
            layout.setEnabled(True)
            # A request that came meanwhile was let fall.
            layout.activate()
