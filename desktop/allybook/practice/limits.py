"""Rate limits: so many requests of an endpoint in fifteen minutes, told in headers."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

WINDOW = timedelta(minutes=15)


class Allowance(Struct, frozen=True):
    """Where an endpoint stands after a request; ``reset_at`` is UTC."""

    limit: int
    left: int
    reset_at: datetime
    allowed: bool

    def headers(self) -> dict[str, str]:
        """Return X's headers."""
        return {
            "x-rate-limit-limit": str(self.limit),
            "x-rate-limit-remaining": str(self.left),
            "x-rate-limit-reset": str(int(self.reset_at.timestamp())),
        }


class Limits:
    """Counts the requests of each endpoint in its window, which begins with the first one."""

    def __init__(self) -> None:
        self._windows: dict[str, tuple[datetime, int]] = {}

    def take(self, endpoint: str, limit: int, now: datetime) -> Allowance:
        """Count one request, if there is room for it."""
        start, used = self._windows.get(endpoint, (now, 0))
        if now - start >= WINDOW:
            start, used = now, 0
        allowed = used < limit
        used += allowed
        self._windows[endpoint] = (start, used)
        return Allowance(limit, limit - used, start + WINDOW, allowed)
