"""Find allies: by what a person typed, and by the user id that X gives a handle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import read_key
from allybook.domain.errors import BadInput
from allybook.domain.pricing import Quote
from allybook.services.edit import write
from allybook.services.quote import plan_step
from allybook.services.resolve import BATCH, resolve_handles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk

BY_HANDLE = "GET /2/users/by"


def find_key(book: Book, typed: str) -> str:
    """Return the record key of the ally that a person means; ``BadInput`` if there is none."""
    key = read_key(typed)
    ally = book.ally(key)
    if ally is None and key.startswith("@"):
        handle = key.removeprefix("@")
        ally = next((one for one in book.allies() if one.handle.lower() == handle), None)
    if ally is None:
        raise BadInput(f"{typed} is not in this book; allybook allies add {typed} puts it there.")
    return ally.key


def in_question(allies: Sequence[Ally]) -> tuple[Ally, ...]:
    """Return the accounts that a check is about: the approved ones.

    Before anybody is approved, the nominated ones: the answer can help to decide.
    """
    accounts = [ally for ally in allies if ally.kind is not Kind.HASHTAG]
    approved = tuple(ally for ally in accounts if ally.status is Status.APPROVED)
    return approved or tuple(ally for ally in accounts if ally.status is Status.NOMINATED)


def unfound(allies: Sequence[Ally]) -> tuple[str, ...]:
    """Return the handles of those whose user id is not known."""
    return tuple(ally.handle for ally in allies if not ally.user_id)


def quote_find(desk: Desk, wanted: Sequence[str]) -> Quote:
    """Quote looking these handles up; those that the cache knows are free."""
    missing = _missing(desk, wanted)
    step = plan_step(desk, BY_HANDLE, len(missing), f"{len(missing)} to find", page=BATCH)
    because = "X tells the user ids of handles; those that it does not have cost nothing."
    return Quote("names", (step,), because, exact=not missing)


def find_ids(desk: Desk, book: Book, ticket: Ticket, wanted: Sequence[str] | None = None) -> int:
    """Look up the user ids of handles, and write them into the book; return how many.

    Without ``wanted``, those that a list needs: of approved accounts.
    """
    if wanted is None:
        approved = (ally for ally in book.allies() if ally.status is Status.APPROVED)
        wanted = unfound([ally for ally in approved if ally.kind is not Kind.HASHTAG])
    missing = _missing(desk, wanted)
    if missing:
        resolve_handles(desk, missing, ticket)
    return identify(desk, book, wanted)


def identify(desk: Desk, book: Book, wanted: Sequence[str]) -> int:
    """Write into the book the user ids that the cache knows of these handles; return how many."""
    known = desk.cache.accounts_by_handle(wanted)
    edits = {
        f"@{handle.lower()}": partial(_as_id, known[handle.lower()].user_id)
        for handle in wanted
        if handle.lower() in known
    }
    return len(write(desk, book, edits))


def _missing(desk: Desk, wanted: Sequence[str]) -> list[str]:
    known = desk.cache.accounts_by_handle(wanted)
    return [handle for handle in wanted if handle.lower() not in known]


def _as_id(user_id: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return edit.identify(entries, user_id, pen)
