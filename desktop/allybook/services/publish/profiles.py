"""Read the profiles that nobody here knows before adding them: a bio may ask for no lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Deed
from allybook.domain.errors import BadInput, Cancelled
from allybook.services.people.ask_again import note_asked
from allybook.services.people.resolve import resolve, unnamed
from allybook.services.publish.objection import profile_against
from allybook.services.publish.queue import is_open, member_acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.spoken import Pattern
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import Planned

NOBODY: Pattern = (
    "Nobody of these can be added: their profiles ask for no lists, or X does not show them. No "
    "list was made; plan again to see who is left out."
)


def read_first(
    desk: Desk,
    list_id: str,
    adds: Sequence[Planned],
    ticket: Ticket,
    again: Sequence[str] = (),
) -> None:
    """Look up whom a plan or the outbox would add and whose profile nobody here has read.

    What takes back a removal is read where the plan names it, for only then it is sent.
    ``again`` are those whose profile is read once more. What X does not show is remembered, and is
    not asked for again at each publishing. Raises ``Cancelled`` where it was stopped before all
    were asked for.
    """
    acts = (a for a in member_acts(desk, list_id) if is_open(a) and not a.undoes)
    waiting = (act.user_id for act in acts if act.deed is Deed.ADD_MEMBER)
    wanted = [*(one.user_id for one in adds), *waiting]
    unread = tuple(dict.fromkeys([*again, *unnamed(desk, wanted)]))
    if unread:
        resolve(desk, unread, ticket)
        if ticket.cancelled():
            raise Cancelled
        note_asked(desk, unread)


def must_want(desk: Desk, adds: Sequence[Planned]) -> None:
    """Raise ``BadInput`` where nobody is left to add: no list is made for nobody."""
    if adds and all(profile_against(desk, one.user_id) for one in adds):
        raise BadInput(NOBODY)
