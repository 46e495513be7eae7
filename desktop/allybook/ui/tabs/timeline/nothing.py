"""What stands where no post matches: why that is so, and what can be done about it.

The drawing and the rows are loaded when they are first seen.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.domain.filters.chips import chips
from allybook.ui.tabs.timeline.places import QUIET
from allybook.ui.tabs.timeline.saying import say_short
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from allybook.ui.wording import in_words, posts, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.tabs.timeline.wish import Wish
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.empty import Drawing, StartWay, WayRow

CENTRE = Qt.AlignmentFlag.AlignHCenter
WIDTH = 400
LEFT, RIGHT = "message-circle", "calendar-days"
"""What is drawn beside the sign of what there is nothing of."""
ALL_DAYS = "days"
LESS = "less"
WITH_QUIET = "quiet"
SEARCH = "search"
REFRESH = "refresh"
GAP = "gap"
HOME, CHAT, FILE = "home", "chat", "file"
"""The ways to the first posts, where none was ever read."""
ASKING = {SEARCH, REFRESH, GAP}
"""The ways on that ask X."""


class NothingFound(Scroll):
    """A title, a sentence for each condition that cannot be met, and ways on.

    ``chosen`` tells the key of a way.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        self._inside = QWidget()
        super().__init__(self._inside)
        self._look = look
        self.title = Words(look, "", "question")
        self.sentence = Prose(look, "", "ui", "text_2")
        self.sentence.setAlignment(CENTRE)
        self.sentence.setFixedWidth(WIDTH)
        self.ways: dict[str, WayRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.space("s"))
        self._drawing: Drawing | None = None
        self._sign = ""
        self._column = column = QVBoxLayout(self._inside)
        side, edge = look.space("xl"), look.space("s")
        column.setContentsMargins(side, edge, side, edge)
        column.setSpacing(look.space("xs"))
        column.addStretch(2)
        column.addWidget(self.title, 0, CENTRE)
        column.addWidget(self.sentence, 0, CENTRE)
        column.addSpacing(look.space("m"))
        column.addLayout(self._rows)
        column.addStretch(3)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the drawing out where it would push a way out of sight."""
        super().resizeEvent(event)
        self._fit_drawing()

    def _fit_drawing(self) -> None:
        """Show the drawing where there is room to spare."""
        if self._drawing is None:
            return
        taken = self._inside.heightForWidth(self.viewport().width())
        if self._drawing.isHidden():
            taken += self._drawing.height() + self._column.spacing()
        self._drawing.setHidden(self.height() < taken)

    def _draw(self, sign: str) -> None:
        """Draw the sign of what there is nothing of."""
        from allybook.ui.widgets.empty import Drawing

        if self._sign == sign:
            return
        if self._drawing is not None:
            self._column.removeWidget(self._drawing)
            self._drawing.hide()
            self._drawing.deleteLater()
        self._sign = sign
        self._drawing = Drawing(self._look, (LEFT, sign, RIGHT), below=self._look.space("m"))
        self._column.insertWidget(1, self._drawing, 0, CENTRE)

    def show_for(
        self, sight: Sight, bought: Sequence[StartWay], place: str = "", before: str = ""
    ) -> None:
        """Say why nothing of this is shown; ``bought`` are the ways that ask X.

        ``place`` is the key of the one that is shown, and says by itself what it has nothing of;
        ``before`` says what must be done before X can be asked.
        """
        from allybook.ui.tabs.timeline.empty_places import empty_place

        why = (*sight.unmet, *sight.unasked)
        empty = empty_place(QUIET if is_empty_folder(sight.wish) else place, sight, before)
        self._draw(empty.sign if empty else "list-filter")
        self.title.setText(empty.title if empty else self.tr("Nothing matches"))
        self.title.updateGeometry()
        self.setAccessibleName(self.title.text())
        words = " ".join(map(in_words, why))
        if empty and not words:
            words = empty.sentence
        elif not why and chips(sight.wish.chosen):
            words = self.tr("No post that was read so far has all of this.")
        self.sentence.show_text(words)
        self.sentence.setVisible(bool(words))
        # A part that the place itself is made of is nothing to take away.
        free = (way for way in ways_of(sight) if not (empty and way.key == LESS))
        self._show_ways((*free, *bought))
        self._fit_drawing()

    def _show_ways(self, every: Sequence[StartWay]) -> None:
        """Show the ways; whoever has the keyboard on one keeps it there, whatever it says now."""
        before = self.ways
        if {key: row.accessibleName() for key, row in before.items()} == {
            way.key: way.title for way in every
        }:
            return
        held = next((key for key, row in before.items() if row.hasFocus()), "")
        self.ways = {way.key: self._add(way) for way in every}
        if held in self.ways:
            self.ways[held].setFocus()
        elif held:
            self.take_keyboard()
        for row in before.values():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def take_keyboard(self) -> None:
        """Have the keyboard on the first way that is free, or on what is said: never on a price."""
        free = (row for row in self.ways.values() if not row.asks)
        next(free, self).setFocus()

    def _add(self, way: StartWay) -> WayRow:
        from allybook.ui.widgets.empty import WayRow

        row = WayRow(self._look, way)
        row.clicked.connect(lambda: self.chosen.emit(way.key))
        self._rows.addWidget(row, 0, CENTRE)
        # What nobody sees yet takes no keyboard.
        row.show()
        return row


def is_empty_folder(wish: Wish) -> bool:
    """Return whether nothing narrows the quiet folder: where it shows nothing, there is nothing."""
    return wish.quiet_only and wish.days is None and not chips(wish.chosen)


def make_way(key: str, title: str) -> StartWay:
    """Return a way on, with the icon of what it does, and what that does or keeps."""
    from allybook.ui.widgets.empty import StartWay

    stays = translate("NothingFound", "What is read stays on this computer")
    icon, sentence = {
        ALL_DAYS: ("calendar-days", translate("NothingFound", "The filter stays as it is")),
        LESS: ("list-filter", translate("NothingFound", "The rest of the filter stays")),
        WITH_QUIET: (
            "volume-x",
            translate("NothingFound", "They match; each has a reason to wait there"),
        ),
        SEARCH: ("search", stays),
        REFRESH: ("refresh-cw", stays),
        GAP: (
            "circle-dashed",
            translate("NothingFound", "Posts that match may be among those not read"),
        ),
    }[key]
    return StartWay(key, icon, title, sentence, asks=key in ASKING)


def ways_of(sight: Sight) -> tuple[StartWay, ...]:
    """Return the ways on that cost nothing."""
    wish, found = sight.wish, []
    if wish.days:
        found.append(make_way(ALL_DAYS, translate("timeline", "Show all days")))
    parts = chips(wish.chosen)
    if parts and parts[-1].words:
        words = translate("timeline", "Take away “%1”")
        last = say_short(parts[-1].node)
        found.append(make_way(LESS, words.replace("%1", last)))
    if sight.quiet and not (wish.with_quiet or wish.quiet_only):
        words = translate("timeline", "Show %1 of the quiet folder")
        found.append(make_way(WITH_QUIET, words.replace("%1", posts(sight.quiet))))
    return tuple(found)
