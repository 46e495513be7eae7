"""Answer who follows back from what was read before, at no cost."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.entry import Status
from allybook.domain.check.followback import (
    QUIET_AFTER,
    Answer,
    CheckFlag,
    Finding,
    Side,
    Snapshot,
    Unsaid,
    classify,
    is_blurred,
    is_quiet,
    knows,
)
from allybook.domain.people.accounts import USER_ID, Connection, Standing
from allybook.domain.posts import time_of
from allybook.services.check.manners import read_manners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.check.followback import Glimpse
    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk

LOOK_UPS = "look-up"
# The second side is read after the first; X lets at most 15,000 an hour be read.
TOGETHER = timedelta(hours=12)


class Asked(Struct, frozen=True):
    """An account that a check is about; ``was`` is the handle that the book knows it by."""

    user_id: str
    was: str = ""


class Sides(Struct, frozen=True):
    """One reading of each side, as far as there is one.

    ``parts`` are readings that were cut off since: whoever is in them is in that of the side too.
    """

    followers: Snapshot | None = None
    following: Snapshot | None = None
    parts: tuple[Snapshot, ...] = ()

    def readings(self) -> tuple[Snapshot, ...]:
        """Return the readings that there are."""
        return tuple(side for side in (self.followers, self.following) if side)

    def telling(self, user_id: str) -> tuple[Snapshot, ...]:
        """Return the readings that tell of an account: the newest part that it is in, if any."""
        if not self.parts:
            return self.readings()
        there = {one.side: one for one in reversed(self.parts) if user_id in one.user_ids}
        return tuple(
            replace(there[one.side], complete=one.complete) if one.side in there else one
            for one in self.readings()
        )

    def everyone(self) -> tuple[Asked, ...]:
        """Return the accounts on either side, by id."""
        ids = {user_id for side in self.readings() for user_id in side.user_ids}
        return tuple(Asked(user_id) for user_id in sorted(ids, key=int))


class KnownFacts(Struct, frozen=True):
    """What the cache knows of the accounts asked about, by id, at the moment ``now`` (UTC)."""

    accounts: Mapping[str, Account]
    latest: Mapping[str, str]
    now: datetime
    quiet_after: timedelta = QUIET_AFTER


def whom(allies: Sequence[Ally]) -> tuple[Asked, ...]:
    """Return the accounts of a book that a check is about: the approved ones with a user id.

    Before anybody is approved, the nominated ones: the answer can help to decide.
    """
    known = [ally for ally in allies if ally.user_id]
    approved = [ally for ally in known if ally.status is Status.APPROVED]
    nominated = [ally for ally in known if ally.status is Status.NOMINATED]
    return tuple(Asked(ally.user_id or "", ally.handle) for ally in approved or nominated)


def answer(
    desk: Desk, asked: Sequence[Asked] | None, *, of: Sides | None = None
) -> tuple[Finding, ...]:
    """Answer from the newest readings, and from what look-ups told since, at no cost.

    ``asked`` is None for everyone in the readings. ``of`` answers from these readings alone.
    """
    sides = newest_sides(desk, asked) if of is None else of
    return answer_from(desk, sides.everyone() if asked is None else asked, sides, told=of is None)


def answer_from(
    desk: Desk, asked: Sequence[Asked], sides: Sides, *, told: bool = True
) -> tuple[Finding, ...]:
    """Answer from these readings, and where ``told`` also from look-ups."""
    facts = know(desk, asked)
    when = desk.cache.looked_up_at([one.user_id for one in asked]) if told else {}
    return tuple(_find(facts, one, sides, when.get(one.user_id)) for one in asked)


def newest_sides(desk: Desk, of: Sequence[Asked] | None = None) -> Sides:
    """Return the newest complete reading of each side, or the newest at all.

    Whoever is in a part that was read since counts as there. With ``of`` they hold only who of
    these is on them: a million others need no room.
    """
    newest = newest_glimpses(desk)
    read = (read_side(desk, one, of) for one in parts_since(desk, newest))
    parts = tuple(one for one in read if one)
    found = {side: _joined(read_side(desk, one, of), parts) for side, one in newest.items()}
    return Sides(found.get(Side.FOLLOWERS), found.get(Side.FOLLOWING), parts=parts)


def _joined(reading: Snapshot | None, parts: Sequence[Snapshot]) -> Snapshot | None:
    """Return a reading with those who are in later parts of the same side."""
    more = [one.user_ids for one in parts if reading and one.side is reading.side]
    return replace(reading, user_ids=reading.user_ids.union(*more)) if reading and more else reading


def read_side(desk: Desk, glimpse: Glimpse, of: Sequence[Asked] | None = None) -> Snapshot | None:
    """Return one reading with who is in it, or with who of these is."""
    me = desk.me()
    if me is None or of is None:
        return desk.cache.snapshot(me.user_id, glimpse) if me else None
    wanted = {int(one.user_id) for one in of if USER_ID.fullmatch(one.user_id)}
    ids = wanted.intersection(desk.cache.people(me.user_id, glimpse)) if wanted else ()
    people = frozenset(map(str, ids))
    return told_by(glimpse, people)


def told_by(glimpse: Glimpse, people: frozenset[str]) -> Snapshot:
    """Return the reading of a glimpse with these people in it."""
    told = (glimpse.complete, glimpse.source, glimpse.as_of, glimpse.erased)
    return Snapshot(glimpse.side, people, *told)


def newest_glimpses(desk: Desk) -> Mapping[Side, Glimpse]:
    """Return the newest complete reading of each side, or the newest at all, but not who is in."""
    me = desk.me()
    kept = desk.cache.glimpses(me.user_id) if me else ()
    found: dict[Side, Glimpse] = {}
    for side in Side:
        readings = [one for one in kept if one.side is side]
        for one in (*readings[:1], *[one for one in readings if one.complete][:1]):
            found[side] = one
    return found


def parts_since(desk: Desk, newest: Mapping[Side, Glimpse]) -> tuple[Glimpse, ...]:
    """Return the readings that were cut off after the ``newest`` complete ones, newest first.

    They prove that who is in them follows, and nothing about the others.
    """
    me = desk.me()
    kept = desk.cache.glimpses(me.user_id) if me else ()
    return tuple(
        part
        for side, complete in newest.items()
        for part in takewhile(complete.__ne__, (one for one in kept if one.side is side))
    )


def know(desk: Desk, asked: Sequence[Asked]) -> KnownFacts:
    """Return what the cache knows of these accounts."""
    ids = [one.user_id for one in asked]
    accounts, latest = desk.cache.accounts(ids), desk.cache.latest_posts(ids)
    return KnownFacts(accounts, latest, desk.clock.now(), read_manners(desk).quiet_after)


def from_connections(facts: KnownFacts, one: Asked, moment: datetime) -> Finding:
    """Answer for one account from the ``connections`` that came with a look-up at ``moment``."""
    account = facts.accounts.get(one.user_id)
    ties = account.connections if account and account.standing is Standing.ACTIVE else None
    followed_by = None if ties is None else Connection.FOLLOWED_BY in ties
    following = None if ties is None else Connection.FOLLOWING in ties
    answered = classify(followed_by=followed_by, following=following)
    handle = (account.handle if account else "") or one.was
    flags = _flags(facts, one)
    # X answered for the account, be it that it is suspended or gone: nothing was left unread.
    return Finding(
        one.user_id,
        handle,
        answered,
        flags,
        LOOK_UPS,
        moment,
        complete=True,
        followed_by=followed_by,
        following=following,
        unsaid=Unsaid.UNTOLD if answered is Answer.UNKNOWN else None,
        was=one.was,
    )


def _find(facts: KnownFacts, one: Asked, sides: Sides, told_at: datetime | None) -> Finding:
    """Return what is surest: a reading that can tell, or a look-up that is newer or can."""
    read = _from_sides(facts, one, sides)
    if told_at is None:
        return read
    looked_up = from_connections(facts, one, told_at)
    if looked_up.answer is Answer.UNKNOWN:
        return read
    if read.answer is Answer.UNKNOWN:
        return looked_up
    older, newer = sorted(sides.telling(one.user_id), key=lambda side: side.as_of)
    if told_at > newer.as_of:
        return looked_up
    # Pages tell the same of each account, a moment before their reading ends.
    if told_at - older.as_of < TOGETHER:
        return read
    return _with_half(looked_up, read, newer.side)


def _with_half(told: Finding, read: Finding, side: Side) -> Finding:
    """Return what a look-up told, but of one side what was read of it since."""
    followed_by = (read if side is Side.FOLLOWERS else told).followed_by
    following = (read if side is Side.FOLLOWING else told).following
    answered = classify(followed_by=followed_by, following=following)
    return replace(told, answer=answered, followed_by=followed_by, following=following)


def _from_sides(facts: KnownFacts, one: Asked, sides: Sides) -> Finding:
    account = facts.accounts.get(one.user_id)
    hidden = account is not None and account.standing is not Standing.ACTIVE
    followed_by = knows(sides.followers, one.user_id, hidden=hidden)
    following = knows(sides.following, one.user_id, hidden=hidden)
    readings = sides.telling(one.user_id)
    oldest = min(readings, key=lambda side: side.as_of, default=None)
    return Finding(
        one.user_id,
        (account.handle if account else "") or one.was,
        classify(followed_by=followed_by, following=following),
        _flags(facts, one),
        oldest.source if oldest else "",
        oldest.as_of if oldest else facts.now,
        complete=len(readings) == len(Side)
        and all(side.complete and not is_blurred(side, one.user_id) for side in readings),
        followed_by=followed_by,
        following=following,
        was=one.was,
    )


def _flags(facts: KnownFacts, one: Asked) -> frozenset[CheckFlag]:
    account = facts.accounts.get(one.user_id)
    if account is None:
        return frozenset()
    latest = account.latest_post_id or facts.latest.get(one.user_id)
    told = {
        CheckFlag.PRIVATE: account.private,
        CheckFlag.SUSPENDED: account.standing is Standing.SUSPENDED,
        CheckFlag.GONE: account.standing is Standing.GONE,
        CheckFlag.RENAMED: _is_renamed(one.was, account.handle),
        CheckFlag.QUIET: bool(latest)
        and is_quiet(time_of(latest or "0"), facts.now, facts.quiet_after),
    }
    return frozenset(flag for flag, holds in told.items() if holds)


def _is_renamed(was: str, handle: str) -> bool:
    return bool(was and handle) and was.lower() != handle.lower()
