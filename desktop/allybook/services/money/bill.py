"""What one job cost: all that was charged to the names under which it asked X."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from allybook.domain.money.pricing import Dollars
    from allybook.services.desk import Desk


class Bill:
    """Adds up what is charged while a job works at ``desk``; what others do meanwhile is not its.

    It is written in the thread of the job, and for one job alone.
    """

    def __init__(self, desk: Desk) -> None:
        self._given = desk
        self._first = desk.clock.now().date()
        self._names: set[str] = set()
        self._before = self._charged()
        self.desk = replace(desk, jobs=self)

    def named(self, job: str, cap: Dollars | None = None) -> AbstractContextManager[None]:
        """Charge what happens inside to a job, and put it on the bill (``ports.Jobs``)."""
        self._names.add(job)
        return self._given.jobs.named(job, cap)

    def dollars(self) -> Dollars:
        """Return what was charged so far."""
        now, before = self._charged(), self._before
        return sum((now[name] - before[name] for name in self._names), Decimal(0))

    def _charged(self) -> Mapping[str, Dollars]:
        """Return what each job was charged from the first day of this one on."""
        sums: dict[str, Dollars] = defaultdict(Decimal)
        for line in self._given.ledger.lines(self._first, date.max):
            sums[line.job] += line.dollars
        return sums
