"""Refresh by itself: never for more dollars a day than the person allowed (``allowance``)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.errors import BadInput, BeingRead, NotThere, OverCap, Refused
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.reading.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import fits
from allybook.services.reading.aiming import CALLED, aim, name_source, with_id
from allybook.services.reading.allowance import (
    JOB,
    change_read_by_itself,
    daily_cap,
    read_by_itself,
    spent_by_itself,
)
from allybook.services.reading.alone import alone
from allybook.services.reading.sources import plan_source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from allybook.domain.money.pricing import Dollars
    from allybook.ports.money import Jobs
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.reading.sources import SourcePlan

SIZES = (100, 50, 20, 10)
"""For how many posts at most it asks at once, the largest that can be paid."""


class _OneJob(Struct, frozen=True):
    """Charges whatever is read to the job that reads by itself, within its dollars of the day.

    These are asked before each request: whoever switches it off meanwhile pays for no more.
    """

    jobs: Jobs
    cap: Callable[[], Dollars]

    def named(
        self, _job: str, _cap: Callable[[], Dollars] | None = None
    ) -> AbstractContextManager[None]:
        """Charge what happens inside to that job."""
        return self.jobs.named(JOB, self.cap)


class Standing(Struct, frozen=True):
    """For how many posts at most it may ask now, and what tells why where that is none.

    ``gone`` are the names of sources that are not here any more, by the filters that they were;
    ``least`` is what the cheapest reading costs, None where there is nothing to read; ``trouble``
    says why X cannot be asked for a source, as for a book in which nobody is.
    """

    most: int = 0
    gone: Mapping[str, str] = {}
    least: Dollars | None = None
    trouble: BadInput | None = None


def most_now(desk: Desk) -> int:
    """Return for how many posts it may ask now, within its cap and the budget; 0 for none."""
    return max((plan.most for each in _shares(desk) if (plan := _plan(desk, *each))), default=0)


def how_it_stands(desk: Desk) -> Standing:
    """Return whether it can read anything now, and if not, why."""
    gone, prices, troubles = {}, [], []
    for text in read_by_itself(desk):
        if not _is_here(desk, text):
            gone[text] = _name_gone(desk, text)
            continue
        try:
            prices.append(_plan_size(desk, text, SIZES[-1]).quote.dollars)
        except BadInput as error:
            troubles.append(error)
    trouble = next(iter(troubles), None)
    return Standing(most_now(desk), gone, min(prices, default=None), trouble)


def _is_here(desk: Desk, text: str) -> bool:
    """Return whether what a filter names is known."""
    try:
        named, _through = aim(parse(text))
        return named is None or bool(name_source(desk, named))
    except BadInput:
        return False


def keep_by_id(desk: Desk) -> None:
    """Keep its sources by their ids: a list or a book may be called otherwise tomorrow."""
    texts = read_by_itself(desk)
    if any(_by_id(desk, text) != text for text in texts):
        change_read_by_itself(desk, lambda texts: [_by_id(desk, text) for text in texts])


def _by_id(desk: Desk, text: str) -> str:
    try:
        chosen = parse(text)
        named, _through = aim(chosen)
        if named is None or named.origin not in CALLED:
            return text
        return show(with_id(chosen, name_source(desk, named).name))
    except BadInput:
        return text


def _name_gone(desk: Desk, text: str) -> str:
    """Return what a source was called that is not here any more; one in the trash has a name."""
    try:
        named, _through = aim(parse(text))
    except BadInput:
        return text
    called = named.name if named else text
    names = {one.info.book_id: one.info.name for one in desk.shelf.discarded()}
    return names.get(called, called)


def refresh_by_itself(desk: Desk, ticket: Ticket) -> Reading | None:
    """Read what is new in its sources as far as the day's dollars go; None for not at all.

    Another window may read by itself at the same time: together they spend no more. What ails one
    source is told once the others were read.
    """
    keep_by_id(desk)
    readings, troubles = [], []
    mine = replace(desk, jobs=_OneJob(desk.jobs, partial(daily_cap, desk)))
    for text, among in _shares(desk):
        plan = _plan(desk, text, among) if desk.line.up and not ticket.cancelled() else None
        if plan is None:
            continue
        try:
            with alone(desk, plan.source, plan.queries):
                readings.append(read_source(mine, plan, ticket))
        except (OverCap, BeingRead):
            # What another window spent meanwhile is no trouble: the rest waits for tomorrow. What
            # it reads just now is here in a moment.
            continue
        except (BadInput, NotThere, Refused) as error:
            # A list that is no more, say. Credits that are gone ail all of them, and end it.
            troubles.append(error)
    if troubles:
        raise troubles[0]
    if not readings:
        return None
    return sum(readings, start=Reading(0, complete=True))


def _shares(desk: Desk) -> Iterator[tuple[str, int]]:
    """Yield what it reads, and among how many sources what is left of the day is shared then.

    Each day begins with the next one: where the dollars end before the sources do, all have turns.
    """
    texts = read_by_itself(desk)
    first = desk.clock.now().date().toordinal() % max(1, len(texts))
    return zip(texts[first:] + texts[:first], range(len(texts), 0, -1), strict=True)


def _plan(desk: Desk, text: str, among: int) -> SourcePlan | None:
    """Return the largest reading that can be paid; None where there is none.

    Of what is left of the day it takes no more than its share ``among`` the sources that are still
    to be read, but for the smallest reading, where that is all that can be paid.
    """
    left = daily_cap(desk) - spent_by_itself(desk)
    if left <= 0:
        return None
    try:
        plans = (_plan_size(desk, text, size) for size in SIZES)
        paid = None
        for plan in plans:
            if plan.quote.dollars <= left and fits(desk, plan.quote):
                paid = plan
                if plan.quote.dollars <= left / among:
                    break
    except BadInput:
        # A list or a book that is no more; the others are read all the same.
        return None
    return paid


def _plan_size(desk: Desk, text: str, size: int) -> SourcePlan:
    source, through = aim(parse(text))
    return plan_source(desk, source or Source(Origin.SEARCH), through, size)
