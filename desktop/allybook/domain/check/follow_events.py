"""What changed between two complete readings, and why an account that is missing is missing.

X says nothing when someone stops following; two readings tell it by their difference. Accounts that
X suspended, that are gone or that we block are missing from a reading too, and are told apart.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.check.followback import is_blurred
from allybook.domain.people.accounts import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from allybook.domain.check.followback import Side, Snapshot


class FollowTurn(StrEnum):
    """What became of one account on one side.

    ``missing`` is who is not there any more while nobody told why; ``returned`` is who was hidden
    by X at the earlier reading, and may well have followed all the time. ``unsure`` is who may have
    been erased from the reading that lacks them.
    """

    FOLLOWED = "followed"
    RETURNED = "returned"
    UNFOLLOWED = "unfollowed"
    MISSING = "missing"
    SUSPENDED = "suspended"
    GONE = "gone"
    BLOCKED = "blocked"
    UNSURE = "unsure"


class Fall(Struct, frozen=True):
    """A time in which X hid an account (UTC); ``ended_at`` is None while it lasts."""

    standing: Standing
    told_at: datetime
    ended_at: datetime | None = None


class Traces(Struct, frozen=True):
    """What is known of an account beside the readings; moments are UTC.

    ``shown_at`` is when X last showed it, ``blocked`` whether we blocked it when it did.
    ``elsewhere`` says that the later reading of the other side shows it.
    """

    falls: tuple[Fall, ...] = ()
    shown_at: datetime | None = None
    blocked: bool = False
    elsewhere: bool = False


class Event(Struct, frozen=True):
    """One turn on one side; it came after ``after`` and until ``by`` (UTC)."""

    user_id: str
    side: Side
    turn: FollowTurn
    after: datetime
    by: datetime
    handle: str = ""


def events_between(
    earlier: Snapshot, later: Snapshot, fates: Mapping[str, Traces]
) -> Iterator[Event]:
    """Yield what changed on one side, by id; nothing where a reading is not complete."""
    if not (earlier.complete and later.complete and earlier.side is later.side):
        return
    came, left = later.user_ids - earlier.user_ids, earlier.user_ids - later.user_ids
    for user_id in sorted(came | left, key=int):
        fate = fates.get(user_id, Traces())
        if is_blurred(earlier, user_id) or is_blurred(later, user_id):
            turn = FollowTurn.UNSURE
        elif user_id in came:
            turn = _why_there(fate, earlier.as_of)
        else:
            turn = _why_missing(fate, earlier.as_of, later.as_of)
        yield Event(user_id, later.side, turn, earlier.as_of, later.as_of)


def _why_there(fate: Traces, earlier: datetime) -> FollowTurn:
    hidden = any(_lasts(fall, earlier) and fall.told_at <= earlier for fall in fate.falls)
    return FollowTurn.RETURNED if hidden else FollowTurn.FOLLOWED


def _why_missing(fate: Traces, earlier: datetime, later: datetime) -> FollowTurn:
    """Return why; who was shown after the later reading has left of their own will."""
    if fate.elsewhere:
        return FollowTurn.UNFOLLOWED
    hidden = [fall for fall in fate.falls if _lasts(fall, earlier) and _in_time(fall, fate, later)]
    if hidden:
        return FollowTurn.GONE if hidden[0].standing is Standing.GONE else FollowTurn.SUSPENDED
    if fate.shown_at is None or fate.shown_at < earlier:
        return FollowTurn.MISSING
    if fate.blocked:
        return FollowTurn.BLOCKED
    # Shown between the readings: it may have fallen just before the later one.
    return FollowTurn.UNFOLLOWED if fate.shown_at >= later else FollowTurn.MISSING


def _lasts(fall: Fall, moment: datetime) -> bool:
    return fall.ended_at is None or fall.ended_at > moment


def _in_time(fall: Fall, fate: Traces, later: datetime) -> bool:
    """Return whether a fall can be why the later reading lacks the account.

    X tells of a fall when it is asked: often only after that reading, unless it showed the account
    meanwhile.
    """
    return fall.told_at <= later or (fate.shown_at is None or fate.shown_at < later)
