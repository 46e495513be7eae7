"""Drain the outbox of one list: act by act, until something speaks against going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.acts.outbox import Deed, Outcome, Stage
from allybook.domain.changes import Changed
from allybook.domain.errors import (
    AllybookError,
    Cancelled,
    Fate,
    Garbled,
    ListLocked,
    RateLimited,
    Unreachable,
)
from allybook.domain.lists import MEMBER_LIMIT
from allybook.domain.money.limits import WaitsFor
from allybook.domain.spoken import speak, speak_many
from allybook.services.jobs.patience import next_try, wait_until
from allybook.services.lists.pull import later, members_now
from allybook.services.publish import lock
from allybook.services.publish.objection import needless, speaks_against
from allybook.services.publish.pace import next_after, note_sent, strike_last, wait_for_turn
from allybook.services.publish.queue import is_open, member_acts, next_act
from allybook.services.publish.sending import send

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.domain.acts.pace import Pace
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

STOPPED: Pattern = "Stopped as you asked; the rest waits in the outbox."
FULL: Pattern = "The list is full: X lets {most:,} on a list. The rest waits in the outbox."
NOT_SHOWN: Pattern = "X did not show this profile, so nobody knows whether it asks for no lists."
IN_A_ROW = 3
"""After so many refusals with no success between them, X is taken to have locked the account."""
SILENCES = 2
"""After so many requests in a row without an answer, X is left alone."""


class End(Struct, frozen=True):
    """Why sending ended: a sentence, an error, or neither where nothing waits any more.

    ``asked`` says that the person wanted it so.
    """

    stopped: str = ""
    error: AllybookError | None = None
    asked: bool = False


class _Luck(Struct):
    """How many requests went wrong since the last one that went well, in each way."""

    refused: int = 0
    silent: int = 0
    failed: int = 0


class Drain(Struct, frozen=True):
    """One pass over those acts that wait for a list and were ``laid`` for this run, by id."""

    desk: Desk
    list_id: str
    laid: frozenset[str]
    pace: Pace
    ticket: Ticket
    luck: _Luck = field(default_factory=_Luck)

    def run(self) -> End:
        """Send what waits, slowly; say why it ended."""
        total = self._open()
        while (act := next_act(self.desk, self.list_id, self.laid)) is not None:
            end = self._try(act)
            self.ticket.report(total - self._open(), total)
            self.desk.announcer.announce(Changed(outbox=True))
            if end is not None:
                return end
        return End()

    def _try(self, act: Act) -> End | None:
        try:
            return self._take(act)
        except Cancelled:
            return End(STOPPED, asked=True)
        except ListLocked as refused:
            return self._lock(act, refused)
        except AllybookError as error:
            return self._recover(act, error)

    def _take(self, act: Act) -> End | None:
        """Settle an act that needs nothing of X, else wait for its turn and send it."""
        members = members_now(self.desk, self.list_id)
        known = needless(act, members) or speaks_against(self.desk, act)
        if known:
            why = NOT_SHOWN if known is Outcome.NOT_SHOWN else ""
            self.desk.outbox.settle(act.act_id, known, later(self.desk, self.list_id), why)
            return None
        stopped = self._why_not(act, members)
        if stopped:
            return End(stopped)
        wait_for_turn(self.desk, self.pace, self.ticket)
        if self._stage(act) is not Stage.WAITING or speaks_against(self.desk, act):
            # Somebody thought better of it while it waited.
            return None
        return self._learn(act, self._send(act))

    def _send(self, act: Act) -> Outcome:
        """Send an act; what never came to X is none of the changes of a day."""
        note_sent(self.desk, self.desk.clock.now())
        try:
            return send(self.desk, act)
        except AllybookError as error:
            if error.fate is Fate.NOT_SENT:
                strike_last(self.desk)
            raise

    def _why_not(self, act: Act, members: frozenset[str]) -> str:
        """Return why this is not asked of X now, or nothing."""
        free = next_after(self.desk, self.pace)
        if free:
            return speak_many(
                self.pace.daily,
                "{n} change in 24 hours is enough for X; the rest waits in the outbox and may go "
                "out from {moment:%d %B %H:%M} UTC on.",
                "{n} changes in 24 hours are enough for X; the rest waits in the outbox and may go "
                "out from {moment:%d %B %H:%M} UTC on.",
                moment=free,
            )
        if act.deed is not Deed.ADD_MEMBER:
            return ""
        until = lock.locked_until(self.desk)
        if until:
            return speak("X refused an add. {locked}", locked=lock.says_locked(until))
        return speak(FULL, most=MEMBER_LIMIT) if len(members) >= MEMBER_LIMIT else ""

    def _learn(self, act: Act, outcome: Outcome) -> End | None:
        """Go on after an answer; too many refusals in a row look like a lock."""
        self.luck.silent = self.luck.failed = 0
        if outcome in {Outcome.ADDED, Outcome.REMOVED}:
            self.luck.refused = 0
            lock.trust(self.desk, act.user_id)
        elif outcome is Outcome.REFUSED and act.deed is Deed.ADD_MEMBER:
            self.luck.refused += 1
        if self.luck.refused < IN_A_ROW:
            return None
        locked = lock.says_locked(lock.set_lock(self.desk))
        return End(speak("X refused {n} in a row. {locked}", n=IN_A_ROW, locked=locked))

    def _lock(self, act: Act, refused: ListLocked) -> End | None:
        """Add nobody for a day, unless X refused this one before and added others since."""
        desk, now = self.desk, later(self.desk, self.list_id)
        first = lock.suspects(desk).get(act.user_id)
        if first is None:
            lock.suspect(desk, act.user_id, now)
        else:
            desk.outbox.settle(act.act_id, Outcome.REFUSED, now, lock.TWICE)
            lock.trust(desk, act.user_id)
            if lock.added_since(desk, first):
                return None
        return End(f"{refused} {lock.says_locked(lock.set_lock(desk))}")

    def _recover(self, act: Act, error: AllybookError) -> End | None:
        """Go on after an error where the next act or a pause can help; else let it end the run."""
        if self._stage(act) is Stage.SENDING:
            self.luck.silent += 1
            trouble = isinstance(error, Unreachable | Garbled)
            return None if trouble and self.luck.silent < SILENCES else End(error=error)
        self.luck.failed += 1
        until = next_try(self.desk, error, self.luck.failed)
        return End(error=error) if until is None else self._wait(until, error)

    def _wait(self, until: datetime, error: AllybookError) -> End | None:
        why = WaitsFor.LIMIT if isinstance(error, RateLimited) else WaitsFor.TROUBLE
        try:
            wait_until(self.desk, self.ticket, until, why)
        except Cancelled:
            return End(STOPPED, asked=True)
        except AllybookError as offline:
            return End(error=offline)
        return None

    def _stage(self, act: Act) -> Stage:
        acts = member_acts(self.desk, self.list_id)
        return next((one.stage for one in acts if one.act_id == act.act_id), Stage.SETTLED)

    def _open(self) -> int:
        acts = member_acts(self.desk, self.list_id)
        return sum(is_open(act) and act.act_id in self.laid for act in acts)
