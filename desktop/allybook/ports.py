"""The doors of the core: what services need from the outside, and nothing of how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from allybook.domain.accounts import Account, Problem
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Author, Entry, Stamp
    from allybook.domain.changes import Changed
    from allybook.domain.filters.tree import Node
    from allybook.domain.followback import Side, Snapshot
    from allybook.domain.lists import XList
    from allybook.domain.outbox import Act, Outcome
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.domain.pricing import Dollars, Price, Spending
    from allybook.domain.sources import Source


class Clock(Protocol):
    """The time, as an argument."""

    def now(self) -> datetime:
        """Return the present moment (UTC)."""


class Network(Protocol):
    """X, or anything that answers like it. Each call is one request.

    Raises the errors of ``domain.errors``; each answer is metered before it is returned.
    """

    def me(self) -> Account:
        """Return the signed-in account."""

    def accounts(self, user_ids: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by id; those not shown are ``problems``."""

    def accounts_by_handle(self, handles: Sequence[str]) -> Page[Account]:
        """Return at most 100 accounts by handle; those not shown are ``problems``."""

    def follows(
        self, side: Side, user_id: str, *, page: str | None = None, size: int = 1000
    ) -> Page[Account]:
        """Return one page (at most 1,000) of an account's followers or following."""

    def owned_lists(self, user_id: str, *, page: str | None = None) -> Page[XList]:
        """Return one page of the lists that an account owns."""

    def x_list(self, list_id: str) -> XList:
        """Return one list."""

    def members(self, list_id: str, *, page: str | None = None, size: int = 100) -> Page[Account]:
        """Return one page (at most 100) of a list's members."""

    def list_posts(self, list_id: str, *, page: str | None = None, size: int = 100) -> Page[Post]:
        """Return one page of a list's posts, newest first."""

    def home(
        self, user_id: str, *, since_id: str | None = None, page: str | None = None, size: int = 100
    ) -> Page[Post]:
        """Return one page of the home timeline, newest first."""

    def search(
        self,
        query: str,
        *,
        window: Window | None = None,
        page: str | None = None,
        size: int = 100,
    ) -> Page[Post]:
        """Return one page (10 to 100) of the last seven days' posts for ``query`` (<= 512)."""

    def count(self, query: str, *, window: Window | None = None) -> int:
        """Return how many posts ``search`` would give (not every server can say)."""

    def create_list(self, name: str, description: str, *, private: bool) -> XList:
        """Create a list of the signed-in account."""

    def add_member(self, list_id: str, user_id: str) -> bool:
        """Add one member; return X's own ``is_member`` afterwards."""

    def remove_member(self, list_id: str, user_id: str) -> bool:
        """Remove one member; return X's own ``is_member`` afterwards."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a search is wanted; ``start`` is included, ``end`` is not (UTC)."""

    since_id: str | None = None
    start: datetime | None = None
    end: datetime | None = None


class Meter(Protocol):
    """Stands between the gateway and X: asked before each request, told after each answer."""

    def before(self, endpoint: str, worst: int, *, owned: bool) -> None:
        """Allow a request that returns at most ``worst`` resources, or raise ``OverBudget``."""

    def after(self, endpoint: str, resources: Sequence[str], *, owned: bool) -> None:
        """Count what an answer returned (ids, so that each counts once per UTC day)."""


class Ledger(Protocol):
    """What has been spent: each resource once per UTC day and class."""

    def count(self, day: date, price: Price, resources: Sequence[str], job: str) -> Dollars:
        """Count resources that are new today; return what they cost.

        For a price ``per_call``, each call counts, and ``resources`` is not looked at.
        """

    def counted(self, day: date, charge: str, resources: Sequence[str]) -> int:
        """Return how many of ``resources`` are already paid for today under ``charge``."""

    def spent(self, first: date, last: date) -> Dollars:
        """Return the sum of all days from ``first`` to ``last``, both included."""

    def lines(self, first: date, last: date) -> Sequence[Spending]:
        """Return the sums per day, class and job, oldest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One post as a view shows it. ``noise`` is after the relief for allies.

    ``book_tags`` are the author's tags in the books; ``ally`` whether any book lists the author.
    """

    post: Post
    author: Account | None
    ally: bool
    noise: int
    book_tags: tuple[str, ...] = ()


