"""Find allies: by what a person typed, and by the user id that X gives a handle."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.book import edit
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import read_key
from allybook.domain.errors import BadInput, StorageError
from allybook.domain.money.endpoints import BY_HANDLE
from allybook.domain.money.pricing import Quote
from allybook.domain.spoken import speak
from allybook.services.books.edit import write
from allybook.services.books.holders import changed_hands
from allybook.services.books.kinds import learn_kinds_in
from allybook.services.jobs.paging import BATCH
from allybook.services.money.quote import Way, cheapest, plan_step
from allybook.services.people.lost_handles import lost_handles, note_lost
from allybook.services.people.resolve import resolve_handles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.acts.outbox import Outcome
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.domain.book.pen import Pen
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


def find_key(desk: Desk, book: Book, typed: str) -> str:
    """Return the record key of the ally that a person means; ``BadInput`` if there is none."""
    [key] = keys_meant(desk, book, [typed])
    ally = book.ally(key)
    if ally is None and key in book.erased():
        raise BadInput(
            speak(
                "{typed} was erased from this book for good, so nothing is written about them.",
                typed=typed,
            )
        )
    if ally is None:
        raise BadInput(
            speak(
                "{typed} is not in this book; allybook allies add {typed} puts it there.",
                typed=typed,
            )
        )
    return ally.key


def keys_meant(desk: Desk, book: Book, typed: Sequence[str]) -> tuple[str, ...]:
    """Return the record keys that a person means, as typed for those whom the book has not.

    A handle is whose it is today by all that X told, else whose it is in the book; never a hashtag.
    So who was erased is known by the id that the book keeps, though X has shown them again.
    """
    keys = [read_key(one) for one in typed]
    handles = [key.removeprefix("@") for key in keys if key.startswith("@")]
    if not handles:
        return tuple(keys)
    today = desk.cache.accounts_by_handle(handles)
    accounts = [ally for ally in book.allies() if ally.kind is not Kind.HASHTAG]
    known = {key: key for key in book.erased()}
    known |= {f"@{ally.handle.lower()}": ally.key for ally in accounts}
    known |= {ally.key: ally.key for ally in accounts}
    for handle, account in today.items():
        if account.user_id in known:
            known[f"@{handle}"] = known[account.user_id]
    return tuple(known.get(key, key) for key in keys)


def in_question(allies: Sequence[Ally]) -> tuple[Ally, ...]:
    """Return the accounts that a check is about: the approved ones.

    Before anybody is approved, the nominated ones: the answer can help to decide.
    """
    accounts = [ally for ally in allies if ally.kind is not Kind.HASHTAG]
    approved = tuple(ally for ally in accounts if ally.status is Status.APPROVED)
    return approved or tuple(ally for ally in accounts if ally.status is Status.NOMINATED)


def unfound(allies: Sequence[Ally | AllyLine]) -> tuple[str, ...]:
    """Return the handles of those whose user id is not known."""
    return tuple(ally.handle for ally in allies if not ally.user_id)


def quote_find(desk: Desk, wanted: Sequence[str]) -> Quote:
    """Quote looking these handles up; those that the cache knows are free."""
    missing = _missing(desk, wanted)
    because = speak("X tells the user ids of handles, and charges nothing for those that it lacks.")
    words = speak("asking for these {n}", n=len(missing))
    ways = [Way(words, _quote_handles(desk, len(missing), because))]
    if len(missing) < len(wanted):
        every = _quote_handles(desk, len(wanted), because)
        ways.append(Way(speak("asking for all {n} again", n=len(wanted)), every))
    return cheapest(*ways).quote


def _quote_handles(desk: Desk, number: int, because: str) -> Quote:
    step = plan_step(desk, BY_HANDLE, number, speak("{n} to find", n=number), page=BATCH)
    return Quote("names", (step,), because, exact=not number)


def find_ids(desk: Desk, book: Book, ticket: Ticket, wanted: Sequence[str] | None = None) -> int:
    """Look up the user ids of handles, and write them into the book; return how many.

    Without ``wanted``, those that a list needs: of approved accounts, and of whom X did not say
    lately that it has nobody.
    """
    if wanted is None:
        lost = lost_handles(desk)
        approved = (ally for ally in book.allies() if ally.status is Status.APPROVED)
        loose = unfound([ally for ally in approved if ally.kind is not Kind.HASHTAG])
        wanted = [handle for handle in loose if handle.lower() not in lost]
    look_up(desk, wanted, ticket)
    return identify(desk, book, wanted)


def look_up(desk: Desk, wanted: Sequence[str], ticket: Ticket) -> None:
    """Ask X whom these handles belong to, where the cache does not know; note its noes."""
    missing = _missing(desk, wanted)
    if not missing:
        return
    told = resolve_handles(desk, missing, ticket)
    if not ticket.cancelled():
        note_lost(desk, missing, told)


def unknown_handles(desk: Desk) -> frozenset[str]:
    """Return the handles that X was asked for lately and that nobody had, lower-cased."""
    return frozenset(lost_handles(desk))


def lost_among(desk: Desk, handles: Sequence[str]) -> Mapping[str, Outcome]:
    """Return those of these handles by which X showed nobody, each with why, as written here."""
    lost = lost_handles(desk)
    return {handle: lost[handle.lower()].why for handle in handles if handle.lower() in lost}


def still_to_find(desk: Desk, allies: Sequence[Ally] | Sequence[AllyLine]) -> tuple[str, ...]:
    """Return the handles of accounts in use whose ids X was never asked for.

    Those that changed hands are left out: X would tell who has them, and not who is meant.
    """
    counted = frozenset({Status.APPROVED, Status.NOMINATED})
    accounts = [a for a in allies if a.kind is not Kind.HASHTAG and a.status in counted]
    loose = unfound(accounts)
    out = unknown_handles(desk) | changed_hands(desk, accounts) if loose else frozenset()
    return tuple(handle for handle in loose if handle.lower() not in out)


def identify(desk: Desk, book: Book, wanted: Sequence[str]) -> int:
    """Write into the book the user ids that the cache knows of these handles; return how many.

    A handle that changed hands stays without: nobody inherits what the book says of another.
    """
    known = desk.cache.accounts_by_handle(wanted)
    loose = [line for line in book.rows() if not line.user_id and line.handle.lower() in known]
    # The record may be under a handle that the account had before.
    keys = {line.handle.lower(): line.key for line in loose if line.kind is not Kind.HASHTAG}
    apart = changed_hands(desk, loose)
    edits = {
        key: partial(_as_id, known[handle].user_id)
        for handle, key in keys.items()
        if handle not in apart
    }
    linked = write(desk, book, edits)
    # The ids are written: what else the profiles tell is learnt with the next names at the latest.
    with suppress(StorageError):
        learn_kinds_in(desk, book, [account.user_id for account in known.values()])
    return len(linked)


def _missing(desk: Desk, wanted: Sequence[str]) -> list[str]:
    known = desk.cache.accounts_by_handle(wanted)
    return [handle for handle in wanted if handle.lower() not in known]


def _as_id(user_id: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    return edit.identify(entries, user_id, pen)
