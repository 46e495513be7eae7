"""Who follows back: five answers, and flags that say what to make of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

QUIET_AFTER = timedelta(days=180)
UNDATED = datetime(2006, 3, 21, tzinfo=UTC)
"""The day of the first post ever: what does not say when it was told is older than all X said.

No date to show to anybody: it is said as "no known date".
"""

_SPREAD, _LONGEST = 0x9E3779B97F4A7C15, 2**64 - 1
"""The golden ratio of 64 bits, by which numbers that are close fall far apart."""


class Answer(StrEnum):
    """What a follow-back check says about one account."""

    MUTUAL = "mutual"
    FAN = "fan"
    IDOL = "idol"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


class CheckFlag(StrEnum):
    """What should be known beside the answer."""

    PRIVATE = "private"
    QUIET = "quiet"
    SUSPENDED = "suspended"
    GONE = "gone"
    RENAMED = "renamed"


class Unsaid(StrEnum):
    """Why an answer is unknown though somebody looked, and nothing was cut short."""

    UNTOLD = "untold"
    """X told nothing of how the account stands, or showed no profile."""
    NOBODY = "nobody"
    """X shows nobody by this handle."""
    CHANGED_HANDS = "changed_hands"
    """Another account may have this handle by now than the one that a book means."""


class Side(StrEnum):
    """Which half of the follow edges a snapshot holds."""

    FOLLOWERS = "followers"
    FOLLOWING = "following"


class Snapshot(Struct, frozen=True):
    """The accounts on one side, as read at a moment (UTC).

    ``source`` says where from (``follower pages``, ``archive`` ...). An incomplete snapshot proves
    that the accounts in it follow, and nothing about the others. ``erased`` has the ``shade`` of
    each account that was erased from it.
    """

    side: Side
    user_ids: frozenset[str]
    complete: bool
    source: str
    as_of: datetime
    erased: bytes = b""


class Glimpse(Struct, frozen=True):
    """All that is known of a snapshot but who is in it; ``people`` counts them."""

    side: Side
    as_of: datetime
    source: str
    complete: bool
    people: int
    erased: bytes = b""


class Finding(Struct, frozen=True):
    """The answer for one account, with its source and date (UTC).

    Of an unknown one, ``followed_by`` and ``following`` say what one side alone tells; None is not
    known. ``unsaid`` tells why it is unknown, where that is no reading that was cut short. ``was``
    is the handle by which it was asked about, where that is known.
    """

    user_id: str
    handle: str
    answer: Answer
    flags: frozenset[CheckFlag]
    source: str
    as_of: datetime
    complete: bool
    followed_by: bool | None = None
    following: bool | None = None
    unsaid: Unsaid | None = None
    was: str = ""


def classify(*, followed_by: bool | None, following: bool | None) -> Answer:
    """Return the answer; None means that the reading cannot tell, and gives *unknown*."""
    if followed_by is None or following is None:
        return Answer.UNKNOWN
    if followed_by:
        return Answer.MUTUAL if following else Answer.FAN
    return Answer.IDOL if following else Answer.STRANGER


def shade(user_id: int) -> int:
    """Return a number below 256 that one in 256 accounts share: it tells nobody who is meant."""
    return (user_id * _SPREAD & _LONGEST) >> 56


def is_blurred(snapshot: Snapshot, user_id: str) -> bool:
    """Return whether somebody is missing who may have been erased from a snapshot."""
    if not snapshot.erased or user_id in snapshot.user_ids:
        return False
    return user_id.isdecimal() and shade(int(user_id)) in snapshot.erased


def knows(snapshot: Snapshot | None, user_id: str, *, hidden: bool = False) -> bool | None:
    """Return whether ``user_id`` is in the snapshot; None where the snapshot cannot tell.

    Of an account that is ``hidden`` (suspended or gone) X shows no follow either: that it is
    missing says nothing. Nor does it of one that may have been erased.
    """
    if snapshot is None:
        return None
    if user_id in snapshot.user_ids:
        return True
    tells = snapshot.complete and not hidden and not is_blurred(snapshot, user_id)
    return False if tells else None


def is_quiet(last_post: datetime | None, now: datetime, after: timedelta = QUIET_AFTER) -> bool:
    """Return whether the last post is older than ``after``; unknown dates are not quiet."""
    return last_post is not None and now.astimezone(UTC) - last_post > after