class Cache(Protocol):
    """What X said, per signed-in account; may be thrown away. Every write is one transaction."""

    def save_accounts(self, accounts: Sequence[Account], seen_at: datetime) -> None:
        """Keep accounts; a fact that is None overwrites none; old handles stay known."""

    def save_problems(self, problems: Sequence[Problem], seen_at: datetime) -> None:
        """Keep that accounts (by id) are suspended or gone."""

    def save_posts(
        self, posts: Sequence[Post], source: Source, *, accounts: Sequence[Account] = ()
    ) -> int:
        """Keep posts (with noise and search words) under ``source``; return how many were new."""

    def account(self, user_id: str) -> Account | None:
        """Return one account."""

    def accounts(self, user_ids: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by id."""

    def accounts_by_handle(self, handles: Sequence[str]) -> Mapping[str, Account]:
        """Return the known ones of these, by lower-cased handle as it is now."""

    def old_handles(self, user_id: str) -> Sequence[str]:
        """Return the handles that an account had before, newest first."""

    def unknown_authors(self, source: Source) -> Sequence[str]:
        """Return ids of authors (and of accounts mentioned with an id) without a known handle."""

    def latest_posts(self, user_ids: Sequence[str]) -> Mapping[str, str]:
        """Return the newest cached post id of each author that has one."""

    def post(self, post_id: str) -> Post | None:
        """Return one post."""

    def rows(self, post_ids: Sequence[int]) -> Mapping[int, Row]:
        """Return these posts as rows, for the part of a view that is visible."""

    def order(self, chosen: Node, *, limit: int | None = None) -> Sequence[int]:
        """Return the ids of the posts that a filter keeps, newest first (an ``array('q')``)."""

    def count(self, chosen: Node) -> int:
        """Return how many posts a filter keeps."""

    def days(self, chosen: Node) -> Sequence[tuple[date, int]]:
        """Return how many posts a filter keeps on each UTC day that has any, oldest first."""

    def posts(self, source: Source) -> Sequence[Post]:
        """Return all posts of one source, oldest first."""

    def sources(self) -> Sequence[tuple[Source, int]]:
        """Return the sources and how many posts each has."""

    def newest(self, source: Source) -> str | None:
        """Return the newest post id of a source."""

    def lay_roster(self, book: str, allies: Sequence[Ally]) -> None:
        """Tell the filters who is an ally: approved allies of the book named ``book``."""

    def save_snapshot(self, owner_id: str, snapshot: Snapshot) -> None:
        """Keep one reading of followers or following."""

    def snapshots(self, owner_id: str, side: Side) -> Sequence[Snapshot]:
        """Return the readings of one side, newest first."""

    def save_list(self, x_list: XList) -> None:
        """Keep what X said about a list."""

    def lists(self) -> Sequence[XList]:
        """Return the lists known, by name."""

    def save_members(
        self, list_id: str, user_ids: Sequence[str], *, complete: bool, as_of: datetime
    ) -> None:
        """Keep the members of a list as read."""

    def members(self, list_id: str) -> Members | None:
        """Return the members as last read."""

    def mirror(self, book: str) -> str | None:
        """Return the id of the X List that mirrors a book (by book id)."""

    def set_mirror(self, book: str, list_id: str) -> None:
        """Remember which X List mirrors a book."""


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a list as read at a moment (UTC)."""

    user_ids: frozenset[str]
    complete: bool
    as_of: datetime


@dataclass(frozen=True, slots=True)
class BookInfo:
    """A book's id and name."""

    book_id: str
    name: str


class Book(Protocol):
    """One book, kept for ever."""

    @property
    def info(self) -> BookInfo:
        """Return the book's id and name."""

    def append(self, entries: Sequence[Entry]) -> int:
        """Keep entries not yet known, refold the allies they touch; return how many were new."""

    def entries(self, ally: str | None = None) -> Sequence[Entry]:
        """Return the entries of one ally (or of all), oldest first."""

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""

    def allies(self) -> Sequence[Ally]:
        """Return all allies as folded, by handle."""

    def ally(self, key: str) -> Ally | None:
        """Return one ally by its record key (aliases followed)."""

    def latest(self) -> Stamp:
        """Return the latest stamp seen, so that the next is never behind it."""


class Shelf(Protocol):
    """All books of this profile."""

    def books(self) -> Sequence[BookInfo]:
        """Return the books by name."""

    def create(self, name: str) -> Book:
        """Create an empty book."""

    def open(self, book_id: str) -> Book:
        """Open a book; ``BadInput`` where there is none."""


class Outbox(Protocol):
    """A durable queue of acts, oldest first."""

    def put(self, acts: Sequence[Act]) -> int:
        """Keep acts until they settle; return how many were new."""

    def next(self, list_id: str) -> Act | None:
        """Return the oldest act of a list that is not settled (``sending`` ones first)."""

    def start(self, act_id: str, sent_at: datetime) -> None:
        """Mark an act as being sent, before it is sent."""

    def settle(self, act_id: str, outcome: Outcome, sent_at: datetime, detail: str = "") -> None:
        """Write down what became of an act."""

    def postpone(self, act_id: str) -> None:
        """Put an act that was certainly not done back among the waiting ones."""

    def waiting(self) -> int:
        """Return how many acts are not settled."""

    def drop(self, list_id: str) -> int:
        """Settle as dropped what waits for a list; return how many."""

    def sent_since(self, moment: datetime) -> int:
        """Return how many acts were sent since ``moment``."""

    def acts(self, list_id: str | None = None) -> Sequence[Act]:
        """Return the acts, newest first."""


class Settings(Protocol):
    """Small choices that outlive a session: text by name."""

    def read(self, name: str, default: str = "") -> str:
        """Return a choice."""

    def write(self, name: str, value: str) -> None:
        """Keep a choice."""


class Vault(Protocol):
    """Where tokens are kept: the OS keyring."""

    def load(self, account: str) -> str | None:
        """Return the token of an account."""

    def save(self, account: str, token: str) -> None:
        """Keep a token."""

    def forget(self, account: str) -> None:
        """Remove a token."""


@dataclass(frozen=True, slots=True)
class Lump:
    """One batch of good records from a file, small enough to be one transaction.

    ``handles`` are accounts known by name only; ``follows`` ids of one side.
    """

    posts: tuple[Post, ...] = ()
    accounts: tuple[Account, ...] = ()
    handles: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    follows: tuple[tuple[Side, tuple[str, ...]], ...] = ()
    lists: tuple[XList, ...] = ()
    owner: Account | None = None


@dataclass(frozen=True, slots=True)
class BadRecord:
    """One record that could not be used: the file inside the archive, line (from 1), why."""

    where: str
    line: int
    why: str


class Importer(Protocol):
    """Reads one file, a lump at a time, in bounded memory."""

    @property
    def kind(self) -> str:
        """Return ``x-archive``, ``twarc``, ``csv`` or ``handles``."""

    @property
    def made_at(self) -> datetime | None:
        """Return when the file says that it was made (UTC)."""

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield good records; call ``bad`` for each other one; ``UnreadableFile`` if hopeless."""


class Importers(Protocol):
    """Tells what a file is by looking at it."""

    def recognise(self, path: Path) -> Importer:
        """Return the importer for a file or folder, or raise ``UnreadableFile``."""


class Exporter(Protocol):
    """Writes a table to a file: whole, or not at all."""

    def write(
        self, path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, object]]
    ) -> None:
        """Write rows in the form that the file's ending names (.csv, .json, .txt).

        ``StorageError`` where the disk refuses, ``BadInput`` for another ending.
        """


class Announcer(Protocol):
    """Tells views what changed."""

    def announce(self, changed: Changed) -> None:
        """Pass on what a transaction touched."""

    def listen(self, hear: Callable[[Changed], None]) -> Callable[[], None]:
        """Call ``hear`` after each change (in the thread that made it); return how to stop."""


class Scribe(Protocol):
    """Makes what identifies an entry, so that services stay free of clock and chance."""

    def author(self) -> Author:
        """Return who is writing, on which device."""

    def entry_id(self, at: Stamp) -> str:
        """Return a new id, ordered by ``at`` and random within it."""


class Jobs(Protocol):
    """Gives the jobs' spending a name."""

    def named(self, job: str) -> AbstractContextManager[None]:
        """Charge what happens inside to ``job`` in the ledger."""


class Ticket(Protocol):
    """The two-way slip between a job and the one who asked for it."""

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""

    def report(self, done: int, total: int) -> None:
        """Say how far the job has come."""
