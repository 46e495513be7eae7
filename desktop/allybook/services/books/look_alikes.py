"""Which allies of a book may be one, and which a person said are not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rapidfuzz.fuzz import ratio

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.look_alikes import Likeness, LookAlike, find_look_alikes
from allybook.domain.people.accounts import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

APART = "apart:"


def look_alikes(
    desk: Desk, book: Book, allies: Iterable[Ally | AllyLine] | None = None
) -> tuple[LookAlike, ...]:
    """Return the pairs of a book that may be one, without those that a person told apart.

    Who was removed is left out; who opted out is not, since they may come again under another name.
    ``allies`` are all of the book, where they have been read already.
    """
    everybody = book.rows() if allies is None else allies
    there = [ally for ally in everybody if ally.status is not Status.REMOVED]
    apart = _apart(desk, book)
    pairs = find_look_alikes(faces_of(desk, there), _score)
    return tuple(pair for pair in pairs if pair.keys not in apart)


def like_those(
    desk: Desk, allies: Sequence[Ally], new: Iterable[Likeness]
) -> tuple[LookAlike, ...]:
    """Return the pairs of a new face and an ally that may be one; the ally comes second."""
    faces = tuple(new)
    keys = {face.key for face in faces}
    old = [face for face in faces_of(desk, allies) if face.key not in keys]
    pairs = find_look_alikes((*faces, *old), _score, among=keys)
    return tuple(
        pair if pair.one.key in keys else replace(pair, one=pair.other, other=pair.one)
        for pair in pairs
        if (pair.one.key in keys) != (pair.other.key in keys)
    )


def tell_apart(desk: Desk, book: Book, pair: LookAlike) -> None:
    """Remember that two are not one, so that nobody is asked again."""
    desk.settings.change(
        f"{APART}{book.info.book_id}", lambda text: json.dumps(sorted(_read(text) | {pair.keys}))
    )


def faces_of(desk: Desk, allies: Iterable[Ally | AllyLine]) -> tuple[Likeness, ...]:
    """Return allies by what they are known by, in the book and in the cache."""
    accounts = [ally for ally in allies if ally.kind is not Kind.HASHTAG]
    loose = [ally.handle for ally in accounts if not ally.user_id]
    by_handle = desk.cache.accounts_by_handle(loose) if loose else {}
    by_id = desk.cache.accounts([ally.user_id for ally in accounts if ally.user_id])
    former = _former(desk, loose)
    faces = []
    for ally in accounts:
        account = by_id.get(ally.user_id or "") or (
            None if ally.user_id else by_handle.get(ally.handle.lower())
        )
        faces.append(_face(ally, account, former))
    return tuple(faces)


def _face(
    ally: Ally | AllyLine, account: Account | None, former: Mapping[str, tuple[str, ...]]
) -> Likeness:
    user_id = ally.user_id or (account.user_id if account else "")
    return Likeness(
        ally.key,
        ally.handle,
        account.name if account else "",
        user_id,
        ally.kind,
        old_handles=former.get(user_id, ()),
        fallen=account is not None and account.standing is not Standing.ACTIVE,
    )


def _former(desk: Desk, loose: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return by user id which of these handles an account had before."""
    found: dict[str, tuple[str, ...]] = {}
    for handle, ids in (desk.cache.former_holders(loose) if loose else {}).items():
        for user_id in ids:
            found[user_id] = (*found.get(user_id, ()), handle)
    return found


def _apart(desk: Desk, book: Book) -> frozenset[tuple[str, str]]:
    return _read(desk.settings.read(f"{APART}{book.info.book_id}"))


def _read(text: str) -> frozenset[tuple[str, str]]:
    return frozenset((one, other) for one, other in json.loads(text or "[]"))


def _score(one: str, other: str) -> float:
    return ratio(one, other)
