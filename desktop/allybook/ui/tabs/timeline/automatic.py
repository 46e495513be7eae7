"""The box that lets the timeline refresh by itself, and what it says about its dollars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.services.auto import (
    daily_cap,
    most_now,
    refresh_by_itself,
    set_daily_cap,
    spent_by_itself,
)
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import dollars

if TYPE_CHECKING:
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.theme.look import Look

CAP = Decimal("0.25")
EVERY_MS = 15 * 60 * 1000


class Automatic(QWidget):
    """Refreshes home every quarter of an hour where that was allowed, within a daily cap."""

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self._ticket: Ticket | None = None
        self._trouble = ""
        words = self.tr("Refresh by itself")
        self.box = CheckBox(look, words)
        self.says = Prose(look, "", "caption", "text_3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.space("xs"))
        column.addWidget(self.box)
        column.addWidget(self.says)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self.box.toggled.connect(self._allow)
        self.show_state()

    def refresh(self) -> None:
        """Refresh now, if it is allowed and can be paid."""
        desk = self._desk
        if not (desk.line.up and most_now(desk)):
            self.show_state()
            return
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: refresh_by_itself(desk, ticket),
            done=lambda _reading: self._end(),
            failed=self._fail,
        )

    def show_state(self) -> None:
        """Say whether it refreshes by itself, for how much a day, and what it spent today."""
        desk, cap = self._desk, daily_cap(self._desk)
        self.setVisible(desk.line.signed_in)
        with QSignalBlocker(self.box):
            self.box.setChecked(cap > 0)
        if cap > 0 and not self._timer.isActive():
            self._timer.start()
        elif not cap:
            self._timer.stop()
        self.says.show_text(self._say(cap))

    def _say(self, cap: Decimal) -> str:
        if not cap:
            words = self.tr("Off. When on: every 15 minutes, at most %1 a day.")
            return words.replace("%1", dollars(CAP))
        if self._trouble:
            return self._trouble
        if not self._desk.line.up:
            return self.tr("Waits until you are online.")
        words = self.tr("Every 15 minutes. Spent today: %1 of %2.")
        if not most_now(self._desk):
            words = self.tr("Rests until tomorrow. Spent today: %1 of %2.")
        spent = dollars(spent_by_itself(self._desk))
        return words.replace("%1", spent).replace("%2", dollars(cap))

    def _allow(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._trouble = ""
        set_daily_cap(self._desk, CAP if wanted else Decimal(0))
        self.show_state()

    def _end(self) -> None:
        self._trouble = ""
        self.show_state()

    def _fail(self, error: AllybookError) -> None:
        self._trouble = str(error)
        self.show_state()
