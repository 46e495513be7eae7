"""The doors of the core: what services need from the outside, and nothing of how.

Each door is loaded when somebody first asks for it: a command needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.ports.books import Book, BookCopy, BookInfo, Discarded, Shelf
    from allybook.ports.cache import Cache, Members, Row, Tally
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
    "BookCopy",
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
    "Tally",
    "Ticket",
    "Ticks",
    "Turns",
    "Vault",
    "Window",
    "XQuery",
]

ROOMS = {
    "books": "Book BookCopy BookInfo Discarded Shelf",
    "cache": "Cache Members Row Tally",
    "files": "BadRecord Exporter Importer Importers Lump OpenTable",
    "limits": "Limits",
    "money": "Jobs Ledger Meter",
    "network": "Network QueryWriter Window XQuery",
    "outbox": "Outbox",
    "sign_in": "Authority Keyholder Listener Turns Vault",
    "surroundings": "Announcer Clock Scribe Settings Ticket",
    "ticks": "Ticks",
}
"""The doors of each module."""


def __getattr__(name: str) -> object:
    """Return a door, and keep it at hand."""
    room = next((room for room, doors in ROOMS.items() if name in doors.split()), None)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    door = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = door
    return door
