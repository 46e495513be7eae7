"""Spare posts from the quiet folder: an author for ever, or posts like one that was hidden."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from allybook.domain.changes import Changed
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Node, On, Or, Term

if TYPE_CHECKING:
    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk

SETTING = "spared"
MOST_TAGS = 3


def spared(desk: Desk) -> tuple[Node, ...]:
    """Return the filters whose posts are never hidden, oldest first."""
    return tuple(map(parse, json.loads(desk.settings.read(SETTING, "[]"))))


def spare(desk: Desk, chosen: Node) -> None:
    """Never hide posts that a filter keeps."""
    _write(desk, dict.fromkeys([*map(show, spared(desk)), show(chosen)]))


def forget_spared(desk: Desk, chosen: Node) -> None:
    """Let noise decide again about posts that a filter keeps."""
    _write(desk, dict.fromkeys(text for text in map(show, spared(desk)) if text != show(chosen)))


def by_author(author: Account) -> Node:
    """Return the filter for whatever an account writes."""
    return Term(On.FROM, author.handle)


def like(post: Post, author: Account | None) -> Node | None:
    """Return a filter for posts like this one: its hashtags, else where it links, else its author.

    None for a post that has none of these.
    """
    tags = tuple(dict.fromkeys(tag.lower() for tag in post.hashtags))[:MOST_TAGS]
    if tags:
        return tags_of(tags)
    places = [urlsplit(link).hostname for link in post.links]
    if places and places[0]:
        return Term(On.URL, places[0])
    return by_author(author) if author and author.handle else None


def tags_of(tags: tuple[str, ...]) -> Node:
    """Return the filter for posts that carry all of these hashtags."""
    terms = tuple(Term(On.HASHTAG, tag) for tag in tags)
    return terms[0] if len(terms) == 1 else And(terms)


def any_of(nodes: tuple[Node, ...]) -> Node:
    """Return the filter for posts that any of these keeps."""
    return nodes[0] if len(nodes) == 1 else Or(nodes)


def _write(desk: Desk, texts: dict[str, None]) -> None:
    desk.settings.write(SETTING, json.dumps(list(texts), ensure_ascii=False))
    desk.announcer.announce(Changed(settings=True))
