"""Menus for who filters without the language: what a chip could say instead, and what to add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.filters.choices import STARTERS, alternatives
from allybook.domain.filters.tree import Not, Or, Term
from allybook.ui.tabs.timeline.saying import begin_large, say_short
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.theme.look import Look

    Act = Callable[[], None]
    Take = Callable[[Node], None]
    Edit = Callable[[Node, Take], None]

MOST = 6
"""More alternatives than this have a menu of their own."""


def chip_menu(node: Node, take: Take, edit: Edit, write: Act, look: Look, parent: QWidget) -> QMenu:
    """Return a menu of what a chip could say instead.

    ``edit`` sets a condition by hand and hands it to what takes it; ``write`` edits it as text.
    """
    menu = Menu(look, parent)
    for other in alternatives(node):
        _add(menu, say_short(other), partial(take, other))
    menu.addSeparator()
    if isinstance(node, Or):
        _add_parts(menu, node, take, edit)
    elif _is_condition(node):
        _add(menu, translate("timeline", "Change it…"), partial(edit, node, take))
    _add(menu, translate("timeline", "Change it as text"), write)
    return menu


def starter_menu(take: Take, edit: Edit, look: Look, parent: QWidget) -> QMenu:
    """Return a menu of what people filter by most, and a way to anything else."""
    menu = Menu(look, parent)
    for node in STARTERS:
        _add(menu, say_short(node), partial(take, node))
    menu.addSeparator()
    _add(menu, translate("timeline", "Something else…"), partial(edit, Or(()), take))
    return menu


def _add_parts(menu: Menu, node: Or, take: Take, edit: Edit) -> None:
    """Offer each of the alternatives to be changed, and one more."""
    change = translate("timeline", "Change “%1”…")
    many = len(node.parts) > MOST
    among = menu.add_inner(translate("timeline", "Change one of these")) if many else menu
    for place, part in enumerate(node.parts):
        if _is_condition(part):
            words = change.replace("%1", say_short(part))
            _add(among, words, partial(edit, part, partial(_put, node, place, take)))
    put = partial(_put, node, len(node.parts), take)
    _add(menu, translate("timeline", "Or something else…"), partial(edit, Or(()), put))


def _put(node: Or, place: int, take: Take, part: Node) -> None:
    take(Or((*node.parts[:place], part, *node.parts[place + 1 :])))


def _is_condition(node: Node) -> bool:
    return isinstance(node.part if isinstance(node, Not) else node, Term)


def _add(menu: QMenu, words: str, act: Act) -> None:
    shown = begin_large(words).replace("&", "&&")
    menu.addAction(shown).triggered.connect(lambda _on: act())
