"""Posts as twitter-cli writes them (``--output``, ``--json``).

Shapes: twitter-cli 0.8.5, ``serialization.py``. Of a repost it writes the original, as of whoever
wrote that: only one whose original X did not give stands there as a repost (``RT @``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.half_letters import decode_whole
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention, Metrics, Post, time_of
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.in_text import look_into
from allybook.files.posts.older import Count, read_id, unescape

if TYPE_CHECKING:
    from datetime import datetime


class Author(Struct, rename="camel"):
    """One account."""

    id: str = ""
    screen_name: str = ""
    name: str | None = None
    verified: bool | None = None


class Counts(Struct):
    """The public counts of a post; no views are views that X did not tell."""

    likes: Count | None = None
    retweets: Count | None = None
    replies: Count | None = None
    quotes: Count | None = None
    views: Count | None = None


class Medium(Struct):
    """One picture or film."""

    type: str = "photo"


class Quoted(Struct):
    """A post within a post."""

    id: str | None = None


class Written(Struct, rename="camel"):
    """One post."""

    id: str = ""
    text: str | None = None
    author: Author | None = None
    metrics: Counts | None = None
    created_at: str | None = None
    created_at_iso: str | None = field(name="createdAtISO", default=None)
    media: list[Medium] | None = None
    urls: list[str] | None = None
    is_retweet: bool | None = None
    lang: str | None = None
    quoted_tweet: Quoted | None = None


_WRITTEN = msgspec.json.Decoder(Written)


def wrote(line: bytes) -> bool:
    """Return whether a line is such a post."""
    try:
        told = decode_whole(_WRITTEN.decode, line)
    except UNFIT:
        return False
    return bool(told.id) and told.text is not None and bool(told.author and told.author.screen_name)


def read(line: bytes) -> tuple[Post, tuple[Account, ...]]:
    """Return the post of a line and its author; one of ``UNFIT`` where that cannot be."""
    told = _WRITTEN.decode(line)
    if told.text is None:
        raise Unfit("the post has no text")
    if told.author is None or not told.author.screen_name:
        raise Unfit("the post has no author")
    author_id = read_id(told.author.id, "the author")
    name, verified = unescape(told.author.name or ""), bool(told.author.verified)
    author = Account(author_id, told.author.screen_name, name, verified=verified)
    return _to_post(told, author_id, unescape(told.text)), (author,)


def _to_post(told: Written, author_id: str, text: str) -> Post:
    post_id, quoted, shown = read_id(told.id, "a post"), told.quoted_tweet, look_into(text)
    created_at = _moment(told) or time_of(post_id)
    if created_at is None:
        raise Unfit(f"the date “{told.created_at}” of the post is not understood")
    counts = told.metrics or Counts()
    is_repost = told.is_retweet and text.startswith("RT @")
    return Post(
        post_id,
        author_id,
        created_at,
        text,
        told.lang or "und",
        quote_of=read_id(quoted.id, "the quote") if quoted and quoted.id else None,
        repost_of=UNKNOWN_POST if is_repost else None,
        hashtags=shown.hashtags,
        mentions=tuple(map(Mention, shown.handles)),
        links=tuple(dict.fromkeys(filter(None, told.urls or ()))),
        media=tuple(one.type for one in told.media or ()),
        metrics=Metrics(
            counts.replies or 0,
            counts.retweets or 0,
            counts.likes or 0,
            counts.quotes or 0,
            counts.views or None,
        ),
    )


def _moment(told: Written) -> datetime | None:
    return read_moment(told.created_at or "") or read_moment(told.created_at_iso or "")
