"""Bring a table into a book: shown before anything is written, and nothing is taken away by it.

Rows are understood by what their columns are said to be (``read_table``), laid beside the book
(``preview``), and written as one entry for each ally (``bring_in``), by whoever brings them.
"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.bring import RowFate, bring, weigh
from allybook.domain.book.columns import names_someone
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.rows import beyond, ids_are_rounded, join, read_row, told_apart
from allybook.domain.errors import BadInput, Cancelled, UnreadableFile
from allybook.domain.spoken import speak
from allybook.ports.files import BadRecord
from allybook.services.books.barring import elsewhere
from allybook.services.books.edit import write
from allybook.services.books.kinds import kind_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.columns import Mapped
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.pen import Pen
    from allybook.domain.book.rows import Brought
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.ports.files import OpenTable
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

MOST = 250_000
"""Rows of one table: five times the largest book that Allybook is made for."""
TOLD = 5_000
"""After so many rows it is said how far it has come."""


class Raw(Struct, frozen=True):
    """The rows of a table as text, each with its line, and those that could not be read.

    ``headed`` columns, from the first one on, stand under the headings; 0 where there are none.
    """

    name: str
    rows: tuple[tuple[int, Sequence[str]], ...]
    problems: tuple[BadRecord, ...] = ()
    headed: int = 0


class Arrival(Struct, frozen=True):
    """What one or several rows say of one ally, under which key, and what becomes of it."""

    row: Brought
    key: str
    fate: RowFate
    why: str = ""


class Preview(Struct, frozen=True):
    """What bringing a table in would do. ``problems`` are rows or cells not understood.

    ``again`` times an ally was named whom the table had named before.
    """

    arrivals: tuple[Arrival, ...] = ()
    problems: tuple[BadRecord, ...] = ()
    again: int = 0

    def of(self, fate: RowFate) -> tuple[Arrival, ...]:
        """Return those of one fate, in the order of the table."""
        return tuple(one for one in self.arrivals if one.fate is fate)

    @property
    def wanted(self) -> tuple[Arrival, ...]:
        """Return those that would write something."""
        return tuple(one for one in self.arrivals if one.fate in {RowFate.NEW, RowFate.CHANGED})


def read_table(table: OpenTable, ticket: Ticket) -> Raw:
    """Read all rows of a table; ``UnreadableFile`` where there are too many."""
    problems: list[BadRecord] = []
    rows: list[tuple[int, Sequence[str]]] = []
    for line, cells in islice(table.rows(problems.append), MOST + 1):
        if len(rows) == MOST:
            raise UnreadableFile(
                speak(
                    "“{name}” has more than {most:,} rows; cut it into several files and bring "
                    "in one after the other. Nothing was written.",
                    name=table.name,
                    most=MOST,
                )
            )
        if any(cells):
            rows.append((line, cells))
        if len(rows) % TOLD == 0:
            _go_on(ticket, len(rows), 0)
    headed = max((place for place, words in enumerate(table.headings, 1) if words), default=0)
    return Raw(table.name, tuple(rows), tuple(problems), headed)


def preview(desk: Desk, book: Book | None, raw: Raw, mapped: Mapped, ticket: Ticket) -> Preview:
    """Return what bringing these rows in would do; writes nothing, asks nothing of X.

    None is a book that is not made yet.
    """
    if not names_someone(mapped):
        raise BadInput(
            speak(
                "No column of “{name}” is said to hold handles or user ids, so nobody is named "
                "in it; say which column does. Nothing was written.",
                name=raw.name,
            )
        )
    problems = list(raw.problems)
    rows = told_apart(_understand(raw, mapped, problems, ticket))
    known = _Known(desk, book, rows)
    found: dict[str, Arrival] = {}
    again = 0
    for row in rows:
        key, ally, why = known.find(row)
        if why:
            problems.append(BadRecord(raw.name, row.line, why))
            continue
        before = found.get(key)
        again += before is not None
        whole = join(before.row, row) if before else row
        fate, reason = known.fate_of(key, ally, whole)
        found[key] = Arrival(
            known.completed(whole) if fate is RowFate.NEW else whole, key, fate, reason
        )
    problems.sort(key=lambda bad: bad.line)
    return Preview(tuple(found.values()), tuple(problems), again)


def bring_in(desk: Desk, book: Book, shown: Preview, ticket: Ticket) -> tuple[Entry, ...]:
    """Write what a preview showed, some thousand allies in each transaction; return the entries.

    What somebody changed since is looked at anew. Stopped half way, what is written stays, and the
    same table brings the rest.
    """
    barred = elsewhere(desk, book)
    edits = {
        one.key: partial(_write, one.row)
        for one in shown.wanted
        if one.fate is RowFate.CHANGED
        or not barred.book_of(one.key, one.row.handle, one.row.user_id)
    }
    return write(desk, book, edits, ticket)


def _write(row: Brought, entries: Sequence[Entry], pen: Pen) -> Entry:
    return bring(entries, row, pen)


def _understand(
    raw: Raw, mapped: Mapped, problems: list[BadRecord], ticket: Ticket
) -> tuple[Brought, ...]:
    rows: list[Brought] = []
    rounded = ids_are_rounded((cells for _, cells in raw.rows), mapped)
    for number, (line, cells) in enumerate(raw.rows, 1):
        understood = read_row(cells, mapped, line, rounded=rounded)
        rows += understood.rows
        remarks = (*understood.remarks, *beyond(cells, mapped, raw.headed))
        problems += [BadRecord(raw.name, line, why) for why in remarks]
        if number % TOLD == 0:
            _go_on(ticket, number, len(raw.rows))
    return tuple(rows)


def _go_on(ticket: Ticket, done: int, total: int) -> None:
    if ticket.cancelled():
        raise Cancelled("Stopped as you asked; nothing was written.")
    ticket.report(done, total)


def _is_approved(ally: Ally | None) -> bool:
    return ally is not None and ally.status is Status.APPROVED


class _Known:
    """What this laptop knows of those whom a table names: the book, and the cache of X."""

    def __init__(self, desk: Desk, book: Book | None, rows: Iterable[Brought]) -> None:
        self._aliases = book.aliases() if book else {}
        self._erased = frozenset(book.erased()) if book else frozenset()
        self._elsewhere = elsewhere(desk, book)
        self._by_key: dict[str, Ally] = {}
        self._by_handle: dict[str, Ally] = {}
        for ally in book.allies() if book else ():
            self._by_key[ally.key] = ally
            if ally.kind is not Kind.HASHTAG and ally.handle:
                self._by_handle[ally.handle.lower()] = ally
        handles = [row.handle for row in rows if row.kind is not Kind.HASHTAG and row.handle]
        self._accounts: Mapping[str, Account] = desk.cache.accounts_by_handle(handles)

    def find(self, row: Brought) -> tuple[str, Ally | None, str]:
        """Return under which key a row goes on, whom the book has there, and what is wrong."""
        for key in self._keys(row):
            if key in self._erased:
                return key, None, ""
            # Under a key of before, the book knows whom it goes on as.
            ally = self._by_key.get(self._aliases.get(key, key))
            if ally is not None:
                return self._settled(row, ally)
        ally = self._by_handle.get(row.handle.lower()) if row.kind is not Kind.HASHTAG else None
        return self._settled(row, ally) if ally else (row.key, None, "")

    def fate_of(self, key: str, ally: Ally | None, row: Brought) -> tuple[RowFate, str]:
        """Return what becomes of a row, and why; who opted out of any book is not taken in."""
        if ally is None and key in self._erased:
            return RowFate.OUT, ""
        verdict = weigh(ally, row)
        # Who counts as an ally here already is not taken in by it.
        if verdict.fate in {RowFate.NEW, RowFate.CHANGED} and not _is_approved(ally):
            account = self._accounts.get(row.handle.lower())
            told = account.user_id if account and row.kind is not Kind.HASHTAG else ""
            book = self._elsewhere.book_of(key, row.handle, row.user_id or told)
            if book:
                return RowFate.OUT, speak("opted out of “{book}”", book=book)
        return verdict.fate, verdict.why

    def completed(self, row: Brought) -> Brought:
        """Return a row with a kind: as the table says, else as profile or handle tell, if so."""
        if row.kind is not None:
            return row
        told = kind_told(self._accounts.get(row.handle.lower()), row.handle)
        return row if told is Kind.PERSON else replace(row, kind=told)

    def _keys(self, row: Brought) -> tuple[str, ...]:
        """Return the keys to look under: its own, by handle, and of the id that X told of it."""
        if row.kind is Kind.HASHTAG:
            return (row.key,)
        account = self._accounts.get(row.handle.lower())
        by_handle = (f"@{row.handle.lower()}",) if row.handle else ()
        told = (account.user_id,) if account and not row.user_id else ()
        return tuple(dict.fromkeys((row.key, *by_handle, *told)))

    def _settled(self, row: Brought, ally: Ally) -> tuple[str, Ally, str]:
        same = not row.user_id or ally.user_id in {None, row.user_id}
        why = (
            ""
            if same
            else speak(
                "@{handle} is {here} in this book and {there} in the table",
                handle=row.handle,
                here=ally.user_id,
                there=row.user_id,
            )
        )
        return ally.key, ally, why
