"""Check who follows back, by the cheapest way that answers, and never call unknown a no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.check.followback import Answer, Finding, Side, Snapshot, Unsaid
from allybook.domain.errors import CostsMore
from allybook.domain.people.accounts import GONE, Connection
from allybook.domain.reading.pages import who_is_on
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.check.answer import LOOK_UPS, Asked, answer, from_connections, know
from allybook.services.check.everyone import answer_everyone, read_everyone
from allybook.services.check.plan import PAGE, PAGES, hold_sides, people_on
from allybook.services.jobs.paging import read_batches, read_pages
from allybook.services.lists.pull import most_of, pull
from allybook.services.sign_in.who import me_today, sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from allybook.domain.money.pricing import Quote
    from allybook.domain.people.accounts import Account
    from allybook.domain.reading.pages import Page
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.check.plan import CheckPlan
    from allybook.services.desk import Desk

SPARE = 5
"""How many more than X counted are asked for: who came meanwhile must not spoil the answer."""
LONGER: Pattern = (
    "You have more followers or following than X told, and no more of them were read than the "
    "price was for. What was read is kept; whoever else there is, is unknown, which is not a no. "
    "Check again: the price is a new one, and who was read today is free."
)

LONGER_LIST: Pattern = (
    "Others have put more on this list than were known, and no more of it was read than the price "
    "was for. What was read is kept; whoever was not read is unknown, which is not a no. Check "
    "again to read further; its price is told first."
)


def check(
    desk: Desk, asked: Sequence[Asked] | None, plan: CheckPlan, ticket: Ticket
) -> tuple[Finding, ...]:
    """Read what the plan says, keep it, and answer for each account."""
    if asked is None:
        return tuple(check_everyone(desk, plan, ticket))
    if plan.list_id:
        _read_list(desk, asked, plan.list_id, ticket)
    if plan.ids:
        return _look_up(desk, asked, plan.ids, ticket)
    if plan.sides:
        read_sides(desk, ticket, plan.sides, plan.quote)
    return answer(desk, asked)


def check_everyone(desk: Desk, plan: CheckPlan, ticket: Ticket) -> Iterator[Finding]:
    """Read what the plan says and keep it, then answer one by one: be they a million."""
    if plan.sides:
        read_sides(desk, ticket, plan.sides, plan.quote)
    return answer_everyone(desk, read_everyone(desk))


def read_sides(
    desk: Desk,
    ticket: Ticket,
    sides: Sequence[Side] = (Side.FOLLOWING, Side.FOLLOWERS),
    said: Quote | None = None,
) -> None:
    """Read followers and following page by page, and keep each as a dated snapshot.

    A reading that was stopped or failed is kept as incomplete, and so is one of a side with more
    than X told. ``CostsMore`` for that, and, before anything is read, where X tells of more today
    than the price was ``said`` for.
    """
    me = me_today(desk, ticket)
    if said is not None:
        hold_sides(desk, sides, said)
    try:
        with desk.jobs.named("check"):
            longer = [side for side in sides if _read_side(desk, me, side, ticket)]
    finally:
        desk.announcer.announce(Changed(accounts=True, snapshots=True))
    link_opt_outs(desk)
    if longer:
        # X is asked how many there are by now, which is free today: the next price holds.
        sign_in(desk, ticket)
        raise CostsMore(LONGER)


def _read_list(desk: Desk, asked: Sequence[Asked], list_id: str, ticket: Ticket) -> None:
    """Read a list that has all who are asked about; ``CostsMore`` where it did not tell of all.

    It goes no further than the price was for, and reads on the next time.
    """
    began, most = desk.clock.now(), most_of(desk, list_id)
    reading = pull(desk, list_id, ticket, most)
    if reading.complete or reading.charged < most:
        return
    ids = [one.user_id for one in asked]
    told = desk.cache.looked_up_at(ids)
    if any(i not in told or told[i] < began for i in ids):
        raise CostsMore(LONGER_LIST)


def _read_side(desk: Desk, me: Account, side: Side, ticket: Ticket) -> bool:
    """Read one side; return whether there are more on it than X told, who were not read."""
    network, owner = desk.line.network(), me.user_id
    told = people_on(desk, side)
    most = None if told is None else told + SPARE
    ids: list[str] = []
    complete = False

    def ask(page: str | None, wanted: int | None) -> Page[Account]:
        """Ask for the next page of this side: no more than there should be."""
        return network.follows(side, owner, page=page, size=min(PAGE, wanted or PAGE))

    def keep(page: Page[Account]) -> None:
        """Keep the accounts of a page, and count their ids."""
        people = [_believed(side, account) for account in page.items]
        desk.cache.save_accounts(people, desk.clock.now())
        ids.extend(who_is_on(page))

    try:
        reading = read_pages(desk, ticket, ask, keep, most=most)
        complete = reading.tells_all
    finally:
        if ids or complete:
            snapshot = Snapshot(side, frozenset(ids), complete, PAGES, desk.clock.now())
            desk.cache.save_snapshot(owner, snapshot)
    return most is not None and reading.charged >= most and not reading.complete


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
        told.update(one.resource for one in page.problems if one.reason in GONE)

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
        else _untold(one, moment, cut=ticket.cancelled())
        for one in asked
    )


def _untold(one: Asked, moment: datetime, *, cut: bool) -> Finding:
    """Return that a look-up was ``cut`` short, or left an account out."""
    return Finding(
        one.user_id,
        one.was,
        Answer.UNKNOWN,
        frozenset(),
        LOOK_UPS,
        moment,
        complete=False,
        unsaid=None if cut else Unsaid.UNTOLD,
    )
