"""The box that lets the timeline refresh by itself, and what it says about its dollars."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.errors import Cancelled
from allybook.services.money.quote import left
from allybook.services.reading.allowance import (
    CAPS,
    also_read_by_itself,
    daily_cap,
    read_by_itself,
    set_daily_cap,
    spent_by_itself,
    usual_cap,
)
from allybook.ui.ticket import pause_of
from allybook.ui.widgets.buttons import LinkButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.prose import Prose
from allybook.ui.wording import clock, dollars, told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.reading.auto import Standing
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket
    from allybook.ui.widgets.combo import ComboBox

MIDNIGHT = time(0)
EVERY_MS = 15 * 60 * 1000


class Automatic(QWidget):
    """Refreshes every quarter of an hour where that was allowed, within a daily cap.

    What can be chosen then is made once it was: most people never allow it. ``refused`` carries
    why a choice could not be kept; what is seen is then as it was before.
    """

    refused = Signal(object)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._look, self._jobs = desk, look, jobs
        self._ticket: Ticket | None = None
        self._trouble = ""
        self._keeping: set[object] = set()
        self._looking = self._again = self._due = self._keeps_ids = False
        self._standing: Standing | None = None
        self._sources: Mapping[str, str] = {}
        words = self.tr("Refresh by itself")
        self.box = CheckBox(look, words)
        self.says = Prose(look, "", "caption", "text_3")
        self._column = self._lay_out()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self.box.toggled.connect(self._allow)
        self.show_state()

    @cached_property
    def cap(self) -> ComboBox:
        """How many dollars a day it may spend."""
        from allybook.ui.widgets.combo import ComboBox  # noqa: PLC0415 (few people need it)

        cap = ComboBox(self._look, self.tr("Dollars a day at most"))
        cap.activated.connect(lambda _index: self._set_cap())
        self._show_caps(cap)
        return cap

    @cached_property
    def which(self) -> LinkButton:
        """What it reads, in short."""
        which = LinkButton(self._look, "", kind="caption", weight=600)
        which.clicked.connect(self._choose)
        return which

    @cached_property
    def menu(self) -> QMenu:
        """The sources that it can read."""
        from allybook.ui.widgets.menu import Menu  # noqa: PLC0415 (the first posts do without it)

        menu = Menu(self._look, self.which)
        menu.aboutToShow.connect(self._fill_menu)
        return menu

    @cached_property
    def _choices(self) -> QWidget:
        choices, line = QWidget(self), QHBoxLayout()
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._look.space("xs"))
        line.addWidget(self.cap)
        line.addStretch(1)
        inside.addLayout(line)
        inside.addWidget(self.which)
        self._column.insertWidget(1, choices)
        return choices

    def offer(self, sources: Mapping[str, str]) -> None:
        """Offer these sources to be read: their names, by the filters that they are."""
        self._sources = sources
        self.show_state()
        if not self._keeps_ids and self.box.isChecked():
            # What was chosen before sources were kept by their ids stands there by its name.
            self._keeps_ids, desk = True, self._desk
            self._keep(lambda: _keep_by_id(desk))

    def refresh(self) -> None:
        """Refresh now, if it is allowed and can be paid."""
        desk, self._due = self._desk, bool(self._keeping)
        if self._due or self._ticket is not None:
            # It goes by the dollars that were just chosen, once they are kept; and one at a time.
            return
        if not (desk.line.up and daily_cap(desk) > 0):
            self.show_state()
            return
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: _refresh(desk, ticket),
            done=lambda _reading: self._end(),
            failed=self._fail,
            progress=lambda _done, _total: self._say_now(),
        )

    def show_state(self) -> None:
        """Say whether it refreshes by itself, for how much a day, and what it spent today."""
        if self._keeping:
            # What was just chosen stands there; it is not kept yet.
            return
        desk, cap = self._desk, daily_cap(self._desk)
        self.setVisible(desk.line.signed_in)
        with QSignalBlocker(self.box):
            self.box.setChecked(cap > 0)
        if cap > 0:
            self._show_caps(self.cap)
            self.which.setText(self._name_sources())
            self._choices.show()
        elif "_choices" in vars(self):
            self._choices.hide()
        if cap > 0 and not self._timer.isActive():
            self._timer.start()
        elif not cap:
            self._timer.stop()
        self.says.show_text(self._say(cap))
        if cap > 0:
            self._look_up()

    def _look_up(self) -> None:
        """Find out whether anything can still be paid today: that counts posts, so it is a job."""
        self._again = self._looking
        if not self._looking:
            self._looking, desk = True, self._desk
            self._jobs.read(
                self, lambda _ticket: _look(desk), done=self._tell, failed=self._fail_look
            )

    def _tell(self, standing: Standing) -> None:
        self._looking, self._standing = False, standing
        self._say_now()
        if self._again:
            self._look_up()

    def _fail_look(self, error: AllybookError) -> None:
        self._looking = False
        if not isinstance(error, Cancelled):
            self.says.show_text(told(error))

    def _show_caps(self, cap: ComboBox) -> None:
        usual = usual_cap(self._desk)
        caps = sorted({*CAPS, usual})
        if [cap.itemData(row) for row in range(cap.count())] != list(map(str, caps)):
            cap.clear()
            for each in caps:
                cap.addItem(self.tr("%1 a day").replace("%1", dollars(each)), str(each))
        cap.setCurrentIndex(caps.index(usual))

    def _name_sources(self) -> str:
        """Return what it reads, in short."""
        read = read_by_itself(self._desk)
        first = next((self._sources[text] for text in read if text in self._sources), "")
        if len(read) == 1 and first:
            return self.tr("Reads: %1…").replace("%1", first)
        return self.tr("Reads: %n sources…", "", len(read))

    def _fill_menu(self) -> None:
        self.menu.clear()
        read = read_by_itself(self._desk)
        gone = self._standing.gone if self._standing else {}
        # What is not among the places any more can be taken away all the same.
        others = {text: gone.get(text, text) for text in read if text not in self._sources}
        for text, name in {**self._sources, **others}.items():
            action = self.menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(text in read)
            action.toggled.connect(partial(self._read_too, text))

    def _choose(self) -> None:
        self.menu.popup(self.which.mapToGlobal(self.which.rect().bottomLeft()))

    def _read_too(self, text: str, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._trouble, desk = "", self._desk
        self._keep(lambda: also_read_by_itself(desk, text, wanted=wanted))

    def _say_now(self) -> None:
        self.says.show_text(self._say(daily_cap(self._desk)))

    def _say(self, cap: Decimal) -> str:
        if not cap:
            words = self.tr("Off. When on: every 15 minutes, at most %1 a day.")
            return words.replace("%1", dollars(usual_cap(self._desk)))
        if not self._desk.line.up:
            return self.tr("Waits until you are online.")
        if self._ticket is not None:
            return self._say_reading()
        if not read_by_itself(self._desk):
            return self.tr("No source is chosen, so nothing is read.")
        if self._trouble:
            return self._trouble
        names = self._standing.gone.values() if self._standing else ()
        gone = map(self._say_gone, names)
        return " ".join([*gone, self._say_standing(cap)]).strip()

    def _say_reading(self) -> str:
        """Return that it reads, or until when it waits for X, and how to end that."""
        pause = pause_of(self._ticket)
        if pause is None:
            return self.tr("Reading… Without the tick it stops.")
        from allybook.ui.widgets.countdown import twin  # noqa: PLC0415 (few readings wait)

        words = self.tr("%1, then it goes on by itself. Without the tick it stops.")
        return words.replace("%1", twin(pause))

    def _say_gone(self, name: str) -> str:
        return self.tr("“%1” is not here any more.").replace("%1", name)

    def _say_standing(self, cap: Decimal) -> str:
        """Return whether it reads, or why it cannot, and what it spent today."""
        standing, words = self._standing, self.tr("Every 15 minutes. Spent today: %1 of %2.")
        if standing and not standing.most:
            if standing.least is None:
                return told(standing.trouble) if standing.trouble else ""
            # What is left of a day may be less than anybody can choose for a whole one.
            if standing.least > max(cap, CAPS[0]):
                words = self.tr("The cheapest reading costs %3, more than a day may cost.")
                return words.replace("%3", dollars(standing.least))
            if standing.least > left(self._desk):
                return self.tr("Reading is over the budget of this month.")
            words = self.tr("Rests until %3. Spent today: %1 of %2.")
            words = words.replace("%3", self._next_day())
        spent = dollars(spent_by_itself(self._desk))
        return words.replace("%1", spent).replace("%2", dollars(cap))

    def _next_day(self) -> str:
        """Return when X's next day begins, by the person's own clock: X counts by UTC."""
        now = self._desk.clock.now()
        begins = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        here = now.astimezone(self._desk.clock.zone)
        if begins.astimezone(here.tzinfo).time() == MIDNIGHT:
            return self.tr("midnight")
        return clock(begins, here)

    def _allow(self, wanted: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self._trouble, desk = "", self._desk
        if self._ticket is not None and not wanted:
            self._ticket.cancel()
        self._keep(lambda: set_daily_cap(desk, usual_cap(desk) if wanted else Decimal(0)))

    def _set_cap(self) -> None:
        self._trouble = ""
        desk, cap = self._desk, Decimal(str(self.cap.currentData()))
        self._keep(lambda: set_daily_cap(desk, cap))

    def _keep(self, change: Callable[[], None]) -> None:
        """Keep a choice, in the background: another program may be writing."""
        choice = object()
        self._keeping.add(choice)
        self._jobs.keep(
            self,
            change,
            done=lambda _nothing: self._show_kept(choice),
            failed=lambda error: self._take_back(choice, error),
        )

    def _show_kept(self, choice: object) -> None:
        # A choice that the disk did not take is kept later, and comes here once more.
        self._keeping.discard(choice)
        self.show_state()
        if self._due and not self._keeping:
            self.refresh()

    def _take_back(self, choice: object, error: AllybookError) -> None:
        self._show_kept(choice)
        self.refused.emit(error)

    def _lay_out(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.space("xs"))
        column.addWidget(self.box)
        column.addWidget(self.says)
        return column

    def _end(self, trouble: str = "") -> None:
        self._ticket, self._trouble = None, trouble
        self.show_state()

    def _fail(self, error: AllybookError) -> None:
        # Who stopped it knows that.
        self._end("" if isinstance(error, Cancelled) else told(error))


def _refresh(desk: Desk, ticket: Ticket) -> None:
    # Most people never allow it: what reads is loaded when it reads.
    from allybook.services.reading.auto import refresh_by_itself  # noqa: PLC0415

    refresh_by_itself(desk, ticket)


def _keep_by_id(desk: Desk) -> None:
    from allybook.services.reading.auto import keep_by_id  # noqa: PLC0415 (as above)

    keep_by_id(desk)


def _look(desk: Desk) -> Standing:
    from allybook.services.reading.auto import how_it_stands  # noqa: PLC0415 (as above)

    return how_it_stands(desk)
