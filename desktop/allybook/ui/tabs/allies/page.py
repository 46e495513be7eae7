"""One book with all that the tab shows of it, read in one go and off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status
from allybook.domain.book.evidence import namings
from allybook.domain.sources import Origin as Source
from allybook.ports import Window
from allybook.services.answer import Asked, answer
from allybook.services.capture import chat_source
from allybook.services.chat import open_chat
from allybook.services.find import quote_find, still_to_find
from allybook.services.later import put_off_until
from allybook.services.plan_list import plan_list
from allybook.services.pull import members_now
from allybook.services.reasons import Scales
from allybook.services.view import walk
from allybook.ui.tabs.allies.places import sections, tags_of
from allybook.ui.tabs.allies.rows import Known, ally_rows
from allybook.ui.tabs.allies.sayings import Room, nomination_row, origins, strongest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.reasons import Told
    from allybook.domain.changes import Changed
    from allybook.domain.chat.summary import Chat
    from allybook.domain.followback import Finding
    from allybook.domain.outbox import Act
    from allybook.domain.posts import Post
    from allybook.domain.pricing import Quote
    from allybook.ports import Book, BookInfo
    from allybook.services.desk import Desk
    from allybook.services.plan_list import ListPlan
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.models.nominations import NominationRow
    from allybook.ui.tabs.allies.sayings import Origin
    from allybook.ui.widgets.places.values import Section

# A chat lasts an hour, and people go on for a while; its questions are numbered anew each time.
AROUND = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Hint:
    """The chat read last, and how many organisations, people and hashtags it shared."""

    origin: Origin
    shared: int


@dataclass(frozen=True, slots=True)
class BookPage:
    """A book as it stood when it was read.

    ``books`` are all books with how many allies each counts on, ``sections`` the places of the
    tab. ``allies`` are by record key. ``tags`` in use come most used first, ``categories`` by name.
    ``origins`` are the chats that the nominations come from; ``told`` is, by record key, what to
    know before deciding; ``to_find`` are handles that X was not asked for yet, and
    ``find_quote`` what asking costs. ``last`` is the act on X that was done last. ``hint`` is for
    an empty book only.
    """

    books: tuple[tuple[BookInfo, int], ...]
    sections: tuple[Section, ...]
    info: BookInfo
    allies: Mapping[str, Ally]
    known: Known
    rows: tuple[AllyRow, ...]
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    nominations: tuple[NominationRow, ...]
    origins: tuple[Origin, ...]
    plan: ListPlan
    told: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    to_find: tuple[str, ...] = ()
    find_quote: Quote | None = None
    last: Act | None = None
    hint: Hint | None = None


class Reader:
    """Reads pages one after the other, and keeps what is dear to read until it changes.

    ``now`` is in the person's zone.
    """

    def __init__(self, desk: Desk, now: Callable[[], datetime]) -> None:
        self._desk = desk
        self._now = now
        self._counts: dict[str, int] = {}
        self._findings: dict[str, Finding] = {}
        self._scales = Scales(desk)
        self._questions: dict[Origin, Mapping[str, int]] = {}

    def read(self, book_id: str, changed: Changed) -> BookPage:
        """Read a book; ``changed`` tells what was touched since the last reading."""
        self._forget(changed)
        desk = self._desk
        book = desk.shelf.open(book_id)
        allies = book.allies()
        known = self._know(book, allies)
        nominated = [ally for ally in allies if ally.status is Status.NOMINATED]
        posts = _posts(desk, nominated)
        chats = _chats(desk)
        found = origins(posts.values(), chats, self._now().tzinfo)
        room = Room(
            posts,
            self._questions_of(found) if nominated else {},
            self._scales.weigh(book, nominated),
            put_off_until(desk, book_id),
        )
        books, rows = self._count(), ally_rows(allies, known)
        to_find = still_to_find(desk, allies)
        page = BookPage(
            books=books,
            sections=sections(books, rows),
            info=book.info,
            allies={ally.key: ally for ally in allies},
            known=known,
            rows=rows,
            tags=tuple(tag for tag, _ in tags_of(rows).most_common()),
            categories=tuple(sorted({r.category for r in rows if r.category}, key=str.casefold)),
            nominations=strongest_first(
                nomination_row(one, known.accounts.get(one.user_id or ""), room)
                for one in nominated
            ),
            origins=found,
            told=room.told,
            to_find=to_find,
            find_quote=quote_find(desk, to_find) if to_find else None,
            plan=plan_list(desk, book),
            last=_last(known),
        )
        return page if allies else replace(page, hint=self._hint(chats))

    def _forget(self, changed: Changed) -> None:
        for book_id in changed.books:
            self._counts.pop(book_id, None)
        if changed.snapshots or changed.accounts:
            self._findings.clear()
        if changed.posts:
            self._questions.clear()

    def _count(self) -> tuple[tuple[BookInfo, int], ...]:
        infos = self._desk.shelf.books()
        for info in infos:
            if info.book_id not in self._counts:
                allies = self._desk.shelf.open(info.book_id).allies()
                approved = sum(ally.status is Status.APPROVED for ally in allies)
                self._counts[info.book_id] = approved
        return tuple((info, self._counts[info.book_id]) for info in infos)

    def _know(self, book: Book, allies: Sequence[Ally]) -> Known:
        desk = self._desk
        ids = [ally.user_id for ally in allies if ally.user_id]
        asked = [Asked(ally.user_id, ally.handle) for ally in allies if ally.user_id]
        new = [one for one in asked if one.user_id not in self._findings]
        self._findings |= {one.user_id: one for one in answer(desk, new)} if new else {}
        list_id = desk.cache.mirror(book.info.book_id)
        acts = desk.outbox.acts(list_id) if list_id else ()
        read = desk.cache.members(list_id) if list_id else None
        return Known(
            accounts=desk.cache.accounts(ids),
            findings=dict(self._findings),
            latest=desk.cache.latest_posts(ids),
            members=members_now(desk, list_id),
            members_at=read.as_of if read else None,
            acts=_by_account(acts),
        )

    def _questions_of(self, found: Iterable[Origin]) -> Mapping[str, int]:
        together: dict[str, int] = {}
        for origin in found:
            if origin not in self._questions:
                chat = self._open(origin)
                numbers = {i: one.number for one in chat.questions for i in one.answers}
                self._questions[origin] = numbers
            together |= self._questions[origin]
        return together

    def _open(self, origin: Origin) -> Chat:
        start = datetime.combine(origin.day, time(), self._now().tzinfo)
        window = Window(start=start - AROUND, end=start + timedelta(days=1) + AROUND)
        return open_chat(self._desk, origin.tag, window)

    def _hint(self, tags: Iterable[str]) -> Hint | None:
        """Return the chat read last, for a book that is still empty."""
        cache = self._desk.cache
        newest = {tag: cache.newest(chat_source(tag)) or "0" for tag in tags}
        tag = max(newest, key=lambda tag: int(newest[tag]), default="")
        last = cache.post(newest[tag]) if tag else None
        found = origins([last] if last else [], (tag,), self._now().tzinfo)
        if not found:
            return None
        chat = self._open(found[0])
        # The last post tells the day, the whole chat how most people write its tag.
        whole = origins(chat.posts, (tag,), self._now().tzinfo)
        return Hint((whole or found)[0], len(chat.nominations))


def account_of(page: BookPage, ally: Ally) -> Account | None:
    """Return what X said about an ally."""
    return page.known.accounts.get(ally.user_id or "")


def _last(known: Known) -> Act | None:
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


def _chats(desk: Desk) -> frozenset[str]:
    return frozenset(
        source.name for source, _ in desk.cache.sources() if source.origin is Source.CHAT
    )
