"""Spare posts from the quiet folder: an author for ever, or posts like one that was hidden."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, FilterError
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Node, On, Term
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk

SETTING = "spared"
MOST_TAGS = 3


class Rule(Struct, frozen=True):
    """What is never hidden, as it is kept: a filter as text.

    Where it is an author whom the cache knew, ``user_id`` says who is meant, whatever they are
    called now, and whoever is called as they were.
    """

    text: str
    user_id: str = ""


def spared(desk: Desk) -> tuple[Node, ...]:
    """Return the filters whose posts are never hidden, oldest first."""
    return tuple(node for _, node in rules(desk))


def rules(desk: Desk) -> tuple[tuple[Rule, Node], ...]:
    """Return what is never hidden, oldest first: as it is kept, and the filter it is now."""
    return _understood(desk, _read(desk.settings.read(SETTING)))


def spare(desk: Desk, chosen: Node) -> Rule:
    """Never hide posts that a filter keeps; an author whom the cache knows is meant by id.

    ``BadInput`` for what cannot be written as a filter.
    """
    if not _is_writable(chosen):
        raise BadInput(
            speak(
                "“{text}” cannot be written as a filter, so it was not kept; nothing was changed.",
                text=show(chosen),
            )
        )
    author = _author_of(desk, chosen)
    new = Rule(show(by_author(author)), author.user_id) if author else Rule(show(chosen))
    is_same = _sameness(chosen, new.user_id)
    _change(desk, lambda known: [*(one for one, node in known if not is_same(one, node)), new])
    return new


def forget_spared(desk: Desk, chosen: Node) -> None:
    """Let noise decide again about posts that a filter keeps."""
    author = _author_of(desk, chosen)
    drop_rules(desk, _sameness(chosen, author.user_id if author else ""))


def drop_rules(desk: Desk, is_gone: Callable[[Rule, Node], bool]) -> None:
    """Let noise decide again about whatever ``is_gone`` says of the rules."""
    _change(desk, lambda known: [one for one, node in known if not is_gone(one, node)])


def by_author(author: Account) -> Node:
    """Return the filter for whatever an account writes."""
    return Term(On.FROM, author.handle)


def like(post: Post, author: Account | None) -> Node | None:
    """Return a filter for posts like this one: its hashtags, else where it links, else its author.

    None for a post that has none of these that a filter could name.
    """
    tags = tuple(dict.fromkeys(tag.lower() for tag in post.hashtags if _is_tag(tag.lower())))
    if tags:
        return tags_of(tags[:MOST_TAGS])
    places = (Term(On.URL, place) for place in map(_place, post.links) if place)
    place = next(filter(_is_writable, places), None)
    if place is not None:
        return place
    return by_author(author) if author and author.handle else None


def tags_of(tags: tuple[str, ...]) -> Node:
    """Return the filter for posts that carry all of these hashtags."""
    terms = tuple(Term(On.HASHTAG, tag) for tag in tags)
    return terms[0] if len(terms) == 1 else And(terms)


def _is_tag(tag: str) -> bool:
    """Return whether what X calls a hashtag is one in a filter too (``foo-bar`` is none)."""
    return _is_writable(Term(On.HASHTAG, tag))


def _is_writable(node: Node) -> bool:
    """Return whether a filter says the same after it was written and read again."""
    return _parse(show(node)) == node


def _parse(text: str) -> Node | None:
    try:
        return parse(text)
    except FilterError:
        return None


def _place(link: str) -> str:
    """Return the host of an address, or nothing where it is no address."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def _sameness(chosen: Node, user_id: str) -> Callable[[Rule, Node], bool]:
    """Return what tells whether a rule is this filter, or of this author (if it is of one)."""
    return lambda rule, node: node == chosen or (bool(user_id) and rule.user_id == user_id)


def _author_of(desk: Desk, chosen: Node) -> Account | None:
    """Return the author that a filter is about, if it is about one whom the cache knows."""
    if not isinstance(chosen, Term) or chosen.on is not On.FROM:
        return None
    return desk.cache.accounts_by_handle([chosen.value]).get(chosen.value.lower())


def _understood(desk: Desk, kept: Sequence[Rule]) -> tuple[tuple[Rule, Node], ...]:
    """Return rules with the filters that they are now; what is no filter is left out."""
    ids = [one.user_id for one in kept if one.user_id]
    known = desk.cache.accounts(ids) if ids else {}
    pairs = ((one, _parse(one.text)) for one in kept)
    return tuple(
        (one, _by_name(desk, one, node, known) if one.user_id else node)
        for one, node in pairs
        if node is not None
    )


def _by_name(desk: Desk, rule: Rule, before: Node, known: Mapping[str, Account]) -> Node:
    """Return the filter for an author by the handle of now, or of then where none is known.

    It keeps nothing while it is another who is known by that handle.
    """
    author = known.get(rule.user_id)
    if author is not None and author.handle:
        return by_author(author)
    other = _author_of(desk, before)
    return before if other is None or other.user_id == rule.user_id else NOTHING


def _change(desk: Desk, change: Callable[[Sequence[tuple[Rule, Node]]], Iterable[Rule]]) -> None:
    def renew(text: str) -> str:
        before = _read(text)
        after = list(change(_understood(desk, before)))
        return text if after == before else _write(after)

    desk.settings.change(SETTING, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> list[Rule]:
    # An earlier Allybook kept texts alone.
    rows = json.loads(text or "[]")
    return [Rule(row) if isinstance(row, str) else Rule(*row) for row in rows]


def _write(kept: Iterable[Rule]) -> str:
    rows = [[one.text, one.user_id] if one.user_id else one.text for one in kept]
    return json.dumps(rows, ensure_ascii=False)
