"""Asks which conditions a filter shall have: in menus, and in the editor beside a chip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from allybook.domain.filters.normalise import both
from allybook.domain.filters.tree import And
from allybook.ui.tabs.timeline.chip_editor import ChipEditor
from allybook.ui.tabs.timeline.chip_menu import chip_menu, starter_menu
from allybook.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.filters.tree import Node
    from allybook.ui.theme.look import Look

APART = 4


class ChipAsking(QObject):
    """What a chip could say instead, and what could be added to a filter.

    ``chosen`` carries the whole filter then. ``text_wanted`` carries a condition that is to be
    written as text, ``asked`` tells that a menu or a card is gone. ``known`` gives the words to
    complete from.
    """

    chosen = Signal(object)
    text_wanted = Signal(object)
    asked = Signal()

    def __init__(self, look: Look, parent: QWidget, known: Callable[[], Sequence[str]]) -> None:
        super().__init__(parent)
        self._look, self._parent, self._known = look, parent, known

    def ask(self, chip: Chip, node: Node, every: Sequence[Node]) -> None:
        """Ask what a chip shall say instead; ``every`` is the whole filter, part by part."""

        def take(other: Node) -> None:
            """Put another condition in the chip's place."""
            self.chosen.emit(And(tuple(other if part == node else part for part in every)))

        def edit(part: Node, done: Callable[[Node], None]) -> None:
            """Open the editor beside the chip."""
            self.open_editor(part, done, chip)

        write = self.text_wanted.emit
        menu = chip_menu(node, take, edit, lambda: write(node), self._look, self._parent)
        self._frame_while(chip, menu)
        menu.popup(_below(chip))

    def ask_more(self, button: QWidget, chosen: Node) -> None:
        """Ask what to add to the filter that is chosen."""

        def edit(part: Node, done: Callable[[Node], None]) -> None:
            """Open the editor beside the button."""
            self.open_editor(part, done, button)

        def take(node: Node) -> None:
            """Add a condition to what is chosen."""
            self.chosen.emit(both(chosen, node))

        starter_menu(take, edit, self._look, self._parent).popup(_below(button))

    def open_editor(self, node: Node, done: Callable[[Node], None], near: QWidget) -> None:
        """Let a condition be set without the language, beside a chip or a button."""
        editor = ChipEditor(self._look, node, self._known(), self._parent)
        editor.taken.connect(done)
        if isinstance(near, Chip):
            self._frame_while(near, editor)
        editor.open_at(_below(near))

    def _frame_while(self, chip: Chip, above: QWidget) -> None:
        """Frame a chip as long as a menu or a card asks about it."""
        chip.set_edited(edited=True)
        ends = above.aboutToHide if isinstance(above, QMenu) else above.destroyed
        ends.connect(self.asked)


def _below(near: QWidget) -> QPoint:
    """Return where a menu or a card opens that belongs to something: it covers none of it."""
    return near.mapToGlobal(QPoint(0, near.height() + APART))
