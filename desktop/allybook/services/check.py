"""Check who follows back, by the cheapest way that answers, and never call unknown a no."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.followback import Answer, Finding, Side, Snapshot
from allybook.domain.pricing import Quote, Step
from allybook.services.answer import LOOK_UPS, Asked, answer, from_connections, know
from allybook.services.paging import read_pages
from allybook.services.quote import cheapest, plan_step, unpaid
from allybook.services.sign_in import me_today

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.accounts import Account
    from allybook.domain.pages import Page
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

PAGES = "follower pages"
LOOK_UP = "GET /2/users"
PAGE = 1000
SPARE = 5
"""How many more than X counted are asked for."""
BATCH = 100


@dataclass(frozen=True, slots=True)
class Plan:
    """The way chosen (``follower pages`` or ``look-up``) and its price."""

    way: str
    quote: Quote


def plan_check(desk: Desk, asked: Sequence[Asked] | None) -> Plan:
    """Choose the cheaper way: pages of both sides, or a look-up of each account.

    ``asked`` is None for everyone on either side: only pages can tell that.
    """
    pages = _quote_pages(desk)
    if asked is None:
        return Plan(PAGES, pages)
    look_ups = _quote_look_ups(desk, asked)
    chosen = cheapest(pages, look_ups)
    return Plan(PAGES if chosen is pages else LOOK_UPS, chosen)


def check(
    desk: Desk, asked: Sequence[Asked] | None, plan: Plan, ticket: Ticket
) -> tuple[Finding, ...]:
    """Read what the plan says, keep it, and answer for each account."""
    if plan.way == LOOK_UPS and asked is not None:
        return _look_up(desk, asked, ticket)
    read_sides(desk, ticket)
    return answer(desk, asked)


def read_sides(desk: Desk, ticket: Ticket) -> None:
    """Read followers and following page by page, and keep both as dated snapshots.

    A reading that was stopped or failed is kept as incomplete.
    """
    me = me_today(desk)
    with desk.jobs.named("check"):
        for side in (Side.FOLLOWING, Side.FOLLOWERS):
            _read_side(desk, me.user_id, side, ticket)
    desk.announcer.announce(Changed(accounts=True, snapshots=True))


def _read_side(desk: Desk, owner: str, side: Side, ticket: Ticket) -> None:
    network = desk.line.network()
    size = _page_size(desk, side)
    ids: list[str] = []
    complete = False

    def ask(page: str | None, _wanted: int | None) -> Page[Account]:
        return network.follows(side, owner, page=page, size=size)

    def keep(page: Page[Account]) -> None:
        desk.cache.save_accounts(page.items, desk.clock.now())
        ids.extend(account.user_id for account in page.items)

    try:
        complete = read_pages(ask, keep, ticket).complete
    finally:
        if ids or complete:
            snapshot = Snapshot(side, frozenset(ids), complete, PAGES, desk.clock.now())
            desk.cache.save_snapshot(owner, snapshot)


def _look_up(desk: Desk, asked: Sequence[Asked], ticket: Ticket) -> tuple[Finding, ...]:
    network = desk.line.network()
    moment = desk.clock.now()
    told: set[str] = set()
    with desk.jobs.named("check"):
        for start in range(0, len(asked), BATCH):
            if ticket.cancelled():
                break
            batch = [one.user_id for one in asked[start : start + BATCH]]
            page = network.accounts(batch)
            desk.cache.save_accounts(page.items, moment)
            desk.cache.save_problems(page.problems, moment)
            told.update(account.user_id for account in page.items)
            told.update(problem.resource for problem in page.problems)
            ticket.report(min(start + BATCH, len(asked)), len(asked))
    desk.announcer.announce(Changed(accounts=True))
    facts = know(desk, asked)
    return tuple(
        from_connections(facts, one, moment) if one.user_id in told else _untold(one, moment)
        for one in asked
    )


def _untold(one: Asked, moment: datetime) -> Finding:
    """Return that a look-up was cut short, or left an account out."""
    return Finding(
        one.user_id, one.was, Answer.UNKNOWN, frozenset(), LOOK_UPS, moment, complete=False
    )


def _quote_pages(desk: Desk) -> Quote:
    me = desk.me()
    counts = {
        Side.FOLLOWING: (me.following if me else None),
        Side.FOLLOWERS: (me.followers if me else None),
    }
    paid: set[str] = set()
    steps = tuple(_side_step(desk, me, side, count, paid) for side, count in counts.items())
    because = "Reading both sides once answers for everyone"
    because += ", at the owner's price." if desk.owns_app else "."
    return Quote("check", steps, because, exact=None not in counts.values())


def _side_step(
    desk: Desk, me: Account | None, side: Side, count: int | None, paid: set[str]
) -> Step:
    """Return the reading of one side; who was read today, or with the other side, is free."""
    endpoint = f"GET /2/users/:id/{side}"
    readings = desk.cache.snapshots(me.user_id, side) if me else ()
    known = readings[0].user_ids if readings else frozenset[str]()
    fresh = unpaid(desk, endpoint, sorted(known - paid), owned=desk.owns_app)
    free = len(known) - fresh
    paid |= known
    people = PAGE if count is None else count
    words = f"{people} {side}" + (f", {free} of them free" if free else "")
    price = desk.prices.price(endpoint, owned=desk.owns_app)
    return Step(endpoint, max(0, people - free), price, max(1, ceil(people / PAGE)), words)


def _quote_look_ups(desk: Desk, asked: Sequence[Asked]) -> Quote:
    people = unpaid(desk, LOOK_UP, [one.user_id for one in asked])
    step = plan_step(desk, LOOK_UP, people, f"{people} look-ups", page=BATCH)
    because = f"Looking up {len(asked)} accounts costs less than reading all followers."
    return Quote("check", (step,), because)


def _page_size(desk: Desk, side: Side) -> int:
    """Return how many to ask for at once: no more than there should be, for the budget's sake."""
    me = desk.me()
    known = (me.followers if side is Side.FOLLOWERS else me.following) if me else None
    return PAGE if known is None else max(1, min(PAGE, known + SPARE))
