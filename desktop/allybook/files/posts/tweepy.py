"""Posts as programs of X's older API (v1.1) wrote them: Tweepy (``Status._json``), Hydrator.

Shapes: X's documentation of v1.1 objects. An id is taken from its text: the number beside it may
have been rounded by a program that was between.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.half_letters import decode_whole
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Metrics, Post
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.older import Count, Entities, OlderPost, read_id, to_post, unescape


class User(Struct):
    """One account."""

    id_str: str = ""
    screen_name: str = ""
    name: str | None = None
    description: str | None = None
    protected: bool | None = None
    verified: bool | None = None
    created_at: str | None = None
    followers_count: Count | None = None
    friends_count: Count | None = None
    statuses_count: Count | None = None
    listed_count: Count | None = None


class Whole(Struct):
    """The whole of a long post, where ``text`` was cut."""

    full_text: str | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None


class Other(Struct):
    """A post within a post."""

    id_str: str | None = None


class Status(OlderPost):
    """One post with its author, and with what it passes on or quotes."""

    user: User | None = None
    extended_tweet: Whole | None = None
    retweeted_status: Other | None = None
    quoted_status: Other | None = None
    reply_count: Count | None = None
    quote_count: Count | None = None


_STATUS = msgspec.json.Decoder(Status)


def wrote(line: bytes) -> bool:
    """Return whether a line is such a post."""
    try:
        status = decode_whole(_STATUS.decode, line)
    except UNFIT:
        return False
    has_text = status.full_text is not None or status.text is not None
    return bool(status.id_str) and has_text and status.user is not None


def read(line: bytes) -> tuple[Post, tuple[Account, ...]]:
    """Return the post of a line and its author; one of ``UNFIT`` where that cannot be."""
    status = _STATUS.decode(line)
    if not status.id_str:
        raise Unfit("the post has no id as text, and numbers may be rounded")
    if status.user is None:
        raise Unfit("the post has no author")
    author = _to_account(status.user)
    older = _whole(status)
    post = to_post(older, author.user_id)
    counts = post.metrics
    metrics = Metrics(
        status.reply_count or 0, counts.reposts, counts.likes, status.quote_count or 0
    )
    passed_on = status.retweeted_status
    repost_of = read_id(passed_on.id_str, "the repost") if passed_on else post.repost_of
    # X gives a repost the quote of what it passes on, too; the repost itself quotes nothing.
    quote_of = None if passed_on else post.quote_of or _quoted(status)
    return replace(post, repost_of=repost_of, quote_of=quote_of, metrics=metrics), (author,)


def _whole(status: Status) -> Status:
    """Return a post with all of its text."""
    whole = status.extended_tweet
    if whole is None or whole.full_text is None:
        return status
    return replace(
        status,
        full_text=whole.full_text,
        entities=whole.entities or status.entities,
        extended_entities=whole.extended_entities or status.extended_entities,
    )


def _quoted(status: Status) -> str | None:
    quoted = status.quoted_status
    return read_id(quoted.id_str, "the quote") if quoted and quoted.id_str else None


def _to_account(user: User) -> Account:
    if not user.screen_name:
        raise Unfit("the account has no handle")
    return Account(
        read_id(user.id_str or None, "the author"),
        user.screen_name,
        unescape(user.name or ""),
        unescape(user.description or ""),
        private=bool(user.protected),
        verified=bool(user.verified),
        followers=user.followers_count,
        following=user.friends_count,
        posts=user.statuses_count,
        listed=user.listed_count,
        created_at=read_moment(user.created_at or ""),
    )
