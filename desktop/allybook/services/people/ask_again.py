"""Of whom X said no, when that was, and whether it is time to ask again.

Asking costs money and tells the same the next day. So who was refused, is private, suspended or
gone, or whose profile X did not show, is left out for a month, or until a person wants X asked.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.acts.outbox import Outcome
from allybook.domain.people.accounts import Account, Connection, Standing
from allybook.services.jobs.notes import NEVER
from allybook.services.people.resolve import unnamed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from allybook.ports.outbox import Outbox
    from allybook.services.desk import Desk

PAUSE = timedelta(days=30)
ASKED = "profiles_asked"
STANDINGS = {Standing.SUSPENDED: Outcome.SUSPENDED, Standing.GONE: Outcome.GONE}
REFUSALS = frozenset({Outcome.REFUSED, Outcome.BLOCKS_YOU, Outcome.PRIVATE})


class No(Struct, frozen=True):
    """What X said of somebody, and when (UTC); ``profile`` where it was said by their profile."""

    why: Outcome
    at: datetime
    profile: bool = True

    def holds(self, now: datetime) -> bool:
        """Return whether asking again would be too soon."""
        return now - self.at < PAUSE


def said_no(
    desk: Desk, list_id: str | None, user_ids: Sequence[str], accounts: Mapping[str, Account]
) -> Mapping[str, No]:
    """Return of whom X said no, by user id; what the profile says comes first."""
    found = _refused(desk, list_id)
    asked = _asked(desk)
    looked, falls = desk.cache.looked_up_at(user_ids), desk.cache.falls(user_ids)
    hidden = frozenset(unnamed(desk, user_ids))
    for user_id in user_ids:
        account = accounts.get(user_id)
        why = profile_no(account) if account else None
        if user_id in hidden and user_id in asked:
            why = Outcome.NOT_SHOWN
        if why:
            told = [fall.told_at for fall in falls.get(user_id, ())]
            told += [moments[user_id] for moments in (asked, looked) if user_id in moments]
            found[user_id] = No(why, max(told, default=NEVER))
    return found


def profile_no(account: Account) -> Outcome | None:
    """Return why X would not add an account, by its profile."""
    if account.standing is not Standing.ACTIVE:
        return STANDINGS[account.standing]
    closed = account.connections is not None and Connection.FOLLOWING not in account.connections
    return Outcome.PRIVATE if account.private and closed else None


def note_asked(desk: Desk, user_ids: Sequence[str]) -> None:
    """Remember that X was asked for these profiles, whatever it showed."""
    now = desk.clock.now()
    kept = {i: at for i, at in _asked(desk).items() if now - at < PAUSE}
    kept |= dict.fromkeys(user_ids, now)
    rows = {user_id: at.isoformat() for user_id, at in kept.items()}
    desk.outbox.set_mark(ASKED, json.dumps(rows))


def forget_asked(outbox: Outbox, user_ids: Collection[str] | None = None) -> None:
    """Forget that X was asked for the profiles of these, or of all."""
    known = json.loads(outbox.mark(ASKED) or "{}")
    kept = {i: at for i, at in known.items() if user_ids is not None and i not in user_ids}
    if len(kept) < len(known):
        outbox.set_mark(ASKED, json.dumps(kept))


def _asked(desk: Desk) -> dict[str, datetime]:
    known = json.loads(desk.outbox.mark(ASKED) or "{}")
    return {user_id: datetime.fromisoformat(at) for user_id, at in known.items()}


def _refused(desk: Desk, list_id: str | None) -> dict[str, No]:
    """Return whom X refused to put on a list when it was last asked to."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    last = {act.user_id: act for act in reversed(acts)}
    return {
        user_id: No(act.outcome, act.sent_at or act.asked_at, profile=False)
        for user_id, act in last.items()
        if act.outcome in REFUSALS
    }
