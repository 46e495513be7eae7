"""Bring into a book what others did to its list on X, as questions that somebody answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.entry import Field, Status
from allybook.domain.book.evidence import found_on, missing_from
from allybook.domain.people.accounts import Standing
from allybook.services.books.edit import set_fields, write
from allybook.services.books.kinds import kind_told, learn_kinds_in
from allybook.services.desk import read_each
from allybook.services.people.nominate import nominate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk


def ask_about_others(
    desk: Desk, list_id: str, before: frozenset[str], shown: frozenset[str]
) -> None:
    """Nominate whom others put on a list, ask about whom it has lost, and follow new handles.

    ``before`` were on it by all that was known, ``shown`` are on it now. Nobody is taken out of
    the book, and nobody is put back on the list before somebody decides.
    """
    infos = [one for one in desk.shelf.books() if desk.cache.mirror(one.book_id) == list_id]
    for _, book in read_each(desk, lambda book: book, infos):
        _nominate_strangers(desk, book, list_id, shown)
        _ask_about_lost(desk, book, list_id, before - shown)
        follow_names(desk, book, shown)
        learn_kinds_in(desk, book, shown)


def standing_so(desk: Desk, user_ids: Collection[str], *standings: Standing) -> frozenset[str]:
    """Return who of these is suspended (or whatever is asked), by what X told last."""
    known = desk.cache.accounts(sorted(user_ids, key=int))
    return frozenset(key for key, one in known.items() if one.standing in standings)


def follow_names(desk: Desk, book: Book, user_ids: Iterable[str]) -> None:
    """Write into a book the handles of today of those whom it knows under another one."""
    wanted = frozenset(user_ids)
    allies = [ally for ally in book.allies() if ally.user_id in wanted]
    known = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    for ally in allies:
        account = known.get(ally.user_id or "")
        now = account.handle if account else ""
        known_so = now.lower() in {"", ally.handle.lower()}
        if not known_so and ally.status is not Status.OPTED_OUT:
            set_fields(desk, book, [ally.key], {Field.HANDLE: now})


def _nominate_strangers(desk: Desk, book: Book, list_id: str, shown: frozenset[str]) -> None:
    known = {ally.user_id for ally in book.allies()}
    strangers = desk.cache.accounts(sorted(shown - known, key=int)).values()
    nominate(desk, book, [_nominee(one, list_id) for one in strangers])


def _nominee(account: Account, list_id: str) -> edit.Nominee:
    evidence = (found_on(list_id),)
    return edit.Nominee(account.user_id, account.handle, kind_told(account), evidence=evidence)


def _ask_about_lost(desk: Desk, book: Book, list_id: str, lost: frozenset[str]) -> None:
    """Ask about approved allies whom a list has lost.

    Nobody took off who is suspended or gone: X shows no such members.
    """
    question = partial(edit.question, evidence=missing_from(list_id))
    taken_off = lost - standing_so(desk, lost, Standing.SUSPENDED, Standing.GONE)
    keys = [
        ally.key
        for ally in book.allies()
        if ally.user_id in taken_off and ally.status is Status.APPROVED
    ]
    write(desk, book, dict.fromkeys(keys, question))
