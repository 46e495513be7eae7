"""What a transaction changed, so that views refresh just that."""

from __future__ import annotations

from msgspec import Struct


class Changed(Struct, frozen=True):
    """What was touched. ``books`` names the books whose allies changed.

    ``unread`` tells that others are unread by now, and nothing else of posts.
    Where a page of posts came from X, ``read`` of them came, ``new`` of which were not here.
    ``shut`` says which books cannot be read, and why; nothing else was touched then.
    """

    posts: bool = False
    accounts: bool = False
    lists: bool = False
    snapshots: bool = False
    outbox: bool = False
    ticks: bool = False
    ledger: bool = False
    settings: bool = False
    unread: bool = False
    books: frozenset[str] = frozenset()
    read: int = 0
    new: int = 0
    shut: tuple[str, ...] = ()
