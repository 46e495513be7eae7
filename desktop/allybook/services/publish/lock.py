"""The answer after which nobody is added for a day.

X gives the same refusal for an account that was locked because its lists grew fast, for a list
that is full or another's, and for somebody who is private or blocks us; asking again soon makes a
lock longer (x-api.md, section 4.2). So the first such answer stops all adding for a day. Whoever
was being added then comes last the next time. If X refuses them again, that settles it for them;
and if it added anybody in between, it is about them alone, and the others go on.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Outcome
from allybook.domain.spoken import speak
from allybook.services.jobs.notes import note, noted

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from allybook.domain.spoken import Pattern, Spoken
    from allybook.ports.outbox import Outbox
    from allybook.services.desk import Desk

LOCKED = "list_locked_until"
SUSPECTS = "list_suspects"
TWICE: Pattern = "X refused twice, on different days, and does not say why."


def locked_until(desk: Desk) -> datetime | None:
    """Return until when X is not asked to add anybody (UTC), or None.

    No longer than a lock lasts from now, whatever a clock that was wrong has written.
    """
    until, now = noted(desk, LOCKED), desk.clock.now()
    return min(until, now + desk.rest) if until and until > now else None


def hold_lock(desk: Desk) -> None:
    """Write a lock down anew, so that one of a clock that was ahead ends after a day as well."""
    until = locked_until(desk)
    if until:
        note(desk, LOCKED, until)


def set_lock(desk: Desk) -> datetime:
    """Add nobody for a day; return until when (UTC)."""
    until = desk.clock.now() + desk.rest
    note(desk, LOCKED, until)
    return until


def says_locked(until: datetime) -> Spoken:
    """Say why nobody is added now."""
    return speak(
        "Nobody is added before {moment:%d %B %H:%M} UTC, because asking sooner makes the lock "
        "longer. What waits stays in the outbox.",
        moment=until,
    )


def suspects(desk: Desk) -> Mapping[str, datetime]:
    """Return whom X refused once so far, by user id, and when (UTC)."""
    known = json.loads(desk.outbox.mark(SUSPECTS) or "{}")
    return {user_id: datetime.fromisoformat(moment) for user_id, moment in known.items()}


def suspect(desk: Desk, user_id: str, moment: datetime) -> None:
    """Remember that X refused this one once."""
    _write(desk, {**suspects(desk), user_id: moment})


def trust(desk: Desk, user_id: str) -> None:
    """Forget that X refused this one."""
    forget_suspects(desk.outbox, {user_id})


def forget_suspects(outbox: Outbox, user_ids: Collection[str]) -> None:
    """Forget that X refused any of these."""
    known = json.loads(outbox.mark(SUSPECTS) or "{}")
    if not known.keys().isdisjoint(user_ids):
        left = {one: moment for one, moment in known.items() if one not in user_ids}
        outbox.set_mark(SUSPECTS, json.dumps(left))


def added_since(desk: Desk, moment: datetime) -> bool:
    """Return whether X has added anybody to any list since a moment (UTC)."""
    return any(
        act.outcome is Outcome.ADDED and act.sent_at is not None and act.sent_at > moment
        for act in desk.outbox.acts()
    )


def _write(desk: Desk, known: Mapping[str, datetime]) -> None:
    written = {user_id: moment.isoformat() for user_id, moment in known.items()}
    desk.outbox.set_mark(SUSPECTS, json.dumps(written))
