"""Who can see a list: X tells it of the list, and the persons on a public one should matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan


def is_private(desk: Desk, list_id: str | None) -> bool | None:
    """Return whether only its owner sees a list; None where X has not told."""
    return next((one.private for one in desk.cache.lists() if one.list_id == list_id), None)


def persons(plan: ListPlan, allies: Iterable[Ally | AllyLine]) -> int:
    """Return how many of those whom a plan puts or leaves on the list are persons."""
    off = {(one.user_id, one.handle) for one in (*plan.left_out, *plan.removes)}
    return sum(
        ally.kind is Kind.PERSON
        and ally.status is Status.APPROVED
        and (ally.user_id or "", ally.handle) not in off
        for ally in allies
    )
