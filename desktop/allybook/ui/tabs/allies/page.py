"""One book with all that the tab shows of it, read in one go and off the window's thread."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.acts.outbox import Deed, Stage
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.evidence import namings
from allybook.domain.filters.times import zone_of
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.hours import Hours
from allybook.services.books.later import put_off_until
from allybook.services.books.reasons import Scales
from allybook.services.chats.chat import find_sittings, open_chat, read_sitting
from allybook.services.chats.here import known_chats
from allybook.services.desk import read_each
from allybook.services.lists.pull import members_now
from allybook.services.people.find import quote_find, still_to_find
from allybook.services.publish.plan import ListPlan, plan_list
from allybook.services.reading.capture import posts_of_chat
from allybook.services.timeline.view import walk
from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.nominations import as_it_is
from allybook.ui.tabs.allies.glimpse import read_first
from allybook.ui.tabs.allies.lazily import Folded, KnownAccounts, Lazily, XSaid
from allybook.ui.tabs.allies.places import sections, tags_of
from allybook.ui.tabs.allies.rows import LightRows, OnList
from allybook.ui.tabs.allies.sayings import Room, origins, plain_row, strongest_first, with_quote
from allybook.ui.tabs.allies.views import read_views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from allybook.domain.acts.outbox import Act
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.domain.book.reasons import ToldConcern
    from allybook.domain.changes import Changed
    from allybook.domain.chat.summary import Chat
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.ports.books import Book, BookInfo
    from allybook.services.desk import Desk
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.models.nominations import NominationRow
    from allybook.ui.tabs.allies.sayings import ChatDay
    from allybook.ui.widgets.places.values import Section

# A chat lasts an hour, and people go on for a while; its questions are numbered anew each time.
AROUND = timedelta(hours=6)
SINGLY = 200
"""Up to so many allies are read one by one."""
BY_NAME = (int(AllyColumn.ALLY), False)


class Hint(Struct, frozen=True):
    """The chat read last, and how many organisations, people and hashtags it shared."""

    origin: ChatDay
    shared: int


class BookPage(Struct, frozen=True):
    """A book as it stood when it was read.

    ``books`` are all books with how many allies each counts on, ``sections`` the places of the
    tab. ``allies`` are by record key. ``tags`` in use come most used first, ``categories`` by name.
    ``origins`` are the chats that the nominations come from; ``told`` is, by record key, what to
    know before deciding; ``to_find`` are handles that X was not asked for yet, and
    ``find_quote`` what asking costs; ``quote`` gives a nomination with its quote. ``last`` is the
    act on X that was done last. ``hint`` is for an empty book only. What is ``planned`` comes a
    moment after the rows of a large book: until then the plan is that of the page before.
    """

    books: tuple[tuple[BookInfo, int], ...]
    sections: tuple[Section, ...]
    info: BookInfo
    allies: Mapping[str, Ally]
    known: KnownAccounts
    rows: LightRows
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    nominations: tuple[NominationRow, ...]
    origins: tuple[ChatDay, ...]
    plan: ListPlan
    told: Mapping[str, tuple[ToldConcern, ...]] = field(default_factory=dict)
    to_find: tuple[str, ...] = ()
    find_quote: Quote | None = None
    last: Act | None = None
    hint: Hint | None = None
    planned: bool = True
    quote: Callable[[NominationRow], NominationRow] = as_it_is

    def row(self, key: str) -> AllyRow | None:
        """Return the row of an ally, or None where the book has it no more."""
        place = self.rows.place(key)
        return None if place is None else self.rows.row(place)

    def names(self) -> Mapping[str, str]:
        """Return the names as shown by record key."""
        rows = self.rows
        return Lazily(
            lambda key: rows.name(rows.places[key]) if key in rows.places else None,
            lambda: [*rows.places],
        )

    def name(self, key: str) -> str:
        """Return the name of an ally as shown; of somebody unknown, the key."""
        place = self.rows.place(key)
        return key if place is None else self.rows.name(place)

    def is_person(self, key: str) -> bool:
        """Return whether an ally is a person."""
        place = self.rows.place(key)
        return place is not None and self.rows.pick(place).kind is Kind.PERSON


class PageReader:
    """Reads pages one after the other, and keeps what is dear to read until it changes.

    ``now`` is in the person's zone.
    """

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._now = now
        self._counts: dict[str, int] = {}
        self._beyond: XSaid | None = None
        self._scales = Scales(desk)
        self._questions: dict[ChatDay, Mapping[str, int]] = {}
        self._former: BookPage | None = None
        self.sorted_by: tuple[int, bool] = (-1, False)

    def glimpse(self, book_id: str) -> LightRows | None:
        """Read the first rows of a large book, where the table begins with them.

        It does where it is sorted by names; None where the book is better read whole.
        """
        desk = self._desk
        if self.sorted_by != BY_NAME:
            return None
        found = read_first(desk, desk.shelf.open(book_id))
        if found is None:
            return None
        lines, faces = found
        list_id = desk.cache.mirror(book_id)
        acts = desk.outbox.acts(list_id) if list_id else ()
        return LightRows(lines, faces, _on_list(members_now(desk, list_id), acts), self._x_said())

    def read(self, book_id: str, changed: Changed) -> BookPage:
        """Read a book whole; ``changed`` tells what was touched since the last reading."""
        return self.plan(self.read_rows(book_id, changed))

    def read_rows(self, book_id: str, changed: Changed) -> BookPage:
        """Read a book, but for the plan of its X List: what a person sees first."""
        self._forget(changed)
        desk = self._desk
        book = desk.shelf.open(book_id)
        lines = book.rows()
        list_id = desk.cache.mirror(book_id)
        acts = desk.outbox.acts(list_id) if list_id else ()
        read = desk.cache.members(list_id) if list_id else None
        rows = self._join(lines, _on_list(members_now(desk, list_id), acts))
        known = KnownAccounts.of(desk, rows, read.as_of if read else None, _by_account(acts))
        column, descending = self.sorted_by
        if column >= 0:
            rows.order(AllyColumn(column), descending=descending)
        allies = Folded(book, rows)
        nominated = _nominated(book, lines)
        posts = _posts(desk, nominated)
        chats = known_chats(desk)
        found = origins(posts.values(), chats, zone_of(self._now()))
        room = Room(
            posts,
            self._questions_of(found) if nominated else {},
            self._scales.weigh(book, nominated),
            put_off_until(desk, book_id),
        )
        books = self._count(book.info, lines)
        page = BookPage(
            books=books,
            sections=sections(books, rows, read_views(desk)),
            info=book.info,
            allies=allies,
            known=known,
            rows=rows,
            tags=tuple(tag for tag, _ in tags_of(rows).most_common()),
            categories=tuple(sorted({r.category for r in lines if r.category}, key=str.casefold)),
            nominations=strongest_first(
                plain_row(one, rows.faces.get(one.user_id or ""), room) for one in nominated
            ),
            quote=_quoting(nominated, rows, room),
            origins=found,
            told=room.told,
            plan=self._last_plan(book.info),
            last=_last(known),
            planned=False,
        )
        return page if lines else replace(page, hint=self._hint(chats))

    def plan(self, page: BookPage) -> BookPage:
        """Add what publishing would do, and who is still to be found."""
        desk = self._desk
        # Read for the first time here, the words of care are ready when a person is shown.
        desk.care()
        to_find = still_to_find(desk, page.rows.lines)
        planned = replace(
            page,
            to_find=to_find,
            find_quote=quote_find(desk, to_find) if to_find else None,
            plan=plan_list(desk, desk.shelf.open(page.info.book_id)),
            planned=True,
        )
        self._former = planned
        return planned

    def _last_plan(self, info: BookInfo) -> ListPlan:
        former = self._former
        if former is not None and former.info == info:
            return former.plan
        nothing = Quote("list", (), "")
        return ListPlan(info.book_id, None, info.name, 0, (), (), (), (), (), nothing)

    def _forget(self, changed: Changed) -> None:
        for book_id in changed.books:
            self._counts.pop(book_id, None)
        if changed.snapshots or changed.accounts:
            self._beyond = None
        if changed.posts:
            self._questions.clear()

    def _count(self, here: BookInfo, lines: Sequence[AllyLine]) -> tuple[tuple[BookInfo, int], ...]:
        self._counts[here.book_id] = _approved(lines)
        return tuple(read_each(self._desk, self._count_once))

    def _count_once(self, book: Book) -> int:
        book_id = book.info.book_id
        if book_id not in self._counts:
            self._counts[book_id] = _approved(book.rows())
        return self._counts[book_id]

    def _join(self, lines: Sequence[AllyLine], on_list: OnList) -> LightRows:
        faces = self._desk.cache.faces([line.user_id for line in lines if line.user_id])
        return LightRows(lines, faces, on_list, self._x_said())

    def _x_said(self) -> XSaid:
        if self._beyond is None:
            self._beyond = XSaid(self._desk)
        return self._beyond

    def _questions_of(self, found: Iterable[ChatDay]) -> Mapping[str, int]:
        together: dict[str, int] = {}
        for origin in found:
            if origin not in self._questions:
                self._questions[origin] = {
                    answer: question.number
                    for chat in self._chats(origin)
                    for question in chat.questions
                    for answer in question.answers
                }
            together |= self._questions[origin]
        return together

    def _chats(self, origin: ChatDay) -> Iterator[Chat]:
        """Yield the chats of a day: one can be held twice, or go on from the evening before."""
        for one in find_sittings(self._desk, origin.tag, self._hours(origin)):
            yield read_sitting(self._desk, origin.tag, one)

    def _hours(self, origin: ChatDay) -> Hours:
        start = datetime.combine(origin.day, time(), zone_of(self._now()))
        return Hours(start=start - AROUND, end=start + timedelta(days=1) + AROUND)

    def _hint(self, tags: Iterable[str]) -> Hint | None:
        """Return the chat read last, for a book that is still empty: as the chats tab shows it."""
        order = self._desk.cache.order
        newest = {tag: max(order(posts_of_chat(tag, None)), default=0) for tag in tags}
        tag = max(newest, key=lambda tag: newest[tag], default="")
        if not tag or not newest[tag]:
            return None
        chat = open_chat(self._desk, tag)
        # Some post days before a chat or after it: its day is that of most posts.
        found = origins(chat.posts, (tag,), zone_of(self._now()))
        return Hint(found[0], len(chat.nominations)) if found else None


def account_of(page: BookPage, ally: Ally) -> Account | None:
    """Return what X said about an ally."""
    return page.known.accounts.get(ally.user_id or "")


def _nominated(book: Book, lines: Iterable[AllyLine]) -> list[Ally]:
    """Return who waits for a decision, in full: very many are read in one go."""
    keys = [line.key for line in lines if line.status is Status.NOMINATED]
    if len(keys) > SINGLY:
        return [ally for ally in book.allies() if ally.status is Status.NOMINATED]
    return [ally for key in keys if (ally := book.ally(key))]


def _quoting(
    nominated: Sequence[Ally], rows: LightRows, room: Room
) -> Callable[[NominationRow], NominationRow]:
    """Return what finds the quote of a nomination, once it is in view."""
    allies = {ally.key: ally for ally in nominated}

    def quote(row: NominationRow) -> NominationRow:
        """Return the row with what somebody wrote."""
        ally = allies.get(row.key)
        face = rows.faces.get(ally.user_id or "") if ally else None
        return with_quote(row, ally, face, room) if ally else row

    return quote


def _approved(lines: Iterable[AllyLine]) -> int:
    return sum(line.status is Status.APPROVED for line in lines)


def _on_list(members: frozenset[str], acts: Iterable[Act]) -> OnList:
    waiting = [act for act in acts if act.stage is not Stage.SETTLED]
    return OnList(
        members,
        frozenset(act.user_id for act in waiting if act.deed is Deed.ADD_MEMBER),
        frozenset(act.user_id for act in waiting if act.deed is Deed.REMOVE_MEMBER),
    )


def _last(known: KnownAccounts) -> Act | None:
    sent = [(act.sent_at, act) for acts in known.acts.values() for act in acts if act.sent_at]
    return max(sent, key=lambda pair: pair[0], default=(None, None))[1]


def _by_account(acts: Iterable[Act]) -> Mapping[str, tuple[Act, ...]]:
    sorted_out: dict[str, list[Act]] = {}
    # What was done to the list itself is about nobody.
    for act in acts:
        if not act.user_id:
            continue
        sorted_out.setdefault(act.user_id, []).append(act)
    return {user_id: tuple(those) for user_id, those in sorted_out.items()}


def _posts(desk: Desk, allies: Iterable[Ally]) -> dict[str, Post]:
    ids = {post_id for ally in allies for post_id, _ in namings(ally.evidence)}
    rows = walk(desk, sorted(int(one) for one in ids if one.isdecimal()))
    return {row.post.post_id: row.post for row in rows}
