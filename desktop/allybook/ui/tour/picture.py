"""Pictures of the window with what lies over it: menus, cards, lists of completions, dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from allybook.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

NOWHERE = QPoint(0, 0)


def save_picture(window: QWidget, path: Path) -> None:
    """Write a PNG of a window as a person sees it; ``StorageError`` where there is no room."""
    picture = window.grab()
    corner = window.mapToGlobal(NOWHERE)
    painter = QPainter(picture)
    for above in _lying_over(window):
        painter.drawPixmap(above.mapToGlobal(NOWHERE) - corner, above.grab())
    painter.end()
    if not picture.save(str(path)):
        raise StorageError(f"{path} cannot be written; is the disk full?")


def _lying_over(window: QWidget) -> Iterator[QWidget]:
    """Yield what is open beside a window; dialogs lie under the menus that they open."""
    above = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    yield from sorted(above, key=lambda one: not one.isModal())
