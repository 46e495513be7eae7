"""The doors of the core: what services need from the outside, and nothing of how."""

from __future__ import annotations

from allybook.ports.books import Book, BookInfo, Shelf
from allybook.ports.cache import Cache, Members, Row
from allybook.ports.files import BadRecord, Exporter, Importer, Importers, Lump
from allybook.ports.money import Jobs, Ledger, Meter
from allybook.ports.network import Network, Window
from allybook.ports.outbox import Outbox
from allybook.ports.surroundings import Announcer, Clock, Scribe, Settings, Ticket

__all__ = [
    "Announcer",
    "BadRecord",
    "Book",
    "BookInfo",
    "Cache",
    "Clock",
    "Exporter",
    "Importer",
    "Importers",
    "Jobs",
    "Ledger",
    "Lump",
    "Members",
    "Meter",
    "Network",
    "Outbox",
    "Row",
    "Scribe",
    "Settings",
    "Shelf",
    "Ticket",
    "Window",
]
