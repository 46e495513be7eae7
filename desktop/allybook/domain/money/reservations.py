"""Reserve what a request may cost before it is sent, and replace it by what it did cost.

::

    reserved --answered--> counted     what came back is spent, the rest of the worst case is free
        |------failed----> released    X charges no failed request
        |------broke off-> in doubt    nobody knows: held until it is found out, or the month ends
        |------killed----> in doubt
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from allybook.domain.money.pricing import Dollars, Price


SAME_PAGE = timedelta(minutes=2)
"""For how long, from its first try on, a page of newest posts is taken for the same.

A broken try and the next fit in.
"""


class Part(Struct, frozen=True):
    """Resources of one endpoint in one request: what it may bring, or what it brought.

    ``most`` counts what it may bring. ``ids`` are those asked for by id, or those that came. With
    ``moves``, the same request brings others later: it asks for the newest posts.
    """

    endpoint: str
    most: int = 1
    ids: tuple[str, ...] = ()
    owned: bool = False
    moves: bool = False


class Charge(Struct, frozen=True):
    """A part with its price; without ``ids``, at most ``most`` resources that nobody knows yet."""

    price: Price
    most: int = 1
    ids: tuple[str, ...] = ()


class Reservation(Struct, frozen=True):
    """What one request may cost at most, all its parts together; ``since`` is UTC.

    ``mark`` tells the request from others: by it an act is found again after an interruption, and
    a read that is asked once more on the same day, which X then charges only once; one that
    ``moves`` within minutes only. ``cap`` is what its job may spend from that day on, beside the
    budget of all.
    """

    since: datetime
    job: str
    mark: str
    charges: tuple[Charge, ...]
    cap: Dollars | None = None
    moves: bool = False

    @property
    def day(self) -> date:
        """Return the UTC day that it counts against."""
        return self.since.astimezone(UTC).date()

    @property
    def repeatable(self) -> bool:
        """Return whether asking the same again on the same day costs nothing more."""
        return not any(charge.price.per_call for charge in self.charges)

    @property
    def same_since(self) -> datetime:
        """Return from when on the same request asked for the same, on the same day (UTC)."""
        midnight = datetime.combine(self.day, datetime.min.time(), UTC)
        return max(midnight, self.since - SAME_PAGE) if self.moves else midnight


class Hold(Struct, frozen=True):
    """A budget's answer to a reservation: ``key`` is 0 where it does not fit.

    ``dollars`` is the worst case; ``spent`` and ``held`` are the month's without it. ``capped``
    says that it is the cap of the job that it is too much for.
    """

    key: int
    reservation: Reservation
    dollars: Dollars
    spent: Dollars
    held: Dollars
    capped: bool = False


class Doubt(Struct, frozen=True):
    """A request of which nobody knows whether X charged it: at most ``dollars``.

    ``resources`` counts what it asked for, of the class ``charge``; ``since`` is UTC.
    """

    key: int
    since: datetime
    job: str
    charge: str
    resources: int
    dollars: Dollars


def act_mark(endpoint: str, list_id: str = "", user_id: str = "") -> str:
    """Return the mark of an act on X: ``POST /2/lists/:id/members 9001 21``.

    A list that is to be made has no id yet, and is told from others by its name.
    """
    return " ".join(dict.fromkeys(word for word in (endpoint, list_id, user_id) if word))
