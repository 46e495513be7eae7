"""Say of each account what the manners come to: grace, the keep-list, influence."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.followback import Side
from allybook.domain.check.manners import NO_ADVICE, advise, followed_by_hand
from allybook.services.books.holders import changed_hands
from allybook.services.check.manners import read_manners
from allybook.services.check.readings import fetch
from allybook.services.people.find import unfound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.check.followback import Finding, Glimpse
    from allybook.domain.check.manners import Advice, Manners
    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk


def kept_people(desk: Desk, manners: Manners) -> dict[str, str]:
    """Return who is on the keep-list and why: a tag, a book's name, or an empty word.

    Of a book and by a tag these are the approved allies; the cache tells the user ids of those
    whom the book knows by handle only, where the handle did not change hands. One of these books
    that cannot be read raises: else those whom it keeps would be offered for unfollowing.
    """
    found: dict[str, str] = {}
    for info in desk.shelf.books():
        if not (manners.tags or info.book_id in manners.books):
            continue
        for user_id, ally in _approved_by_id(desk, desk.shelf.open(info.book_id).allies()):
            tags = sorted(manners.tags.intersection(ally.tags))
            if tags:
                found[user_id] = tags[0]
            elif info.book_id in manners.books:
                found.setdefault(user_id, info.name)
    return {**found, **dict.fromkeys(manners.people - found.keys(), "")}


def _approved_by_id(desk: Desk, allies: Sequence[Ally]) -> Iterator[tuple[str, Ally]]:
    """Yield the approved allies of a book whose user ids are known, each with its id."""
    accounts = [ally for ally in allies if ally.kind is not Kind.HASHTAG]
    approved = [ally for ally in accounts if ally.status is Status.APPROVED]
    apart = changed_hands(desk, approved)
    loose = [handle for handle in unfound(approved) if handle.lower() not in apart]
    known = desk.cache.accounts_by_handle(loose) if loose else {}
    for ally in approved:
        account = None if ally.user_id else known.get(ally.handle.lower())
        user_id = ally.user_id or (account.user_id if account else "")
        if user_id:
            yield user_id, ally


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
            # Who was forgotten and is followed again only waits: nobody new is offered too early.
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
