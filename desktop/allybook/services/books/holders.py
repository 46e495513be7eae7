"""Who has a handle, and who had it: one that changed hands does not tell whom a book means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.clock import moment
from allybook.domain.book.entry import Kind, Stamp
from allybook.domain.book.line import AllyLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.book.ally import Ally
    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk


def changed_hands(desk: Desk, allies: Sequence[Ally | AllyLine]) -> frozenset[str]:
    """Return the handles (lower-cased) of allies without a user id that another may have by now.

    For all that the cache knows, another account had the handle before the one that has it now, or
    that one is younger than what the book says of it. What was decided about one must not pass to
    the other.
    """
    since = {
        ally.handle.lower(): _first(ally)
        for ally in allies
        if not ally.user_id and ally.kind is not Kind.HASHTAG
    }
    return passed_on_since(desk, since)


def passed_on_since(desk: Desk, since: Mapping[str, datetime]) -> frozenset[str]:
    """Return which of these handles (lower-cased) another may have by now than had them then."""
    if not since:
        return frozenset()
    handles = list(since)
    today, former = desk.cache.accounts_by_handle(handles), desk.cache.former_holders(handles)
    return frozenset(
        handle
        for handle, first in since.items()
        if handle in today and (handle in former or _is_younger(today[handle], first))
    )


def may_be_another(desk: Desk, ally: Ally) -> bool:
    """Return whether an ally without a user id may be another than a book means by its handle.

    For all that the cache knows, somebody gave the handle up, or who has it now was not there yet.
    """
    handle = ally.handle.lower()
    return bool(desk.cache.former_holders([handle])) or handle in changed_hands(desk, [ally])


def _is_younger(account: Account, first: datetime) -> bool:
    """Return whether an account was not there yet when a book first wrote of its handle."""
    return account.created_at is not None and account.created_at > first


def _first(ally: Ally | AllyLine) -> datetime:
    first = Stamp(ally.first_ms) if isinstance(ally, AllyLine) else ally.first_at
    return moment(first)
