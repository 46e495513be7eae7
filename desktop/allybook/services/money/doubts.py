"""Doubts: requests of which nobody knows whether X charged them, and how they end.

A doubt is held against the month's budget with its worst case. It ends when an act is looked up on
X, when the same is read again that day, by a person's word, or with the month.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.money.months import month_of
from allybook.domain.money.reservations import Charge, act_mark
from allybook.services.money.bill import put_on_bill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from allybook.domain.money.pricing import Dollars
    from allybook.domain.money.reservations import Doubt
    from allybook.services.desk import Desk

PATIENCE = timedelta(minutes=5)
"""How long another program on this profile may still wait for its answer."""


def held_this_month(desk: Desk) -> Dollars:
    """Return the dollars held for requests without an answer, from this UTC month on."""
    return desk.ledger.held(*from_this_month(desk))


def doubts(desk: Desk) -> Sequence[Doubt]:
    """Return the requests of this month that nobody here waits for any more, oldest first."""
    return desk.ledger.doubts(*from_this_month(desk))


def from_this_month(desk: Desk) -> tuple[date, date]:
    """Return the days that the month's budget is for, and all to come.

    A clock that was set back to an earlier month brings nothing of what was spent back.
    """
    return month_of(desk.clock.now().date())[0], date.max


def may_close(desk: Desk, doubt: Doubt) -> bool:
    """Return whether a person may end a doubt: nobody can be waiting for its answer."""
    return desk.clock.now() - doubt.since >= PATIENCE


def close_doubt(desk: Desk, doubt: Doubt, *, charged: bool) -> None:
    """End a doubt by a person's word: X charged its worst case, or nothing.

    Raises ``BadInput`` for one so young that another program may still wait for its answer, also
    where it was young again since it was told: the same was asked once more.
    """
    if not (may_close(desk, doubt) and desk.ledger.close_doubt(doubt, charged=charged)):
        raise BadInput(
            "This request was sent less than five minutes ago and may still be answered; decide "
            "about it then. Nothing was changed."
        )
    desk.announcer.announce(Changed(ledger=True))


def close_doubts(desk: Desk, ended: Iterable[Doubt], *, charged: bool) -> None:
    """End several doubts by one word of a person; see ``close_doubt``."""
    for doubt in ended:
        close_doubt(desk, doubt, charged=charged)


def settle_act(
    desk: Desk,
    endpoint: str,
    list_id: str = "",
    user_id: str = "",
    *,
    done_at: datetime | None,
) -> None:
    """End the doubts about an act that was looked up on X: done then (UTC), or not done (None).

    What was done is counted once: where no reservation is left, that was before. What was not is
    free. A list that was to be made has no id yet: its name stands in ``list_id``.
    """
    price = desk.prices.price(endpoint)
    brought = [Charge(price, 1, (user_id,))] if done_at else []
    day = (done_at or desk.clock.now()).date()
    mark = act_mark(endpoint, list_id, user_id)
    put_on_bill(desk.ledger.settle_doubt(mark, day, brought, "list"))
    desk.announcer.announce(Changed(ledger=True))
