"""Posts in X's older shape (v1.1), as archives and TAGS hold them.

Shapes: X's documentation of standard v1.1 objects and archives of 2020 to 2025; numbers come as
text or as numbers, and every part may be missing or null.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from allybook.domain.people.accounts import USER_ID
from allybook.domain.posts import UNKNOWN_POST, Mention, Metrics, Post, time_of
from allybook.files.complaints import Unfit
from allybook.files.moments import read_moment


class Hashtag(Struct, gc=False):
    """One hashtag, without #."""

    text: str = ""


class Named(Struct, gc=False):
    """One account that a post names."""

    screen_name: str = ""
    id_str: str | None = None


class Link(Struct, gc=False):
    """One address; ``url`` is X's short one."""

    url: str = ""
    expanded_url: str | None = None


class Medium(Struct, gc=False):
    """One picture or film; ``source_status_id_str`` is the post that it first stood in."""

    type: str = "photo"
    source_status_id_str: str | None = None


class Entities(Struct, gc=False):
    """What X found in the text of a post."""

    hashtags: list[Hashtag] | None = None
    user_mentions: list[Named] | None = None
    urls: list[Link] | None = None
    media: list[Medium] | None = None


Count = Annotated[int, Meta(ge=0, le=2**63 - 1)]
"""A count that can be kept; one below nothing, or a larger one, is damage."""


class OlderPost(Struct, gc=False):
    """One post as archives hold it."""

    id_str: str | None = None
    id: str | int | None = None
    full_text: str | None = None
    text: str | None = None
    created_at: str = ""
    lang: str | None = None
    favorite_count: Count | None = None
    retweet_count: Count | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    quoted_status_id_str: str | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None


def to_post(older: OlderPost, author_id: str) -> Post:
    """Return the post; ``Unfit`` where its id, text or date is missing."""
    post_id = read_id(older.id_str or older.id, "a post")
    text = older.full_text if older.full_text is not None else older.text
    if text is None:
        raise Unfit("the post has no text")
    found = older.entities or Entities()
    media = (older.extended_entities or found).media or found.media or []
    created_at = read_moment(older.created_at) or time_of(post_id)
    if created_at is None:
        raise Unfit(f"the date “{older.created_at}” of the post is not understood")
    return Post(
        post_id=post_id,
        author_id=author_id,
        created_at=created_at,
        text=unescape(text),
        lang=older.lang or "und",
        reply_to=older.in_reply_to_status_id_str or None,
        reply_to_user=older.in_reply_to_user_id_str or None,
        quote_of=older.quoted_status_id_str or None,
        repost_of=_original(text, media),
        hashtags=tuple(tag.text for tag in found.hashtags or ()),
        mentions=tuple(_mention(named) for named in found.user_mentions or ()),
        links=tuple(link.expanded_url or link.url for link in found.urls or ()),
        media=tuple(medium.type for medium in media),
        metrics=Metrics(reposts=older.retweet_count or 0, likes=older.favorite_count or 0),
    )


def read_id(given: str | int | None, whose: str) -> str:
    """Return an id as text; ``Unfit`` where it is none of X's (up to 19 digits)."""
    text = given if isinstance(given, str) else str(given)
    if given is None or USER_ID.fullmatch(text) is None:
        raise Unfit(f"the id of {whose} is missing or damaged")
    return text


def unescape(text: str) -> str:
    """Return ``text`` with the three signs that X escapes as they were typed."""
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _original(text: str, media: list[Medium]) -> str | None:
    """Return the post that this one reposts: such files tell it only where it holds a picture."""
    if not text.startswith("RT @"):
        return None
    known = (medium.source_status_id_str for medium in media)
    return next((original for original in known if original), UNKNOWN_POST)


def _mention(named: Named) -> Mention:
    known = named.id_str is not None and USER_ID.fullmatch(named.id_str) is not None
    return Mention(named.screen_name, named.id_str if known else None)
