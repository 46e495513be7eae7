"""Take back what was done on X: by the opposite act, through the same outbox, checked alike.

All of it is found in the outbox, so it works after a restart, and after the cache was emptied.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.acts.outbox import AS_WANTED, CHANGES, ENDPOINTS, Act, Deed, Outcome, Stage
from allybook.domain.book.entry import Status
from allybook.domain.changes import Changed
from allybook.domain.errors import AllybookError, BadInput, CostsMore, NotThere
from allybook.domain.money.pricing import Quote
from allybook.domain.spoken import speak
from allybook.services.lists.pull import grown, is_partly_known, later, members_now
from allybook.services.lists.reconcile import in_doubt, unproven
from allybook.services.money.doubts import settle_act
from allybook.services.money.quote import UNSENT, hold_to, plan_step
from allybook.services.people.resolve import unnamed
from allybook.services.publish.leaving import LEAVERS
from allybook.services.publish.objection import speaks_against
from allybook.services.publish.pace import pace_of
from allybook.services.publish.plan import ListPlan, Planned
from allybook.services.publish.queue import forget, is_open, member_acts
from allybook.services.publish.quote import Work, quote_work
from allybook.services.publish.report import note_told
from allybook.services.publish.run import publish

if TYPE_CHECKING:
    from allybook.domain.book.ally import Ally
    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

OPPOSITES = {
    Deed.ADD_MEMBER: Deed.REMOVE_MEMBER,
    Deed.REMOVE_MEMBER: Deed.ADD_MEMBER,
    Deed.CREATE_LIST: Deed.DELETE_LIST,
}
JOB = "list"


class Against(StrEnum):
    """Why an act cannot be taken back."""

    WAITS = "it waits, and can be dropped"
    IN_DOUBT = "nobody knows yet whether X did it"
    NOT_DONE = "nothing came of it"
    TAKEN_BACK = "it is taken back already"
    OVERTAKEN = "something was done about the same account since"
    FOR_GOOD = "X has no opposite of it"
    LIST_GONE = "the list is gone"
    NOT_WANTED = "the account wants to be on no list"
    NOT_IN_BOOK = "the book does not have this account any more"


class TakeBack(Struct, frozen=True):
    """What taking an act back would do.

    ``members`` are on the list as far as is known, and ``partly`` says that more may be; ``again``
    says that the book still wants what was done, so that publishing it would do it again.
    ``others`` are the other acts that wait for the same list and go out with it, by id. The ``act``
    may be one that waits and takes another one back: then it is that itself which is sent.
    """

    act: Act
    deed: Deed
    members: int
    quote: Quote
    again: bool = False
    others: frozenset[str] = frozenset()
    partly: bool = False

    @property
    def along(self) -> int:
        """Return how many other changes go out with it."""
        return len(self.others)

    @property
    def waits(self) -> bool:
        """Return whether it was begun already, and only has to be sent."""
        return self.act.stage is Stage.WAITING


class TakenBack(Struct, frozen=True):
    """What came of it: the opposite act, settled or waiting, and why it ended early if it did."""

    act: Act
    stopped: str = ""
    error: AllybookError | None = None

    @property
    def done(self) -> bool:
        """Return whether X is as it was before."""
        return self.act.outcome in AS_WANTED


def against(desk: Desk, act: Act) -> Against | None:
    """Return why an act cannot be taken back, or None where it can."""
    if act.stage is not Stage.SETTLED:
        return Against.WAITS if act.stage is Stage.WAITING else Against.IN_DOUBT
    if act.outcome not in CHANGES:
        return Against.NOT_DONE
    if act.deed not in OPPOSITES:
        return Against.FOR_GOOD
    return _what_came_since(desk, act) or _what_the_book_says(desk, act)


def plan_take_back(desk: Desk, act: Act) -> TakeBack:
    """Plan to take an act back, at no cost; ``BadInput`` where something speaks against it."""
    plan = look_into(desk, act)
    if isinstance(plan, Against):
        raise BadInput(
            speak("This cannot be taken back: {why}. Nothing was changed.", why=plan.value)
        )
    return plan


def look_into(desk: Desk, act: Act) -> TakeBack | Against:
    """Return what taking an act back would do, or what speaks against it."""
    if _waits_itself(act):
        why = _what_the_book_says(desk, replace(act, deed=OPPOSITES[act.deed]))
        return why or _plan_members(desk, act, act)
    why = against(desk, act)
    if why:
        return why
    deed, members = OPPOSITES[act.deed], members_now(desk, act.list_id)
    if deed is Deed.DELETE_LIST:
        step = plan_step(desk, ENDPOINTS[deed], 1, speak("The list is deleted"))
        quote = Quote(JOB, (step,), "It is one request.")
        partly = is_partly_known(desk, act.list_id)
        return TakeBack(act, deed, len(members), quote, partly=partly)
    return _plan_members(desk, act, _opposite(desk, act))


def _waits_itself(act: Act) -> bool:
    """Return whether an act takes another one back, and was not sent yet."""
    return act.stage is Stage.WAITING and bool(act.undoes)


def _plan_members(desk: Desk, act: Act, opposite: Act) -> TakeBack:
    """Return what sending an opposite does: it takes ``act`` back, or is that act itself."""
    members = members_now(desk, act.list_id)
    others = tuple(a for a in _open(desk, act.list_id) if a.act_id != opposite.act_id)
    going = (*others, opposite)
    read = desk.cache.members(act.list_id)
    work = Work(
        members,
        _ids(going, Deed.ADD_MEMBER),
        _ids(going, Deed.REMOVE_MEMBER),
        known=read is not None and read.complete,
        unproven=unproven(desk, act.list_id),
        unread=unnamed(desk, _ids(going, Deed.ADD_MEMBER)),
        doubted=bool(in_doubt(desk, act.list_id)),
        grown=grown(desk, act.list_id),
    )
    quote, _days = quote_work(desk, work, pace_of(desk))
    again = _wants(_ally(desk, act), OPPOSITES[opposite.deed])
    names = frozenset(one.act_id for one in others)
    return TakeBack(act, opposite.deed, len(members), quote, again=again, others=names)


def take_back(desk: Desk, plan: TakeBack, ticket: Ticket) -> TakenBack:
    """Do what a plan says; what could not be sent waits in the outbox.

    ``BadInput`` where something speaks against it by now, ``CostsMore`` where it costs more, or
    other changes would go out with it than were told: nothing is asked of X then.
    """
    now = _hold(desk, plan)
    if plan.deed is Deed.DELETE_LIST:
        return _delete_list(desk, plan.act)
    opposite = plan.act if plan.waits else _opposite(desk, plan.act)
    desk.outbox.put([opposite])
    desk.announcer.announce(Changed(outbox=True))
    sent = publish(desk, _as_it_waits(desk, now), ticket)
    note_told(desk, sent.list_id, sent.acts)
    acts = desk.outbox.acts(plan.act.list_id)
    act = next(one for one in acts if one.act_id == opposite.act_id)
    return TakenBack(act, sent.stopped, sent.error)


OTHERS: Pattern = (
    "Other changes wait for this list by now, and they would go out as well. Look at the price "
    "again. Nothing was sent."
)


def _hold(desk: Desk, said: TakeBack) -> TakeBack:
    """Return what is to be done by now of what a person agreed to, who may have thought long."""
    acts = desk.outbox.acts(said.act.list_id)
    act = next((one for one in acts if one.act_id == said.act.act_id), said.act)
    now = plan_take_back(desk, act)
    hold_to(said.quote, now.quote, UNSENT)
    if now.others - said.others:
        raise CostsMore(OTHERS)
    return now


def drop(desk: Desk, act_id: str) -> None:
    """Take an act out of the outbox; ``BadInput`` where it does not wait any more."""
    if not desk.outbox.withdraw(act_id):
        raise BadInput("This does not wait any more: it was sent, or dropped already.")
    desk.announcer.announce(Changed(outbox=True))


def _what_came_since(desk: Desk, act: Act) -> Against | None:
    since = _since(desk, act)
    if any(one.undoes == act.act_id for one in since):
        return Against.TAKEN_BACK
    if any(one.outcome is Outcome.DELETED for one in since):
        return Against.LIST_GONE
    newer = act.user_id and any(one.user_id == act.user_id for one in since)
    return Against.OVERTAKEN if newer else None


def _what_the_book_says(desk: Desk, act: Act) -> Against | None:
    """Return what forbids to put somebody back on a list; taking them off is always allowed."""
    if act.deed is not Deed.REMOVE_MEMBER:
        return None
    if _ally(desk, act) is None:
        return Against.NOT_IN_BOOK
    said = speaks_against(desk, _opposite(desk, act))
    return Against.NOT_WANTED if said in {Outcome.OPTED_OUT, Outcome.NO_LISTS} else None


def _since(desk: Desk, act: Act) -> list[Act]:
    """Return what was done or is wanted on the same list since an act."""
    acts = [
        one
        for one in desk.outbox.acts(act.list_id)
        if one.stage is not Stage.SETTLED or one.outcome in CHANGES
    ]
    keys = [one.act_id for one in acts]
    return acts[: keys.index(act.act_id)] if act.act_id in keys else acts


def _opposite(desk: Desk, act: Act) -> Act:
    now, deed = later(desk, act.list_id), OPPOSITES[act.deed]
    key = f"{act.list_id}:{deed}:{act.user_id}:{now.isoformat()}"
    whole = Act(key, deed, act.book, act.list_id, act.user_id, act.handle, now)
    return replace(whole, undoes=act.act_id)


def _open(desk: Desk, list_id: str) -> tuple[Act, ...]:
    """Return what waits for a list, oldest first: it goes out with whatever is sent there."""
    return tuple(filter(is_open, member_acts(desk, list_id)))


def _ids(acts: tuple[Act, ...], deed: Deed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act.user_id for act in acts if act.deed is deed))


def _as_it_waits(desk: Desk, plan: TakeBack) -> ListPlan:
    """Return the plan that asks for what waits, so that publishing adds nothing to it."""
    act = plan.act
    waiting = _open(desk, act.list_id)

    def planned(deed: Deed) -> tuple[Planned, ...]:
        """Return what waits of one kind."""
        return tuple(
            Planned(one.user_id, one.handle, "", one.deed) for one in waiting if one.deed is deed
        )

    adds, removes = planned(Deed.ADD_MEMBER), planned(Deed.REMOVE_MEMBER)
    nobody: tuple[Planned, ...] = ()
    return ListPlan(
        act.book, act.list_id, "", plan.members, adds, removes, nobody, (), (), plan.quote
    )


def _ally(desk: Desk, act: Act) -> Ally | None:
    with suppress(BadInput):
        return desk.shelf.open(act.book).ally(act.user_id)
    return None


def _wants(ally: Ally | None, done: Deed) -> bool:
    """Return whether the book still wants what was done."""
    if ally is None:
        return False
    adding = done is Deed.ADD_MEMBER
    return ally.status is Status.APPROVED if adding else ally.status in LEAVERS


def _delete_list(desk: Desk, act: Act) -> TakenBack:
    """Delete a list on X. One that X does not know any more was deleted by a run cut off."""
    done_before = None
    with desk.jobs.named(JOB), desk.outbox.turn():
        try:
            desk.line.network().delete_list(act.list_id)
        except NotThere as gone:
            _must_be_gone(desk, act.list_id, gone)
            done_before = desk.clock.now()
    settle_act(desk, ENDPOINTS[Deed.DELETE_LIST], act.list_id, done_at=done_before)
    forget(desk, act.list_id)
    price = desk.prices.price(ENDPOINTS[Deed.DELETE_LIST]).dollars
    opposite = replace(_opposite(desk, act), price=price)
    desk.outbox.put([opposite])
    desk.outbox.settle(opposite.act_id, Outcome.DELETED, opposite.asked_at)
    desk.announcer.announce(Changed(outbox=True, lists=True))
    settled = replace(opposite, stage=Stage.SETTLED, outcome=Outcome.DELETED)
    return TakenBack(replace(settled, sent_at=opposite.asked_at))


def _must_be_gone(desk: Desk, list_id: str, gone: NotThere) -> None:
    """Raise unless it is the list that X has no more: where X names none, it is asked for it."""
    if gone.is_about(list_id):
        return
    try:
        desk.line.network().x_list(list_id)
    except NotThere as missing:
        if missing.is_about(list_id):
            return
        raise
    raise gone
