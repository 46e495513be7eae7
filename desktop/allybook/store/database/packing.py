"""Posts as rows: what filters ask in columns, the rest packed into one short JSON array."""

from __future__ import annotations

from enum import IntEnum

import msgspec

from allybook.domain.filters.words import fold
from allybook.domain.posts import Mention, Metrics, Post
from allybook.store.database.moments import moment_at


class Trait(IntEnum):
    """What ``is:`` and ``has:`` ask of a post itself; the bits of the column ``traits``."""

    REPOST = 1
    QUOTE = 2
    REPLY = 4
    LINKS = 8
    MEDIA = 16
    HASHTAGS = 32
    MENTIONS = 64
    IMAGES = 128
    VIDEO = 256


# Plain numbers: an import adds them up for every post.
REPOST, QUOTE, REPLY, LINKS, MEDIA, HASHTAGS, MENTIONS, IMAGES, VIDEO = map(int, Trait)


class Body(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What no column holds. New fields go last: old rows are shorter arrays, and stay readable."""

    text: str
    lang: str
    conversation_id: str | None
    reply_to: str | None
    reply_to_user: str | None
    quote_of: str | None
    repost_of: str | None
    hashtags: tuple[str, ...]
    mentions: tuple[tuple[str, str | None], ...]
    links: tuple[str, ...]
    media: tuple[str, ...]
    quotes: int
    impressions: int | None


PostRow = tuple[int, int, int, int, int, int, str]
"""A row of the view ``whole_posts``."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Body).decode


def pack(post: Post) -> str:
    """Return the body of a post, in the order of ``Body``."""
    # As a plain row: nobody asks it for anything, and an import makes one of every post.
    body = (
        post.text,
        post.lang,
        post.conversation_id,
        post.reply_to,
        post.reply_to_user,
        post.quote_of,
        post.repost_of,
        post.hashtags,
        tuple([(one.handle, one.user_id) for one in post.mentions]) if post.mentions else (),
        post.links,
        post.media,
        post.metrics.quotes,
        post.metrics.impressions,
    )
    return _encode(body).decode()


def pack_whole(post: Post) -> tuple[Post, str]:
    """Return a post with all its texts whole, and its body; X sends a halved emoji now and then."""
    try:
        return post, pack(post)
    except UnicodeEncodeError:
        mended = msgspec.convert(_mend(msgspec.to_builtins(post)), Post)
        return mended, pack(mended)


def unpack(row: PostRow) -> Post:
    """Return the post in a row of ``whole_posts``, equal to the one that went in."""
    post_id, author_id, created_at, replies, reposts, likes, packed = row
    body = _decode(packed)
    return Post(
        str(post_id),
        str(author_id),
        moment_at(created_at),
        body.text,
        body.lang,
        body.conversation_id,
        body.reply_to,
        body.reply_to_user,
        body.quote_of,
        body.repost_of,
        body.hashtags,
        tuple([Mention(*named) for named in body.mentions]) if body.mentions else (),
        body.links,
        body.media,
        Metrics(replies, reposts, likes, body.quotes, body.impressions),
    )


def hashtags_in(packed: str) -> tuple[str, ...]:
    """Return the hashtags in the body of a post."""
    return _decode(packed).hashtags


def traits_of(post: Post) -> int:
    """Return the traits of a post, added up."""
    media = post.media
    traits = (
        (REPOST if post.repost_of is not None else 0)
        | (QUOTE if post.quote_of is not None else 0)
        | (REPLY if post.reply_to is not None else 0)
        | (LINKS if post.links else 0)
        | (HASHTAGS if post.hashtags else 0)
        | (MENTIONS if post.mentions else 0)
    )
    if media:
        traits |= MEDIA | (IMAGES if "photo" in media else 0) | (VIDEO if "video" in media else 0)
    return traits


def named(name: str) -> str:
    """Return a name of a book, list, chat, tag or category as filters compare it."""
    return fold(name).lstrip("#")


def whole(text: str) -> str:
    """Return text that can be written as UTF-8: a halved emoji becomes a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _mend(value: object) -> object:
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {name: _mend(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_mend(part) for part in value]
    return value
