"""Words for a screen reader where Qt has none: what happens by itself, where one comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QAbstractItemView, QWidget


def say_aloud(widget: QWidget, words: str) -> None:
    """Let a screen reader say words when it has said what it is saying; nothing else hears them."""
    # Qt makes a name for each of its 190 ways to be read aloud; most windows say nothing here.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def say_where(view: QAbstractItemView) -> str:
    """Let a screen reader say the row that the keyboard comes back to; return what it says.

    Qt tells of a row when another one is gone to, not when one comes to the list from elsewhere.
    """
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 (see above)

    reader = QAccessible.queryAccessibleInterface(view)
    # There is none where no row is the current one, which Qt's own hints for Python do not know.
    row = cast("QAccessibleInterface | None", reader.focusChild())
    if row is None:
        return ""
    QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
    return row.text(QAccessible.Text.Name)
