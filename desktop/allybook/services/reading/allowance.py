"""What the automatic refresh is allowed: dollars a day, and the sources that it reads.

It is off at first, and asked for at every start; what reads (``auto``) is loaded when it reads.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.filters.earlier import as_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk

SETTING = "auto_refresh"
READS = "auto_reads"
USUAL = "auto_usual"
JOB = "automatic refresh"
HOME = "source:home"
FIRST_CAP = Decimal("0.25")
CAPS = tuple(map(Decimal, ("0.10", "0.25", "0.50", "1.00", "2.00")))
"""Dollars a day that people choose among."""


def daily_cap(desk: Desk) -> Dollars:
    """Return the dollars that it may spend in a UTC day; 0 where it is off."""
    return Decimal(desk.settings.read(SETTING, "0"))


def usual_cap(desk: Desk) -> Dollars:
    """Return the dollars a day that it would have when it is switched on."""
    return Decimal(desk.settings.read(USUAL, str(FIRST_CAP)))


def set_daily_cap(desk: Desk, dollars: Dollars) -> None:
    """Let it spend this much in a day; 0 switches it off."""
    desk.settings.change_all(
        {
            USUAL: lambda usual: str(dollars) if dollars > 0 else usual,
            SETTING: lambda _: str(dollars),
        }
    )
    desk.announcer.announce(Changed(settings=True))


def read_by_itself(desk: Desk) -> tuple[str, ...]:
    """Return the filters whose sources it reads, in the order in which they were chosen."""
    return _read(desk.settings.read(READS))


def also_read_by_itself(desk: Desk, text: str, *, wanted: bool) -> None:
    """Let it read the source of one more filter, or of that one no more."""

    def change(texts: tuple[str, ...]) -> Sequence[str]:
        """Return the sources with this one, or without it."""
        others = [one for one in texts if one != text]
        return [*others, text] if wanted else others

    change_read_by_itself(desk, change)


def change_read_by_itself(desk: Desk, change: Callable[[tuple[str, ...]], Sequence[str]]) -> None:
    """Let it read the sources that ``change`` makes of those that it reads."""

    def renew(text: str) -> str:
        """Return the sources from now on, each once."""
        before = _read(text)
        after = tuple(dict.fromkeys(change(before)))
        return text if after == before else json.dumps(after, ensure_ascii=False)

    desk.settings.change(READS, renew)
    desk.announcer.announce(Changed(settings=True))


def _read(text: str) -> tuple[str, ...]:
    return tuple(map(as_kept, json.loads(text))) if text else (HOME,)


def spent_by_itself(desk: Desk) -> Dollars:
    """Return the dollars that it spent today (UTC), or holds for requests without an answer.

    A clock that was set back does not bring back what was spent on a day that it had told.
    """
    today, last = desk.clock.now().date(), date.max
    mine = [line.dollars for line in desk.ledger.lines(today, last) if line.job == JOB]
    held = [doubt.dollars for doubt in desk.ledger.doubts(today, last) if doubt.job == JOB]
    return sum([*mine, *held], Decimal(0))
