"""What views and delegates may ask of every model here."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
DISPLAY = Qt.ItemDataRole.DisplayRole
SENTENCE = Qt.ItemDataRole.AccessibleTextRole
CHECK = Qt.ItemDataRole.CheckStateRole
EDIT = Qt.ItemDataRole.EditRole


class Role(IntEnum):
    """Roles beside Qt's own.

    ``ROW`` is the row's whole value (a frozen dataclass); ``KEY`` what stays the same when the
    order changes; ``WHY`` a ``Why``; ``UNREAD`` a bool.
    """

    ROW = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2
    WHY = Qt.ItemDataRole.UserRole + 3
    UNREAD = Qt.ItemDataRole.UserRole + 4
