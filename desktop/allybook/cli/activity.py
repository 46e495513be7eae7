"""``allybook activity``: what was sent to X or waits, and what is done by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.happenings import as_json, name_of, outcome_of
from allybook.cli.out import moment
from allybook.domain.money.dollars import in_words
from allybook.services.publish.activity import happenings, key_of, moment_of, price_of

if TYPE_CHECKING:
    from allybook.cli.call import Call
    from allybook.services.desk import Desk
    from allybook.services.publish.activity import Happening

NOT_KEPT = "not kept"
NOTHING = "Nothing was sent to X from here yet, and the tick list is empty."


def run_activity(call: Call) -> int:
    """Print all acts and ticks, newest first."""
    desk, out = call.desk, call.out
    found = happenings(desk)
    if call.words.form == "json":
        out.json([as_json(desk, one) for one in found])
    elif found:
        rows = [_cells(desk, one) for one in found]
        out.table(rows, ("when", "what", "about", "came of it", "cost", "id"))
    else:
        out.say(NOTHING)
    return 0


def _cells(desk: Desk, one: Happening) -> tuple[str, ...]:
    price = price_of(desk, one)
    cost = NOT_KEPT if price is None else in_words(price) if price else "free"
    return moment(moment_of(one)), _what(one), name_of(one), outcome_of(one), cost, key_of(one)


def _what(one: Happening) -> str:
    return one.deed.value.replace("_", " ")
