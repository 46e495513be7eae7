"""A box to choose one of a few words, in the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

    from allybook.ui.theme.look import Look

ICON = 16
NO_LETTER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ComboBox(QComboBox):
    """Shows one of its words and a chevron; a wheel that passes over it changes nothing.

    Letters choose among its words, also where the page around it has keys of its own.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setFont(look.font("ui"))
        self.setFixedHeight(look.height("field"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:  # noqa: N802 (Qt's name)
        """Open the list of words; letters are its own as well."""
        self.view().installEventFilter(self)
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Take letters that would do something elsewhere on the page."""
        return _take_letter(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take such letters in the open list too."""
        return _take_letter(event) or super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Leave the wheel to the list that this stands in."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as Qt does, and the chevron, which a style sheet takes away."""
        super().paintEvent(event)
        side = self._look.space("s")
        box = QRectF(self.width() - ICON - side, (self.height() - ICON) / 2, ICON, ICON)
        role = "text_2" if self.isEnabled() else "text_off"
        self._look.draw_icon(QPainter(self), "chevron-down", role, box)


def _take_letter(event: QEvent) -> bool:
    """Keep a letter from being the key of something else; return whether the event was one."""
    if event.type() is not QEvent.Type.ShortcutOverride:
        return False
    key: QKeyEvent = event  # type: ignore[assignment]
    letter = key.text() and key.text().isprintable() and not key.modifiers() & NO_LETTER
    if letter:
        event.accept()
    return bool(letter)
