"""Pull an X List: who is on it now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.outbox import Outcome
from allybook.domain.pricing import Quote
from allybook.services.paging import Reading, read_pages
from allybook.services.quote import plan_step

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.accounts import Account
    from allybook.domain.pages import Page
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

MEMBERS = "GET /2/lists/:id/members"
PAGE = 100
SPARE = 5
"""How many more members than are known are asked for."""
TICK = timedelta(milliseconds=1)


def quote_pull(desk: Desk, list_id: str) -> Quote:
    """Quote reading the members of a list, as many as were known last."""
    known = next((x.members for x in desk.cache.lists() if x.list_id == list_id), None)
    members = PAGE if known is None else known
    step = plan_step(desk, MEMBERS, members, f"{members} members", page=PAGE)
    return Quote("list", (step,), "A list is read whole.", exact=known is not None)


def later(desk: Desk, list_id: str) -> datetime:
    """Return the moment, never before anything written down about a list.

    What came after what decides who is on it, and clocks are set back now and then.
    """
    acts = desk.outbox.acts(list_id)
    moments = [act.sent_at or act.asked_at for act in acts] + [act.asked_at for act in acts]
    read = desk.cache.members(list_id)
    latest = max([*moments, *([read.as_of] if read else [])], default=None)
    now = desk.clock.now()
    return now if latest is None or now > latest else latest + TICK


def pull(desk: Desk, list_id: str, ticket: Ticket) -> Reading:
    """Read the members of a list and keep them, as incomplete if the reading was cut short.

    No more is asked for at once than is expected, so that the budget is not asked for more.
    """
    network = desk.line.network()
    expected = len(members_now(desk, list_id))
    size = min(PAGE, expected + SPARE) if expected else PAGE
    as_of = later(desk, list_id)
    ids: list[str] = []
    complete = False

    def keep(page: Page[Account]) -> None:
        desk.cache.save_accounts(page.items, desk.clock.now())
        ids.extend(account.user_id for account in page.items)

    try:
        with desk.jobs.named("list"):
            reading = read_pages(
                lambda page, _wanted: network.members(list_id, page=page, size=size), keep, ticket
            )
        complete = reading.complete
    finally:
        desk.cache.save_members(list_id, ids, complete=complete, as_of=as_of)
        desk.announcer.announce(Changed(lists=True, accounts=True))
    return reading


def members_now(desk: Desk, list_id: str | None) -> frozenset[str]:
    """Return who is on a list by all that is known: the last reading, and X's answers since."""
    if list_id is None:
        return frozenset()
    read = desk.cache.members(list_id)
    members = set(read.user_ids) if read else set()
    for act in reversed(desk.outbox.acts(list_id)):
        if act.sent_at is None or (read and read.complete and act.sent_at < read.as_of):
            continue
        if act.outcome is Outcome.ADDED:
            members.add(act.user_id)
        elif act.outcome is Outcome.REMOVED:
            members.discard(act.user_id)
    return frozenset(members)
