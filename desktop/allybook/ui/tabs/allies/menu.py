"""What can be done with the chosen allies, as a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from allybook.ui.keys import removing
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.places import COUNTED_ON
from allybook.ui.widgets.menu import Menu
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from allybook.ui.models.allies import Pick
    from allybook.ui.theme.look import Look

APPROVE, DECLINE, REMOVE, LATER = "approve", "decline", "remove", "later"
TAG, UNTAG, CATEGORY, KIND = "tag", "untag", "category", "kind"
OPT_OUT, OPEN, OPEN_ON_X, VISIT, PUT = "opt_out", "open", "open_on_x", "visit", "put"
KEYS = {
    "A": APPROVE,
    "D": DECLINE,
    "L": LATER,
    **dict.fromkeys(removing(), REMOVE),
    "T": TAG,
    "Shift+T": UNTAG,
    "C": CATEGORY,
    "O": OPEN_ON_X,
    "Return": VISIT,
    "Enter": VISIT,
}
"""The key of each verb while the keyboard is in the table."""
ALONE = frozenset({OPEN, OPEN_ON_X, VISIT})
"""What is done to one ally at a time."""
UNDECIDED = frozenset({AllyStatus.NOMINATED, AllyStatus.DECLINED, AllyStatus.REMOVED})


class MenuLine(Struct, frozen=True):
    """One line of the menu: its words, icon and key; ``ruled`` draws a line above it."""

    words: str
    icon: str
    key: str = ""
    ruled: bool = False


def able(verb: str, status: AllyStatus) -> bool:
    """Return whether a verb makes sense for an ally as it stands."""
    match verb:
        case "approve":
            return status in UNDECIDED
        case "decline" | "later":
            return status is AllyStatus.NOMINATED
        case "remove" | "put":
            return status in COUNTED_ON
        case "tag" | "untag" | "category" | "kind" | "opt_out":
            return status is not AllyStatus.OPTED_OUT
    return True


def make_menu(
    look: Look, picks: Sequence[Pick], ask: Callable[[str], None], parent: QWidget
) -> QMenu:
    """Return a menu of what can be done with these allies; ``ask`` is told the verb."""
    menu = Menu(look, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for verb, entry in _entries().items():
        if not any(able(verb, pick.status) for pick in picks):
            continue
        if verb in ALONE and len(picks) > 1:
            continue
        if entry.ruled and menu.actions():
            menu.addSeparator()
        action = menu.addAction(look.icon(entry.icon), entry.words)
        action.setObjectName(verb)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        action.triggered.connect(lambda _checked=False, verb=verb: ask(verb))
    return menu


def _entries() -> dict[str, MenuLine]:
    return {
        APPROVE: MenuLine(translate("allies", "Approve"), "check", "A"),
        DECLINE: MenuLine(translate("allies", "Decline…"), "circle-x", "D"),
        LATER: MenuLine(translate("allies", "Decide later"), "clock", "L"),
        TAG: MenuLine(translate("allies", "Add tags…"), "tag", "T", ruled=True),
        UNTAG: MenuLine(translate("allies", "Take tags away…"), "x", "Shift+T"),
        CATEGORY: MenuLine(translate("allies", "Set the category…"), "pencil", "C"),
        KIND: MenuLine(translate("allies", "Organisation or person…"), "user-round"),
        OPEN: MenuLine(translate("allies", "Show in full"), "info", "Return", ruled=True),
        OPEN_ON_X: MenuLine(translate("allies", "Open on X"), "external-link", "O"),
        PUT: MenuLine(translate("allies", "Put into another book…"), "book-user", ruled=True),
        REMOVE: MenuLine(
            translate("allies", "Remove from the book"), "user-round-x", "Del", ruled=True
        ),
        OPT_OUT: MenuLine(translate("allies", "Opt out for ever…"), "hand-heart"),
    }
