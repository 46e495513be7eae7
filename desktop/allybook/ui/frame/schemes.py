"""The looks to choose from, as entries of the window's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup

from allybook.ui.theme.look import SYSTEM
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu


def add_schemes(menu: QMenu, chosen: str, choose: Callable[[str], object]) -> Mapping[str, QAction]:
    """Let a menu offer the schemes, of which one is chosen; return the entry of each."""
    group, entries = QActionGroup(menu), {}
    for scheme, word in (
        (SYSTEM, translate("Window", "As the desktop")),
        ("light", translate("Window", "Light")),
        ("dark", translate("Window", "Dark")),
        ("contrast", translate("Window", "High contrast")),
    ):
        entries[scheme] = entry = QAction(word, group, checkable=True)
        entry.setChecked(scheme == chosen)
        entry.triggered.connect(lambda _checked, scheme=scheme: choose(scheme))
    menu.addActions(group.actions())
    return entries
