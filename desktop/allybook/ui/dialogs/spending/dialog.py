"""The spending of this month: on what, how much is left, and how much there may be."""

from __future__ import annotations

from datetime import timedelta
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.money.dollars import MILL
from allybook.services.money.doubts import close_doubts
from allybook.services.money.quote import set_budget
from allybook.ui.charts.legend import Legend
from allybook.ui.charts.spending import SpendingChart, SpendingGroup
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.dialogs.spending.budget import BudgetRow
from allybook.ui.dialogs.spending.doubts import DoubtsCard
from allybook.ui.dialogs.spending.survey import Month, survey
from allybook.ui.opening import open_link
from allybook.ui.widgets.buttons import Button, IconButton
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import dollars, month_and_day, month_day_year, month_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.domain.money.pricing import Dollars
    from allybook.domain.money.reservations import Doubt
    from allybook.services.desk import Desk
    from allybook.ui.dialogs.spending.survey import JobSum
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

CONSOLE = "https://console.x.com"
ROW = 28


class SpendingDialog(CardDialog):
    """Shows the month as the ledger has it, also while jobs go on. Show it with ``open()``.

    ``budget`` is where another budget is typed, ``doubts`` what a person can decide about.
    """

    def __init__(self, look: Look, desk: Desk, jobs: Jobs, hub: Hub, parent: QWidget) -> None:
        super().__init__(look, self.tr("Spending"), parent, width=look.width("dialog"))
        self._desk, self._jobs = desk, jobs
        self._keeping: set[object] = set()
        self.title = Words(look, "", "title")
        self.meter = Meter(look, track="border_button")
        self.told = Words(look, "", "caption", "text_2")
        self.chart = SpendingChart(look)
        self.day = Words(look, "", "caption", "text")
        self.nothing = Prose(look, self.tr("Nothing was spent this month."), "ui", "text_2")
        self.used_up = Note(look, Mood.WARN)
        self.doubts = DoubtsCard(look)
        self.budget, self.trouble = BudgetRow(look), Note(look, Mood.WARN)
        for note in (self.used_up, self.trouble):
            note.hide()
        self.prices = Prose(look, "", "caption", "text_2")
        self.close_button = Button(look, self.tr("Close"), size="button_dialog")
        self._sums = QGridLayout()
        self._inside = QWidget()
        self._body = Scroll(self._inside)
        self._head, self._foot = QHBoxLayout(), QHBoxLayout()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect(hub)
        self.refresh()

    def refresh(self) -> None:
        """Read the ledger, and show it."""
        month = survey(self._desk)
        self._show_sums(month)
        self._show_jobs(month.jobs)
        self.doubts.show_doubts(month.doubts, self._now())
        if not self._keeping:
            # What was just typed stands there; it is not kept yet.
            self.budget.show_budget(month.budget, fixed=month.fixed)
        self._show_prices(month)
        if self.isVisible():
            # Only when Qt has told the body what its parts need now.
            QTimer.singleShot(0, self, self.come_to_the_middle)

    def needed_height(self) -> int:
        """Return what all of it takes; where the screen is too low, the body is scrolled."""
        foot = self._foot.sizeHint().height() + self._head.sizeHint().height() + 3
        return self.scrolled_height(self._body, self._inside, foot)

    def ask_budget(self) -> None:
        """Put the keyboard on the budget, and show it where the body is scrolled."""
        self.budget.spin.setFocus(Qt.FocusReason.TabFocusReason)
        self.budget.spin.selectAll()
        QTimer.singleShot(0, self, lambda: self._body.ensureWidgetVisible(self.budget))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where Enter changes nothing."""
        super().showEvent(event)
        self.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self, hub: Hub) -> None:
        self._later.timeout.connect(self.refresh)
        hub.changed.connect(self._heard)
        self.chart.told.connect(self.day.setText)
        self.budget.chosen.connect(self._set_budget)
        self.doubts.decided.connect(self._decide)
        self.prices.followed.connect(self._visit)
        # In a dialog Enter goes to the default button: a typed budget is kept, and that is all.
        self.close_button.setAutoDefault(True)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)

    def _visit(self, address: str) -> None:
        """Open a page about prices; that there is no browser is said here: this is on top."""
        if not open_link(address):
            self.trouble.tell_unopened(address)
            self._show_trouble()

    def _heard(self, changed: Changed) -> None:
        if changed.ledger or changed.settings:
            self._later.start()

    def _set_budget(self, amount: Dollars) -> None:
        desk = self._desk
        self._write(lambda: set_budget(desk, amount))

    def _decide(self, doubts: Sequence[Doubt], charged: bool) -> None:  # noqa: FBT001 (a signal's)
        desk = self._desk
        self._write(lambda: close_doubts(desk, doubts, charged=charged))

    def _write(self, change: Callable[[], None]) -> None:
        """Write a choice, in the background: another program may be writing."""
        choice = object()
        self._keeping.add(choice)
        self._jobs.keep(
            self,
            change,
            done=lambda _nothing: self._end(choice),
            failed=lambda error: self._fail(choice, error),
        )

    def _end(self, choice: object) -> None:
        # A choice that the disk did not take is kept later, and comes here once more.
        self._keeping.discard(choice)
        self.trouble.hide()
        self._later.start()

    def _fail(self, choice: object, error: AllybookError) -> None:
        self._keeping.discard(choice)
        self.trouble.tell_error(error)
        self._later.start()
        self._show_trouble()

    def _show_trouble(self) -> None:
        QTimer.singleShot(0, self, lambda: self._body.ensureWidgetVisible(self.trouble))

    def _now(self) -> datetime:
        return self._desk.clock.now().astimezone(self._desk.clock.zone)

    def _show_sums(self, month: Month) -> None:
        title = self.tr("Spent in %1").replace("%1", month_name(month.ends))
        self.title.setText(title)
        words = self.tr("%1 spent, %2 left of %3")
        if month.held:
            words = self.tr("%1 spent, %4 in doubt, %2 left of %3")
        for place, amount in zip(
            ("%1", "%2", "%3", "%4"),
            # What is left is never said to be more than it is.
            (month.spent, month.left.quantize(MILL, ROUND_DOWN), month.budget, month.held),
            strict=True,
        ):
            words = words.replace(place, dollars(amount))
        self.told.setText(words)
        whole = month.budget or Decimal(1)
        ink = "danger" if month.spent >= month.budget else "accent"
        parts = [(float(month.spent / whole), ink), (float(month.held / whole), "warn")]
        self.meter.show_parts(parts, words)
        self.chart.show_days(month.days)
        for part in (self.chart, self._legend):
            part.setVisible(bool(month.jobs))
        self.nothing.setVisible(not month.jobs)
        self._show_used_up(month)

    def _show_used_up(self, month: Month) -> None:
        if not month.left and self.used_up.isHidden():
            # Said once, however often the ledger tells that something changed.
            self._say_used_up(month)
        self.used_up.setVisible(not month.left)

    def _say_used_up(self, month: Month) -> None:
        self.used_up.show_mood(Mood.WARN, "wallet")
        day = month_and_day(month.ends + timedelta(days=1))
        rest = self.tr(
            "What was read stays: reading, filtering and editing go on. Raise the budget below, "
            "or wait until %1."
        )
        self.used_up.say(self.tr("The budget is used up."), rest.replace("%1", day))

    def _show_jobs(self, jobs: Sequence[JobSum]) -> None:
        grid = self._sums
        while (item := grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, job in enumerate(jobs):
            amount = Words(self._look, dollars(job.dollars), weight=500)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = Words(self._look, job.name, "ui")
            name.setAccessibleName(f"{job.name}, {job.what}, {dollars(job.dollars)}")
            parts = (
                name,
                Words(self._look, job.what, "caption", "text_2"),
                amount,
            )
            for column, part in enumerate(parts):
                part.setFixedHeight(ROW)
                grid.addWidget(part, row, column)

    def _show_prices(self, month: Month) -> None:
        text = self.tr("Prices of %1. X may change them: look at")
        day = month_day_year(month.priced)
        spans = [Span(text.replace("%1", day)), Span(" "), Span("console.x.com", link=CONSOLE)]
        self.prices.show_spans(spans)

    def _lay_out(self) -> None:
        look = self._look
        gap, edge = look.space("l"), look.space("xl")
        whole, column = QVBoxLayout(self), QVBoxLayout(self._inside)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        column.setContentsMargins(edge, 0, edge, gap)
        column.setSpacing(look.space("m"))
        self._legend = self._make_legend()
        whole.addLayout(self._head)
        column.addLayout(self._make_sums())
        for part in (self.used_up, self.nothing, self.chart, self._legend):
            column.addWidget(part)
        self._sums.setColumnStretch(0, 1)
        self._sums.setHorizontalSpacing(gap)
        self._sums.setVerticalSpacing(0)
        column.addLayout(self._sums)
        column.addWidget(self.doubts)
        column.addWidget(Rule(look))
        column.addWidget(self.budget)
        column.addWidget(self.trouble)
        column.addStretch(1)
        whole.addWidget(self._body)
        whole.addWidget(Rule(look))
        whole.addLayout(self._foot)
        self._fill_head()
        self._fill_foot()

    def _fill_head(self) -> None:
        look, edge = self._look, self._look.space("xl")
        cross = IconButton(look, "x", self.tr("Close"), size="button")
        cross.clicked.connect(self.accept)
        # The icon, not its button, stands on the edge.
        self._head.setContentsMargins(edge, edge - 5, edge - look.space("s"), look.space("s"))
        self.title.setFixedHeight(look.height("button"))
        self._head.addWidget(self.title, 1)
        self._head.addWidget(cross)

    def _make_sums(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.space("m"))
        row.addWidget(self.meter, 1)
        row.addWidget(self.told)
        return row

    def _make_legend(self) -> QWidget:
        """Return what the inks stand for, and below it the line for the day that is walked to."""
        legend, look = QWidget(), self._look
        column, row = QVBoxLayout(legend), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xs"))
        column.addLayout(row)
        column.addWidget(self.day)
        row.setSpacing(look.space("l"))
        for group in SpendingGroup:
            row.addWidget(Legend(look, group.value, group.words))
        row.addStretch(1)
        return legend

    def _fill_foot(self) -> None:
        edge, gap = self._look.space("xl"), self._look.space("l")
        self._foot.setContentsMargins(edge, gap, edge, gap - 1)
        self._foot.setSpacing(gap)
        text = QVBoxLayout()
        text.addStretch(1)
        text.addWidget(self.prices)
        text.addStretch(1)
        self._foot.addLayout(text, 1)
        self._foot.addWidget(self.close_button)
