"""Meter what goes to X: reserve the worst case before each request, count the answer after it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import (
    AllybookError,
    Fate,
    Garbled,
    OverBudget,
    OverCap,
    before_sending,
)
from allybook.domain.money.dollars import in_words
from allybook.domain.money.reservations import Charge, Reservation
from allybook.domain.spoken import speak
from allybook.services.money.bill import put_on_bill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from allybook.domain.money.pricing import Dollars, PriceTable
    from allybook.domain.money.reservations import Hold, Part
    from allybook.ports.money import Ledger
    from allybook.ports.surroundings import Announcer, Clock

LONGEST = timedelta(hours=1)
"""No request takes as long: a clock that went on by more, or back, was set meanwhile."""

_job: ContextVar[str] = ContextVar("job", default="other")
_cap: ContextVar[Callable[[], Dollars] | None] = ContextVar("cap", default=None)


class BroughtSlip:
    """Gathers what one answer brought (``ports.Slip``)."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def bring(self, parts: Sequence[Part]) -> None:
        """Say what the answer brought."""
        self.parts.extend(parts)


class BudgetMeter:
    """Keeps a month's spending below the budget, whatever is asked, by however many programs.

    ``budget`` gives the dollars allowed in the current UTC month; it is asked anew each time.
    ``here`` tells this computer's own time, where ``clock`` is one that answers put right.
    """

    def __init__(
        self,
        ledger: Ledger,
        prices: PriceTable,
        clock: Clock,
        budget: Callable[[], Dollars],
        announcer: Announcer,
        here: Callable[[], datetime] | None = None,
    ) -> None:
        self._ledger = ledger
        self._prices = prices
        self._clock = clock
        self.budget = budget
        self._announcer = announcer
        self._here = here or clock.now

    @contextmanager
    def named(self, job: str, cap: Callable[[], Dollars] | None = None) -> Iterator[None]:
        """Charge what happens inside (in this thread) to ``job`` in the ledger.

        With a ``cap``, the job spends no more than that from today on, however many programs do it;
        it is asked anew each time, as the budget is.
        """
        token, capped = _job.set(job), _cap.set(cap)
        try:
            yield
        finally:
            _job.reset(token)
            _cap.reset(capped)

    @contextmanager
    def request(self, mark: str, parts: Sequence[Part]) -> Iterator[BroughtSlip]:
        """Reserve the worst case of all parts for what happens inside, or raise ``OverBudget``.

        Left without an error, what the slip was told is counted. An error of which X charges
        nothing releases the reservation; after any other it stays, in doubt.
        """
        begun = self._here()
        with before_sending():
            hold = self._reserve(mark, parts)
        slip = BroughtSlip()
        try:
            yield slip
        except BaseException as error:
            self._end(hold, error, asks=_is_question(parts))
            raise
        if not slip.parts:
            # Nothing came, nothing is charged; what the same request cost before stays in doubt.
            self._ledger.release(hold)
            return
        dated = self._dated(hold, self._here() - begun)
        cost = self._ledger.settle(dated, self._priced(slip.parts))
        put_on_bill(cost)
        if cost:
            self._announcer.announce(Changed(ledger=True))

    def _dated(self, hold: Hold, took: timedelta) -> Hold:
        """Return what is held on X's day, where the answer itself has put the clock right.

        It was reserved as long ago as it ``took`` by this computer's own clock, unless that one was
        set meanwhile.
        """
        now = self._clock.now()
        asked = now - took if timedelta() <= took < LONGEST else now
        return replace(hold, reservation=replace(hold.reservation, since=asked))

    def _reserve(self, mark: str, parts: Sequence[Part]) -> Hold:
        cap = _cap.get()
        most = cap() if cap else None
        moves = any(part.moves for part in parts)
        wanted = Reservation(self._clock.now(), _job.get(), mark, self._priced(parts), most, moves)
        budget = self.budget()
        hold = self._ledger.reserve(wanted, budget)
        if hold.capped:
            raise OverCap(
                speak(
                    "“{job}” has spent what it may today: it goes on tomorrow; what it read is "
                    "kept.",
                    job=_job.get(),
                )
            )
        if not hold.key:
            raise OverBudget(_refuse(hold, budget))
        return hold

    def _priced(self, parts: Sequence[Part]) -> tuple[Charge, ...]:
        price = self._prices.price
        return tuple(
            Charge(price(part.endpoint, owned=part.owned), part.most, part.ids) for part in parts
        )

    def _end(self, hold: Hold, error: BaseException, *, asks: bool) -> None:
        if _is_free(error, asks=asks):
            self._ledger.release(hold)
            return
        self._ledger.doubt(hold)
        self._announcer.announce(Changed(ledger=True))
        if hold.dollars and isinstance(error, AllybookError):
            charged = speak(
                "X may have charged up to {dollars} for it, and that much is held until it is "
                "known (Spending, or “allybook ledger”).",
                dollars=in_words(hold.dollars),
            )
            error.reword(speak("{told} {more}", told=error.words, more=charged))


def _is_question(parts: Sequence[Part]) -> bool:
    """Return whether a request only asks X, and changes nothing there."""
    return all(part.endpoint.startswith("GET ") for part in parts)


def _is_free(error: BaseException, *, asks: bool) -> bool:
    """Return whether X charges nothing for a request that ended so; ``asks`` if it is no act.

    X charges no failed request (x-api.md 2.3). An act that was answered with an error of X's own
    may be done all the same; an answer that cannot be read was a good one.
    """
    if not isinstance(error, AllybookError):
        return False
    if error.fate is not None:
        return error.fate is Fate.NOT_SENT or (error.fate is Fate.FAILED and asks)
    return not isinstance(error, Garbled)


def _refuse(hold: Hold, budget: Dollars) -> str:
    if hold.spent > budget:
        return speak(
            "The budget of {budget} is passed already: {spent} is spent this month{doubt}. Raise "
            "it or wait for the next month. What was done until then is kept.",
            budget=in_words(budget),
            spent=in_words(hold.spent),
            doubt=_in_doubt(hold),
        )
    return speak(
        "The next request could cost {dollars}, and {spent} of this month's {budget} is "
        "spent{doubt}; raise the budget or wait for the next month. What was done until then is "
        "kept.",
        dollars=in_words(hold.dollars),
        spent=in_words(hold.spent),
        budget=in_words(budget),
        doubt=_in_doubt(hold),
    )


def _in_doubt(hold: Hold) -> str:
    """Return what is held beside what is spent, to go on in a sentence; empty for nothing."""
    held = in_words(hold.held)
    return speak(" and {held} held for unanswered requests", held=held) if hold.held else ""
