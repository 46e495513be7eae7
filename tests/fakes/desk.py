"""A desk with the real store in a folder, and a network in memory."""

from decimal import Decimal
from pathlib import Path

from allybook.domain.book.entry import Author
from allybook.domain.book.ids import entry_id
from allybook.domain.care.lexicon import read as read_care
from allybook.domain.money.price_table import parse
from allybook.files.out.export import FileExporter
from allybook.files.recognise import FileImporters
from allybook.gateway.query import to_query
from allybook.services.desk import Desk
from allybook.services.jobs.announce import Changes
from allybook.services.line import Line
from allybook.services.money.metering import BudgetMeter
from allybook.store.posts.sketch import sketch

RESOURCES = Path(__file__).parents[2] / "resources"
PRICES = parse((RESOURCES / "prices.toml").read_text(encoding="utf-8"))
CARE = read_care(
    {one.stem: one.read_text(encoding="utf-8") for one in (RESOURCES / "care").glob("*.toml")}
)


class CountingScribe:
    """Signs as one person; its ids differ by a counter instead of chance."""

    def __init__(self, person="Ana", device="laptop"):
        self._author = Author(person, device)
        self._written = 0

    def author(self):
        return self._author

    def entry_id(self, at):
        self._written += 1
        return entry_id(at, self._written)


class Patience:
    """A ticket: cancelled after ``stop_after`` reports, and a record of them."""

    def __init__(self, stop_after=None):
        self.reports = []
        self.pauses = []
        self._stop_after = stop_after

    def cancelled(self):
        return self._stop_after is not None and len(self.reports) >= self._stop_after

    def report(self, done, total):
        self.reports.append((done, total))

    def waiting(self, until, why=""):
        self.pauses.append((until, why))


def make_desk(profile, clock, network, *, budget="100", account="1", up=True):
    """Return a desk; the network is metered against ``budget`` dollars a month."""
    changes, ledger = Changes(), profile.ledger(lambda: account)
    meter = BudgetMeter(ledger, PRICES, clock, lambda: Decimal(budget), changes)
    if network is not None:
        network.meter = meter
    return Desk(
        clock=clock,
        cache=profile.cache(account),
        shelf=profile.shelf(),
        outbox=profile.outbox(account),
        ledger=ledger,
        settings=profile.settings(),
        prices=PRICES,
        announcer=changes,
        scribe=CountingScribe(),
        jobs=meter,
        importers=FileImporters(),
        exporter=FileExporter(),
        line=Line(network, up=up),
        wait=lambda seconds: clock.advance(seconds=seconds),
        sketch=sketch,
        pace=20.0,
        chance=lambda: 0.5,
        write_query=to_query,
        care=lambda: CARE,
        chats=lambda: profile.chats(account),
    )
