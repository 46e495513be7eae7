"""Plan what the X List of a book needs: whom to add, whom to remove, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allybook.domain.accounts import Connection, Standing
from allybook.domain.bios import says_no_lists
from allybook.domain.book.entry import Kind, Status
from allybook.domain.lists import MEMBER_LIMIT, NAME_LIMIT
from allybook.domain.outbox import ENDPOINTS, Deed, Outcome
from allybook.services.list_quote import BATCH, Work, quote_work
from allybook.services.notes import creating, noted
from allybook.services.pace import pace_of
from allybook.services.pull import members_now
from allybook.services.reconcile import unproven
from allybook.services.resolve import unnamed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.domain.outbox import Act
    from allybook.domain.pace import Pace
    from allybook.domain.pricing import Quote
    from allybook.ports import Book
    from allybook.services.desk import Desk

CREATE = ENDPOINTS[Deed.CREATE_LIST]
ADD = ENDPOINTS[Deed.ADD_MEMBER]
REMOVE = ENDPOINTS[Deed.REMOVE_MEMBER]
STANDINGS = {Standing.SUSPENDED: Outcome.SUSPENDED, Standing.GONE: Outcome.GONE}
REFUSALS = frozenset({Outcome.REFUSED, Outcome.BLOCKS_YOU, Outcome.PRIVATE})
UNREAD = "to_read_first"
"""Why somebody is among the adds whose bio nobody here has read yet."""
LEAVERS = frozenset({Status.REMOVED, Status.DECLINED, Status.OPTED_OUT})


@dataclass(frozen=True, slots=True)
class Planned:
    """One account in a plan; ``why`` is the ally's status or the reason it is left out."""

    user_id: str
    handle: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What publishing would do. ``list_id`` is None where the list is still to be created.

    ``unfound`` are handles whose user id has to be looked up first; ``strangers`` are members of
    the list that the book does not know: they come in as nominations, never out. ``days`` says how
    many changes go out on each day, today first. ``unproven`` says that an earlier run was cut off
    before it could look whether what it did is so. ``unread`` are the user ids among the adds whose
    profile is read first: who asks for no lists there is not added.
    """

    book_id: str
    list_id: str | None
    name: str
    members: int
    adds: tuple[Planned, ...]
    removes: tuple[Planned, ...]
    left_out: tuple[Planned, ...]
    unfound: tuple[str, ...]
    strangers: tuple[str, ...]
    quote: Quote
    days: tuple[int, ...] = ()
    unproven: bool = False
    unread: tuple[str, ...] = ()


def plan_list(desk: Desk, book: Book, pace: Pace | None = None) -> ListPlan:
    """Compare a book with the members of its X List as far as known, at no cost.

    ``pace`` is that of one run, where it is another than the one chosen.
    """
    list_id = desk.cache.mirror(book.info.book_id)
    members = members_now(desk, list_id)
    allies = tuple(ally for ally in book.allies() if ally.kind is not Kind.HASHTAG)
    accounts = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    adds, left_out = _sift(allies, accounts, members, _refused(desk, list_id))
    unread = unnamed(desk, [one.user_id for one in adds])
    adds = tuple(replace(one, why=UNREAD) if one.user_id in unread else one for one in adds)
    removes = tuple(
        _planned(ally, accounts, ally.status.value)
        for ally in allies
        if ally.status in LEAVERS and ally.user_id in members
    )
    unfound = tuple(a.handle for a in allies if a.status is Status.APPROVED and not a.user_id)
    read = desk.cache.members(list_id) if list_id else None
    work = Work(
        members,
        tuple(one.user_id for one in adds),
        tuple(one.user_id for one in removes),
        len(unfound),
        new=list_id is None,
        known=list_id is None or (read is not None and read.complete),
        unproven=list_id is not None and unproven(desk, list_id),
        owned=0 if list_id else _owned(desk, book.info.book_id),
        unread=unread,
    )
    quote, days = quote_work(desk, work, pace or pace_of(desk))
    return ListPlan(
        book.info.book_id,
        list_id,
        book.info.name[:NAME_LIMIT],
        len(members),
        adds,
        removes,
        left_out,
        unfound,
        tuple(sorted(members - {ally.user_id for ally in allies}, key=int)),
        quote,
        days,
        work.unproven,
        unread,
    )


def _owned(desk: Desk, book_id: str) -> int:
    """Return how many lists, at most, are looked through for one that X may have made already."""
    return BATCH if noted(desk, creating(book_id)) else 0


def speaks_against(desk: Desk, act: Act) -> Outcome | None:
    """Return why an act that waits is not sent any more, by the book and the cache as they are now.

    Nobody is added who is not approved, opted out, or asks for no lists: also where an older wish
    to add them still waits. Nor is anybody whose profile was never read.
    """
    ally = desk.shelf.open(act.book).ally(act.user_id)
    if act.deed is Deed.REMOVE_MEMBER:
        back = ally is not None and ally.status is Status.APPROVED and not act.undoes
        return Outcome.DROPPED if back else None
    if ally is not None and ally.status is Status.OPTED_OUT:
        return Outcome.OPTED_OUT
    if ally is None or (ally.status is not Status.APPROVED and not act.undoes):
        return Outcome.DROPPED
    return profile_against(desk, act.user_id)


def profile_against(desk: Desk, user_id: str) -> Outcome | None:
    """Return why nobody is added by what is known of a profile: dropped where it is not read."""
    if unnamed(desk, [user_id]):
        return Outcome.DROPPED
    account = desk.cache.account(user_id)
    if account is None or account.standing is not Standing.ACTIVE:
        return STANDINGS[account.standing] if account else Outcome.DROPPED
    return Outcome.NO_LISTS if says_no_lists(account.bio) else None


def _sift(
    allies: Sequence[Ally],
    accounts: Mapping[str, Account],
    members: frozenset[str],
    refused: Mapping[str, Outcome],
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    adds: list[Planned] = []
    left_out: list[Planned] = []
    for ally in allies:
        if ally.status is not Status.APPROVED or not ally.user_id or ally.user_id in members:
            continue
        full = len(members) + len(adds) >= MEMBER_LIMIT
        against = _against(accounts.get(ally.user_id)) or refused.get(ally.user_id)
        if against or full:
            why = against or Outcome.LIST_FULL
            left_out.append(_planned(ally, accounts, why.value))
        else:
            adds.append(_planned(ally, accounts, ally.status.value))
    return tuple(adds), tuple(left_out)


def _against(account: Account | None) -> Outcome | None:
    """Return what speaks against adding an account, by all that is known at no cost."""
    if account is None:
        return None
    if account.standing is not Standing.ACTIVE:
        return STANDINGS[account.standing]
    if says_no_lists(account.bio):
        return Outcome.NO_LISTS
    return Outcome.PRIVATE if account.private and _is_closed(account) else None


def _is_closed(account: Account) -> bool:
    """Return whether X told that we do not follow an account: a private one is refused then."""
    return account.connections is not None and Connection.FOLLOWING not in account.connections


def _refused(desk: Desk, list_id: str | None) -> Mapping[str, Outcome]:
    """Return whom X refused when last asked: asking again is a person's act, not the plan's."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    last = {act.user_id: act.outcome for act in reversed(acts)}
    return {i: outcome for i, outcome in last.items() if outcome in REFUSALS}


def _planned(ally: Ally, accounts: Mapping[str, Account], why: str) -> Planned:
    account = accounts.get(ally.user_id or "")
    return Planned(ally.user_id or "", ally.handle, account.name if account else "", why)
