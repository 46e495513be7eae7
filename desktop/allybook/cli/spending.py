"""``allybook ledger`` and ``allybook budget``: what was spent, and what may be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from allybook.cli.out import dollars, moment
from allybook.domain.money.dollars import in_words, parse_budget
from allybook.services.money.doubts import close_doubt, doubts, held_this_month, may_close
from allybook.services.money.quote import budget, left, set_budget, spent_this_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.money.pricing import Dollars, Spending
    from allybook.domain.money.reservations import Doubt
    from allybook.services.desk import Desk

CHARGED, FREE = "charged", "free"


def run_ledger(call: Call) -> int:
    """Print what was spent, per day, class and job; first end the doubts if a person says how."""
    desk, words, out = call.desk, call.words, call.out
    if words.doubts:
        _close(desk, out, charged=words.doubts == CHARGED)
    lines, open_ones = desk.ledger.lines(date.min, date.max), doubts(desk)
    if words.form == "json":
        rows = [_line(line) for line in lines]
        told = [_doubt(doubt) for doubt in open_ones]
        out.json({**_month(desk), "lines": rows, "doubts": told})
        return 0
    _print(lines, open_ones, out)
    out.say(_in_a_sentence(desk))
    return 0


def run_budget(call: Call) -> int:
    """Print this month's budget and what is left of it; first set another if one is said."""
    desk, words, out = call.desk, call.words, call.out
    if words.dollars:
        set_budget(desk, parse_budget(words.dollars))
    if words.form == "json":
        out.json(_month(desk))
        return 0
    out.say(_in_a_sentence(desk))
    if not left(desk):
        out.say("Nothing more is read until the next month, or until the budget is raised.")
    return 0


def _close(desk: Desk, out: Out, *, charged: bool) -> None:
    ripe = [doubt for doubt in doubts(desk) if may_close(desk, doubt)]
    for doubt in ripe:
        close_doubt(desk, doubt, charged=charged)
    if len(ripe) < len(doubts(desk)) + len(ripe):
        out.remark("Requests of the last five minutes stay in doubt: they may still be answered.")


def _month(desk: Desk) -> dict[str, object]:
    return {
        "month": dollars(spent_this_month(desk)),
        "in_doubt": dollars(_sum(doubts(desk))),
        "budget": dollars(budget(desk)),
        "left": dollars(left(desk)),
    }


def _in_a_sentence(desk: Desk) -> str:
    held = held_this_month(desk)
    doubt = f", {in_words(held)} in doubt" if held else ""
    return (
        f"Spent this month: {in_words(spent_this_month(desk))} of {in_words(budget(desk))}{doubt}, "
        f"{in_words(left(desk))} left"
    )


def _sum(open_ones: Sequence[Doubt]) -> Dollars:
    return sum((doubt.dollars for doubt in open_ones), Decimal(0))


def _line(line: Spending) -> dict[str, object]:
    return {
        "day": line.day.isoformat(),
        "class": line.charge,
        "job": line.job,
        "resources": line.resources,
        "dollars": dollars(line.dollars),
    }


def _doubt(doubt: Doubt) -> dict[str, object]:
    return {
        "since": moment(doubt.since),
        "class": doubt.charge,
        "job": doubt.job,
        "resources": doubt.resources,
        "dollars": dollars(doubt.dollars),
    }


def _print(lines: Sequence[Spending], open_ones: Sequence[Doubt], out: Out) -> None:
    rows = [
        (x.day.isoformat(), x.job, x.charge, str(x.resources), in_words(x.dollars)) for x in lines
    ]
    if rows:
        out.table(rows, ("day", "job", "class", "resources", "cost"))
    unsure = [
        (moment(x.since), x.job, x.charge, str(x.resources), in_words(x.dollars)) for x in open_ones
    ]
    if unsure:
        out.say("Requests without an answer, in doubt until you say whether X charged them:")
        out.table(unsure, ("since", "job", "class", "at most", "cost"))
        out.say("“allybook ledger --doubts charged” or “--doubts free” decides about them all.")
