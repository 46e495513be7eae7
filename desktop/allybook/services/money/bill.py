"""What one job cost: all that was charged while it asked X, under whatever names."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk


class Bill:
    """Adds up what is charged while a job works at ``desk``; what others do meanwhile is not its.

    Not even where they do the same: it is written in the thread of the job, as it is charged.
    """

    def __init__(self, desk: Desk) -> None:
        self._given = desk
        self._sum = Decimal(0)
        self.desk = replace(desk, jobs=self)

    @contextmanager
    def named(self, job: str, cap: Callable[[], Dollars] | None = None) -> Iterator[None]:
        """Charge what happens inside to a job, and put it on the bill (``ports.Jobs``)."""
        token = _bill.set(self)
        try:
            with self._given.jobs.named(job, cap):
                yield
        finally:
            _bill.reset(token)

    def add(self, cost: Dollars) -> None:
        """Put what was charged on the bill."""
        self._sum += cost

    def dollars(self) -> Dollars:
        """Return what was charged so far."""
        return self._sum


_bill: ContextVar[Bill | None] = ContextVar("bill", default=None)


def put_on_bill(cost: Dollars) -> None:
    """Put what was charged on the bill of the job that is at work in this thread, if it has one."""
    bill = _bill.get()
    if bill is not None:
        bill.add(cost)
