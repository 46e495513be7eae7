"""The strip above the posts: what is kept, what is quiet, and what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.ui.aloud import say_aloud
from allybook.ui.charts.legend import Legend
from allybook.ui.widgets.boxes import paint_line
from allybook.ui.widgets.buttons import FlatButton, LinkButton, PillButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from allybook.ui.theme.look import Look

HEIGHT = 40
ICON_LEFT = 11


class Strip(QWidget):
    """Legend, ``new`` button and the box for quiet posts; it never covers or shifts the list.

    ``offer`` is what can be bought for the posts below, beside the box; ``say`` lets a screen
    reader say how many are new.
    """

    new_asked = Signal()
    days_wanted = Signal(bool)
    quiet_wanted = Signal(bool)
    all_days_asked = Signal()

    def __init__(
        self, look: Look, offer: QWidget, say: Callable[[QWidget, str], None] = say_aloud
    ) -> None:
        super().__init__()
        self._look, self._say_aloud, self._number = look, say, 0
        self._folded = False
        self._quiet_only = self._is_empty = False
        self.kept = Legend(look, "accent")
        self.quiet = Legend(look, "chart_quiet")
        self.more = FlatButton(look, self.tr("Days, quiet posts"), "sliders-horizontal")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._open)
        self.sums = Words(look, "", "caption", "text_2")
        self.new = PillButton(look, "", "arrow-up", size="button_small")
        self.with_quiet = CheckBox(look, self.tr("Show quiet posts"))
        self.all_days = LinkButton(look, self.tr("All days"), kind="caption", weight=600)
        self.all_days.hide()
        self.all_days.clicked.connect(self.all_days_asked)
        self.new.clicked.connect(self.new_asked)
        self.with_quiet.toggled.connect(self.quiet_wanted)
        self._lay_out(look, offer)
        self.fold(folded=False)
        self.show_new(0)

    def _lay_out(self, look: Look, offer: QWidget) -> None:
        self.setFixedHeight(HEIGHT)
        side = look.space("l")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(side, 0, side, 0)
        row.setSpacing(look.space("m"))
        row.addWidget(self.more)
        row.addWidget(self.kept)
        row.addWidget(self.quiet)
        row.addWidget(self.all_days)
        row.addStretch(1)
        row.addWidget(self.new)
        row.addStretch(1)
        row.addWidget(offer)
        row.addWidget(self.with_quiet)
        row.addWidget(self.sums)

    def show_counts(self, kept: int, quiet: int) -> None:
        """Show how many posts are kept, and how many wait in the quiet folder."""
        self.kept.words.setText(self.tr("kept %1").replace("%1", count(kept)))
        self.quiet.words.setText(self.tr("quiet %1").replace("%1", count(quiet)))
        words = self.tr("%1 kept, %2 quiet").replace("%1", count(kept))
        self.sums.setText(words.replace("%2", count(quiet)))
        for part in (self.kept.words, self.quiet.words, self.sums):
            part.updateGeometry()
        # Where nothing is, the page says so in words; nothing needs a legend.
        self._is_empty = not (kept or quiet)
        self._open(self.more.isChecked())

    def show_narrowed(self, *, narrowed: bool) -> None:
        """Offer the way back from a day or a stretch of days that was chosen in the chart."""
        self.all_days.setVisible(narrowed)

    def show_quiet(self, *, shown: bool) -> None:
        """Say whether quiet posts are shown, without telling."""
        with QSignalBlocker(self.with_quiet):
            self.with_quiet.setChecked(shown)

    def set_folder(self, *, quiet_only: bool) -> None:
        """In the quiet folder speak of quiet posts alone, which are all shown."""
        self._quiet_only = quiet_only
        if quiet_only:
            self.sums.setText(self.quiet.words.text())
            self.sums.updateGeometry()
        self._open(self.more.isChecked())

    def fold(self, *, folded: bool) -> None:
        """On a small screen, put days and quiet posts behind one button."""
        self._folded = folded
        side = self._look.space("l")
        # The icon of the button, not its edge, stands in line with what is above.
        self._row.setContentsMargins(side - ICON_LEFT if folded else side, 0, side, 0)
        self.more.setVisible(folded)
        self.sums.setVisible(folded)
        self._open(self.more.isChecked())

    def _open(self, opened: bool) -> None:  # noqa: FBT001 (a signal's argument)
        shown = opened or not self._folded
        legend = not (self._folded or self._is_empty)
        self.kept.setVisible(legend and not self._quiet_only)
        self.quiet.setVisible(legend)
        self.with_quiet.setVisible(shown and not self._quiet_only)
        self.sums.setVisible(self._folded and not opened and not self._is_empty)
        self.days_wanted.emit(shown)

    def show_new(self, number: int) -> None:
        """Offer new posts, and say when they are more; they come when they are asked for."""
        words, before = self.tr("%1 new").replace("%1", count(number)), self._number
        self._number = number
        if number > before and self.isVisible():
            self._say_aloud(self, words)
        self.new.setText(words)
        self.new.updateGeometry()
        self.new.setVisible(number > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        line = self._look.colour("border")
        paint_line(QPainter(self), self.rect(), line, Qt.Edge.BottomEdge)
