"""The chips of the filter bar: as many as some lines hold, and a way to those before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from allybook.domain.filters.show import show
from allybook.ui.tabs.timeline.filter_field import LEAST
from allybook.ui.tabs.timeline.saying import say_short
from allybook.ui.tips import as_written
from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.flow import FlowLayout, how_many
from allybook.ui.widgets.later import laid_out_later

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.ui.theme.look import Look

LINES = 3
"""More lines of chips than these would leave too little room for posts."""
GAP, LINE_GAP = 6, 4
UNSEEN = 640
"""The width (logical pixels) of a bar that nobody laid out yet."""


class ChipRow(QObject):
    """Chips before a field in ``bar``, one for each part of a filter.

    A filter of hundreds of words has more of them than there is room for: some are shown, with how
    many stand before and behind them, and those come when their number is pressed. ``dropped``
    carries the number of a part, ``asked`` a chip and the number of its part.
    """

    dropped = Signal(int)
    asked = Signal(QWidget, int)

    def __init__(self, look: Look, bar: QWidget, field: QWidget) -> None:
        super().__init__(bar)
        self._look, self._bar, self._field = look, bar, field
        self.flow = FlowLayout(gap=GAP, line_gap=LINE_GAP)
        self.flow.addWidget(field)
        self.parts: tuple[Node, ...] = ()
        self._made: dict[int, Chip] = {}
        self._page = range(0)
        self._measured: dict[ChipView, int] = {}
        self._edited: Node | None = None
        self._made_ways: tuple[Chip, Chip] | None = None

    @property
    def chips(self) -> list[Chip]:
        """Return the chips that are shown."""
        return [self._made[place] for place in self._page]

    def show(self, parts: Sequence[Node]) -> None:
        """Show another filter, from its beginning."""
        self._change(parts, 0)

    def renew(self, parts: Sequence[Node]) -> None:
        """Show the filter after a change, where one was; what was added comes into sight."""
        known, start = set(self.parts), self._page.start
        self._change(parts, start)
        added = [place for place, part in enumerate(parts) if part not in known]
        if added and added[-1] not in self._page:
            self._lay(self._cut_before(added[-1] + 1))

    def fit(self) -> None:
        """Show as many as there is room for now."""
        if (page := self._cut(self._page.start)) != self._page:
            self._lay(page)

    def frame(self, edited: Node | None) -> None:
        """Frame the chip of a part that is edited as text, and no other."""
        self._edited = edited
        for place in self._page:
            self._made[place].set_edited(edited=self.parts[place] == edited)

    def _change(self, parts: Sequence[Node], start: int) -> None:
        former, self._made, self.parts = self._made, {}, tuple(parts)
        whole = self._cut(0)
        page = whole
        if start and whole.stop < len(self.parts):
            inside = start < len(self.parts)
            page = self._cut(start) if inside else self._cut_before(len(self.parts))
        self._lay(page)
        for chip in former.values():
            chip.hide()
            chip.deleteLater()

    def _lay(self, page: range) -> None:
        """Put the chips of some places into the bar, between the ways to the others."""
        self._page = page
        row = self._with_ways(page.start, len(self.parts) - page.stop)
        every = {*self._made.values(), *(self._made_ways or ())}
        lost = self._bar.window().focusWidget() in every.difference(row)
        above = self._bar.parentWidget()
        with laid_out_later(*([above] if above else []), self._bar):
            while self.flow.count() > 1:
                self.flow.takeAt(0)
            for place, chip in enumerate(row):
                self.flow.insertWidget(place, chip)
            for chip in every:
                chip.setVisible(chip in row)
        self._order_keys(row)
        self.frame(self._edited)
        if lost:
            (row[0] if row else self._field).setFocus()

    def _with_ways(self, before: int, behind: int) -> list[Chip]:
        """Return the chips as they stand, those that lead to the others among them."""
        row = self.chips
        if before:
            row.insert(0, self._ways()[0])
            row[0].show_view(self._say_before(before))
        if behind:
            row.append(self._ways()[1])
            row[-1].show_view(self._say_behind(behind))
        return row

    def _order_keys(self, row: Sequence[Chip]) -> None:
        """Let Tab go through the chips before the field, as they stand."""
        before = self._field.previousInFocusChain()
        for chip in row:
            if before is not None:
                self._bar.setTabOrder(before, chip)
            before = chip

    def _cut(self, start: int) -> range:
        """Return the places for which there is room, from one of them on."""
        before = self._measure(self._say_before(start)) if start else 0
        found = self._fitting(start, before, 0)
        if start + found < len(self.parts):
            behind = self._measure(self._say_behind(len(self.parts))) + GAP + LEAST
            found = max(1, self._fitting(start, before, behind))
        return range(start, start + found)

    def _fitting(self, start: int, before: int, behind: int) -> int:
        places, room = range(start, len(self.parts)), self._room()
        widths = (self._width(self._chip(place)) for place in places)
        return how_many(widths, room, GAP, LINES, before=before, behind=behind)

    def _cut_before(self, stop: int) -> range:
        """Return the places for which there is room, up to one of them."""
        start, left = stop - 1, LINES * self._room()
        while start > 0 and left > 0:
            start -= 1
            left -= self._width(self._chip(start)) + GAP
        page = self._cut(start)
        while page.stop < stop:
            page = self._cut(page.start + 1)
        return page

    def _room(self) -> int:
        return self.flow.geometry().width() or UNSEEN

    def _width(self, chip: Chip) -> int:
        return chip.sizeHint().width()

    def _measure(self, view: ChipView) -> int:
        if view not in self._measured:
            self._measured[view] = self._width(Chip(self._look, view))
        return self._measured[view]

    def _chip(self, place: int) -> Chip:
        if place not in self._made:
            node = self.parts[place]
            chip = self._make(ChipView(say_short(node), State.ON, cross=True), show(node))
            chip.dropped.connect(lambda: self.dropped.emit(place))
            chip.clicked.connect(lambda: self.asked.emit(chip, place))
            self._made[place] = chip
        return self._made[place]

    def _make(self, view: ChipView, tip: str) -> Chip:
        chip = Chip(self._look, view)
        chip.setParent(self._bar)
        chip.hide()
        chip.setToolTip(as_written(tip))
        return chip

    def _say_before(self, number: int) -> ChipView:
        words = self.tr("%n before", "", number)
        return ChipView(words, State.SUGGESTED, "chevron-left")

    def _say_behind(self, number: int) -> ChipView:
        words = self.tr("and %n more", "", number)
        return ChipView(words, State.SUGGESTED, "chevron-right")

    def _ways(self) -> tuple[Chip, Chip]:
        """Return the chips that lead to those before and behind, made when there are some."""
        if self._made_ways is None:
            before = self.tr("Show the parts of the filter before these")
            behind = self.tr("Show the parts of the filter behind these")
            self._made_ways = (
                self._make_way(before, self._go_back),
                self._make_way(behind, self._go_on),
            )
        return self._made_ways

    def _make_way(self, tip: str, go: Callable[[], None]) -> Chip:
        chip = self._make(ChipView("", State.SUGGESTED), tip)
        chip.clicked.connect(go)
        return chip

    def _go_back(self) -> None:
        self._lay(self._cut_before(self._page.start))

    def _go_on(self) -> None:
        self._lay(self._cut(self._page.stop))
