"""Menus for who filters without the language: what a chip could say instead, and what to add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from allybook.domain.filters.chips import chips
from allybook.domain.filters.choices import STARTERS, alternatives
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.domain.filters.tree import Node


def say_short(node: Node) -> str:
    """Return what a chip says of a part of a filter."""
    return ", ".join(chip.words for chip in chips(node))


def chip_menu(
    node: Node, take: Callable[[Node], None], write: Callable[[], None], parent: QWidget
) -> QMenu:
    """Return a menu of what a chip could say instead; ``write`` edits it as text."""
    menu = QMenu(parent)
    for other in alternatives(node):
        _add(menu, say_short(other), partial(take, other))
    menu.addSeparator()
    _add(menu, translate("timeline", "Change it as text"), write)
    return menu


def starter_menu(take: Callable[[Node], None], parent: QWidget) -> QMenu:
    """Return a menu of what people filter by most."""
    menu = QMenu(parent)
    for node in STARTERS:
        _add(menu, say_short(node), partial(take, node))
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> None:
    shown = words[:1].upper() + words[1:]
    menu.addAction(shown.replace("&", "&&")).triggered.connect(lambda _on: act())
