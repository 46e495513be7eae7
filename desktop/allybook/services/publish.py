"""Publish a book to its X List: slowly, one confirmed act at a time, and tell the truth about each.

An act is written down before it is sent and settled after its answer, so that a program killed at
any instruction finds it again: what was being sent is first looked up on X, never sent twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.errors import (
    BadInput,
    CreditsGone,
    ListLocked,
    NeedsSignIn,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
)
from allybook.domain.outbox import Act, Deed, Outcome, Stage
from allybook.services.pull import members_now, pull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.lists import XList
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.plan_list import ListPlan, Planned

LOCK = timedelta(hours=24)
SLICE = 0.25
DAILY = 50
# Errors that say for certain that X did nothing.
NOT_DONE = (ListLocked, RateLimited, OverBudget, NeedsSignIn, CreditsGone, SpendCapReached)


@dataclass(frozen=True, slots=True)
class Published:
    """What one run came to: every act it settled, and how many still wait.

    ``stopped`` says in one sentence why it ended early; empty if it did not.
    """

    list_id: str
    acts: tuple[Act, ...]
    waiting: int
    stopped: str = ""


def publish(desk: Desk, plan: ListPlan, ticket: Ticket, *, private: bool = True) -> Published:
    """Do what a plan says, and read the list back to see that it is so.

    ``ListLocked`` and every error that is not about one person end the run; what was not sent
    waits in the outbox.
    """
    _refuse_while_locked(desk)
    with desk.jobs.named("list"):
        list_id = plan.list_id or _create(desk, plan, private=private).list_id
        _check_interrupted(desk, list_id, ticket)
        _queue(desk, plan, list_id)
        began = desk.clock.now()
        stopped = _drain(desk, list_id, ticket)
        sent = tuple(a for a in desk.outbox.acts(list_id) if a.sent_at and a.sent_at >= began)
        if sent:
            pull(desk, list_id, ticket)
            _confirm(desk, list_id, sent)
    settled = [act for act in desk.outbox.acts(list_id) if act.sent_at and act.sent_at >= began]
    waiting = sum(act.stage is not Stage.SETTLED for act in desk.outbox.acts(list_id))
    desk.announcer.announce(Changed(outbox=True, lists=True))
    return Published(list_id, tuple(reversed(settled)), waiting, stopped)


def locked_until(desk: Desk) -> datetime | None:
    """Return until when X is not asked to add anybody (UTC), or None."""
    until = desk.settings.read("list_locked_until")
    moment = datetime.fromisoformat(until) if until else None
    return moment if moment and moment > desk.clock.now() else None


def _refuse_while_locked(desk: Desk) -> None:
    until = locked_until(desk)
    if until:
        raise ListLocked(
            f"X refused an add, so nothing more is sent before {until:%d %B %H:%M} UTC; "
            "asking again sooner makes the lock longer. What waits stays in the outbox."
        )


def _create(desk: Desk, plan: ListPlan, *, private: bool) -> XList:
    """Create the list, unless an earlier run was cut off between creating and writing it down."""
    mark = f"creating:{plan.book_id}"
    found = None
    if desk.settings.read(mark):
        me = desk.settings.read("me")
        owned = desk.line.network().owned_lists(me).items
        found = next((one for one in owned if one.name == plan.name), None)
    desk.settings.write(mark, plan.name)
    made = found or desk.line.network().create_list(plan.name, "", private=private)
    desk.cache.save_list(replace(made, name=plan.name, private=private))
    desk.cache.set_mirror(plan.book_id, made.list_id)
    desk.settings.write(mark, "")
    return made


def _check_interrupted(desk: Desk, list_id: str, ticket: Ticket) -> None:
    """Settle acts whose answer never came, by what the list shows."""
    sending = [act for act in desk.outbox.acts(list_id) if act.stage is Stage.SENDING]
    if not sending:
        return
    pull(desk, list_id, ticket)
    members = desk.cache.members(list_id)
    if members is None or not members.complete:
        raise BadInput("The list could not be read back after an interruption; try again later.")
    for act in sending:
        there = act.user_id in members.user_ids
        done = there is (act.deed is Deed.ADD_MEMBER)
        if done:
            outcome = Outcome.ADDED if there else Outcome.REMOVED
            desk.outbox.settle(act.act_id, outcome, act.sent_at or desk.clock.now())


def _queue(desk: Desk, plan: ListPlan, list_id: str) -> None:
    """Lay the plan's acts in the outbox, and drop waiting ones that are no longer wanted."""
    now = desk.clock.now()
    members = members_now(desk, list_id)
    wanted = {
        (deed, one.user_id): one
        for deed, group in ((Deed.ADD_MEMBER, plan.adds), (Deed.REMOVE_MEMBER, plan.removes))
        for one in group
        if (one.user_id in members) is (deed is Deed.REMOVE_MEMBER)
    }
    for act in desk.outbox.acts(list_id):
        if act.stage is Stage.SETTLED:
            continue
        if wanted.pop((act.deed, act.user_id), None) is None:
            desk.outbox.settle(act.act_id, Outcome.DROPPED, now)
    acts = [_act(plan, list_id, deed, one, now) for (deed, _), one in wanted.items()]
    desk.outbox.put(acts)
    desk.announcer.announce(Changed(outbox=True))


