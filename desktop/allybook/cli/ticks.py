"""``allybook ticks``: do by hand what X allows only in its own app, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.happenings import as_json, name_of
from allybook.domain.acts.ticks import TickState
from allybook.domain.errors import BadInput
from allybook.domain.money.dollars import in_words
from allybook.services.publish.ticks import (
    lay_text,
    mark_opened,
    next_tick,
    settle_tick,
    waiting_ticks,
)
from allybook.services.publish.weigh import LIMIT, price_by_api, weigh

if TYPE_CHECKING:
    from allybook.cli.call import Call
    from allybook.domain.acts.ticks import Tick
    from allybook.services.desk import Desk

NO_TICK = "The tick list is empty: there is nothing to do by hand."


def run_ticks(call: Call) -> int:
    """Show the tick list, or say what came of what is next on it."""
    desk, words, out = call.desk, call.words, call.out
    if words.act == "list":
        return _list_ticks(call)
    if words.act == "post":
        return _lay_post(call)
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
    _say_tick(call, tick)
    return 0


def _list_ticks(call: Call) -> int:
    desk, out = call.desk, call.out
    waiting = waiting_ticks(desk)
    if call.words.form == "json":
        out.json([_tick_json(desk, tick) for tick in waiting])
    elif waiting:
        rows = [
            (tick.deed.value, name_of(tick), tick.state.value, tick.tick_id) for tick in waiting
        ]
        out.table(rows, ("what", "about", "state", "id"))
    else:
        out.say(NO_TICK)
    return 0


def _lay_post(call: Call) -> int:
    """Put a post on the list, with its weight and what it would cost to send it by the API."""
    desk, words, out = call.desk, call.words, call.out
    tick, weight = lay_text(desk, words.tick), weigh(words.tick)
    if not weight.fits:
        out.remark(f"{weight.length} of {LIMIT} characters: X will ask you to shorten it.")
    links = some(len(weight.links), "link")
    price = in_words(price_by_api(desk, weight))
    out.remark(f"{weight.length} of {LIMIT}, {links}: free in the browser, {price} by X's API.")
    if words.form == "json":
        out.json(_tick_json(desk, tick))
    else:
        out.say(f"On the tick list: {name_of(tick)}")
    return 0


def _say_tick(call: Call, tick: Tick) -> None:
    desk, words, out = call.desk, call.words, call.out
    if words.form == "json":
        out.json(_tick_json(desk, tick))
    elif words.act == "next":
        out.remark(f"{tick.deed.value.capitalize()} {name_of(tick)}, free in the browser:")
        out.say(tick.address)
    else:
        out.say(f"{name_of(tick)}: {tick.deed.value}, {tick.state.value}.")


def _tick_json(desk: Desk, tick: Tick) -> dict[str, object]:
    return {**as_json(desk, tick), "address": tick.address}
