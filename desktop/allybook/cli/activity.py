"""``allybook activity``, ``take-back`` and ``ticks``: what was sent to X, and done by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import agree, duration, some
from allybook.cli.out import dollars, moment
from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.money import in_words
from allybook.domain.outbox import Act, Deed
from allybook.domain.ticks import Tick, TickState
from allybook.services.money.quote import fits
from allybook.services.publish.activity import happening, happenings, key_of, moment_of, price_of
from allybook.services.publish.audience import is_private
from allybook.services.publish.take_back import drop, plan_take_back, take_back
from allybook.services.publish.ticks import (
    lay_opposite,
    lay_text,
    mark_opened,
    next_tick,
    settle_tick,
    waiting_ticks,
)
from allybook.services.publish.weigh import LIMIT, price_by_api, weigh

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.publish.activity import Happening
    from allybook.services.publish.take_back import TakeBack

NOTHING = "Nothing was sent to X from here yet, and the tick list is empty."
NO_TICK = "The tick list is empty: there is nothing to do by hand."


def run_activity(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    """Print all acts and ticks, newest first."""
    found = happenings(desk)
    if words.form == "json":
        out.json([_as_json(desk, one) for one in found])
    elif found:
        rows = [_cells(desk, one) for one in found]
        out.table(rows, ("when", "what", "about", "came of it", "cost", "id"))
    else:
        out.say(NOTHING)
    return 0


def run_take_back(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Take one act back, after its price was said and a person has agreed."""
    one = happening(desk, words.act)
    if one is None:
        raise BadInput(f"There is no {words.act!r}: allybook activity --json names them.")
    if isinstance(one, Tick):
        return _take_tick_back(desk, one, out)
    if one.outcome is None:
        drop(desk, one.act_id)
        out.say(f"Dropped before it was sent: {_about(one)}.")
        return 0
    plan = plan_take_back(desk, one)
    desk.line.network()
    agree(plan.quote, out)
    _must_agree(desk, plan, options)
    taken = take_back(desk, plan, ticket)
    if taken.done:
        out.say(f"Taken back: {_about(one)}.")
    else:
        out.remark(str(taken.error) if taken.error else taken.stopped or taken.act.detail)
    if taken.error is not None:
        return taken.error.exit_status
    return 0 if taken.done else 1


def run_ticks(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    """Show the tick list, or say what came of what is next on it."""
    if words.act == "list":
        return _list_ticks(desk, words, out)
    if words.act == "post":
        return _lay_post(desk, words, out)
    tick = desk.outbox.ticks.tick(words.tick) if words.tick else next_tick(desk)
    if tick is None:
        if words.tick:
            raise BadInput(f"There is no {words.tick!r} on the tick list.")
        if words.form == "json":
            out.json(None)
        else:
            out.say(NO_TICK)
        return 0
    if words.act == "next":
        # Whoever reads the address is about to open it.
        tick = mark_opened(desk, tick.tick_id)
    else:
        state = TickState.DONE if words.act == "done" else TickState.SKIPPED
        tick = settle_tick(desk, tick.tick_id, state)
    _say_tick(desk, tick, words, out)
    return 0


def _must_agree(desk: Desk, plan: TakeBack, options: Options) -> None:
    if not options.yes:
        raise BadInput(
            f"{_effect(desk, plan)} It takes {duration(plan.quote.minutes)}. Say --yes to do it; "
            "nothing was sent."
        )
    if not fits(desk, plan.quote):
        raise OverBudget(
            f"Taking it back would cost {in_words(plan.quote.dollars)}, more than is left of this "
            "month's budget; nothing was sent."
        )


def _effect(desk: Desk, plan: TakeBack) -> str:
    """Return what taking back does, and what of it cannot be undone."""
    about = _about(plan.act)
    if plan.deed is Deed.DELETE_LIST:
        return f"{about} and its {some(plan.members, 'member')} go from X for good."
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


def _list_ticks(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    waiting = waiting_ticks(desk)
    if words.form == "json":
        out.json([_tick_json(desk, tick) for tick in waiting])
    elif waiting:
        rows = [(tick.deed.value, _about(tick), tick.state.value, tick.tick_id) for tick in waiting]
        out.table(rows, ("what", "about", "state", "id"))
    else:
        out.say(NO_TICK)
    return 0


def _lay_post(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    """Put a post on the list, with its weight and what it would cost to send it by the API."""
    tick, weight = lay_text(desk, words.tick), weigh(words.tick)
    if not weight.fits:
        out.remark(f"{weight.length} of {LIMIT} characters: X will ask you to shorten it.")
    links = some(len(weight.links), "link")
    price = in_words(price_by_api(desk, weight))
    out.remark(f"{weight.length} of {LIMIT}, {links}: free in the browser, {price} by X's API.")
    if words.form == "json":
        out.json(_tick_json(desk, tick))
    else:
        out.say(f"On the tick list: {_about(tick)}")
    return 0


def _say_tick(desk: Desk, tick: Tick, words: argparse.Namespace, out: Out) -> None:
    if words.form == "json":
        out.json(_tick_json(desk, tick))
    elif words.act == "next":
        out.remark(f"{tick.deed.value.capitalize()} {_about(tick)}, free in the browser:")
        out.say(tick.address)
    else:
        out.say(f"{_about(tick)}: {tick.deed.value}, {tick.state.value}.")


def _cells(desk: Desk, one: Happening) -> tuple[str, ...]:
    price = price_of(desk, one)
    cost = in_words(price) if price else "free"
    return moment(moment_of(one)), _what(one), _about(one), _outcome(one), cost, key_of(one)


def _as_json(desk: Desk, one: Happening) -> dict[str, object]:
    whole: dict[str, object] = {
        "id": key_of(one),
        "kind": "act" if isinstance(one, Act) else "tick",
        "what": one.deed.value,
        "at": moment(moment_of(one)),
        "user_id": one.user_id,
        "handle": one.handle,
        "outcome": _outcome(one),
        "dollars": dollars(price_of(desk, one)),
        "undoes": one.undoes,
    }
    if isinstance(one, Act):
        return {**whole, "list_id": one.list_id, "detail": one.detail}
    return {**whole, "post_id": one.post_id, "text": one.text}


def _tick_json(desk: Desk, tick: Tick) -> dict[str, object]:
    return {**_as_json(desk, tick), "address": tick.address}


def _what(one: Happening) -> str:
    return one.deed.value.replace("_", " ")


def _outcome(one: Happening) -> str:
    if isinstance(one, Act):
        return (one.outcome or one.stage).value
    return one.state.value


def _about(one: Happening) -> str:
    if isinstance(one, Act) and not one.user_id:
        return f"The list “{one.handle}”"
    if one.handle:
        return f"@{one.handle}"
    if one.user_id:
        return one.user_id
    return one.text if isinstance(one, Tick) else one.list_id