def _act(plan: ListPlan, list_id: str, deed: Deed, one: Planned, now: datetime) -> Act:
    act_id = f"{list_id}:{deed}:{one.user_id}:{now.isoformat()}"
    return Act(act_id, deed, plan.book_id, list_id, one.user_id, one.handle, now)


def _drain(desk: Desk, list_id: str, ticket: Ticket) -> str:
    """Send what waits until nothing does; return why it stopped early, or nothing."""
    total = sum(act.stage is not Stage.SETTLED for act in desk.outbox.acts(list_id))
    done = 0
    while (act := desk.outbox.next(list_id)) is not None:
        if done and not _pause(desk, ticket):
            return "Stopped as you asked; the rest waits in the outbox."
        today = desk.clock.now() - timedelta(days=1)
        if desk.outbox.sent_since(today) >= DAILY:
            return f"{DAILY} changes in a day are enough for X; the rest goes out tomorrow."
        try:
            _send(desk, act)
        except ListLocked as locked:
            return _lock(desk, locked)
        done += 1
        ticket.report(done, total)
        desk.announcer.announce(Changed(outbox=True))
    return ""


def _pause(desk: Desk, ticket: Ticket) -> bool:
    """Wait for the pace; return False as soon as the person wants to stop."""
    left = desk.pace
    while left > 0:
        if ticket.cancelled():
            return False
        desk.wait(min(SLICE, left))
        left -= SLICE
    return not ticket.cancelled()


def _send(desk: Desk, act: Act) -> None:
    network = desk.line.network()
    now = desk.clock.now()
    desk.outbox.start(act.act_id, now)
    adding = act.deed is Deed.ADD_MEMBER
    ask = network.add_member if adding else network.remove_member
    try:
        is_member = ask(act.list_id, act.user_id)
    except NOT_DONE:
        desk.outbox.postpone(act.act_id)
        raise
    except NotThere as gone:
        outcome = Outcome.SUSPENDED if "suspended" in str(gone).lower() else Outcome.GONE
        desk.outbox.settle(act.act_id, outcome, now, str(gone))
    except Refused as refused:
        desk.outbox.settle(act.act_id, Outcome.REFUSED, now, str(refused))
    else:
        done = Outcome.ADDED if adding else Outcome.REMOVED
        desk.outbox.settle(act.act_id, done if is_member is adding else Outcome.REFUSED, now)


def _lock(desk: Desk, locked: ListLocked) -> str:
    until = desk.clock.now() + LOCK
    desk.settings.write("list_locked_until", until.isoformat())
    return f"{locked} Nothing more is sent before {until:%d %B %H:%M} UTC."


def _confirm(desk: Desk, list_id: str, sent: Sequence[Act]) -> None:
    """Correct what X said by what the list shows: “added” that is not there was refused."""
    members = desk.cache.members(list_id)
    if members is None or not members.complete:
        return
    for act in sent:
        there = act.user_id in members.user_ids
        if act.outcome is Outcome.ADDED and not there:
            said = "X said added, and the list does not show it."
            desk.outbox.settle(act.act_id, Outcome.REFUSED, act.sent_at or act.asked_at, said)
