"""Accounts, posts and lists as X's JSON objects, with just the fields asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.practice.entities import (
    display,
    find_hashtags,
    find_links,
    find_mentions,
    media_link,
    permalink,
    shorten,
)
from allybook.practice.wire import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.practice.entities import Span
    from allybook.practice.roster import Roster
    from allybook.practice.scene.people import Figure
    from allybook.practice.wire import Json, Value
    from allybook.practice.words import Words
    from allybook.practice.world import World

MEDIA_TAILS = ("/photo/1", "/video/1")
MEDIA_KINDS = {"photo": 3, "video": 7, "animated_gif": 16}


def shape_user(
    world: World, person: Figure, fields: frozenset[str], words: Words, now: datetime
) -> Json:
    """Return a user; ``connection_status`` is left out where there is no relation."""
    character = person.character
    makers: Mapping[str, Callable[[], Value]] = {
        "id": lambda: person.user_id,
        "name": lambda: character.name,
        "username": lambda: person.handle,
        "created_at": lambda: stamp(person.created_at),
        "description": lambda: character.bio,
        "location": lambda: character.place or None,
        "protected": lambda: character.private,
        "verified": lambda: character.verified != "none",
        "verified_type": lambda: character.verified,
        "url": lambda: (
            shorten(f"https://{person.site}") if character.kind == "organisation" else ""
        ),
        "profile_image_url": lambda: f"https://pbs.twimg.com/profile_images/{person.user_id}/a.png",
        "public_metrics": lambda: _user_counts(world, person, words),
        "connection_status": lambda: list(world.edges.connection(person)) or None,
        words.latest: lambda: world.newest(person, now),
    }
    made = {name: make() for name, make in makers.items() if name in fields}
    return {name: value for name, value in made.items() if value is not None}


def _user_counts(world: World, person: Figure, words: Words) -> Json:
    counts = world.counts(person)
    return {
        "followers_count": counts.followers,
        "following_count": counts.following,
        words.posts: counts.posts,
        "listed_count": counts.listed,
        "like_count": counts.likes,
    }


def shape_list(roster: Roster, members: int, fields: frozenset[str]) -> Json:
    """Return a list; ``members`` are those that are shown."""
    facts: Json = {
        "id": roster.list_id,
        "name": roster.name,
        "created_at": stamp(roster.created_at),
        "description": roster.description,
        "follower_count": roster.followers,
        "member_count": members,
        "owner_id": roster.owner_id,
        "private": roster.private,
    }
    return {name: value for name, value in facts.items() if name in fields}


def shape_post(world: World, post: Post, fields: frozenset[str], words: Words) -> Json:
    """Return a post; keys that have nothing to say are left out, as X does."""
    makers: Mapping[str, Callable[[], Value]] = {
        "id": lambda: post.post_id,
        "text": lambda: escape(post.text),
        words.history: lambda: [post.post_id],
        "author_id": lambda: post.author_id,
        "created_at": lambda: stamp(post.created_at),
        "conversation_id": lambda: post.conversation_id,
        "in_reply_to_user_id": lambda: post.reply_to_user,
        "lang": lambda: post.lang,
        "possibly_sensitive": lambda: False,
        "reply_settings": lambda: "everyone",
        "public_metrics": lambda: _post_counts(post, words),
        "entities": lambda: shape_entities(world, post) or None,
        "attachments": lambda: {"media_keys": media_keys(post)} if post.media else None,
        words.references: lambda: references(post) or None,
    }
    made = {name: make() for name, make in makers.items() if name in fields}
    return {name: value for name, value in made.items() if value is not None}


def _post_counts(post: Post, words: Words) -> Json:
    return {
        words.reposts: post.metrics.reposts,
        "reply_count": post.metrics.replies,
        "like_count": post.metrics.likes,
        "quote_count": post.metrics.quotes,
        "bookmark_count": post.metrics.likes // 9,
        "impression_count": post.metrics.impressions or 0,
    }


def references(post: Post) -> list[Json]:
    """Return what a post reposts, quotes and answers, by X's names."""
    named = {"retweeted": post.repost_of, "quoted": post.quote_of, "replied_to": post.reply_to}
    return [{"type": kind, "id": key} for kind, key in named.items() if key]


def media_keys(post: Post) -> list[str]:
    """Return the keys of a post's media, in order."""
    return [f"{MEDIA_KINDS[kind]}_{int(post.post_id) + n}" for n, kind in enumerate(post.media)]


def shape_media(post: Post, fields: frozenset[str]) -> list[Json]:
    """Return a post's media."""
    shaped = []
    for kind, key in zip(post.media, media_keys(post), strict=True):
        picture = f"https://pbs.twimg.com/media/{key}.jpg"
        facts: Json = {
            "media_key": key,
            "type": kind,
            "width": 1200,
            "height": 675,
            "url" if kind == "photo" else "preview_image_url": picture,
        }
        wanted = fields | {"media_key", "type"}
        shaped.append({name: value for name, value in facts.items() if name in wanted})
    return shaped


def escape(text: str) -> str:
    """Return a text as X delivers it: ``&``, ``<`` and ``>`` are written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shape_entities(world: World, post: Post) -> Json:
    """Return what X found in a text; places count code points of the text as delivered."""
    text = escape(post.text)
    known = {mention.handle.lower(): mention.user_id for mention in post.mentions}
    found: dict[str, list[Json]] = {
        "urls": list(_urls(world, post, text)),
        "hashtags": [
            {"start": one.start, "end": one.end, "tag": one.text} for one in find_hashtags(text)
        ],
        "mentions": [
            _mention(one, known[one.text.lower()])
            for one in find_mentions(text)
            if one.text.lower() in known
        ],
    }
    return {kind: spans for kind, spans in found.items() if spans}


def _mention(span: Span, user_id: str | None) -> Json:
    named: Json = {"start": span.start, "end": span.end, "username": span.text}
    return {**named, "id": user_id} if user_id else named


def _urls(world: World, post: Post, text: str) -> Iterator[Json]:
    targets = [*post.links, *_tails(world, post)]
    for span, target in zip(find_links(text), targets, strict=False):
        url: Json = {
            "start": span.start,
            "end": span.end,
            "url": span.text,
            "expanded_url": target,
            "display_url": display(target),
        }
        if post.media and target.endswith(MEDIA_TAILS):
            url["media_key"] = media_keys(post)[0]
        yield url


def _tails(world: World, post: Post) -> Iterator[str]:
    """Yield the addresses that X itself puts at the end of a text: the quoted post, the picture."""
    if post.quote_of and (quoted := world.post(post.quote_of)):
        author = world.person(quoted.author_id)
        yield permalink(author.handle if author else "i", quoted.post_id)
    if post.media and (author := world.person(post.author_id)):
        yield media_link(author.handle, post.post_id, post.media)
