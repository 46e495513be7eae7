"""Check who follows back, by the cheapest way that answers, and never call unknown a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.check.followback import Answer, Finding, Side, Snapshot
from allybook.domain.people.accounts import Connection
from allybook.domain.reading.pages import who_is_on
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.check.answer import LOOK_UPS, Asked, answer, from_connections, know
from allybook.services.check.everyone import answer_everyone, read_everyone
from allybook.services.check.plan import PAGE, PAGES
from allybook.services.jobs.paging import read_batches, read_pages
from allybook.services.lists.pull import pull
from allybook.services.sign_in.who import me_today

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from allybook.domain.people.accounts import Account
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.check.plan import CheckPlan
    from allybook.services.desk import Desk

SPARE = 5
"""How many more than X counted are asked for."""


def check(
    desk: Desk, asked: Sequence[Asked] | None, plan: CheckPlan, ticket: Ticket
) -> tuple[Finding, ...]:
    """Read what the plan says, keep it, and answer for each account."""
    if asked is None:
        return tuple(check_everyone(desk, plan, ticket))
    if plan.list_id:
        pull(desk, plan.list_id, ticket)
    if plan.ids:
        return _look_up(desk, asked, plan.ids, ticket)
    if plan.sides:
        read_sides(desk, ticket, plan.sides)
    return answer(desk, asked)


def check_everyone(desk: Desk, plan: CheckPlan, ticket: Ticket) -> Iterator[Finding]:
    """Read what the plan says and keep it, then answer one by one: be they a million."""
    if plan.sides:
        read_sides(desk, ticket, plan.sides)
    return answer_everyone(desk, read_everyone(desk))


def read_sides(
    desk: Desk, ticket: Ticket, sides: Sequence[Side] = (Side.FOLLOWING, Side.FOLLOWERS)
) -> None:
    """Read followers and following page by page, and keep each as a dated snapshot.

    A reading that was stopped or failed is kept as incomplete.
    """
    me = me_today(desk, ticket)
    try:
        with desk.jobs.named("check"):
            for side in sides:
                _read_side(desk, me.user_id, side, ticket)
    finally:
        desk.announcer.announce(Changed(accounts=True, snapshots=True))
    link_opt_outs(desk)


def _read_side(desk: Desk, owner: str, side: Side, ticket: Ticket) -> None:
    network = desk.line.network()
    size = _page_size(desk, side)
    ids: list[str] = []
    complete = False

    def ask(page: str | None, _wanted: int | None) -> Page[Account]:
        """Ask for the next page of this side."""
        return network.follows(side, owner, page=page, size=size)

    def keep(page: Page[Account]) -> None:
        """Keep the accounts of a page, and count their ids."""
        people = [_believed(side, account) for account in page.items]
        desk.cache.save_accounts(people, desk.clock.now())
        ids.extend(who_is_on(page))

    try:
        complete = read_pages(desk, ticket, ask, keep).tells_all
    finally:
        if ids or complete:
            snapshot = Snapshot(side, frozenset(ids), complete, PAGES, desk.clock.now())
            desk.cache.save_snapshot(owner, snapshot)


def _believed(side: Side, account: Account) -> Account:
    """Return an account without its ties where the page that it is on says otherwise.

    X leaves ``connection_status`` out where there is no tie, so that a field which is merely
    missing looks like a no.
    """
    tie = Connection.FOLLOWED_BY if side is Side.FOLLOWERS else Connection.FOLLOWING
    if account.connections is None or tie in account.connections:
        return account
    return replace(account, connections=None)


def _look_up(
    desk: Desk, asked: Sequence[Asked], ids: Sequence[str], ticket: Ticket
) -> tuple[Finding, ...]:
    """Look these accounts up; who is not among them was told of earlier today."""
    network = desk.line.network()
    moment = desk.clock.now()
    before = {one.user_id for one in asked} - set(ids)
    earlier = desk.cache.looked_up_at(sorted(before))
    told: set[str] = set()

    def keep(page: Page[Account]) -> None:
        """Keep the accounts of an answer, and why X showed no others."""
        desk.cache.save_accounts(page.items, moment)
        desk.cache.save_problems(page.problems, moment)
        # A tie that X could not load is not known, whatever it told before.
        told.update(one.user_id for one in page.items if one.connections is not None)
        told.update(problem.resource for problem in page.problems)

    try:
        with desk.jobs.named("check"):
            read_batches(desk, ticket, ids, network.accounts, keep)
    finally:
        desk.announcer.announce(Changed(accounts=True))
    link_opt_outs(desk)
    facts = know(desk, asked)
    when = {**earlier, **dict.fromkeys(told, moment)}
    return tuple(
        from_connections(facts, one, when[one.user_id])
        if one.user_id in when
        else _untold(one, moment)
        for one in asked
    )


def _untold(one: Asked, moment: datetime) -> Finding:
    """Return that a look-up was cut short, or left an account out."""
    return Finding(
        one.user_id, one.was, Answer.UNKNOWN, frozenset(), LOOK_UPS, moment, complete=False
    )


def _page_size(desk: Desk, side: Side) -> int:
    """Return how many to ask for at once: no more than there should be, for the budget's sake."""
    me = desk.me()
    known = (me.followers if side is Side.FOLLOWERS else me.following) if me else None
    return PAGE if known is None else max(1, min(PAGE, known + SPARE))
