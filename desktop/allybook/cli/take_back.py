"""``allybook take-back``: take one act back, or lay its opposite on the tick list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import agree, duration, some
from allybook.cli.happenings import name_of, outcome_of
from allybook.domain.acts.outbox import Deed
from allybook.domain.acts.ticks import Tick
from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.money.dollars import in_words
from allybook.services.money.quote import fits
from allybook.services.publish.activity import happening
from allybook.services.publish.audience import is_private
from allybook.services.publish.take_back import drop, plan_take_back, take_back
from allybook.services.publish.ticks import lay_opposite, mark_opened

if TYPE_CHECKING:
    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.services.desk import Desk
    from allybook.services.publish.take_back import TakeBack, TakenBack


def run_take_back(call: Call) -> int:
    """Take one act back, after its price was said and a person has agreed."""
    desk, words, out = call.desk, call.words, call.out
    one = happening(desk, words.act)
    if one is None:
        raise BadInput(f"There is no {words.act!r}: allybook activity --json names them.")
    if isinstance(one, Tick):
        return _take_tick_back(desk, one, out)
    if one.outcome is None:
        drop(desk, one.act_id)
        out.say(f"Dropped before it was sent: {name_of(one)}.")
        return 0
    plan = plan_take_back(desk, one)
    desk.line.network()
    agree(plan.quote, out)
    _must_agree(call, plan)
    taken = take_back(desk, plan, call.ticket)
    if taken.done:
        out.say(f"Taken back: {name_of(one)}.")
    else:
        out.remark(_why_not(taken))
    if taken.error is not None:
        return taken.error.exit_status
    return 0 if taken.done else 1


def _why_not(taken: TakenBack) -> str:
    """Return why an act is not taken back, or not yet."""
    if taken.error is not None:
        return str(taken.error)
    came_of_it = outcome_of(taken.act).replace("_", " ")
    why = f"Not taken back: {name_of(taken.act)} ({came_of_it})."
    return taken.stopped or taken.act.detail or why


def _must_agree(call: Call, plan: TakeBack) -> None:
    if not call.options.yes:
        takes = duration(plan.quote.minutes)
        raise BadInput(
            f"{_effect(call.desk, plan)} It takes {takes}. Say --yes to do it; nothing was sent."
        )
    if not fits(call.desk, plan.quote):
        raise OverBudget(
            f"Taking it back would cost {in_words(plan.quote.dollars)}, more than is left of this "
            "month's budget; nothing was sent."
        )


def _effect(desk: Desk, plan: TakeBack) -> str:
    """Return what taking back does, and what of it cannot be undone."""
    about = name_of(plan.act)
    if plan.deed is Deed.DELETE_LIST:
        least = "at least " if plan.partly else ""
        return f"{about} and its {least}{some(plan.members, 'member')} go from X for good."
    private = is_private(desk, plan.act.list_id)
    verb = "comes off" if plan.deed is Deed.REMOVE_MEMBER else "comes back on"
    told = ""
    if not private:
        told = " X may tell whom it adds to a public list, and that cannot be taken back."
    again = " The book still wants it: publishing would do it again." if plan.again else ""
    along = ""
    if plan.along:
        verb_along = "waits and goes" if plan.along == 1 else "wait and go"
        along = f" {some(plan.along, 'other change')} {verb_along} out with it."
    return f"{about} {verb} the X List.{told}{again}{along}"


def _take_tick_back(desk: Desk, tick: Tick, out: Out) -> int:
    """Put the opposite on the tick list: X allows it only in its own app."""
    opposite = mark_opened(desk, lay_opposite(desk, tick).tick_id)
    out.remark("X allows this only in its own app: open the address, then allybook ticks done.")
    out.say(opposite.address)
    return 0
