"""All that was sent to X from here, or waits to be: acts of the outbox, and ticks done by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from allybook.domain.acts.outbox import ENDPOINTS, Act, Stage
from allybook.domain.acts.ticks import Tick

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk

Happening: TypeAlias = Act | Tick


def happenings(desk: Desk) -> tuple[Happening, ...]:
    """Return all acts and ticks, newest first."""
    found: list[Happening] = [*desk.outbox.acts(), *desk.outbox.ticks.ticks()]
    return tuple(sorted(found, key=moment_of, reverse=True))


def happening(desk: Desk, key: str) -> Happening | None:
    """Return the act or the tick with an id."""
    return next((one for one in happenings(desk) if key_of(one) == key), None)


def key_of(one: Happening) -> str:
    """Return the id of an act or a tick."""
    return one.act_id if isinstance(one, Act) else one.tick_id


def moment_of(one: Happening) -> datetime:
    """Return when it happened; of what waits, when it was asked for (UTC)."""
    if isinstance(one, Act):
        return one.sent_at or one.asked_at
    return one.settled_at or one.asked_at


def is_waiting(one: Happening) -> bool:
    """Return whether nothing has come of it yet."""
    return one.stage is not Stage.SETTLED if isinstance(one, Act) else not one.settled


def price_of(desk: Desk, one: Happening) -> Dollars:
    """Return what it cost, or will where it waits, by today's prices; by hand it is free."""
    if isinstance(one, Tick) or not (is_waiting(one) or one.charged):
        return Decimal(0)
    return desk.prices.price(ENDPOINTS[one.deed]).dollars
