"""Spare posts from the quiet folder: an author for ever, or posts like one that was hidden."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput, FilterError
from allybook.domain.filters.earlier import as_kept
from allybook.domain.filters.normalise import NOTHING, normalise
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import And, Node, Not, On, Or, Term
from allybook.domain.mutes import MuteKind
from allybook.domain.noise.streaks import X_SITES
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.filters.renaming import Renaming
    from allybook.domain.mutes import Mute
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Spoken
    from allybook.services.desk import Desk

SETTING = "spared"
UNMUTED = Not(Term(On.IS, "muted"))
MOST_TAGS = 3


class SpareRule(Struct, frozen=True):
    """What is never hidden, as it is kept: a filter as text.

    Where it is an author whose id is known, ``user_id`` says who is meant, whatever they are called
    now, and whoever is called as they were.
    """

    text: str
    user_id: str = ""


def spared(desk: Desk) -> tuple[Node, ...]:
    """Return the filters whose posts are never hidden, oldest first."""
    return tuple(node for _, node in rules(desk))


def heard_of(spared: Sequence[Node]) -> Node:
    """Return the filter for what is never hidden by these.

    Who is never hidden is heard whatever they say; else what is muted waits all the same.
    """
    whoever = tuple(filter(is_of_author, spared))
    whatever = tuple(one for one in spared if one not in whoever)
    return Or((*whoever, And((Or(whatever), UNMUTED)))) if whatever else Or(whoever)


def is_of_author(node: Node) -> bool:
    """Return whether a filter is for whatever one author writes."""
    return isinstance(node, Term) and node.on in {On.FROM, On.AUTHOR}


def rules(desk: Desk) -> tuple[tuple[SpareRule, Node], ...]:
    """Return what is never hidden, oldest first: as it is kept, and the filter it is now."""
    return tuple((one, node) for one, node in kept_rules(desk) if node is not None)


def kept_rules(desk: Desk) -> tuple[tuple[SpareRule, Node | None], ...]:
    """Return the same with those that are no filter here (None): they are kept, and spare nobody.

    Another Allybook may have written them.
    """
    return _told(desk, _read(desk.settings.read(SETTING)))


def overruled(desk: Desk, made: Mute) -> tuple[Spoken, ...]:
    """Return what to say of a muted author who is never hidden."""
    kept = filter(is_of_author, spared(desk)) if made.kind is MuteKind.AUTHOR else ()
    whose = {one.value.lower() for one in kept if isinstance(one, Term)}
    if whose.isdisjoint({made.value.lower(), made.user_id}):
        return ()
    said = speak(
        "{author} is never hidden, so this mute waits until noise decides about them again.",
        author=made.words,
    )
    return (said,)


def spare(desk: Desk, chosen: Node) -> SpareRule:
    """Never hide posts that a filter keeps; an author whose id is known is meant by that.

    ``BadInput`` for what cannot be written as a filter, and for what keeps no post.
    """
    if normalise(chosen) == NOTHING:
        raise BadInput(speak("“{text}” keeps no post, so nothing was changed.", text=show(chosen)))
    if not _is_writable(chosen):
        raise BadInput(
            speak(
                "“{text}” cannot be written as a filter, so it was not kept; nothing was changed.",
                text=show(chosen),
            )
        )
    author, user_id = _author_of(desk, chosen)
    new = SpareRule(show(by_author(author) if author else chosen), user_id)
    is_same = _sameness(chosen, new.user_id)

    def join(known: Sequence[tuple[SpareRule, Node | None]]) -> list[SpareRule]:
        """Return every rule; one that is kept already stays where it stands."""
        kept = [one for one, node in known if one == new or not is_same(one, node)]
        return kept if new in kept else [*kept, new]

    _change(desk, join)
    return new


def forget_spared(desk: Desk, chosen: Node) -> None:
    """Let noise decide again about posts that a filter keeps."""
    _, user_id = _author_of(desk, chosen)
    drop_rules(desk, _sameness(chosen, user_id))


def drop_rules(desk: Desk, is_gone: Callable[[SpareRule, Node | None], bool]) -> None:
    """Let noise decide again about whatever ``is_gone`` says of the rules.

    It is asked of those, too, that are no filters here (None): whoever changes another keeps them.
    """
    _change(desk, lambda known: [one for one, node in known if not is_gone(one, node)])


def rename_in_rules(desk: Desk, renaming: Renaming) -> tuple[str, ...]:
    """Let what is never hidden name what was renamed as it is called now.

    Return the rules that may have meant it and stay as they are.
    """
    left: list[str] = []

    def renew(text: str) -> str:
        """Return the rules from now on, also those that are no filters here."""
        before = _read(text)
        left[:] = [one.text for one in before if renaming.leaves(one.text)]
        after = [replace(one, text=renaming.renew(one.text)) for one in before]
        return text if after == before else _write(dict.fromkeys(after))

    desk.settings.change(SETTING, renew)
    desk.announcer.announce(Changed(settings=True))
    return tuple(left)


def by_author(author: Account) -> Node:
    """Return the filter for whatever an account writes, by its id while no handle is known."""
    return Term(On.FROM, author.handle) if author.handle else by_id(author.user_id)


def by_id(user_id: str) -> Node:
    """Return the filter for whatever the account with an id writes."""
    return Term(On.AUTHOR, user_id)


def like(post: Post, author: Account | None) -> Node | None:
    """Return a filter for posts like this one: its hashtags, else where it links, else its author.

    Every quote links to X, and X's short links tell no place: those would keep nearly everything.
    None for a post that has none of these that a filter could name.
    """
    tags = tuple(dict.fromkeys(tag.lower() for tag in post.hashtags if _is_tag(tag.lower())))
    if tags:
        return tags_of(tags[:MOST_TAGS])
    hosts = filter(None, map(_place, post.links))
    places = (Term(On.URL, host) for host in hosts if not _is_of_x(host))
    place = next(filter(_is_writable, places), None)
    if place is not None:
        return place
    whose = by_author(author) if author else by_id(post.author_id)
    return whose if _is_writable(whose) else None


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


def _is_of_x(host: str) -> bool:
    return host in X_SITES or host.endswith(tuple(f".{site}" for site in X_SITES))


def _sameness(chosen: Node, user_id: str) -> Callable[[SpareRule, Node | None], bool]:
    """Return what tells whether a rule is this filter, or of this author (if it is of one)."""
    return lambda rule, node: node == chosen or (bool(user_id) and rule.user_id == user_id)


def _author_of(desk: Desk, chosen: Node) -> tuple[Account | None, str]:
    """Return the author that a filter is about, as far as the cache knows, and the id or ``""``."""
    if isinstance(chosen, Term) and chosen.on is On.AUTHOR:
        return _named(desk.cache.accounts([chosen.value]).get(chosen.value)), chosen.value
    if not isinstance(chosen, Term) or chosen.on is not On.FROM:
        return None, ""
    author = desk.cache.accounts_by_handle([chosen.value]).get(chosen.value.lower())
    return author, author.user_id if author else ""


def _named(author: Account | None) -> Account | None:
    """Return an account that has a handle here."""
    return author if author and author.handle else None


def _told(desk: Desk, kept: Sequence[SpareRule]) -> tuple[tuple[SpareRule, Node | None], ...]:
    """Return rules with the filters that they are now, None for one that is none here."""
    ids = [one.user_id for one in kept if one.user_id]
    known = desk.cache.accounts(ids) if ids else {}
    return tuple((one, _by_name(one, known) if one.user_id else _parse(one.text)) for one in kept)


def _by_name(rule: SpareRule, known: Mapping[str, Account]) -> Node:
    """Return the filter for an author by the handle of now, or by id while none is known."""
    author = _named(known.get(rule.user_id))
    return by_author(author) if author else by_id(rule.user_id)


def _change(
    desk: Desk, change: Callable[[Sequence[tuple[SpareRule, Node | None]]], Iterable[SpareRule]]
) -> None:
    def renew(text: str) -> str:
        """Return what is spared from now on."""
        before = _read(text)
        after = list(change(_told(desk, before)))
        return text if after == before else _write(after)

    desk.settings.change(SETTING, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> list[SpareRule]:
    # An earlier Allybook kept texts alone.
    rows = json.loads(text or "[]")
    told = ((row,) if isinstance(row, str) else row for row in rows)
    return [SpareRule(as_kept(one), *user_id) for one, *user_id in told]


def _write(kept: Iterable[SpareRule]) -> str:
    rows = [[one.text, one.user_id] if one.user_id else one.text for one in kept]
    return json.dumps(rows, ensure_ascii=False)
