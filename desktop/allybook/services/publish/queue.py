"""Which acts wait for X, and which of them comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import ENDPOINTS, Act, Deed, Outcome, Stage
from allybook.domain.changes import Changed
from allybook.domain.reading.sources import Origin, Source
from allybook.services.lists.pull import later, members_now
from allybook.services.lists.reconcile import in_doubt
from allybook.services.money.doubts import settle_act
from allybook.services.publish.lock import suspects
from allybook.services.publish.objection import needless
from allybook.services.publish.unsent import unsent
from allybook.services.reading.noted import end_gaps

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan, Planned

MEMBERS = frozenset({Deed.ADD_MEMBER, Deed.REMOVE_MEMBER})


def member_acts(desk: Desk, list_id: str | None) -> tuple[Act, ...]:
    """Return the acts about the members of a list, oldest first."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    return tuple(act for act in reversed(acts) if act.deed in MEMBERS)


def is_open(act: Act) -> bool:
    """Return whether nothing has come of an act yet."""
    return act.stage is not Stage.SETTLED


def lay(desk: Desk, plan: ListPlan, list_id: str) -> frozenset[str]:
    """Lay a plan's acts in the outbox, and settle waiting ones that nobody wants any more.

    What takes back another act was asked for by itself, and stays. Of whom is in doubt nobody can
    say yet that it is needless. Return the ids of the acts that may be sent by this plan: what
    takes something back and is not named in it was not priced, and waits for the next.
    """
    now = later(desk, list_id)
    members = members_now(desk, list_id)
    doubted = {act.user_id for act in in_doubt(desk, list_id)}
    named = {
        (deed, one.user_id): one
        for deed, group in ((Deed.ADD_MEMBER, plan.adds), (Deed.REMOVE_MEMBER, plan.removes))
        for one in group
    }
    wanted = {
        (deed, i): one
        for (deed, i), one in named.items()
        if i in doubted or (i in members) is (deed is Deed.REMOVE_MEMBER)
    }
    for act in filter(is_open, member_acts(desk, list_id)):
        unwanted = wanted.pop((act.deed, act.user_id), None) is None
        if unwanted and act.stage is Stage.WAITING and not act.undoes:
            known = None if act.user_id in doubted else needless(act, members)
            desk.outbox.settle(act.act_id, known or Outcome.DROPPED, now)
    desk.outbox.put([_act(plan, list_id, deed, one, now) for (deed, _), one in wanted.items()])
    desk.announcer.announce(Changed(outbox=True))
    unpriced = {a.act_id for a in unsent(desk, list_id) if (a.deed, a.user_id) not in named}
    acts = filter(is_open, member_acts(desk, list_id))
    return frozenset(act.act_id for act in acts) - unpriced


def forget(desk: Desk, list_id: str) -> None:
    """Forget a list that X has no more, with all that waits for it or was not read of it.

    What was in doubt has come to nothing, and nobody can look it up any more.
    """
    for act in in_doubt(desk, list_id):
        desk.outbox.settle(act.act_id, Outcome.DROPPED, act.sent_at or act.asked_at)
        settle_act(desk, ENDPOINTS[act.deed], list_id, act.user_id, done_at=None)
    desk.outbox.drop(list_id)
    desk.cache.forget_list(list_id)
    end_gaps(desk, Source(Origin.LIST, list_id))


def next_act(desk: Desk, list_id: str, laid: frozenset[str]) -> Act | None:
    """Return what to send next of the acts that were ``laid`` for a run, by id.

    Removes go out first, then adds; those whom X refused before come last. What is in doubt is
    never sent: it is looked up first.
    """
    doubted = suspects(desk)
    waiting = (act for act in member_acts(desk, list_id) if act.stage is Stage.WAITING)
    return min(
        (one for one in waiting if one.act_id in laid),
        key=lambda act: (act.deed is Deed.ADD_MEMBER, act.user_id in doubted, act.asked_at),
        default=None,
    )


def _act(plan: ListPlan, list_id: str, deed: Deed, one: Planned, now: datetime) -> Act:
    act_id = f"{list_id}:{deed}:{one.user_id}:{now.isoformat()}"
    return Act(act_id, deed, plan.book_id, list_id, one.user_id, one.handle, now)
