"""Read an answer that comes in pages, keeping each page as it comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.pages import Page
    from allybook.ports import Ticket

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """How much was read; ``complete`` says that the last page was reached."""

    items: int
    complete: bool


def read_pages(
    ask: Callable[[str | None, int | None], Page[T]],
    keep: Callable[[Page[T]], None],
    ticket: Ticket,
    *,
    most: int | None = None,
    total: int = 0,
) -> Reading:
    """Ask for page after page and keep each, until the end, ``most`` items, or a wish to stop.

    ``ask`` gets the page's token and how many items are still wanted (None: all there are). An
    error leaves the pages kept so far and goes on to the caller. ``total`` is for progress.
    """
    items = 0
    page: str | None = None
    while not ticket.cancelled() and (most is None or items < most):
        answer = ask(page, None if most is None else most - items)
        keep(answer)
        items += len(answer.items)
        ticket.report(items, max(total, items))
        page = answer.next_page
        if page is None:
            return Reading(items, complete=True)
    return Reading(items, complete=False)
