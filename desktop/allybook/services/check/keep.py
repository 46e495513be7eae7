"""Say of each account what the manners come to: grace, the keep-list, influence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.check.followback import Side
from allybook.domain.check.manners import NO_ADVICE, advise, followed_by_hand
from allybook.services.check.manners import read_manners
from allybook.services.check.readings import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from allybook.domain.check.followback import Finding, Glimpse
    from allybook.domain.check.manners import Advice, Manners
    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk


def kept_people(desk: Desk, manners: Manners) -> dict[str, str]:
    """Return who is on the keep-list and why: a tag, a book's name, or an empty word."""
    found: dict[str, str] = {}
    for info in desk.shelf.books() if manners.books or manners.tags else ():
        for ally in desk.shelf.open(info.book_id).allies():
            tags = sorted(manners.tags.intersection(ally.tags))
            if ally.user_id and tags:
                found[ally.user_id] = tags[0]
            elif ally.user_id and info.book_id in manners.books:
                found.setdefault(ally.user_id, info.name)
    return {**found, **dict.fromkeys(manners.people - found.keys(), "")}


def advise_all(
    desk: Desk, findings: Iterable[Finding], people: Mapping[str, Account]
) -> dict[str, Advice]:
    """Return the advice about these accounts, for those of whom there is any."""
    manners, now = read_manners(desk), desk.clock.now()
    kept, followed = kept_people(desk, manners), followed_since(desk, manners)
    told: dict[str, Advice] = {}
    for one in findings:
        account = people.get(one.user_id)
        advice = advise(
            one.answer,
            manners,
            now,
            followed_at=followed.get(one.user_id),
            followers=account.followers if account else None,
            kept=kept.get(one.user_id),
        )
        if advice != NO_ADVICE:
            told[one.user_id] = advice
    return told


def followed_since(desk: Desk, manners: Manners) -> dict[str, datetime]:
    """Return whom we began to follow within the grace period, and when that was first seen (UTC).

    The tick list knows it best; else the first complete reading that has them after one without.
    """
    start = desk.clock.now() - timedelta(days=manners.grace)
    found = dict(_first_seen(desk, start))
    ticks = followed_by_hand(desk.outbox.ticks.ticks())
    return found | {key: at for key, at in ticks.items() if at > start}


def _first_seen(desk: Desk, start: datetime) -> dict[str, datetime]:
    readings = _since(desk, start)
    found: dict[str, datetime] = {}
    before: frozenset[str] | None = None
    for glimpse in readings:
        reading = fetch(desk, glimpse)
        if reading is None:
            continue
        if before is not None:
            found |= dict.fromkeys(reading.user_ids - before, reading.as_of)
        before = reading.user_ids
    return {key: at for key, at in found.items() if at > start}


def _since(desk: Desk, start: datetime) -> list[Glimpse]:
    """Return the complete readings of whom we follow since then, and the last one before."""
    me = desk.me()
    kept = desk.cache.glimpses(me.user_id) if me else ()
    whole = [one for one in kept if one.side is Side.FOLLOWING and one.complete]
    later = [one for one in whole if one.as_of > start]
    return list(reversed(whole[: len(later) + 1]))
