"""Posts in X's answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.domain.posts import Mention, Metrics, Post, time_of
from allybook.gateway.decode.item import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from allybook.gateway.decode.item import Item

# X's own link to a picture or film of a post.
OWN_MEDIA = re.compile(r"/status/[0-9]+/(photo|video)/[0-9]+$")
# A media key is a kind, an underscore and a number; seen in X's answers since 2020.
MEDIA_KINDS = {"3": "photo", "7": "video", "13": "video", "16": "animated_gif"}


def post_of(item: Item, media: Mapping[str, str]) -> Post:
    """Return a post. ``media`` gives the kind by media key, where media came along."""
    note = item.part("note_tweet", "note_post")
    entities = note.part("entities") if note.value("entities") else item.part("entities")
    references = _references(item)
    return Post(
        post_id=item.own_id(),
        author_id=_author(item),
        created_at=_created_at(item),
        text=plain(note.text("text") or item.text("text")),
        lang=item.text("lang") or "und",
        conversation_id=item.id("conversation_id"),
        reply_to=references.get("replied_to"),
        reply_to_user=item.id("in_reply_to_user_id"),
        quote_of=references.get("quoted"),
        repost_of=references.get("retweeted") or references.get("reposted"),
        hashtags=_once(tag.text("tag") for tag in entities.parts("hashtags")),
        mentions=_mentions(entities),
        links=_once(_link(url) for url in entities.parts("urls")),
        media=_media(item, media),
        metrics=_metrics(item.part("public_metrics")),
    )


def media_kinds(media: Iterable[Item]) -> dict[str, str]:
    """Return the kind of each medium that came along, by its key."""
    return {each.text("media_key"): each.text("type") for each in media}


def _author(item: Item) -> str:
    author = item.id("author_id")
    if author is None:
        raise item.broken("author_id", "is missing")
    return author


def _created_at(item: Item) -> datetime:
    """Return when it was made: as X says, or as its id says."""
    moment = item.moment("created_at") or time_of(item.own_id())
    if moment is None:
        raise item.broken("created_at", "is missing")
    return moment


def _references(item: Item) -> dict[str, str | None]:
    found = item.parts("referenced_tweets", "referenced_posts")
    return {each.text("type"): each.id("id") for each in found}


def _mentions(entities: Item) -> tuple[Mention, ...]:
    named = entities.parts("mentions")
    mentions = (Mention(each.text("username"), each.id("id")) for each in named)
    return tuple(dict.fromkeys(mention for mention in mentions if mention.handle))


def _link(url: Item) -> str:
    """Return the full address of a link; empty for X's own link to media and for other schemes."""
    address = url.text("expanded_url", "unwound_url", "url")
    outward = not url.value("media_key") and not OWN_MEDIA.search(address)
    return address if outward and address.startswith(("https://", "http://")) else ""


def _media(item: Item, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the kind of each medium, without paying for media to come along.

    The kind stands in the key; in the link to it where the key is of a new sort; and a picture is
    what it most often is.
    """
    links = item.part("entities").parts("urls")
    shown = [(url.text("media_key"), OWN_MEDIA.search(url.text("expanded_url"))) for url in links]
    hints = {key: match.group(1) for key, match in shown if match}
    keys = (*item.part("attachments").words("media_keys"), *(key for key, _ in shown))
    by_key = [
        known.get(key) or MEDIA_KINDS.get(key.partition("_")[0]) or hints.get(key) or "photo"
        for key in _once(keys)
    ]
    return tuple(by_key or hints.values())


def _metrics(counts: Item) -> Metrics:
    return Metrics(
        replies=counts.number("reply_count") or 0,
        reposts=counts.number("retweet_count", "repost_count") or 0,
        likes=counts.number("like_count") or 0,
        quotes=counts.number("quote_count") or 0,
        impressions=counts.number("impression_count"),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
