"""The filter of allies as chips: each can be changed or taken away without its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from allybook.domain.book.asked import parse_ally_filter
from allybook.domain.errors import FilterError
from allybook.domain.filters.chips import chips
from allybook.domain.filters.normalise import normalise
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING, And
from allybook.ui.tabs.allies.chip_choices import BookWords, chip_menu, pick_menu, say_chip
from allybook.ui.tips import as_written
from allybook.ui.widgets.chips import Chip, ChipView
from allybook.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from allybook.domain.filters.tree import Node
    from allybook.ui.theme.look import Look

GAP, LINE_GAP = 6, 4


class ChipStrip(QWidget):
    """Chips side by side, gone where there is none; ``changed`` tells that they say otherwise.

    ``edit_asked`` carries the text of a chip that was taken away to be changed as text.
    """

    changed = Signal()
    edit_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._node: Node = EVERYTHING
        self._known = BookWords()
        self.chips: list[Chip] = []
        self.menu: QMenu | None = None
        self._flow = FlowLayout(self, gap=GAP, line_gap=LINE_GAP)
        self._flow.setContentsMargins(look.space("l"), 0, look.space("l"), look.space("s"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the chips ask, in the language of filters; nothing where there is none."""
        return "" if self._node == EVERYTHING else show(self._node)

    def offer(self, tags: Sequence[str], categories: Sequence[str]) -> None:
        """Offer these words where a tag or a category is picked."""
        self._known = BookWords(tuple(tags), tuple(categories))

    def put(self, node: Node) -> None:
        """Show a filter in place of what is there."""
        node = normalise(node)
        if node != self._node:
            self._node = node
            self._rebuild()
            self.changed.emit()

    def add(self, node: Node) -> None:
        """Ask for one thing more."""
        self.put(And(tuple(dict.fromkeys([*self._parts(), *_parts_of(node)]))))

    def drop_last(self) -> str:
        """Take the last chip away; return its text."""
        parts = self._parts()
        if not parts:
            return ""
        self.put(And(tuple(parts[:-1])))
        return show(parts[-1])

    def with_typed(self, typed: str) -> tuple[str, FilterError | None]:
        """Return the whole filter, with as much of what is typed as is understood; and the rest."""
        if self._node == EVERYTHING:
            return typed, None
        node, error = _understood(typed)
        return show(normalise(And((*self._parts(), *_parts_of(node))))), error

    def pick_menu(self) -> QMenu:
        """Return a menu of all that can be asked for."""
        return pick_menu(self._known, self.add, self._look, self)

    def _parts(self) -> list[Node]:
        return [chip.node for chip in chips(self._node)] if self._node != EVERYTHING else []

    def _rebuild(self) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._make_chip(place) for place in range(len(self._parts()))]
        self.setVisible(bool(self.chips))
        self.updateGeometry()

    def _make_chip(self, place: int) -> Chip:
        parts = self._parts()
        node = parts[place]
        chip = Chip(self._look, ChipView(say_chip(node), cross=True))
        chip.setToolTip(as_written(show(node)))
        chip.dropped.connect(lambda: self._drop(place))
        chip.clicked.connect(lambda: self._offer(place))
        self._flow.addWidget(chip)
        # A layout leaves out what is not shown yet.
        chip.show()
        return chip

    def _drop(self, place: int) -> None:
        self.put(_without(self._parts(), place))
        if self.chips:
            self.chips[min(place, len(self.chips) - 1)].setFocus()
        else:
            self.edit_asked.emit("")

    def _offer(self, place: int) -> None:
        """Offer what a chip could say instead."""
        parts = self._parts()

        def take(other: Node) -> None:
            """Put another condition in the chip's place."""
            self.put(And((*parts[:place], other, *parts[place + 1 :])))

        def write() -> None:
            """Let the condition be typed."""
            self.put(_without(parts, place))
            self.edit_asked.emit(show(parts[place]))

        chip = self.chips[place]
        self.menu = chip_menu(parts[place], self._known, take, write, self._look, self)
        self.menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))


def _without(parts: Sequence[Node], place: int) -> Node:
    return And((*parts[:place], *parts[place + 1 :]))


def _parts_of(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _understood(typed: str) -> tuple[Node, FilterError | None]:
    """Return the tree of what is typed, as far as it is understood, and what is not."""
    first: FilterError | None = None
    while typed.strip():
        try:
            return parse_ally_filter(typed), first
        except FilterError as error:
            first = first or error
            typed = typed[: min(error.start, len(typed) - 1)]
    return EVERYTHING, first
