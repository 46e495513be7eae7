"""Handles by which X showed nobody, why, and when it said so.

Asking costs nothing where X has nobody, and tells the same the next day: like who was refused, they
are left out for a month, or until a person wants X asked. It goes when the cache goes.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Outcome
from allybook.domain.people.accounts import Reason
from allybook.services.people.ask_again import No

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.ports.cache import Cache
    from allybook.services.desk import Desk

NAME = "unknown handles"
WHYS = {
    Reason.SUSPENDED: Outcome.SUSPENDED,
    Reason.GONE: Outcome.GONE,
    Reason.PRIVATE: Outcome.NOT_SHOWN,
    Reason.OTHER: Outcome.NOT_SHOWN,
}


def lost_handles(desk: Desk) -> Mapping[str, No]:
    """Return, by lower-cased handle, what X said of those by which it lately showed nobody."""
    now = desk.clock.now()
    return {handle: no for handle, no in _told(desk.cache).items() if no.holds(now)}


def nobodys(desk: Desk, handles: Iterable[str]) -> tuple[str, ...]:
    """Return those of these handles that nobody has by what X lately said, lower-cased."""
    lost = lost_handles(desk)
    asked = dict.fromkeys(handle.lower() for handle in handles)
    return tuple(one for one in asked if one in lost and lost[one].why is Outcome.GONE)


def note_lost(desk: Desk, asked: Iterable[str], told: Mapping[str, Reason]) -> None:
    """Note for which of the handles asked for X has nobody now; ``told`` says why, as X did.

    Where X says nothing, nobody has the handle.
    """
    handles = tuple(dict.fromkeys(handle.lower() for handle in asked))
    found, now = desk.cache.accounts_by_handle(handles), desk.clock.now()
    kept = {handle: no for handle, no in lost_handles(desk).items() if handle not in handles}
    for handle in handles:
        if handle not in found:
            kept[handle] = No(WHYS[told.get(handle, Reason.GONE)], now)
    _write(desk.cache, kept)


def forget_lost(cache: Cache, handles: Iterable[str]) -> None:
    """Forget what X said of handles (lower-cased)."""
    told, gone = _told(cache), frozenset(handles)
    kept = {handle: no for handle, no in told.items() if handle not in gone}
    if len(kept) < len(told):
        _write(cache, kept)


def has_lost(cache: Cache, handles: Iterable[str]) -> bool:
    """Return whether X said of any of these handles (lower-cased) that it has nobody."""
    return not _told(cache).keys().isdisjoint(handles)


def _told(cache: Cache) -> dict[str, No]:
    kept = json.loads(cache.mark(NAME) or "{}")
    # Older versions kept the handles alone, without a date: X is asked for those once more.
    rows = kept.items() if isinstance(kept, dict) else ()
    return {handle: No(Outcome(why), datetime.fromisoformat(at)) for handle, (why, at) in rows}


def _write(cache: Cache, told: Mapping[str, No]) -> None:
    rows = {handle: (no.why.value, no.at.isoformat()) for handle, no in sorted(told.items())}
    cache.set_mark(NAME, json.dumps(rows))
