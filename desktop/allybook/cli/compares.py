"""``allybook check --compare``: what changed between the readings of two days, at no cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.cli.chosen_book import book_called
from allybook.cli.known_days import known_day, known_moment
from allybook.cli.out import moment
from allybook.domain.check.follow_events import FollowTurn
from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput
from allybook.services.check.compare import compare_days

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime, tzinfo

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.check.follow_events import Event
    from allybook.services.desk import Desk

LIST = "list:"
"""Before the name or id of an X List."""
COLUMNS = ("user_id", "handle", "side", "turn", "after", "by")
WORDS = {
    (Side.FOLLOWERS, FollowTurn.FOLLOWED): "follows us now",
    (Side.FOLLOWERS, FollowTurn.UNFOLLOWED): "follows us no more",
    (Side.FOLLOWING, FollowTurn.FOLLOWED): "we follow now",
    (Side.FOLLOWING, FollowTurn.UNFOLLOWED): "we follow no more",
    FollowTurn.RETURNED: "there again: X hid it before",
    FollowTurn.MISSING: "missing; X has not told why",
    FollowTurn.SUSPENDED: "missing: suspended",
    FollowTurn.GONE: "missing: gone from X",
    FollowTurn.BLOCKED: "missing: we blocked it",
    FollowTurn.UNSURE: "not sure: somebody was erased from a reading",
}


def run_compare(call: Call) -> int:
    """Print what changed; 1 where a side that was asked for has no two complete readings."""
    desk, words, out = call.desk, call.words, call.out
    first, last = words.compare
    if words.names or words.of.startswith(LIST):
        raise BadInput(
            "--compare tells of followers, of following or of a book, and not of a file or an X "
            "List: leave that out. Nothing was asked."
        )
    told = compare_days(desk, first, last, _only(desk, words.of, call.options.book))
    sides = (Side(words.of),) if words.of in tuple(Side) else tuple(Side)
    spans = {side: told.spans[side] for side in sides if side in told.spans}
    events = [one for one in told.events if one.side in sides]
    if words.form == "json":
        out.json([_row(one) for one in events])
    elif words.form == "csv":
        out.csv([_row(one) for one in events], COLUMNS)
    else:
        _print(events, spans, out, desk.clock.zone)
    untold = [side for side in sides if side not in spans]
    for side in untold:
        out.remark(f"Of {side} there are no two complete readings for these dates.")
    return 1 if untold else 0


def _only(desk: Desk, of: str, current: str) -> Collection[str] | None:
    """Return whom a book keeps the comparison to; None for everyone."""
    if not of or of in tuple(Side):
        return None
    return {ally.user_id for ally in book_called(desk, of, current).allies() if ally.user_id}


def _row(one: Event) -> dict[str, object]:
    return {
        "user_id": one.user_id,
        "handle": one.handle,
        "side": one.side.value,
        "turn": one.turn.value,
        "after": known_moment(one.after),
        "by": moment(one.by),
    }


def _print(
    events: Sequence[Event],
    spans: Mapping[Side, tuple[datetime, datetime]],
    out: Out,
    zone: tzinfo,
) -> None:
    for side, (after, by) in spans.items():
        counts = Counter(one.turn for one in events if one.side is side)
        said = ", ".join(f"{counts[turn]} {turn.value}" for turn in FollowTurn if counts[turn])
        span = f"{known_day(after, zone)} to {known_day(by, zone)}"
        out.say(f"{side}, {span}: {said or 'nothing changed'}")
    rows = [
        (
            f"@{one.handle}" if one.handle else one.user_id,
            WORDS.get((one.side, one.turn)) or f"{WORDS[one.turn]} ({one.side})",
        )
        for one in events
    ]
    if rows:
        out.table(rows, ("account", "what changed"))
