"""Settle what X was asked about a list by what the list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import CONTRADICTED, ENDPOINTS, Deed, Outcome, Stage
from allybook.services.jobs.notes import NEVER, note, noted
from allybook.services.money.doubts import settle_act

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.acts.outbox import Act
    from allybook.services.desk import Desk

TOLD = frozenset({Outcome.ADDED, Outcome.REMOVED})
DONE = {Deed.ADD_MEMBER: Outcome.ADDED, Deed.REMOVE_MEMBER: Outcome.REMOVED}


def in_doubt(desk: Desk, list_id: str | None) -> tuple[Act, ...]:
    """Return the acts that X was asked for without an answer, oldest first."""
    acts = desk.outbox.acts(list_id) if list_id else ()
    return tuple(act for act in reversed(acts) if act.stage is Stage.SENDING)


def doubted(desk: Desk, list_id: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return whom X was asked to add, and to take off, without an answer.

    What takes back an add was asked for by itself, and is none of it.
    """
    doubts = in_doubt(desk, list_id)
    on = frozenset(act.user_id for act in doubts if act.deed is Deed.ADD_MEMBER)
    asked_off = (a for a in doubts if a.deed is Deed.REMOVE_MEMBER and not a.undoes)
    return on, frozenset(act.user_id for act in asked_off)


def unproven(desk: Desk, list_id: str) -> bool:
    """Return whether the list was not read since something about it was asked of X."""
    return bool(to_prove(desk, list_id))


def enough(desk: Desk, list_id: str) -> frozenset[str] | None:
    """Return whose presence on the list would prove all that was asked; None where absence has to.

    What was taken off, or may have been, is proven by the whole list only.
    """
    acts = to_prove(desk, list_id)
    if any(act.deed is not Deed.ADD_MEMBER for act in acts):
        return None
    return frozenset(act.user_id for act in acts)


def to_prove(desk: Desk, list_id: str) -> tuple[Act, ...]:
    """Return the acts of which only the list can show whether they are so."""
    acts = desk.outbox.acts(list_id)
    return *_unread(desk, list_id, acts), *(a for a in acts if a.stage is Stage.SENDING)


def reconcile(desk: Desk, list_id: str, shown: frozenset[str], *, whole: bool = True) -> None:
    """Settle the acts in doubt by who is on the list, and correct what X said and is not so.

    What is in doubt and not done waits again; of what was done, X has charged the price. Where
    those shown are not the ``whole`` list, the others may be on it as well: only of those who are
    shown is anything learned.
    """
    known = desk.outbox.acts(list_id)
    acts = [act for act in known if whole or act.user_id in shown]
    for act in acts:
        if act.stage is Stage.SENDING:
            _settle_doubt(desk, act, done=_shows(act, shown))
    # Of several acts about one person only the latest (they come newest first) has to show.
    latest = {act.user_id: act for act in reversed(acts) if act.outcome in TOLD}
    for act in _unread(desk, list_id, tuple(latest.values())):
        if act.outcome and act.sent_at and not _shows(act, shown):
            said = CONTRADICTED[act.outcome]
            desk.outbox.settle(act.act_id, Outcome.REFUSED, act.sent_at, said)


def bears_out(desk: Desk, list_id: str, shown: frozenset[str]) -> bool:
    """Return whether all that X said since the last look is so by who is on the list."""
    acts = desk.outbox.acts(list_id)
    latest = {act.user_id: act for act in reversed(acts) if act.outcome in TOLD}
    return all(_shows(act, shown) for act in _unread(desk, list_id, tuple(latest.values())))


def note_proven(desk: Desk, list_id: str, as_of: datetime) -> None:
    """Write down that all until a moment (UTC) was compared with the list."""
    note(desk, f"proven:{list_id}", as_of)


def contradicted(desk: Desk, list_id: str) -> frozenset[str]:
    """Return whom X called added since the last look that proved all, and the list does not show.

    They were never on it, so nobody took them off.
    """
    latest = {act.user_id: act for act in reversed(desk.outbox.acts(list_id)) if act.sent_at}
    proven, said = noted(desk, f"proven:{list_id}") or NEVER, CONTRADICTED[Outcome.ADDED]
    return frozenset(
        user_id
        for user_id, act in latest.items()
        if act.detail == said and act.sent_at and act.sent_at > proven
    )


def _unread(desk: Desk, list_id: str, acts: Sequence[Act]) -> tuple[Act, ...]:
    proven = noted(desk, f"proven:{list_id}") or NEVER
    return tuple(a for a in acts if a.outcome in TOLD and a.sent_at and a.sent_at > proven)


def _shows(act: Act, shown: frozenset[str]) -> bool:
    """Return whether the list is as it is after an act."""
    return (act.user_id in shown) is (act.deed is Deed.ADD_MEMBER)


def _settle_doubt(desk: Desk, act: Act, *, done: bool) -> None:
    sent_at = act.sent_at or desk.clock.now()
    if done:
        desk.outbox.settle(act.act_id, DONE[act.deed], sent_at)
    else:
        desk.outbox.postpone(act.act_id)
    asked = (ENDPOINTS[act.deed], act.list_id, act.user_id)
    settle_act(desk, *asked, done_at=sent_at if done else None)
