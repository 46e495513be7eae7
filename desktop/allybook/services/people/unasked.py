"""Unasked: people whom a filter is about, and of whom X said nothing here, so none is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.tree import On, terms_of
from allybook.domain.money.dollars import in_words
from allybook.domain.mutes import MuteKind
from allybook.domain.spoken import speak, speak_few, speak_many
from allybook.services.people.lost_handles import lost_handles
from allybook.services.people.unknown import (
    Unknown,
    loose_handles,
    quote_unknown,
    unknown_people,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.filters.tree import Node
    from allybook.domain.mutes import Mute
    from allybook.domain.spoken import Spoken
    from allybook.services.desk import Desk


def unasked(desk: Desk, chosen: Node, unknown: Unknown | None = None) -> tuple[Spoken, ...]:
    """Return a sentence for each kind of people a filter is about of whom X said nothing here.

    They are ``unknown``, and looked for where that is not given. Reads whole books where their
    people are asked for.
    """
    if unknown is None:
        unknown = unknown_people(desk, chosen)
    return (*speak_few(tuple(_nobody(desk, chosen))), *_unasked(desk, unknown))


def unheard(desk: Desk, made: Mute) -> tuple[Spoken, ...]:
    """Return what to say of an author muted by a handle of which X was never asked whose it is.

    Posts have the ids of their authors: of such an author only what others pass on is muted.
    """
    if made.kind is not MuteKind.AUTHOR or made.user_id is not None:
        return ()
    unknown = Unknown(loose_handles(desk, [made.value]))
    if not unknown:
        return ()
    said = speak(
        "X was not asked yet who @{handle} is, so what others repost or quote of them is muted, "
        "and their own posts are not. Asking costs at most {dollars}.",
        handle=made.value,
        dollars=in_words(quote_unknown(desk, unknown).dollars),
    )
    return (said,)


def _nobody(desk: Desk, chosen: Node) -> Iterator[Spoken]:
    """Yield a sentence for each handle asked for by which X lately showed nobody."""
    names = {term.value.lower(): term.value for term in terms_of(chosen) if term.on is On.FROM}
    lost = lost_handles(desk) if names else {}
    for low, name in names.items():
        if low in lost:
            yield speak("X showed nobody called @{handle} when it was asked.", handle=name)


def _unasked(desk: Desk, unknown: Unknown) -> Iterator[Spoken]:
    if not unknown:
        return
    dollars = in_words(quote_unknown(desk, unknown).dollars)
    if unknown.handles:
        yield speak_many(
            len(unknown.handles),
            "X was not asked yet who @{handle} is, so their posts are not known as theirs.",
            "X was not asked yet who {n} of these people are (@{handle} and others), so their "
            "posts are not known as theirs.",
            handle=unknown.handles[0],
        )
    for book_id, members in unknown.members:
        yield speak_many(
            len(members),
            "1 person in “{name}” has no user id here yet, so their posts are not known as theirs.",
            "{n} people in “{name}” have no user id here yet, so their posts are not known as "
            "theirs.",
            name=desk.shelf.open(book_id).info.name,
        )
    if unknown.authors:
        yield speak_many(
            len(unknown.authors),
            "X was not asked yet who 1 of the authors is, so nobody knows here whether they are "
            "verified or private.",
            "X was not asked yet who {n} of the authors are, so nobody knows here which of them "
            "are verified or private.",
        )
    yield speak("Asking X who they are costs at most {dollars}.", dollars=dollars)
