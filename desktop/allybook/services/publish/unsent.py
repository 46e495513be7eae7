"""What takes an earlier change back and was not sent yet: the next publishing sends it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Outcome, Stage
from allybook.services.lists.pull import members_now
from allybook.services.publish.objection import needless, speaks_against

if TYPE_CHECKING:
    from allybook.domain.acts.outbox import Act
    from allybook.services.desk import Desk


def unsent(desk: Desk, list_id: str | None) -> tuple[Act, ...]:
    """Return the acts that take something back and would be sent to X now, oldest first.

    What X did not answer is among them: it may have to be sent again. What the list shows to be
    needless, and what something speaks against, is settled without asking X.
    """
    acts = desk.outbox.acts(list_id) if list_id else ()
    found = [
        act
        for act in reversed(acts)
        if act.undoes and act.user_id and act.stage is not Stage.SETTLED
    ]
    if not (found and list_id):
        return ()
    read, members = desk.cache.members(list_id), members_now(desk, list_id)
    known = read is not None and read.complete
    return tuple(
        act
        for act in found
        if speaks_against(desk, act) in {None, Outcome.NOT_SHOWN}
        and not (known and needless(act, members))
    )
