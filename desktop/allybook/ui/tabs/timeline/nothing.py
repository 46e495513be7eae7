"""What stands where no post matches: why that is so, and what can be done about it.

The drawing is loaded when it is first seen.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.domain.filters.chips import chips
from allybook.ui.tabs.timeline.saying import cut_short
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import in_words, posts, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from allybook.ui.tabs.timeline.look_through import Sight
    from allybook.ui.theme.look import Look

CENTRE = Qt.AlignmentFlag.AlignHCenter
WIDTH = 400
ROOMY = 200
DRAWN = 300
"""The heights (logical pixels) from which on the ways stand apart, and the drawing is there."""
DRAWING = ("message-circle", "list-filter", "calendar-days")
ALL_DAYS = "days"
LESS = "less"
WITH_QUIET = "quiet"
SEARCH = "search"
REFRESH = "refresh"
GAP = "gap"
HOME, CHAT, FILE = "home", "chat", "file"
"""The ways to the first posts, where none was ever read."""


class Way(Struct, frozen=True):
    """One way on from a page without posts: its key, and what its link says."""

    key: str
    words: str


class NothingFound(QWidget):
    """A title, a sentence for each condition that cannot be met, and ways on.

    ``chosen`` tells the key of a way.
    """

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = Words(look, "", "question")
        self.sentence = Prose(look, "", "ui", "text_2")
        self.sentence.setAlignment(CENTRE)
        self.sentence.setFixedWidth(WIDTH)
        self.links: dict[str, LinkButton] = {}
        self._ways = QVBoxLayout()
        self._ways.setSpacing(look.space("s"))
        self._drawing: QWidget | None = None
        self._column = column = QVBoxLayout(self)
        side, edge = look.space("xl"), look.space("s")
        column.setContentsMargins(side, edge, side, edge)
        column.setSpacing(look.space("xs"))
        column.addStretch(2)
        column.addWidget(self.title, 0, CENTRE)
        column.addWidget(self.sentence, 0, CENTRE)
        column.addSpacing(look.space("s"))
        column.addLayout(self._ways)
        column.addStretch(3)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways closer together where large letters leave little room."""
        super().resizeEvent(event)
        roomy = event.size().height() >= ROOMY
        self._ways.setSpacing(self._look.space("s" if roomy else "xs"))
        self._fit_drawing()

    def _fit_drawing(self) -> None:
        """Show the drawing where there is room to spare."""
        if self._drawing is not None:
            self._drawing.setVisible(self.height() >= DRAWN)

    def _draw(self) -> None:
        from allybook.ui.widgets.empty import Drawing

        if self._drawing is None:
            self._drawing = Drawing(self._look, DRAWING, below=self._look.space("m"))
            self._column.insertWidget(1, self._drawing, 0, CENTRE)
        self._fit_drawing()

    def show_for(self, sight: Sight, bought: Sequence[Way]) -> None:
        """Say why nothing of this is shown; ``bought`` are the ways that ask X."""
        every = (*ways_of(sight), *bought)
        self._draw()
        self.title.setText(self.tr("Nothing matches"))
        self.title.updateGeometry()
        self.setAccessibleName(self.title.text())
        why = (*sight.unmet, *sight.unasked)
        words = " ".join(map(in_words, why))
        if not why and chips(sight.wish.chosen):
            words = self.tr("No post that was read so far has all of this.")
        self.sentence.show_text(words)
        self.sentence.setVisible(bool(words))
        if {key: link.text() for key, link in self.links.items()} == {
            way.key: way.words for way in every
        }:
            return
        for link in self.links.values():
            self._ways.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = {way.key: self._add(way) for way in every}

    def _add(self, way: Way) -> LinkButton:
        link = LinkButton(self._look, way.words, weight=600)
        link.clicked.connect(lambda: self.chosen.emit(way.key))
        self._ways.addWidget(link, 0, CENTRE)
        return link


def ways_of(sight: Sight) -> tuple[Way, ...]:
    """Return the ways on that cost nothing."""
    wish, found = sight.wish, []
    if wish.days:
        found.append(Way(ALL_DAYS, translate("timeline", "Show all days")))
    parts = chips(wish.chosen)
    if parts and parts[-1].words:
        words = translate("timeline", "Take away “%1”")
        last = cut_short(in_words(parts[-1].words))
        found.append(Way(LESS, words.replace("%1", last)))
    if sight.quiet and not (wish.with_quiet or wish.quiet_only):
        words = translate("timeline", "Show %1 of the quiet folder")
        found.append(Way(WITH_QUIET, words.replace("%1", posts(sight.quiet))))
    return tuple(found)
