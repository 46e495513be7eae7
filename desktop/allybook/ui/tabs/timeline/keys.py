"""The keys of the timeline: each works where nothing is written and no other list has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QWidget

WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def plug_keys(places: Iterable[QWidget], acts: Mapping[str, Callable[[], None]]) -> None:
    """Let each key do its act wherever in these places the keyboard is."""
    for place in places:
        for key, act in acts.items():
            QShortcut(QKeySequence(key), place, context=WITHIN).activated.connect(act)
