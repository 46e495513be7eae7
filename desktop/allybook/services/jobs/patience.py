"""Wait and try again, for questions only: what changes something on X is never sent twice here.

X's quarter-hour limits are waited for, and trouble that passes is met with a few more tries, ever
later. All else is final for the job: a limit of a day, credits used up, the spending limit, the
budget, a sign-in that X does not take. The next job asks X anew about each of them, since credits
can be bought and limits raised at any moment, and a refused request costs nothing.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from allybook.domain.errors import (
    AllybookError,
    Cancelled,
    Fate,
    Garbled,
    RateLimited,
    Unreachable,
)
from allybook.domain.money.limits import WaitsFor

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

T = TypeVar("T")

LONGEST = timedelta(minutes=16)
"""The longest pause that a job waits for: a quarter of an hour, and a little."""
PAUSES = 3
"""How many pauses in a row one question is worth: more than one means that others ask as well."""
TRIES = 3
"""How often X is asked again after it did not answer."""
SLICE = 0.25
"""How long a stop may go unheard, in seconds."""
SECOND = timedelta(seconds=1)
SPREAD = 3.0
"""Who waits for the same moment comes back within these seconds of it."""


def patiently(desk: Desk, ticket: Ticket, ask: Callable[[], T], *, each_costs: bool = False) -> T:
    """Ask X something that changes nothing; wait and ask again where that can help.

    Where ``each_costs``, X charges every asking anew: what it may have charged is not asked again.
    Raises ``Cancelled`` where the person stopped the waiting, ``Offline`` where they went offline
    meanwhile, and X's last word where no waiting helps.
    """
    failed: Counter[type[AllybookError]] = Counter()
    while True:
        try:
            return ask()
        except (RateLimited, Unreachable, Garbled) as error:
            failed[type(error)] += 1
            until = next_try(desk, error, failed[type(error)])
            if until is None or (each_costs and _may_cost(error)):
                raise
            why = WaitsFor.LIMIT if isinstance(error, RateLimited) else WaitsFor.TROUBLE
        wait_until(desk, ticket, until, why)


def next_try(desk: Desk, error: AllybookError, failed: int) -> datetime | None:
    """Return when to ask again (UTC) after the same error for the ``failed``-th time, or None."""
    now = desk.clock.now()
    match error:
        case RateLimited():
            apart = timedelta(seconds=SPREAD * desk.chance())
            until, most = max(error.reset_at, now) + SECOND + apart, PAUSES
        case Unreachable(passing=True):
            backoff = now + timedelta(seconds=_backoff(desk, failed))
            until, most = max(error.again_at or backoff, backoff), TRIES
        case Garbled(fate=Fate.NOT_SENT):
            # The counter for tokens answered so: a pair that is shown to it twice may end for good.
            return None
        case Garbled():
            # X may have charged for the broken answer, so it is asked for once more only.
            until, most = now + timedelta(seconds=_backoff(desk, failed)), 1
        case _:
            return None
    return until if failed <= most and until - now <= LONGEST else None


def _may_cost(error: AllybookError) -> bool:
    """Return whether X may have charged what ended so."""
    return isinstance(error, Garbled) or (
        isinstance(error, Unreachable) and error.fate is Fate.UNKNOWN
    )


def wait_until(desk: Desk, ticket: Ticket, until: datetime, why: str) -> None:
    """Wait for a moment (UTC), and say so; ``Cancelled`` or ``Offline`` where the person wishes.

    A clock that is set anew meanwhile, or a laptop that slept, makes the waiting shorter at most.
    """
    left = (until - desk.clock.now()).total_seconds()
    ticket.waiting(until, why)
    try:
        while left > 0 and desk.clock.now() < until:
            _go_on(desk, ticket)
            desk.wait(min(SLICE, left))
            left -= SLICE
        _go_on(desk, ticket)
    finally:
        ticket.waiting(None)


def _go_on(desk: Desk, ticket: Ticket) -> None:
    if ticket.cancelled():
        raise Cancelled("Stopped as you asked; what was read until then is kept.")
    # Says why not, where the person went offline.
    desk.line.network()


def _backoff(desk: Desk, failed: int) -> float:
    """Return seconds to wait: twice as long each time, give or take a half."""
    return float(desk.backoff * 2 ** (failed - 1) * (0.5 + desk.chance()))
