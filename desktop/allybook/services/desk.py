"""All that the services work with, laid out on one desk."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from allybook.domain.book.names import folded_name, given_name
from allybook.domain.changes import Changed
from allybook.domain.errors import BookGone, BookUnclear, FileShut
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from allybook.domain.care.lexicon import Lexicon
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Dollars, PriceTable
    from allybook.domain.noise.near import Sketcher
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book, BookInfo, Shelf
    from allybook.ports.cache import Cache
    from allybook.ports.files import Exporter, Importers
    from allybook.ports.money import Jobs, Ledger
    from allybook.ports.network import QueryWriter, XQuery
    from allybook.ports.outbox import Outbox
    from allybook.ports.surroundings import Announcer, Clock, Scribe, Settings
    from allybook.services.line import Line

FIRST_BOOK = "My allies"
T = TypeVar("T")


def say_nothing(node: Node, within: str = "") -> XQuery:
    """Leave the whole filter to be matched here (a ``QueryWriter``)."""
    from allybook.ports.network import XQuery  # noqa: PLC0415 (a desk is laid long before X is searched)

    return XQuery(within, node)


def mind_nothing() -> Lexicon:
    """Know no word that calls for care."""
    from allybook.domain.care.lexicon import Lexicon  # noqa: PLC0415 (as above)

    return Lexicon()


def by_chance() -> float:
    """Return any number from 0 to 1."""
    from random import random  # noqa: PLC0415 (who waits for X has the time)

    return random()  # noqa: S311 (a pause is no secret)


class Versions(Struct, frozen=True):
    """What differs from before wherever another wrote: of the books, of each that is open."""

    cache: int
    settings: int
    outbox: int
    books: Mapping[str, object]


class Desk(Struct, frozen=True):
    """The ports of one account of one profile, handed to services by the composition root.

    ``account`` is the id of who signed in here. It is empty for those who have no account, and on
    the practice network: there the settings tell who it is.
    ``pace`` is the pause between two acts on X and ``wait`` how to pause, both in seconds; at most
    ``daily`` acts go out in a day, and after a lock nobody is added for ``rest``. ``budget`` gives
    the dollars of this month, where they were said for this run; else those of the settings count.
    ``backoff`` is the first pause (seconds) after X did not answer; ``chance`` gives numbers from
    0 to 1, so that not all who wait come back at once.
    ``owns_app`` says that the account owns the developer app, which makes its own reads cheaper.
    ``asks_first`` says that X is asked who is signed in before all else, at a price of its own.
    ``billed`` gives the dollars that the other side itself has billed, where it can say so.
    ``along`` tells how many accounts and posts (by the endpoint that they are charged as) can come
    with each post that is read, where X charges them.
    ``remark`` tells why the sign-in ends with the program, or that this computer's clock is wrong,
    or nothing; ``frozen`` why nothing new is kept, ``unkept`` whether choices wait for the disk;
    ``lingering`` of which file something that was erased is on the disk yet, or nothing.
    ``holdings`` gives what is kept for every account of the profile, this one's among them.
    ``write_query`` says as much of a filter as X's search can. ``care`` gives the words that call
    for care where they are written about a person; they are read when first asked for.
    ``sketch`` makes the signatures by which near copies are found; ``chats`` gives the hashtags of
    the chats that were read, as filters have them.
    ``home`` are the languages of a person who has chosen none.
    """

    clock: Clock
    cache: Cache
    shelf: Shelf
    outbox: Outbox
    ledger: Ledger
    settings: Settings
    prices: PriceTable
    announcer: Announcer
    scribe: Scribe
    jobs: Jobs
    importers: Importers
    exporter: Exporter
    line: Line
    wait: Callable[[float], None]
    sketch: Sketcher
    account: str = ""
    pace: float = 20.0
    daily: int = 50
    rest: timedelta = timedelta(hours=24)
    backoff: float = 2.0
    chance: Callable[[], float] = by_chance
    owns_app: bool = False
    asks_first: bool = False
    along: Callable[[], Mapping[str, int]] = dict
    budget: Callable[[], Dollars] | None = None
    billed: Callable[[], Dollars] | None = None
    remark: Callable[[], str] = str
    frozen: Callable[[], str] = str
    unkept: Callable[[], bool] = bool
    lingering: Callable[[], str] = str
    holdings: Callable[[], Sequence[tuple[Cache, Outbox]]] | None = None
    write_query: QueryWriter = say_nothing
    care: Callable[[], Lexicon] = mind_nothing
    chats: Callable[[], frozenset[str]] = frozenset
    home: tuple[str, ...] = ()

    def me(self) -> Account | None:
        """Return the account that questions are asked for: signed in, or of the archive."""
        user_id = self.own_id()
        return self.cache.account(user_id) if user_id else None

    @property
    def practises(self) -> bool:
        """Return whether this is the practice network's desk, which alone bills by itself."""
        return self.billed is not None

    def own_id(self) -> str:
        """Return the id of that account, or nothing.

        Another window may speak for another account by now, as the settings tell.
        """
        return self.account or self.settings.read("me")

    def versions(self) -> Versions:
        """Return what differs from before where another thread or program has written."""
        return Versions(
            self.cache.version(),
            self.settings.version(),
            self.outbox.version(),
            self.shelf.versions(),
        )

    def all_holdings(self) -> Sequence[tuple[Cache, Outbox]]:
        """Return what is kept for every account of the profile."""
        return self.holdings() if self.holdings else ((self.cache, self.outbox),)

    def book(self, name: str = "") -> Book:
        """Return the book called ``name``, or the current one; the first is made when needed."""
        wanted = name or self.settings.read("book", FIRST_BOOK)
        found = self._book_here(wanted, named=bool(name))
        if found is not None:
            return found
        with self.shelf.naming():
            # Another window or program may have made it by now.
            found = self._book_here(wanted, named=bool(name))
            if found is not None:
                return found
            made = self.shelf.create(given_name(wanted))
        self.announcer.announce(Changed(books=frozenset({made.info.book_id})))
        return made

    def _book_here(self, wanted: str, *, named: bool) -> Book | None:
        """Return the book that is wanted, or the first where none was named; None if none is here.

        ``BookUnclear`` where it is not known what one that cannot be read is called.
        """
        books = self.shelf.books()
        found = book_named(books, wanted)
        if found is not None:
            return self.shelf.open(found.book_id)
        if named or not books:
            return None
        opened: list[Book] = []
        try:
            for info in books:
                # Another window or program may have put it away meanwhile.
                with suppress(BookGone):
                    opened.append(self.shelf.open(info.book_id))
        except FileShut as error:
            words = speak(
                "{what} No book was chosen, and this may be the one that you mean: choose one.",
                what=error.words,
            )
            raise BookUnclear(words) from error
        return next(iter(opened), None)


def read_each(
    desk: Desk, read: Callable[[Book], T], infos: Iterable[BookInfo] | None = None
) -> Iterator[tuple[BookInfo, T]]:
    """Yield what is read in each book, or in each of these.

    One that cannot be read hides no other, and is announced. ``read`` asks nothing but the book:
    else a cache that is damaged would pass for a book.
    """
    for info in desk.shelf.books() if infos is None else infos:
        try:
            found = read(desk.shelf.open(info.book_id))
        except FileShut as error:
            desk.announcer.announce(Changed(shut=(error.words,)))
        else:
            yield info, found


def book_named(books: Sequence[BookInfo], called: str) -> BookInfo | None:
    """Return the book of this id or name, else the one of a name that people take for the same."""
    exact = (info for info in books if called in (info.book_id, info.name))
    folded = folded_name(called)
    alike = (info for info in books if folded_name(info.name) == folded)
    return next(exact, None) or next(alike, None)
