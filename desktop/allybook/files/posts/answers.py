"""Posts as ``allybook posts --json`` tells them: what stands there of a post, and who wrote it.

What a post is by what X found in it is read from its text, as of a table of posts.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from allybook.domain.half_letters import decode_whole
from allybook.domain.people.accounts import Account
from allybook.domain.posts import UNKNOWN_POST, Mention, Post, time_of
from allybook.files.complaints import UNFIT, Unfit
from allybook.files.moments import read_moment
from allybook.files.posts.in_text import look_into
from allybook.files.posts.older import read_id


class Told(Struct):
    """One post; an author whose handle nobody knew is null."""

    id: str | None = None
    author: str | None = None
    author_id: str | None = None
    created_at: str | None = None
    text: str | None = None
    noise: int | float | None = None
    reasons: list[str] | None = None


_TOLD = msgspec.json.Decoder(Told)


def wrote(line: bytes) -> bool:
    """Return whether a line is such a post."""
    try:
        told = decode_whole(_TOLD.decode, line)
    except UNFIT:
        return False
    return None not in (told.id, told.author_id, told.text, told.noise, told.reasons)


def read(line: bytes) -> tuple[Post, tuple[Account, ...]]:
    """Return the post of a line and its author; one of ``UNFIT`` where that cannot be."""
    told = _TOLD.decode(line)
    if told.text is None:
        raise Unfit("the post has no text")
    author_id = read_id(told.author_id, "the author")
    authors = (Account(author_id, told.author),) if told.author else ()
    return _to_post(told, author_id, told.text), authors


def _to_post(told: Told, author_id: str, text: str) -> Post:
    post_id, shown = read_id(told.id, "a post"), look_into(text)
    created_at = read_moment(told.created_at or "") or time_of(post_id)
    if created_at is None:
        raise Unfit(f"the date “{told.created_at}” of the post is not understood")
    return Post(
        post_id,
        author_id,
        created_at,
        text,
        repost_of=UNKNOWN_POST if text.startswith("RT @") else None,
        hashtags=shown.hashtags,
        mentions=tuple(map(Mention, shown.handles)),
        links=shown.links,
    )
