"""Answer who follows back from what was read before, at no cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allybook.domain.accounts import Connection, Standing
from allybook.domain.followback import (
    Answer,
    CheckFlag,
    Finding,
    Side,
    classify,
    is_quiet,
    knows,
)
from allybook.domain.posts import time_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.followback import Snapshot
    from allybook.services.desk import Desk

LOOK_UPS = "look-up"


@dataclass(frozen=True, slots=True)
class Asked:
    """An account that a check is about; ``was`` is the handle that the book knows it by."""

    user_id: str
    was: str = ""


def whom(allies: Sequence[Ally]) -> tuple[Asked, ...]:
    """Return the accounts of a book that a check can be about: those with a user id."""
    return tuple(Asked(ally.user_id, ally.handle) for ally in allies if ally.user_id)


def answer(desk: Desk, asked: Sequence[Asked] | None) -> tuple[Finding, ...]:
    """Answer from the newest snapshots, at no cost; for everyone in them if ``asked`` is None."""
    me = desk.me()
    followers = _newest(desk, me, Side.FOLLOWERS)
    following = _newest(desk, me, Side.FOLLOWING)
    if asked is None:
        everyone = {i for side in (followers, following) if side for i in side.user_ids}
        asked = tuple(Asked(i) for i in sorted(everyone, key=int))
    accounts = desk.cache.accounts([one.user_id for one in asked])
    return tuple(_find(desk, one, accounts.get(one.user_id), followers, following) for one in asked)


def from_connections(desk: Desk, one: Asked, account: Account | None, moment: datetime) -> Finding:
    """Answer for one account from the ``connections`` that came with a look-up."""
    ties = account.connections if account and account.standing is Standing.ACTIVE else None
    answered = classify(
        followed_by=None if ties is None else Connection.FOLLOWED_BY in ties,
        following=None if ties is None else Connection.FOLLOWING in ties,
    )
    handle = (account.handle if account else "") or one.was
    flags = _flags(desk, one, account)
    return Finding(
        one.user_id, handle, answered, flags, LOOK_UPS, moment, complete=ties is not None
    )


def _find(
    desk: Desk,
    one: Asked,
    account: Account | None,
    followers: Snapshot | None,
    following: Snapshot | None,
) -> Finding:
    answered = classify(
        followed_by=knows(followers, one.user_id), following=knows(following, one.user_id)
    )
    sides = [side for side in (followers, following) if side]
    oldest = min(sides, key=lambda side: side.as_of, default=None)
    return Finding(
        one.user_id,
        (account.handle if account else "") or one.was,
        _beyond_reach(answered, account),
        _flags(desk, one, account),
        oldest.source if oldest else "",
        oldest.as_of if oldest else desk.clock.now(),
        complete=len(sides) == len(Side) and all(side.complete for side in sides),
    )


def _beyond_reach(answered: Answer, account: Account | None) -> Answer:
    """Return *unknown* for an absent account that is suspended or gone: X hides its edges."""
    if answered is Answer.STRANGER and account and account.standing is not Standing.ACTIVE:
        return Answer.UNKNOWN
    return answered


def _flags(desk: Desk, one: Asked, account: Account | None) -> frozenset[CheckFlag]:
    if account is None:
        return frozenset()
    latest = account.latest_post_id or desk.cache.latest_posts([one.user_id]).get(one.user_id)
    told = {
        CheckFlag.PRIVATE: account.private,
        CheckFlag.SUSPENDED: account.standing is Standing.SUSPENDED,
        CheckFlag.GONE: account.standing is Standing.GONE,
        CheckFlag.RENAMED: _is_renamed(one.was, account.handle),
        CheckFlag.QUIET: bool(latest) and is_quiet(time_of(latest or "0"), desk.clock.now()),
    }
    return frozenset(flag for flag, holds in told.items() if holds)


def _newest(desk: Desk, me: Account | None, side: Side) -> Snapshot | None:
    """Return the newest complete reading of a side, or the newest at all."""
    readings = desk.cache.snapshots(me.user_id, side) if me else ()
    complete = (reading for reading in readings if reading.complete)
    return next(complete, readings[0] if readings else None)


def _is_renamed(was: str, handle: str) -> bool:
    return bool(was and handle) and was.lower() != handle.lower()
