"""What a transaction changed, so that views refresh just that."""

from __future__ import annotations

from msgspec import Struct


class Changed(Struct, frozen=True):
    """What was touched. ``books`` names the books whose allies changed."""

    posts: bool = False
    accounts: bool = False
    lists: bool = False
    snapshots: bool = False
    outbox: bool = False
    ticks: bool = False
    ledger: bool = False
    settings: bool = False
    books: frozenset[str] = frozenset()
