"""Plan what the X List of a book needs: whom to add, whom to remove, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.accounts import Connection, Standing
from allybook.domain.bios import says_no_lists
from allybook.domain.book.entry import Kind, Status
from allybook.domain.lists import MEMBER_LIMIT, NAME_LIMIT
from allybook.domain.outbox import Outcome
from allybook.domain.pricing import Quote, Step
from allybook.services.pull import members_now
from allybook.services.quote import plan_step, unpaid

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from allybook.domain.accounts import Account
    from allybook.domain.book.ally import Ally
    from allybook.ports import Book
    from allybook.services.desk import Desk

CREATE = "POST /2/lists"
ADD = "POST /2/lists/:id/members"
REMOVE = "DELETE /2/lists/:id/members/:user_id"
MEMBERS = "GET /2/lists/:id/members"
BY_HANDLE = "GET /2/users/by"
BATCH = 100
STANDINGS = {Standing.SUSPENDED: Outcome.SUSPENDED, Standing.GONE: Outcome.GONE}
REFUSALS = frozenset({Outcome.REFUSED, Outcome.BLOCKS_YOU})
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
    the list that the book does not know: they come in as nominations, never out.
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


def plan_list(desk: Desk, book: Book) -> ListPlan:
    """Compare a book with the members of its X List as far as known, at no cost."""
    list_id = desk.cache.mirror(book.info.book_id)
    members = members_now(desk, list_id)
    allies = tuple(ally for ally in book.allies() if ally.kind is not Kind.HASHTAG)
    accounts = desk.cache.accounts([ally.user_id for ally in allies if ally.user_id])
    adds, left_out = _sift(allies, accounts, members, _refused(desk, list_id))
    removes = tuple(
        _planned(ally, accounts, ally.status.value)
        for ally in allies
        if ally.status in LEAVERS and ally.user_id in members
    )
    unfound = tuple(a.handle for a in allies if a.status is Status.APPROVED and not a.user_id)
    known = {ally.user_id for ally in allies}
    after = (members - {one.user_id for one in removes}) | {one.user_id for one in adds}
    steps = _steps(desk, list_id, (len(adds), len(removes), len(unfound)), after)
    # Looking handles up is one request that nobody minds; each of them is an act afterwards.
    minutes = (len(adds) + len(removes) + len(unfound)) * desk.pace / 60
    because = "Each change is one request: X forbids adding in bulk, so they go out slowly."
    return ListPlan(
        book.info.book_id,
        list_id,
        book.info.name[:NAME_LIMIT],
        len(members),
        adds,
        removes,
        left_out,
        unfound,
        tuple(sorted(members - known, key=int)),
        Quote("list", steps, because, minutes=round(minutes, 1), exact=not unfound),
    )


def _sift(
    allies: Sequence[Ally],
    accounts: Mapping[str, Account],
    members: frozenset[str],
    refused: frozenset[str],
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    adds: list[Planned] = []
    left_out: list[Planned] = []
    for ally in allies:
        if ally.status is not Status.APPROVED or not ally.user_id or ally.user_id in members:
            continue
        full = len(members) + len(adds) >= MEMBER_LIMIT
        against = _against(accounts.get(ally.user_id), refused=ally.user_id in refused)
        if against or full:
            why = against or Outcome.LIST_FULL
            left_out.append(_planned(ally, accounts, why.value))
        else:
            adds.append(_planned(ally, accounts, ally.status.value))
    return tuple(adds), tuple(left_out)


def _against(account: Account | None, *, refused: bool) -> Outcome | None:
    """Return what speaks against adding an account, by all that is known at no cost."""
    if account and account.standing is not Standing.ACTIVE:
        return STANDINGS[account.standing]
    if account and says_no_lists(account.bio):
        return Outcome.NO_LISTS
    if account and account.private and _is_closed(account):
        return Outcome.PRIVATE
    return Outcome.REFUSED if refused else None


def _is_closed(account: Account) -> bool:
    """Return whether X told that we do not follow an account: a private one is refused then."""
    return account.connections is not None and Connection.FOLLOWING not in account.connections


def _refused(desk: Desk, list_id: str | None) -> frozenset[str]:
    """Return whom X refused when last asked: asking again is a person's act, not the plan's."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    last = {act.user_id: act.outcome for act in reversed(acts)}
    return frozenset(user_id for user_id, outcome in last.items() if outcome in REFUSALS)


def _planned(ally: Ally, accounts: Mapping[str, Account], why: str) -> Planned:
    account = accounts.get(ally.user_id or "")
    return Planned(ally.user_id or "", ally.handle, account.name if account else "", why)


def _steps(
    desk: Desk, list_id: str | None, counts: tuple[int, int, int], after: frozenset[str]
) -> tuple[Step, ...]:
    """Return the steps that are needed; none where nothing changes."""
    added, removed, unfound = counts
    if not added + removed + unfound:
        return ()
    steps = (
        plan_step(desk, BY_HANDLE, unfound, f"{unfound} accounts to find", page=BATCH),
        plan_step(desk, CREATE, int(list_id is None), "A new private list"),
        plan_step(desk, ADD, added + unfound, f"{added + unfound} adds"),
        plan_step(desk, REMOVE, removed, f"{removed} removes"),
        _check_step(desk, after, unfound),
    )
    return tuple(step for step in steps if step.requests)


def _check_step(desk: Desk, after: frozenset[str], unfound: int) -> Step:
    """Return the reading afterwards. Members read today are free, their pages still asked for."""
    fresh = unpaid(desk, MEMBERS, tuple(after)) + unfound
    free = len(after) + unfound - fresh
    words = f"Check afterwards: {fresh} members read"
    words += f", {free} were read today and are free" if free else ""
    price = desk.prices.price(MEMBERS)
    return Step(MEMBERS, fresh, price, max(1, ceil((len(after) + unfound) / BATCH)), words)
