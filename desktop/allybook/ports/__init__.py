"""The doors of the core: what services need from the outside, and nothing of how."""

from __future__ import annotations

from allybook.ports.books import Book, BookInfo, Discarded, Shelf
from allybook.ports.cache import Cache, Members, Row
from allybook.ports.files import BadRecord, Exporter, Importer, Importers, Lump, OpenTable
from allybook.ports.limits import Limits
from allybook.ports.money import Jobs, Ledger, Meter
from allybook.ports.network import Network, QueryWriter, Window, XQuery
from allybook.ports.outbox import Outbox
from allybook.ports.sign_in import Authority, Keyholder, Listener, Turns, Vault
from allybook.ports.surroundings import Announcer, Clock, Scribe, Settings, Ticket
from allybook.ports.ticks import Ticks

__all__ = [
    "Announcer",
    "Authority",
    "BadRecord",
    "Book",
    "BookInfo",
    "Cache",
    "Clock",
    "Discarded",
    "Exporter",
    "Importer",
    "Importers",
    "Jobs",
    "Keyholder",
    "Ledger",
    "Limits",
    "Listener",
    "Lump",
    "Members",
    "Meter",
    "Network",
    "OpenTable",
    "Outbox",
    "QueryWriter",
    "Row",
    "Scribe",
    "Settings",
    "Shelf",
    "Ticket",
    "Ticks",
    "Turns",
    "Vault",
    "Window",
    "XQuery",
]
