"""Whether somebody who is forgotten is on the X List of a book, and whether publishing ends that.

The list on X is not this computer's: forgetting alone takes nobody off it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.services.desk import read_each
from allybook.services.lists.pull import members_now
from allybook.services.publish.plan import plan_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.services.desk import Desk
    from allybook.services.forget.person import Person


class StillListed(Struct, frozen=True):
    """A book on whose X List somebody is, and whether the next publishing takes them off."""

    book: str
    leaves: bool


def still_listed(desk: Desk, person: Person) -> tuple[StillListed, ...]:
    """Return the books that have a person on their X List, of any account of the profile."""
    found = (
        one
        for cache, outbox in desk.all_holdings()
        for one in _listed_at(replace(desk, cache=cache, outbox=outbox), person)
    )
    return tuple(dict.fromkeys(found))


def _listed_at(desk: Desk, person: Person) -> Iterator[StillListed]:
    for info, book in read_each(desk, lambda one: one):
        there = person.user_ids & members_now(desk, desk.cache.mirror(info.book_id))
        if there:
            removes = {one.user_id for one in plan_list(desk, book).removes}
            yield StillListed(info.name, leaves=there <= removes)
