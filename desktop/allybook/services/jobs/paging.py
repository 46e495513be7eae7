"""Read what comes in pages or is asked for in batches, keeping each part as it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from allybook.domain.errors import Cancelled
from allybook.domain.spoken import speak, speak_many
from allybook.services.jobs.patience import patiently

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.people.accounts import Problem
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

T = TypeVar("T")
BATCH = 100
"""How many accounts X looks up at once."""
EMPTY = 5
"""After so many empty pages in a row nothing more is expected of X, though it tells of a next."""


class Reading(Struct, frozen=True):
    """How much was read; ``complete`` says that the last page was reached.

    ``new`` of it was not here before, where that is counted. What came and could not be used is
    ``broken``; what X did not show, and told trouble of, ``unshown`` (``domain/reading/pages``).
    """

    items: int
    complete: bool
    new: int = 0
    broken: tuple[Problem, ...] = ()
    unshown: tuple[Problem, ...] = ()

    def __add__(self, more: Reading) -> Reading:
        """Return both as one."""
        complete = self.complete and more.complete
        return Reading(
            self.items + more.items,
            complete,
            self.new + more.new,
            self.broken + more.broken,
            self.unshown + more.unshown,
        )

    @property
    def charged(self) -> int:
        """Return how much X charges: all that came, whether it could be used or not."""
        return self.items + len(self.broken)

    @property
    def nameless(self) -> bool:
        """Return whether something is among them that has no id: nobody can tell what it is."""
        return not all(one.resource for one in (*self.broken, *self.unshown))

    @property
    def tells_all(self) -> bool:
        """Return whether whoever is not among them is not there: each of them has an id."""
        return self.complete and not self.nameless

    @property
    def complaint(self) -> str:
        """Return what is said of what could not be used, or is missing; empty where all is here."""
        if not self.broken:
            return self._missing
        return speak_many(
            len(self.broken),
            "{n} part of what X sent could not be used and was left out, and X charges it all the "
            "same ({what}).",
            "{n} parts of what X sent could not be used and were left out, and X charges them all "
            "the same (the first: {what}).",
            what=self.broken[0].detail,
        )

    @property
    def _missing(self) -> str:
        said = next((one.detail for one in self.unshown if not one.resource), None)
        if said is None:
            return ""
        if not said:
            return speak("X did not send all of it; read it again later.")
        return speak("X did not send all of it ({what}); read it again later.", what=said)


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
    Where X's pages lead nowhere (``Trail``), or X says that it did not send all, what was read is
    not complete. ``total`` is for progress. What cannot be used counts towards ``most`` as well,
    for it is charged.
    """
    items = 0
    broken: tuple[Problem, ...] = ()
    unshown: tuple[Problem, ...] = ()
    page: str | None = None
    trail = Trail()
    while not ticket.cancelled() and (most is None or items + len(broken) < most):
        wanted = None if most is None else most - items - len(broken)
        try:
            answer = patiently(desk, ticket, partial(ask, page, wanted))
        except Cancelled:
            break
        keep(answer)
        items += len(answer.items)
        broken += answer.broken
        unshown += answer.unshown
        ticket.report(items, max(total, items))
        page = answer.next_page
        if page is None:
            whole = all(one.resource for one in unshown)
            return Reading(items, complete=whole, broken=broken, unshown=unshown)
        if not trail.leads_on(answer):
            break
    return Reading(items, complete=False, broken=broken, unshown=unshown)


class Trail:
    """The pages that X led to: it may lead in a circle, or to one empty page after another."""

    def __init__(self) -> None:
        self._told: set[str | None] = set()
        self._empty = 0

    def leads_on(self, page: Page[T]) -> bool:
        """Return whether the next page is worth asking for."""
        is_new = page.next_page not in self._told
        self._told.add(page.next_page)
        self._empty = 0 if page.items else self._empty + 1
        return is_new and self._empty < EMPTY


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
