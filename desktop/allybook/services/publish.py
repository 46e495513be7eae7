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
    AllybookError,
    CreditsGone,
    ListLocked,
    NeedsSignIn,
    NotThere,
    Offline,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    Unreachable,
)
from allybook.domain.outbox import Act, Deed, Outcome, Stage
from allybook.services.plan_list import ADD, REMOVE
from allybook.services.pull import later, members_now, pull

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.lists import XList
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.plan_list import ListPlan, Planned

DAY = timedelta(days=1)
SKEW = timedelta(minutes=5)
SLICE = 0.25
LOCKED = "list_locked_until"
SUSPECT = "list_suspect"
# Errors after which X would not answer another question either.
NOT_REACHED = (Offline, OverBudget, NeedsSignIn, RateLimited, CreditsGone, SpendCapReached)
# Errors that say for certain that X did nothing.
NOT_DONE = (ListLocked, RateLimited, OverBudget, NeedsSignIn, CreditsGone, SpendCapReached)


@dataclass(frozen=True, slots=True)
class Published:
    """What one run came to: every act it settled, and those that still wait, oldest first.

    ``stopped`` says in one sentence why it ended early; ``error`` is what stopped it, where that
    was an error. The acts before it are done all the same.
    """

    list_id: str
    acts: tuple[Act, ...] = ()
    waiting: tuple[Act, ...] = ()
    stopped: str = ""
    error: AllybookError | None = None


def publish(desk: Desk, plan: ListPlan, ticket: Ticket, *, private: bool = True) -> Published:
    """Do what a plan says, and read the list back to see that it is so.

    Where there is nothing to do, nothing is asked of X and no list is made. An error that is not
    about one person ends the run and comes back in the report; what was not sent waits.
    """
    if not (plan.adds or plan.removes or _open_acts(desk, plan.list_id)):
        return Published(plan.list_id or "")
    with desk.jobs.named("list"):
        list_id = plan.list_id or _create(desk, plan, private=private).list_id
        settled = _check_interrupted(desk, list_id, ticket)
        _queue(desk, plan, list_id)
        run = _drain(desk, list_id, ticket)
        settled += run.settled
        error = run.error
        if error is None or not isinstance(error, NOT_REACHED):
            error = _read_back(desk, list_id, settled, ticket) or error
    ids = set(settled)
    acts = tuple(reversed(desk.outbox.acts(list_id)))
    desk.announcer.announce(Changed(outbox=True, lists=True))
    return Published(
        list_id,
        tuple(act for act in acts if act.act_id in ids),
        tuple(act for act in acts if act.stage is not Stage.SETTLED),
        run.stopped or (str(error) if error else ""),
        error,
    )


def locked_until(desk: Desk) -> datetime | None:
    """Return until when X is not asked to add anybody (UTC), or None."""
    until = desk.settings.read(LOCKED)
    moment = datetime.fromisoformat(until) if until else None
    return moment if moment and moment > desk.clock.now() else None


def _open_acts(desk: Desk, list_id: str | None) -> tuple[Act, ...]:
    """Return the acts of a list that are not settled, oldest first."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    return tuple(act for act in reversed(acts) if act.stage is not Stage.SETTLED)


def _create(desk: Desk, plan: ListPlan, *, private: bool) -> XList:
    """Create the list, unless an earlier run was cut off between creating and writing it down.

    Only a list that is younger than the attempt and has no members can be that one.
    """
    mark = f"creating:{plan.book_id}"
    begun = desk.settings.read(mark)
    made = _find_made(desk, plan.name, datetime.fromisoformat(begun)) if begun else None
    if made is None:
        desk.settings.write(mark, desk.clock.now().isoformat())
        try:
            made = desk.line.network().create_list(plan.name, "", private=private)
        except (*NOT_DONE, Refused):
            desk.settings.write(mark, "")
            raise
        made = replace(made, name=plan.name, private=private)
    desk.cache.save_list(made)
    desk.cache.set_mirror(plan.book_id, made.list_id)
    desk.settings.write(mark, "")
    return made


def _find_made(desk: Desk, name: str, begun: datetime) -> XList | None:
    owned = desk.line.network().owned_lists(desk.settings.read("me")).items
    fresh = (one for one in owned if one.created_at is None or one.created_at >= begun - SKEW)
    return next((one for one in fresh if one.name == name and not one.members), None)


def _check_interrupted(desk: Desk, list_id: str, ticket: Ticket) -> tuple[str, ...]:
    """Settle acts whose answer never came, by what the list shows; X has charged those it did."""
    sending = [act for act in _open_acts(desk, list_id) if act.stage is Stage.SENDING]
    if not sending:
        return ()
    pull(desk, list_id, ticket)
    members = desk.cache.members(list_id)
    if members is None or not members.complete:
        raise Unreachable("The list could not be read back after an interruption; try again later.")
    done = [a for a in sending if (a.user_id in members.user_ids) is (a.deed is Deed.ADD_MEMBER)]
    for act in done:
        adding = act.deed is Deed.ADD_MEMBER
        sent_at = act.sent_at or desk.clock.now()
        price = desk.prices.price(ADD if adding else REMOVE)
        desk.ledger.count(sent_at.date(), price, (act.user_id,), "list")
        outcome = Outcome.ADDED if adding else Outcome.REMOVED
        desk.outbox.settle(act.act_id, outcome, sent_at)
    return tuple(act.act_id for act in done)


def _queue(desk: Desk, plan: ListPlan, list_id: str) -> None:
    """Lay the plan's acts in the outbox, and drop waiting ones that are no longer wanted."""
    now = later(desk, list_id)
    members = members_now(desk, list_id)
    wanted = {
        (deed, one.user_id): one
        for deed, group in ((Deed.ADD_MEMBER, plan.adds), (Deed.REMOVE_MEMBER, plan.removes))
        for one in group
        if (one.user_id in members) is (deed is Deed.REMOVE_MEMBER)
    }
    for act in _open_acts(desk, list_id):
        if wanted.pop((act.deed, act.user_id), None) is None:
            desk.outbox.settle(act.act_id, Outcome.DROPPED, now)
    acts = [_act(plan, list_id, deed, one, now) for (deed, _), one in wanted.items()]
    desk.outbox.put(acts)
    desk.announcer.announce(Changed(outbox=True))


