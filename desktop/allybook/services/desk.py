"""All that the services work with, laid out on one desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.accounts import Account
    from allybook.domain.pricing import Dollars, PriceTable
    from allybook.ports import (
        Announcer,
        Book,
        Cache,
        Clock,
        Exporter,
        Importers,
        Jobs,
        Ledger,
        Outbox,
        Scribe,
        Settings,
        Shelf,
    )
    from allybook.services.line import Line

FIRST_BOOK = "My allies"


@dataclass(frozen=True, slots=True)
class Desk:
    """The ports of one account of one profile, handed to services by the composition root.

    ``pace`` is the pause between two acts on X and ``wait`` how to pause, both in seconds; at most
    ``daily`` acts go out in a day, and after a lock nobody is added for ``rest``. ``budget`` gives
    the dollars of this month, where this run has another than the settings.
    ``owns_app`` says that the account owns the developer app, which makes its own reads cheaper.
    ``billed`` gives the dollars that the other side itself has billed, where it can say so.
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
    pace: float = 20.0
    daily: int = 50
    rest: timedelta = timedelta(hours=24)
    owns_app: bool = False
    budget: Callable[[], Dollars] | None = None
    billed: Callable[[], Dollars] | None = None

    def me(self) -> Account | None:
        """Return the account that questions are asked for: signed in, or of the archive."""
        user_id = self.settings.read("me")
        return self.cache.account(user_id) if user_id else None

    def book(self, name: str = "") -> Book:
        """Return the book called ``name``, or the current one; the first is made when needed."""
        books = self.shelf.books()
        wanted = name or self.settings.read("book", FIRST_BOOK)
        for info in books:
            if wanted in (info.book_id, info.name):
                return self.shelf.open(info.book_id)
        if books and not name:
            return self.shelf.open(books[0].book_id)
        made = self.shelf.create(wanted)
        self.announcer.announce(Changed(books=frozenset({made.info.book_id})))
        return made
