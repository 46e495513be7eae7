"""Limits in memory, and how often something had to be kept."""

from __future__ import annotations

from allybook.domain.errors import StorageError
from allybook.domain.money.limits import closed_until, is_news


class MemoryLimits:
    """Implements ``ports.Limits``; ``writes`` counts what a disk would have had to keep."""

    def __init__(self, *, broken=False):
        self.windows = {}
        self.writes = 0
        self.broken = broken

    def note(self, told):
        if self.broken:
            raise StorageError("The disk is full.")
        news = [one for one in told if is_news(self.windows.get((one.endpoint, one.scope)), one)]
        self.windows.update({(one.endpoint, one.scope): one for one in news})
        self.writes += bool(news)

    def until(self, endpoint, now):
        known = [one for (name, _), one in self.windows.items() if name == endpoint]
        return closed_until(known, now)
