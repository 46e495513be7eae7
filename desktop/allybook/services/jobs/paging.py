"""Read what comes in pages or is asked for in batches, keeping each part as it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from allybook.domain.errors import Cancelled
from allybook.services.jobs.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

T = TypeVar("T")
BATCH = 100
"""How many accounts X looks up at once."""


class Reading(Struct, frozen=True):
    """How much was read; ``complete`` says that the last page was reached.

    ``new`` of it was not here before, where that is counted.
    """

    items: int
    complete: bool
    new: int = 0

    def __add__(self, more: Reading) -> Reading:
        """Return both as one."""
        complete = self.complete and more.complete
        return Reading(self.items + more.items, complete, self.new + more.new)


def read_pages(
    desk: Desk,
    ticket: Ticket,
    ask: Callable[[str | None, int | None], Page[T]],
    keep: Callable[[Page[T]], None],
    *,
    most: int | None = None,
    total: int = 0,
) -> Reading:
    """Ask for page after page and keep each, until the end, ``most`` items, or a wish to stop.

    ``ask`` gets the page's token and how many items are still wanted (None: all there are). Where
    X asks to wait, the job waits. An error leaves the pages kept so far and goes on to the caller.
    ``total`` is for progress.
    """
    items = 0
    page: str | None = None
    while not ticket.cancelled() and (most is None or items < most):
        wanted = None if most is None else most - items
        try:
            answer = patiently(desk, ticket, partial(ask, page, wanted))
        except Cancelled:
            break
        keep(answer)
        items += len(answer.items)
        ticket.report(items, max(total, items))
        page = answer.next_page
        if page is None:
            return Reading(items, complete=True)
    return Reading(items, complete=False)


def read_batches(
    desk: Desk,
    ticket: Ticket,
    wanted: Sequence[str],
    ask: Callable[[Sequence[str]], Page[T]],
    keep: Callable[[Page[T]], None],
) -> None:
    """Ask about all that is ``wanted``, a hundred at once, until the end or a wish to stop.

    Where X asks to wait, the job waits. An error leaves what was kept so far and goes on.
    """
    for start in range(0, len(wanted), BATCH):
        if ticket.cancelled():
            return
        batch = wanted[start : start + BATCH]
        try:
            answer = patiently(desk, ticket, partial(ask, batch))
        except Cancelled:
            return
        keep(answer)
        ticket.report(start + len(batch), len(wanted))