def _act(plan: ListPlan, list_id: str, deed: Deed, one: Planned, now: datetime) -> Act:
    act_id = f"{list_id}:{deed}:{one.user_id}:{now.isoformat()}"
    return Act(act_id, deed, plan.book_id, list_id, one.user_id, one.handle, now)


@dataclass(frozen=True, slots=True)
class _Run:
    """The acts that one pass over the outbox settled, and what ended it early."""

    settled: tuple[str, ...]
    stopped: str = ""
    error: AllybookError | None = None


def _drain(desk: Desk, list_id: str, ticket: Ticket) -> _Run:
    """Send what waits until nothing does, or until something speaks against going on."""
    total = len(_open_acts(desk, list_id))
    settled: list[str] = []
    while (act := _next(desk, list_id)) is not None:
        stop = _why_not(desk, ticket, act, paused=bool(settled))
        if stop:
            return _Run(tuple(settled), stop)
        try:
            _send(desk, act)
        except ListLocked as locked:
            if not _is_about(desk, act):
                return _Run(tuple(settled), _lock(desk, act, locked))
            detail = f"X refused them twice, and nobody else: {locked}"
            desk.outbox.settle(act.act_id, Outcome.BLOCKS_YOU, later(desk, list_id), detail)
        except AllybookError as error:
            return _Run(tuple(settled), error=error)
        if _is_about(desk, act):
            desk.settings.write(SUSPECT, "")
        settled.append(act.act_id)
        ticket.report(len(settled), total)
        desk.announcer.announce(Changed(outbox=True))
    return _Run(tuple(settled))


def _why_not(desk: Desk, ticket: Ticket, act: Act, *, paused: bool) -> str:
    """Return why this act is not sent now, or nothing; waits for the pace between two acts."""
    if paused and not _pause(desk, ticket):
        return "Stopped as you asked; the rest waits in the outbox."
    if desk.outbox.sent_since(desk.clock.now() - DAY) >= desk.daily:
        return f"{desk.daily} changes in a day are enough for X; the rest goes out tomorrow."
    until = locked_until(desk)
    if until and act.deed is Deed.ADD_MEMBER:
        return (
            f"X refused an add, so nobody is added before {until:%d %B %H:%M} UTC; asking sooner "
            "makes the lock longer. What waits stays in the outbox."
        )
    return ""


def _next(desk: Desk, list_id: str) -> Act | None:
    """Return what to send next: what was being sent, then removes, then adds; a suspect last."""
    suspect = desk.settings.read(SUSPECT)
    return min(
        _open_acts(desk, list_id),
        key=lambda act: (
            act.stage is not Stage.SENDING,
            act.user_id == suspect,
            act.deed is Deed.ADD_MEMBER,
            act.asked_at,
        ),
        default=None,
    )


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
    now = later(desk, act.list_id)
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


def _is_about(desk: Desk, act: Act) -> bool:
    """Return whether X's refusal is about this one account: it was refused before, alone.

    X gives the same answer for a lock of a day, for a private account and for one that blocks us.
    """
    return desk.settings.read(SUSPECT) == act.user_id


def _lock(desk: Desk, act: Act, locked: ListLocked) -> str:
    until = desk.clock.now() + desk.rest
    desk.settings.write(LOCKED, until.isoformat())
    desk.settings.write(SUSPECT, act.user_id)
    return f"{locked} Nobody is added before {until:%d %B %H:%M} UTC; the rest waits in the outbox."


def _read_back(
    desk: Desk, list_id: str, settled: tuple[str, ...], ticket: Ticket
) -> AllybookError | None:
    """See whether the list shows what X said; also what an earlier run could not read back."""
    acts = [act for act in desk.outbox.acts(list_id) if act.stage is Stage.SETTLED]
    read = desk.cache.members(list_id)
    told = [a for a in acts if a.outcome in {Outcome.ADDED, Outcome.REMOVED} and a.sent_at]
    unread = [
        a
        for a in told
        if read is None or not read.complete or (a.sent_at or a.asked_at) >= read.as_of
    ]
    if not (unread or settled):
        return None
    try:
        pull(desk, list_id, ticket)
    except AllybookError as error:
        return error
    _confirm(desk, list_id, unread)
    return None


def _confirm(desk: Desk, list_id: str, unread: Sequence[Act]) -> None:
    """Correct what X said by what the list shows: “added” that is not there was refused.

    Of several acts about one person only the latest (they come newest first) has to show.
    """
    members = desk.cache.members(list_id)
    if members is None or not members.complete:
        return
    latest = {act.user_id: act for act in reversed(unread)}
    for act in latest.values():
        if act.outcome is Outcome.ADDED and act.user_id not in members.user_ids:
            said = "X said added, and the list does not show it."
            desk.outbox.settle(act.act_id, Outcome.REFUSED, act.sent_at or act.asked_at, said)
