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


def price_of(desk: Desk, one: Happening) -> Dollars | None:
    """Return what it cost, or will by today's prices where it waits; by hand it is free.

    None for an act of long ago, of which neither the outbox nor the ledger tells what it cost.
    """
    if isinstance(one, Tick) or not (is_waiting(one) or one.charged):
        return Decimal(0)
    if one.price is not None:
        return one.price
    return (
        desk.prices.price(ENDPOINTS[one.deed]).dollars if is_waiting(one) else _paid_then(desk, one)
    )


def _paid_then(desk: Desk, act: Act) -> Dollars | None:
    """Return what the ledger counted for each of the kind on the day that an act was sent."""
    day, charge = moment_of(act).date(), desk.prices.price(ENDPOINTS[act.deed]).charge
    lines = [line for line in desk.ledger.lines(day, day) if line.charge == charge]
    number = sum(line.resources for line in lines)
    return sum((line.dollars for line in lines), Decimal(0)) / number if number else None
