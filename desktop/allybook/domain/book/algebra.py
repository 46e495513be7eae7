"""Set algebra on collections of allies: books and X Lists, by who somebody is, not by the name.

The user id tells who somebody is. Where a source knows an account by its handle only, it is the one
account that another source knows under that handle; where two are, it stays apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.book.bring import RowFate, RowVerdict, weigh
from allybook.domain.book.conflicts import arrange, standing
from allybook.domain.book.entry import Bag, Field, Kind, Status
from allybook.domain.book.fold import fold, key_of
from allybook.domain.book.keys import hashtag_key
from allybook.domain.book.operation import Operation
from allybook.domain.book.pen import Draft, Pen, sign
from allybook.domain.book.rows import Brought

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally, Note
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine


DECLINED_HERE = "declined in this book"
"""Why a book does not take somebody in whom it said no to."""


class Member(Struct, frozen=True):
    """One ally of a source; ``handle`` has no @ or #, and is empty where only the id is known.

    What follows the tags is known of those who move (``mover_of``): they leave nothing behind. The
    handle of one who stays ``apart`` changed hands: it does not tell who it is today.
    """

    handle: str
    user_id: str = ""
    kind: Kind = Kind.PERSON
    category: str = ""
    tags: tuple[str, ...] = ()
    reason: str = ""
    nominated_by: str = ""
    hashtags: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    apart: bool = False

    @property
    def key(self) -> str:
        """Return the record key that it has where nothing else is known."""
        if self.kind is Kind.HASHTAG:
            return hashtag_key(self.handle)
        return self.user_id or f"@{self.handle.lower()}"


class Barred(Struct, frozen=True):
    """Who must stay out: record keys, and the handles of those who opted out."""

    keys: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()

    def bars(self, member: Member) -> bool:
        """Return whether a member must stay out; a handle speaks where no id does."""
        named = f"@{member.handle.lower()}"
        if member.key in self.keys or (member.kind is not Kind.HASHTAG and named in self.keys):
            return True
        return not member.user_id and named in self.handles

    def __or__(self, other: Barred) -> Barred:
        return Barred(self.keys | other.keys, self.handles | other.handles)


class Roll(Struct, frozen=True):
    """One collection, by its name; ``barred`` opted out of it or were erased from it.

    ``waiting`` are only nominated there, and no members.
    """

    name: str
    members: tuple[Member, ...]
    barred: Barred = field(default_factory=Barred)
    waiting: tuple[Member, ...] = ()


class Combined(Struct, frozen=True):
    """What an operation gives, each once; ``out`` would be in it and opted out somewhere.

    ``repeats`` counts how often somebody came who was there already. ``waiting`` are only nominated
    where they are, and therefore not taken.
    """

    members: tuple[Member, ...] = ()
    out: tuple[Member, ...] = ()
    repeats: int = 0
    waiting: tuple[Member, ...] = ()


def combine(operation: Operation, sources: Sequence[Roll]) -> Combined:
    """Combine sources; who comes from several bears the words of the first, and all tags."""
    holders = holders_in(sources)
    found: dict[str, Member] = {}
    places: dict[str, set[int]] = {}
    for place, source in enumerate(sources):
        for member in source.members:
            key = identity(member, holders)
            found[key] = _together(found[key], member) if key in found else member
            places.setdefault(key, set()).add(place)
    kept = [found[key] for key, those in places.items() if _fits(operation, those, len(sources))]
    barred = Barred()
    for source in sources:
        barred |= source.barred
    out = tuple(member for member in kept if barred.bars(member))
    members = tuple(member for member in kept if not barred.bars(member))
    repeats = sum(len(source.members) for source in sources) - len(found)
    return Combined(members, out, repeats, _waiting(operation, sources, found, barred))


def holders_in(sources: Iterable[Roll]) -> Mapping[str, set[str]]:
    """Return the user ids that go by each handle, lower-cased, in all these sources."""
    ids: dict[str, set[str]] = {}
    for source in sources:
        for member in source.members:
            if member.user_id and member.handle:
                ids.setdefault(member.handle.lower(), set()).add(member.user_id)
    return ids


def identity(member: Member, holders: Mapping[str, set[str]]) -> str:
    """Return the key that a member has where sources with these holders are combined."""
    known = holders.get(member.handle.lower(), set())
    if member.user_id or member.apart or member.kind is Kind.HASHTAG or len(known) != 1:
        return member.key
    return next(iter(known))


def barred_of(allies: Iterable[Ally | AllyLine], erased: Collection[str] = ()) -> Barred:
    """Return who must stay out by a book: who opted out of it, and the keys erased from it."""
    out = [ally for ally in allies if ally.status is Status.OPTED_OUT]
    handles = (ally.handle for ally in out if ally.kind is not Kind.HASHTAG and ally.handle)
    return Barred(
        frozenset({*erased, *(ally.key for ally in out)}),
        frozenset(f"@{handle.lower()}" for handle in handles),
    )


def member_of(ally: Ally | AllyLine) -> Member:
    """Return an ally as a member of its book."""
    return Member(ally.handle, ally.user_id or "", ally.kind, ally.category, ally.tags)


def mover_of(ally: Ally, nominated_by: str) -> Member:
    """Return an ally as a member that takes along what was written of it, and who nominated it."""
    return replace(
        member_of(ally),
        reason=ally.reason,
        nominated_by=nominated_by,
        hashtags=ally.hashtags,
        evidence=ally.evidence,
        notes=ally.notes,
    )


def judge(ally: Ally | None, entries: Sequence[Entry], member: Member) -> RowVerdict:
    """Return what taking a member in would change: blanks are filled, nobody's words replaced.

    Who was declined or removed by a person stays so; who is out because their coming was undone was
    never there. ``entries`` are the ally's, and need be given for a removed one only.
    """
    if ally is not None and ally.status is Status.DECLINED:
        return RowVerdict(RowFate.LEFT, why=DECLINED_HERE)
    if ally is not None and ally.status is Status.REMOVED and _left_by_undo(entries):
        ally = replace(ally, status=Status.NOMINATED)
    return _with_words(weigh(ally, _row(ally, member)), ally, member)


def take_in(entries: Iterable[Entry], member: Member, pen: Pen) -> Entry:
    """Return the one entry that approves a member; empty where it may not or need not be."""
    record = arrange(entries)
    ally = fold(record)
    key = key_of(record) if record else member.key
    if record and ally is None:
        return sign(Draft(), key, record, pen)
    return sign(judge(ally, record, member).draft, key, record, pen)


def carry_note(note: Note, entries: Sequence[Entry], pen: Pen) -> Entry:
    """Return the entry of a note from another book, with its author and its day.

    Empty where the ally has it already, or nothing may be written about them.
    """
    record = arrange(entries)
    ally = fold(record)
    known = {(one.text, one.by, one.at) for one in ally.notes} if ally else set()
    closed = ally is None or ally.status is Status.OPTED_OUT
    if closed or (note.text, note.by, note.at) in known:
        return sign(Draft(), key_of(record) if record else "", (), pen)
    own = Pen(pen.book, note.by, note.at, pen.entry_id)
    return sign(Draft(note=note.text), key_of(record), record, own)


def keep_out(member: Member, entries: Sequence[Entry], pen: Pen) -> Entry:
    """Return the entry that opts a member of another book out of this one too, by id and handle."""
    record = arrange(entries)
    ally = fold(record)
    if record:
        done = ally is None or ally.status is Status.OPTED_OUT
        fields: dict[str, str] = {} if done else {Field.STATUS: Status.OPTED_OUT}
        return sign(Draft(set=fields), key_of(record), record, pen)
    said = {Field.STATUS: Status.OPTED_OUT, Field.HANDLE: member.handle, Field.KIND: member.kind}
    told = {name.value: value for name, value in said.items() if value}
    return sign(Draft(set=told), member.key, record, pen)


def keep_erased(key: str, entries: Sequence[Entry], pen: Pen) -> Entry:
    """Return the mark of one who was erased from another book; empty where they are known here."""
    return replace(sign(Draft(), key, (), pen), erased=not entries)


def _row(ally: Ally | None, member: Member) -> Brought:
    known = ally is not None
    return Brought(
        0,
        member.key,
        member.handle,
        user_id=member.user_id,
        kind=None if known else member.kind,
        category="" if ally and ally.category else member.category,
        tags=member.tags,
        status=Status.APPROVED,
        reason="" if ally and ally.reason else member.reason,
        nominated_by=member.nominated_by,
    )


def _with_words(verdict: RowVerdict, ally: Ally | None, member: Member) -> RowVerdict:
    """Return a verdict with the hashtags and the evidence that a member brings along."""
    if verdict.fate in {RowFate.OUT, RowFate.LEFT}:
        return verdict
    brought = {Bag.HASHTAGS: member.hashtags, Bag.EVIDENCE: member.evidence}
    had = {Bag.HASHTAGS: ally.hashtags, Bag.EVIDENCE: ally.evidence} if ally else {}
    fresh = {
        bag: tuple(word for word in words if word not in had.get(bag, ()))
        for bag, words in brought.items()
    }
    more = {bag.value: words for bag, words in fresh.items() if words}
    if not more:
        return verdict
    fate = RowFate.CHANGED if verdict.fate is RowFate.SAME else verdict.fate
    draft = replace(verdict.draft, add={**verdict.draft.add, **more})
    return replace(verdict, fate=fate, draft=draft)


def _waiting(
    operation: Operation, sources: Sequence[Roll], found: Collection[str], barred: Barred
) -> tuple[Member, ...]:
    """Return who is only nominated in the sources that the result comes from, each once."""
    asked = sources[:1] if operation is Operation.DIFFERENCE else sources
    once = {member.key: member for source in asked for member in source.waiting}
    return tuple(one for key, one in once.items() if key not in found and not barred.bars(one))


def _left_by_undo(entries: Sequence[Entry]) -> bool:
    versions = standing(arrange(entries)).get(Field.STATUS, ())
    undone = {entry.entry_id for entry in entries if entry.undoes}
    return bool(versions) and all(version.entry_id in undone for version in versions)


def _together(first: Member, again: Member) -> Member:
    tags = {tag.casefold(): tag for tag in (*again.tags, *first.tags)}
    order = dict.fromkeys(tag.casefold() for tag in (*first.tags, *again.tags))
    return replace(
        first,
        handle=first.handle or again.handle,
        user_id=first.user_id or again.user_id,
        category=first.category or again.category,
        tags=tuple(tags[folded] for folded in order),
        reason=first.reason or again.reason,
        nominated_by=first.nominated_by or again.nominated_by,
        hashtags=tuple(dict.fromkeys((*first.hashtags, *again.hashtags))),
        evidence=tuple(dict.fromkeys((*first.evidence, *again.evidence))),
        notes=(*first.notes, *again.notes),
    )


def _fits(operation: Operation, places: Collection[int], sources: int) -> bool:
    match operation:
        case Operation.INTERSECTION:
            return len(places) == sources
        case Operation.DIFFERENCE:
            return set(places) == {0}
    return True
