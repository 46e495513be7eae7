"""Combine books and X Lists (as they were read last) into a book: first the plan, then the act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book import algebra
from allybook.domain.book.algebra import Member, Roll
from allybook.domain.book.bring import RowFate
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.operation import Operation
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import AllybookError, BadInput
from allybook.domain.spoken import speak
from allybook.services.books.barring import Barring, bar, elsewhere, plan_barring
from allybook.services.books.deeds import remember
from allybook.services.books.edit import remove, write
from allybook.services.books.holders import changed_hands
from allybook.services.books.kinds import kind_told
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.books.several import create_book, give_up
from allybook.services.books.target import Target
from allybook.services.jobs.tickets import UNWATCHED, PartTicket

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.book.algebra import Combined
    from allybook.domain.book.ally import Note
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.domain.book.pen import Pen
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.books.deeds import BookDeed
    from allybook.services.books.edit import Make
    from allybook.services.desk import Desk


class RollKey(Struct, frozen=True):
    """Where members come from: a book by its id, or an X List by its id (``is_list``).

    ``as_of`` is when a list was read (UTC), ``complete`` whether it was read whole.
    """

    ident: str
    name: str
    is_list: bool = False
    as_of: datetime | None = None
    complete: bool = True


class Recipe(Struct, frozen=True):
    """What to make of which sources, and in which book: one that is there (its id) or a new one.

    With ``move``, whom the target has afterwards leaves the source books, and takes notes, reason,
    evidence and the first nominator along. ``only`` narrows it to
    these record keys of the sources; empty means all.
    """

    operation: Operation
    origins: tuple[RollKey, ...]
    book_id: str = ""
    new_name: str = ""
    move: bool = False
    only: frozenset[str] = frozenset()


class BookPlan(Struct, frozen=True):
    """Who would come into a book, and who would not and why: nobody is left out in silence.

    ``out`` opted out (or were erased) in a source, in the target or in another book here; ``left``
    are pairs of a member and the reason why the target does not take it back. ``barring`` opt out
    of the target too, for ever. ``waiting`` are only nominated, and not taken. ``leaving`` counts,
    by book id, those who would leave it. ``known_as`` gives, by a member's key, the record key that
    the target has for them, where it is another.
    """

    recipe: Recipe
    new: tuple[Member, ...] = ()
    changed: tuple[Member, ...] = ()
    same: tuple[Member, ...] = ()
    out: tuple[Member, ...] = ()
    left: tuple[tuple[Member, str], ...] = ()
    repeats: int = 0
    barring: Barring = field(default_factory=Barring)
    waiting: tuple[Member, ...] = ()
    leaving: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    known_as: Mapping[str, str] = field(default_factory=dict)

    def key_of(self, member: Member) -> str:
        """Return the record key that a member has in the target, or will have."""
        return self.known_as.get(member.key, member.key)

    @property
    def incoming(self) -> tuple[Member, ...]:
        """Return whom the target gains or knows better afterwards."""
        return (*self.new, *self.changed)

    @property
    def notes(self) -> int:
        """Return how many notes would go along."""
        return sum(len(member.notes) for member in (*self.incoming, *self.same))

    @property
    def out_already(self) -> tuple[Member, ...]:
        """Return who stays out without being opted out of the target by this."""
        barred = {member.key for member in self.barring.members}
        return tuple(member for member in self.out if member.key not in barred)

    @property
    def does_nothing(self) -> bool:
        """Return whether carrying it out would change no book that is there."""
        return not (self.incoming or self.barring or any(self.leaving.values()))


def origins_of(desk: Desk) -> tuple[RollKey, ...]:
    """Return what can be combined: all books, and the X Lists whose members were read."""
    books = [RollKey(info.book_id, info.name) for info in desk.shelf.books()]
    lists = []
    for one in desk.cache.lists():
        read = desk.cache.members(one.list_id)
        if read is not None:
            lists.append(
                RollKey(
                    one.list_id, one.name, is_list=True, as_of=read.as_of, complete=read.complete
                )
            )
    return (*books, *lists)


def plan_combining(desk: Desk, recipe: Recipe) -> BookPlan:
    """Return what a recipe would do; asks nobody and writes nothing."""
    _check(recipe)
    rolls = [_source(desk, recipe, origin) for origin in recipe.origins]
    combined = algebra.combine(recipe.operation, rolls)
    target = desk.shelf.open(recipe.book_id) if recipe.book_id else None
    sources = [desk.shelf.open(one.ident) for one in recipe.origins if not one.is_list]
    barring = plan_barring([one for one in sources if one.info.book_id != recipe.book_id], target)
    plan = replace(_sort(desk, recipe, combined, target), barring=barring)
    return _with_leavers(desk, plan, algebra.holders_in(rolls)) if recipe.move else plan


def combine(
    desk: Desk, recipe: Recipe, words: str, ticket: Ticket = UNWATCHED
) -> tuple[BookPlan, BookDeed | None]:
    """Carry a recipe out as one act called ``words``; return what was done and how to undo it.

    What changed since the person saw the plan is seen here anew; nobody who opted out comes in.
    Stopped half way, who came in stays in, and nobody leaves a source. That somebody opted out is
    written as well, and stays when the act is taken back.
    """
    plan = plan_combining(desk, recipe)
    if recipe.book_id:
        return _carry_out(desk, plan, desk.shelf.open(recipe.book_id), words, ticket)
    book = create_book(desk, recipe.new_name)
    try:
        return _carry_out(desk, plan, book, words, ticket)
    except AllybookError:
        give_up(desk, book)
        raise


def _carry_out(
    desk: Desk, plan: BookPlan, book: Book, words: str, ticket: Ticket
) -> tuple[BookPlan, BookDeed | None]:
    barred = bar(desk, book, plan.barring)
    edits = {plan.key_of(one): partial(_take_in, one) for one in plan.incoming}
    noted = {plan.key_of(one): one.notes for one in (*plan.incoming, *plan.same) if one.notes}
    done, whole = len(edits), len(edits) + sum(map(len, plan.leaving.values()))
    book_id = book.info.book_id
    written: dict[str, tuple[Entry, ...]] = {}
    try:
        written[book_id] = write(desk, book, edits, PartTicket(ticket, 0, whole))
        for turn in _turns(noted):
            if not ticket.cancelled():
                written[book_id] += write(desk, book, turn)
        for book_id, keys in plan.leaving.items():
            if ticket.cancelled():
                break
            source, reason = desk.shelf.open(book_id), f"moved to {book.info.name}"
            written[book_id] = remove(desk, source, keys, reason, PartTicket(ticket, done, whole))
            done += len(keys)
    except AllybookError as error:
        # What came of it is taken back as one all the same.
        if isinstance(error, PartlyDone):
            written[book_id] = (*written.get(book_id, ()), *error.written)
        remember(desk, words, written, _met(plan, book, written))
        raise
    if barred:
        link_opt_outs(desk)
    return plan, remember(desk, words, written, _met(plan, book, written))


def _met(plan: BookPlan, target: Book, written: Mapping[str, Iterable[Entry]]) -> list[str]:
    """Return which entries are about those who were there: a note that comes along is older."""
    new = {(target.info.book_id, member.key) for member in plan.new}
    return [
        entry.entry_id
        for book_id, entries in written.items()
        for entry in entries
        if (book_id, entry.ally) not in new
    ]


def _check(recipe: Recipe) -> None:
    if not recipe.origins:
        raise BadInput("Choose at least one book or list to take allies from; nothing was changed.")
    if not recipe.book_id and not recipe.new_name.strip():
        raise BadInput("Choose a book to put them in, or name a new one; nothing was changed.")
    if recipe.move and recipe.operation is Operation.DIFFERENCE:
        raise BadInput("Only all or those in each can be moved; nothing was changed.")


def _source(desk: Desk, recipe: Recipe, origin: RollKey) -> Roll:
    if origin.is_list:
        return Roll(origin.name, _list_members(desk, origin))
    book = desk.shelf.open(origin.ident)
    allies = book.rows()
    wanted = list(_wanted(recipe, allies))
    found = _movers(book, wanted) if recipe.move else [algebra.member_of(one) for one in wanted]
    asked = list(_wanted(recipe, allies, Status.NOMINATED))
    apart = changed_hands(desk, [*wanted, *asked])
    return Roll(
        origin.name,
        _known_by_id(desk, found, apart),
        algebra.barred_of(allies, book.erased()),
        _known_by_id(desk, [algebra.member_of(one) for one in asked], apart),
    )


def _movers(book: Book, wanted: Iterable[AllyLine]) -> list[Member]:
    """Return members with all that was written of them."""
    whole = {ally.key: ally for ally in book.allies()}
    pairs = ((whole[line.key], next(iter(line.nominated_by), "")) for line in wanted)
    return [algebra.mover_of(ally, nominated_by) for ally, nominated_by in pairs]


def _turns(noted: Mapping[str, Sequence[Note]]) -> Iterator[Mapping[str, Make]]:
    """Yield what carries notes, one of each ally in each turn."""
    for place in range(max(map(len, noted.values()), default=0)):
        yield {
            key: partial(algebra.carry_note, notes[place])
            for key, notes in noted.items()
            if place < len(notes)
        }


def _wanted(
    recipe: Recipe, allies: Iterable[AllyLine], status: Status = Status.APPROVED
) -> Iterator[AllyLine]:
    """Yield the allies that a group counts on; of those, the ones chosen."""
    for ally in allies:
        if ally.status is status and (not recipe.only or ally.key in recipe.only):
            yield ally


def _list_members(desk: Desk, origin: RollKey) -> tuple[Member, ...]:
    read = desk.cache.members(origin.ident)
    if read is None:
        raise BadInput(
            speak("The list “{name}” was not read yet: read it first.", name=origin.name)
        )
    ids = sorted(read.user_ids, key=int)
    known = desk.cache.accounts(ids)
    return tuple(_listed(user_id, known.get(user_id)) for user_id in ids)


def _listed(user_id: str, account: Account | None) -> Member:
    if account is None:
        return Member("", user_id)
    return Member(account.handle, user_id, kind_told(account))


def _known_by_id(
    desk: Desk, members: Sequence[Member], apart: frozenset[str]
) -> tuple[Member, ...]:
    """Return members with the ids that the cache knows of those known by handle only.

    Handles that are to stay ``apart`` changed hands.
    """
    people = [one for one in members if not one.user_id and one.kind is not Kind.HASHTAG]
    loose = [one.handle for one in people if one.handle.lower() not in apart]
    known = desk.cache.accounts_by_handle(loose) if loose else {}
    return tuple(_with_id(member, known, apart) for member in members)


def _with_id(member: Member, known: Mapping[str, Account], apart: frozenset[str]) -> Member:
    handle = member.handle.lower()
    if member.user_id or member.kind is Kind.HASHTAG:
        return member
    if handle in apart:
        return replace(member, apart=True)
    return replace(member, user_id=known[handle].user_id) if handle in known else member


def _sort(desk: Desk, recipe: Recipe, combined: Combined, book: Book | None) -> BookPlan:
    target, others = Target(desk, book), elsewhere(desk, book)
    groups: dict[RowFate, list[Member]] = {fate: [] for fate in RowFate}
    groups[RowFate.OUT] += combined.out
    left: list[tuple[Member, str]] = []
    known_as: dict[str, str] = {}
    for member in combined.members:
        ally = target.take(member)
        if ally is not None and ally.key != member.key:
            known_as[member.key] = ally.key
        verdict = target.judge(ally, member)
        fate = RowFate.OUT if target.barred.bars(member) else verdict.fate
        # Nobody comes in who opted out of a book that is no source.
        if fate is RowFate.NEW and others.book_of(member.key, member.handle):
            fate = RowFate.OUT
        groups[fate].append(member)
        if fate is RowFate.LEFT:
            left.append((member, verdict.why))
    return BookPlan(
        recipe,
        tuple(groups[RowFate.NEW]),
        tuple(groups[RowFate.CHANGED]),
        tuple(groups[RowFate.SAME]),
        tuple(groups[RowFate.OUT]),
        tuple(left),
        combined.repeats,
        waiting=combined.waiting,
        known_as=known_as,
    )


def _take_in(member: Member, entries: Sequence[Entry], pen: Pen) -> Entry:
    return algebra.take_in(entries, member, pen)


def _with_leavers(desk: Desk, plan: BookPlan, holders: Mapping[str, set[str]]) -> BookPlan:
    """Return the plan with those who leave the source books, since the target has them then.

    Somebody leaves under each key that they have there; ``holders`` tell who is whom.
    """
    taken = {member.key for member in (*plan.incoming, *plan.same)}
    leaving: dict[str, tuple[str, ...]] = {}
    for origin in plan.recipe.origins:
        if origin.is_list or origin.ident == plan.recipe.book_id:
            continue
        wanted = list(_wanted(plan.recipe, desk.shelf.open(origin.ident).rows()))
        apart = changed_hands(desk, wanted)
        members = _known_by_id(desk, [algebra.member_of(ally) for ally in wanted], apart)
        pairs = zip(wanted, members, strict=True)
        leaving[origin.ident] = tuple(
            ally.key for ally, one in pairs if algebra.identity(one, holders) in taken
        )
    return replace(plan, leaving=leaving)
