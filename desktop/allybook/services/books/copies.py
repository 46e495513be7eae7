"""Copies of a book in a file: save one to hand over, and merge a colleague's into the book here.

Merging is the union of two sets of entries: merging twice, or in whatever order, changes nothing,
and nobody's work is lost. First the plan, then the act, which can be taken back as one. Who opted
out of another book of this computer is opted out of this one as well before a copy brings them in.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.clock import is_far_ahead, moment
from allybook.domain.book.entry import Kind, Stamp
from allybook.domain.book.joining import Joined, bars_nobody, join, keys_in
from allybook.domain.book.names import fitting_name, folded_name, tidy_name
from allybook.domain.changes import Changed
from allybook.domain.errors import AllybookError, BadInput
from allybook.domain.spoken import speak
from allybook.ports.books import BookCopy, BookInfo
from allybook.services.books.barring import elsewhere
from allybook.services.books.deeds import remember
from allybook.services.books.edit import opt_out
from allybook.services.books.holders import may_be_another
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.books.roster import tell_filters
from allybook.services.jobs.tickets import UNWATCHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk

ENDING = ".allybook"
LOT = 5_000
"""Entries that are kept in one transaction: between two, a person can stop it."""


class CopyPlan(Struct, frozen=True):
    """What merging a copy would do, and into which book: ``into`` has an id that ``made`` tells of.

    Where this computer does not have the book yet, it is ``made``, with the id that it has
    elsewhere, so that later copies find it. ``left`` counts the entries that were not taken in
    after all, because it was stopped.
    """

    copy: BookInfo
    into: BookInfo
    joined: Joined
    made: bool = False
    left: int = 0

    @property
    def does_nothing(self) -> bool:
        """Return whether the book here knows all of the copy already."""
        return not self.joined.entries and not self.made


def save_copy(desk: Desk, book: Book, path: Path) -> int:
    """Write a copy of a book with its whole history to a file; return how many entries it has."""
    entries = tuple(book.entries())
    desk.exporter.write_book(path, BookCopy(book.info, entries))
    return len(entries)


def plan_merge_copy(desk: Desk, copy: BookCopy, into: str = "") -> CopyPlan:
    """Return what merging a copy would do; writes nothing.

    It goes ``into`` the book of that id, else into the book that it is a copy of. ``BadInput``
    where that book is in the trash, the two have nothing in common, or it is of years to come.
    """
    _refuse_far_ahead(desk, copy)
    target = _target(desk, copy, into)
    if target is None:
        info = BookInfo(copy.info.book_id, _free_name(desk, copy.info.name))
        joined = join({}, (), copy.entries, _bars(desk, None))
        return CopyPlan(copy.info, info, joined, made=True)
    fresh = _fresh(target, _as_of(copy, target.info))
    known = target.entries_of(keys_in(fresh)).values()
    before = {ally.key: ally for ally in target.allies()} if fresh else {}
    once = {entry.entry_id: entry for entries in known for entry in entries}
    bars = _bars(desk, target) if fresh else bars_nobody
    return CopyPlan(copy.info, target.info, join(before, once.values(), fresh, bars))


def merge_copy(
    desk: Desk, copy: BookCopy, words: str, into: str = "", ticket: Ticket = UNWATCHED
) -> tuple[CopyPlan, BookDeed | None]:
    """Merge a copy as one act called ``words``; return what was done and how to undo it.

    Stopped half way, what was taken in stays in; merging the copy again goes on. A book that is
    made is not undone but put in the trash.
    """
    plan = plan_merge_copy(desk, copy, into)
    if plan.does_nothing:
        return plan, None
    target = _made(desk, plan) if plan.made else desk.shelf.open(plan.into.book_id)
    plan = replace(plan, into=target.info)
    # First of all, so that nobody of them comes in, wherever this is broken off.
    opt_out(desk, target, [ally.key for ally in plan.joined.barred])
    before = target.mark()
    fresh = _fresh(target, _as_of(copy, target.info))
    kept: list[Entry] = []
    try:
        for lot in _lots(fresh):
            if ticket.cancelled():
                break
            target.append(lot)
            kept += lot
            ticket.report(len(kept), len(fresh))
    except AllybookError:
        _settle(desk, plan, target, words, kept, before)
        raise
    deed = _settle(desk, plan, target, words, kept, before)
    stopped = len(kept) < len(fresh)
    left = plan_merge_copy(desk, copy, into).joined.entries if stopped else 0
    return replace(plan, left=left), deed


def _made(desk: Desk, plan: CopyPlan) -> Book:
    """Make the book of a copy, under a name that is free at this moment."""
    with desk.shelf.naming():
        return desk.shelf.create(_free_name(desk, plan.copy.name), plan.into.book_id)


def _settle(
    desk: Desk, plan: CopyPlan, book: Book, words: str, kept: Sequence[Entry], before: str
) -> BookDeed | None:
    """Tell who listens, and remember how to take it back."""
    tell_filters(desk, book, {entry.ally for entry in kept}, before)
    changed = frozenset({plan.into.book_id})
    desk.announcer.announce(Changed(books=changed, settings=plan.made, posts=True))
    link_opt_outs(desk)
    if plan.made:
        return None
    # Undone in turns, the newest first.
    in_order = sorted(kept, key=lambda entry: (entry.at, entry.entry_id))
    return remember(desk, words, {plan.into.book_id: in_order}, plan.joined.met)


def _bars(desk: Desk, book: Book | None) -> Callable[[Ally], bool]:
    """Return what says who opted out of another book of this computer.

    Opting out is for ever: a handle that changed hands since opts nobody out of whom it is by now.
    """
    barred = elsewhere(desk, book)

    def bars(ally: Ally) -> bool:
        """Return whether an ally is one of them."""
        who = (ally.key, ally.handle, ally.user_id or "")
        if barred.book_of_key(*who) or (barred.keys and _holder(desk, ally) in barred.keys):
            return True
        return bool(barred.book_of(*who)) and not may_be_another(desk, ally)

    return bars


def _holder(desk: Desk, ally: Ally) -> str:
    """Return the user id of who has the handle of an ally without one now, or nothing."""
    if ally.user_id or not ally.handle or ally.kind is Kind.HASHTAG:
        return ""
    account = desk.cache.accounts_by_handle([ally.handle]).get(ally.handle.lower())
    return account.user_id if account else ""


def _target(desk: Desk, copy: BookCopy, into: str) -> Book | None:
    """Return the book that a copy goes into, or None where this computer does not have it."""
    wanted = into or copy.info.book_id
    if into and into != copy.info.book_id:
        book = desk.shelf.open(into)
        if not _have_common(book, copy):
            raise BadInput(
                speak(
                    "It is a copy of another book, “{name}”, and has nothing in common with "
                    "“{other_name}”: merge it by itself and combine the two; nothing was changed.",
                    name=copy.info.name,
                    other_name=book.info.name,
                )
            )
        return book
    if any(info.book_id == wanted for info in desk.shelf.books()):
        return desk.shelf.open(wanted)
    for one in desk.shelf.discarded():
        if one.info.book_id == wanted:
            raise BadInput(
                speak(
                    "It is a copy of “{name}”, which is in the trash: bring that back and merge "
                    "it then; nothing was changed.",
                    name=one.info.name,
                )
            )
    return None


def _refuse_far_ahead(desk: Desk, copy: BookCopy) -> None:
    """Refuse a copy that a wrong clock has dated: its year would be that of all that comes here."""
    latest = max((entry.at for entry in copy.entries), default=Stamp(0))
    if is_far_ahead(latest, desk.clock.now()):
        raise BadInput(
            speak(
                "In the copy of “{name}” something is dated {day.day} {day:%B %Y}. If the clock of "
                "this computer is wrong, set it and merge again; else ask your colleague for a "
                "table (CSV) of the book, and bring that in. Nothing was changed.",
                name=copy.info.name,
                day=moment(latest).date(),
            )
        )


def _have_common(book: Book, copy: BookCopy) -> bool:
    """Return whether two books began as one, or nothing is in one of them."""
    ids = [entry.entry_id for entry in copy.entries]
    return not ids or not book.rows() or bool(book.picked(ids))


def _as_of(copy: BookCopy, info: BookInfo) -> Sequence[Entry]:
    if info.book_id == copy.info.book_id:
        return copy.entries
    return [replace(entry, book=info.book_id) for entry in copy.entries]


def _fresh(book: Book, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that a book does not have, each once."""
    by_id = {entry.entry_id: entry for entry in entries}
    known = {entry.entry_id for entry in book.picked(list(by_id))}
    return [entry for entry_id, entry in by_id.items() if entry_id not in known]


def _lots(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield entries in lots, those of one ally together: nobody is taken in by halves."""
    in_turn = sorted(entries, key=lambda entry: entry.ally)
    start = 0
    while start < len(in_turn):
        end = min(start + LOT, len(in_turn))
        while end < len(in_turn) and in_turn[end].ally == in_turn[end - 1].ally:
            end += 1
        yield in_turn[start:end]
        start = end


def _free_name(desk: Desk, name: str) -> str:
    name = tidy_name(name)
    taken = {folded_name(info.name) for info in desk.shelf.books()}
    if folded_name(name) not in taken:
        return name
    others = (fitting_name(name, f"%1 ({n})") for n in count(2))
    return next(one for one in others if folded_name(one) not in taken)
