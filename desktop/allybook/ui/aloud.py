"""Words for a screen reader about something that happens without a key being pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str) -> None:
    """Let a screen reader say words when it has said what it is saying; nothing else hears them."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
