"""Keep the pace of what is changed on X: what the person chose, and what went out of late."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from allybook.domain.acts.pace import DAY, Pace
from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, Cancelled
from allybook.services.jobs.patience import wait_until

if TYPE_CHECKING:
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

SECONDS, DAILY = "pace", "daily"
"""The settings; nothing is written there before somebody chooses."""
SENT = "sent"
"""The mark in the outbox with the moments of late, in seconds since 1970 UTC."""
SLOWLY = "X wants lists changed slowly"


def usual(desk: Desk) -> Pace:
    """Return the pace that is safe without a warning."""
    return Pace(desk.pace, desk.daily)


def pace_of(desk: Desk) -> Pace:
    """Return the pace that the person chose, or the usual one."""
    settings, safe = desk.settings, usual(desk)
    with suppress(ValueError):
        seconds = float(settings.read(SECONDS) or safe.seconds)
        chosen = Pace(seconds, int(settings.read(DAILY) or safe.daily))
        return chosen if chosen.sound else safe
    return safe


def choose_pace(desk: Desk, pace: Pace) -> None:
    """Keep a pace; whoever makes it faster than the usual one has been warned."""
    if not pace.sound:
        raise BadInput(
            "The pace is at most a day between two changes, and at least one change a day; "
            "nothing was changed."
        )
    desk.settings.change_all(
        {SECONDS: lambda _: f"{pace.seconds:g}", DAILY: lambda _: str(pace.daily)}
    )
    desk.announcer.announce(Changed(settings=True))


def sent_of_late(desk: Desk) -> tuple[datetime, ...]:
    """Return when changes went out in the last 24 hours (UTC), oldest first.

    A moment that is still to come was written by a clock that has been set back: it counts as now.
    """
    now = desk.clock.now()
    moments = (
        datetime.fromtimestamp(one, UTC) for one in json.loads(desk.outbox.mark(SENT) or "[]")
    )
    return tuple(sorted(min(one, now) for one in moments if one > now - DAY))


def note_sent(desk: Desk, *also: datetime) -> None:
    """Write down that a change goes out now, before it does; and forget what is a day old."""
    moments = [one.timestamp() for one in (*sent_of_late(desk), *also)]
    desk.outbox.set_mark(SENT, json.dumps(moments))


def strike_last(desk: Desk) -> None:
    """Forget the change that went out last: it never came to X."""
    moments = [one.timestamp() for one in sent_of_late(desk)[:-1]]
    desk.outbox.set_mark(SENT, json.dumps(moments))


def next_after(desk: Desk, pace: Pace) -> datetime | None:
    """Return when the next change may go out (UTC), where the 24 hours are full; else None."""
    sent = sent_of_late(desk)
    return sent[-pace.daily] + DAY if len(sent) >= pace.daily else None


def wait_for_turn(desk: Desk, pace: Pace, ticket: Ticket) -> None:
    """Wait until the last change is long enough past, also where another run made it.

    Raises ``Cancelled`` or ``Offline`` where the person wishes.
    """
    sent = sent_of_late(desk)
    until = sent[-1] + pace.apart(desk.chance()) if sent else desk.clock.now()
    if until > desk.clock.now():
        wait_until(desk, ticket, until, SLOWLY)
    elif ticket.cancelled():
        raise Cancelled("Stopped as you asked; what waits stays in the outbox.")
