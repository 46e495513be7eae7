"""Posts, and the time that their ids carry."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct, field

SNOWFLAKE_EPOCH_MS = 1_288_834_974_657
"""Milliseconds since 1970 at which X began ids that carry their time (November 2010)."""
FIRST_SNOWFLAKE = 29_700_000_000
"""Ids below this were counted one by one and carry no time."""
INSTANT = timedelta(milliseconds=1)
"""The time that ids tell: one instant from the next."""
UNKNOWN_POST = "0"
"""Stands for the original of a repost where a file does not tell its id (archives, TAGS)."""


class Metrics(Struct, frozen=True, gc=False):
    """Public counts of a post; ``impressions`` is None where X did not say."""

    replies: int = 0
    reposts: int = 0
    likes: int = 0
    quotes: int = 0
    impressions: int | None = None


class Mention(Struct, frozen=True, gc=False):
    """An account that a post names; ``user_id`` is None when only the words are known."""

    handle: str
    user_id: str | None = None


class Post(Struct, frozen=True, gc=False):
    """One post, which holds nothing that could hold it: Python need not look for circles there.

    Ids are text; ``created_at`` is UTC; ``hashtags`` have no # and keep their case.

    ``links`` are full addresses; ``media`` are X's words (photo, video, animated_gif).
    ``repost_of``, ``quote_of`` and ``reply_to`` are ids of posts.
    """

    post_id: str
    author_id: str
    created_at: datetime
    text: str
    lang: str = "und"
    conversation_id: str | None = None
    reply_to: str | None = None
    reply_to_user: str | None = None
    quote_of: str | None = None
    repost_of: str | None = None
    hashtags: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    metrics: Metrics = field(default_factory=Metrics)


def time_of(post_id: str) -> datetime | None:
    """Return when a post was made, from its id alone (UTC), or None for ids older than 2010.

    Source: X's id format, 41 bits of milliseconds above 22 bits of machine and sequence.
    """
    number = int(post_id)
    if number < FIRST_SNOWFLAKE:
        return None
    milliseconds = (number >> 22) + SNOWFLAKE_EPOCH_MS
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=milliseconds)


def id_at(moment: datetime, *, sequence: int = 0) -> str:
    """Return the lowest id a post made at ``moment`` could have, plus ``sequence`` (< 2**22)."""
    milliseconds = int((moment - datetime.fromtimestamp(0, UTC)) / INSTANT)
    return str(((milliseconds - SNOWFLAKE_EPOCH_MS) << 22) + sequence)
