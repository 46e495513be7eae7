"""Names that a person brings in: who is new, who is known, and whom the book must leave alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.keys import account_key, hashtag_key, user_id_in
from allybook.domain.book.look_alikes import Likeness
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import BadInput
from allybook.domain.hashtags import ease
from allybook.domain.people.handles import Sort
from allybook.domain.spoken import speak
from allybook.services.books.barring import elsewhere
from allybook.services.books.edit import approve
from allybook.services.books.kinds import kind_told
from allybook.services.books.look_alikes import like_those
from allybook.services.jobs.tickets import UNWATCHED, PartTicket
from allybook.services.people.find import unknown_handles
from allybook.services.people.nominate import nominate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.look_alikes import LookAlike
    from allybook.domain.people.accounts import Account
    from allybook.domain.people.handles import Piece
    from allybook.ports.books import Book
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


class PieceFate(StrEnum):
    """What becomes of a piece of a text.

    ``NEW`` is not in the book, ``KNOWN`` is and not approved yet: both can be added. ``THERE`` is
    approved already, ``DECLINED`` was said no to, ``OUT`` opted out or was erased. ``NOBODY`` is a
    handle that nobody on X has. ``AGAIN`` came before in the same text, ``LEFTOVER`` is no name.
    """

    NEW = "new"
    KNOWN = "known"
    THERE = "there"
    DECLINED = "declined"
    OUT = "out"
    NOBODY = "nobody"
    AGAIN = "again"
    LEFTOVER = "leftover"


class LineFound(Struct, frozen=True):
    """What was found in a line (from 1): the words as they are shown, and what becomes of them.

    ``out_of`` is the name of the book that they opted out of, where that is another one.
    """

    number: int
    words: str
    fate: PieceFate
    out_of: str = ""


class Sorted(Struct, frozen=True):
    """What was found in a text, by what the book says of it: each once, and every line of it.

    ``unfound`` are handles that could be added and whose ids X was not asked for; ``faces`` what
    is known of the accounts that could be added. ``alike``, once looked for, are pairs of one of
    them and an ally that it looks like.
    """

    lines: tuple[LineFound, ...] = ()
    nominees: tuple[tuple[PieceFate, Nominee], ...] = ()
    unfound: tuple[str, ...] = ()
    faces: tuple[Likeness, ...] = ()
    alike: tuple[LookAlike, ...] = ()

    def of(self, *fates: PieceFate) -> tuple[Nominee, ...]:
        """Return whom one of these fates awaits, in the order of the text."""
        return tuple(nominee for fate, nominee in self.nominees if fate in fates)

    def words(self, fate: PieceFate) -> tuple[str, ...]:
        """Return the pieces that one fate awaits, as they are shown."""
        return tuple(line.words for line in self.lines if line.fate is fate)

    @property
    def out_of(self) -> Mapping[str, tuple[str, ...]]:
        """Return the pieces that opted out of another book, by its name."""
        books: dict[str, tuple[str, ...]] = {}
        for line in self.lines:
            if line.out_of:
                books[line.out_of] = (*books.get(line.out_of, ()), line.words)
        return books

    @property
    def addable(self) -> tuple[Nominee, ...]:
        """Return whom adding would add."""
        return (*self.of(PieceFate.NEW), *self.of(PieceFate.KNOWN))


def sort_out(desk: Desk, book: Book, pieces: Sequence[Piece]) -> Sorted:
    """Return what a book says of each piece of a text; asks nobody."""
    allies = book.allies()
    sorter = _Sorter(desk, book, allies, pieces)
    lines = tuple(map(sorter.line_of, pieces))
    found = Sorted(lines, tuple(sorter.nominees))
    people = [one for one in found.addable if one.kind is not Kind.HASHTAG]
    unfound = tuple(one.handle for one in people if user_id_in(one.key) is None)
    return replace(found, unfound=unfound, faces=tuple(map(sorter.face_of, people)))


def find_alike(desk: Desk, book: Book, answer: Sorted) -> Sorted:
    """Return the same, with the allies whom those that could be added look like."""
    return replace(answer, alike=like_those(desk, book.allies(), answer.faces))


def add(
    desk: Desk, book: Book, chosen: Sequence[Nominee], ticket: Ticket = UNWATCHED
) -> tuple[Entry, ...]:
    """Nominate and approve; return all entries that this took, oldest first.

    Stopped half way, some are nominated and not approved: adding them again goes on. Who opted out
    of another book since is left out, and said.
    """
    barred = elsewhere(desk, book)
    wanted = [nominee for nominee in chosen if not barred.of(nominee)]
    left = next(((one, name) for one in chosen if (name := barred.of(one))), None)
    if left and not wanted:
        raise BadInput(speak("{why} Nobody was added.", why=_opted_out(*left)))
    whole = 2 * len(wanted)
    nominated = nominate(desk, book, wanted, PartTicket(ticket, 0, whole), by_hand=True)
    if ticket.cancelled():
        return nominated
    keys = [nominee.key for nominee in wanted]
    try:
        written = (*nominated, *approve(desk, book, keys, PartTicket(ticket, len(wanted), whole)))
    except PartlyDone as partly:
        raise partly.after(nominated) from partly
    if left:
        done, number = len(wanted), len(chosen)
        told = speak(
            "{done:,} of {all:,} are done. {why}", done=done, all=number, why=_opted_out(*left)
        )
        raise PartlyDone(told, written)
    return written


def _opted_out(nominee: Nominee, book: str) -> str:
    who = f"{'#' if nominee.kind is Kind.HASHTAG else '@'}{nominee.handle}"
    return speak("{who} has opted out of “{book}” and is not listed again.", who=who, book=book)


class _Sorter:
    """Judges the pieces of one text in their order, and remembers who came before."""

    def __init__(
        self, desk: Desk, book: Book, allies: Sequence[Ally], pieces: Iterable[Piece]
    ) -> None:
        self._erased = frozenset(book.erased())
        self._index = _Index(allies)
        words: dict[Sort, list[str]] = {sort: [] for sort in Sort}
        for piece in pieces:
            words[piece.sort].append(piece.word)
        self._by_handle = desk.cache.accounts_by_handle(words[Sort.HANDLE])
        self._by_id = desk.cache.accounts(words[Sort.USER_ID])
        self._nobody = unknown_handles(desk)
        self._names = {
            account.user_id: account.name
            for account in (*self._by_handle.values(), *self._by_id.values())
        }
        # Of a hashtag's spellings in one text the most readable is kept.
        self._tags: dict[str, str] = {}
        for tag in words[Sort.HASHTAG]:
            self._tags[tag.lower()] = max(self._tags.get(tag.lower(), tag), tag, key=ease)
        self._met: set[str] = set()
        self._elsewhere = elsewhere(desk, book)
        self._out_of = ""
        self.nominees: list[tuple[PieceFate, Nominee]] = []

    def line_of(self, piece: Piece) -> LineFound:
        """Return what becomes of a piece, and keep whom it names if nobody named them before."""
        self._out_of = ""
        fate = self._judge(piece)
        return LineFound(piece.line, _shown(piece), fate, self._out_of)

    def _judge(self, piece: Piece) -> PieceFate:
        named = self._nominee(piece)
        if named is None:
            return PieceFate.LEFTOVER
        ally = self._index.find(named)
        # What is known by handle only goes under the key that the book has for it.
        by_handle = ally and user_id_in(named.key) is None
        nominee = replace(named, key=ally.key) if ally and by_handle else named
        if nominee.key in self._met:
            return PieceFate.AGAIN
        self._met.add(nominee.key)
        fate = self._fate(nominee, ally)
        self.nominees.append((fate, nominee))
        return fate

    def face_of(self, nominee: Nominee) -> Likeness:
        """Return what somebody is known by."""
        user_id = user_id_in(nominee.key) or ""
        return Likeness(nominee.key, nominee.handle, self._names.get(user_id, ""), user_id)

    def _fate(self, nominee: Nominee, ally: Ally | None) -> PieceFate:
        listed = ally is not None and ally.status in {Status.APPROVED, Status.OPTED_OUT}
        self._out_of = "" if listed else self._elsewhere.of(nominee)
        if self._out_of:
            return PieceFate.OUT
        if ally is not None:
            groups: Mapping[Status, PieceFate] = {
                Status.APPROVED: PieceFate.THERE,
                Status.DECLINED: PieceFate.DECLINED,
                Status.OPTED_OUT: PieceFate.OUT,
            }
            return groups.get(ally.status, PieceFate.KNOWN)
        if nominee.key in self._erased:
            return PieceFate.OUT
        return PieceFate.NOBODY if nominee.key.removeprefix("@") in self._nobody else PieceFate.NEW

    def _nominee(self, piece: Piece) -> Nominee | None:
        match piece.sort:
            case Sort.HANDLE:
                return _account(self._by_handle.get(piece.word.lower()), piece.word)
            case Sort.USER_ID:
                return _account(self._by_id.get(piece.word), "", piece.word)
            case Sort.HASHTAG:
                return _hashtag(self._tags[piece.word.lower()])
        return None


class _Index:
    """Finds an ally by key, or by the handle that the book knows it under."""

    def __init__(self, allies: Iterable[Ally]) -> None:
        self._by_key: dict[str, Ally] = {}
        self._by_handle: dict[str, Ally] = {}
        for ally in allies:
            self._by_key[ally.key] = ally
            if ally.kind is not Kind.HASHTAG:
                self._by_handle[ally.handle.lower()] = ally

    def find(self, nominee: Nominee) -> Ally | None:
        """Return the ally that a nominee is, or None."""
        by_key = self._by_key.get(nominee.key)
        if by_key is not None or nominee.kind is Kind.HASHTAG:
            return by_key
        named = self._by_handle.get(nominee.handle.lower())
        known = user_id_in(nominee.key)
        # A handle that another account had is no sign of this one.
        apart = named is not None and known is not None and named.user_id not in {None, known}
        return None if apart else named


def _hashtag(tag: str) -> Nominee | None:
    """Return a hashtag, or None for one in letters that a record key cannot hold."""
    try:
        return Nominee(hashtag_key(tag), tag, Kind.HASHTAG)
    except BadInput:
        return None


def _account(account: Account | None, handle: str, user_id: str | None = None) -> Nominee:
    if account is None:
        return Nominee(account_key(user_id, handle), handle, Kind.PERSON)
    key = account_key(account.user_id, handle)
    return Nominee(key, account.handle or handle, kind_told(account))


def _shown(piece: Piece) -> str:
    marks = {Sort.HANDLE: "@", Sort.HASHTAG: "#"}
    return f"{marks.get(piece.sort, '')}{piece.word}"
