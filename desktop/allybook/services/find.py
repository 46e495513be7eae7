"""Find allies: by what a person typed, and by the user id that X gives a handle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import read_key
from allybook.domain.errors import BadInput
from allybook.services.edit import write
from allybook.services.resolve import resolve_handles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk


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


def unfound(book: Book) -> tuple[str, ...]:
    """Return the handles of approved allies whose user id is not known."""
    return tuple(
        ally.handle
        for ally in book.allies()
        if ally.status is Status.APPROVED and ally.kind is not Kind.HASHTAG and not ally.user_id
    )


def find_ids(desk: Desk, book: Book, ticket: Ticket) -> int:
    """Look up the user ids that a list needs, and write them into the book; return how many."""
    wanted = unfound(book)
    missing = [h for h in wanted if h.lower() not in desk.cache.accounts_by_handle(wanted)]
    if missing:
        resolve_handles(desk, missing, ticket)
    known = desk.cache.accounts_by_handle(wanted)
    edits = {
        f"@{handle.lower()}": partial(_as_id, known[handle.lower()].user_id)
        for handle in wanted
        if handle.lower() in known
    }
    return len(write(desk, book, edits))


def _as_id(user_id: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return edit.identify(entries, user_id, pen)
