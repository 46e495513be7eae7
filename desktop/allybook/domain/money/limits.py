"""How often X may be asked, as the headers of its answers tell: so many requests in so long.

Sources: docs.x.com, "Rate limits" (15-minute windows of an endpoint); the headers of the two
24-hour families are known from what others recorded (x-api.md, section 4.1).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable


class Scope(StrEnum):
    """Whose requests a window counts, and for how long."""

    USER_15 = "user15"
    USER_24H = "user24h"
    APP_24H = "app24h"


LENGTHS = {
    Scope.USER_15: timedelta(minutes=15),
    Scope.USER_24H: timedelta(days=1),
    Scope.APP_24H: timedelta(days=1),
}
SLACK = timedelta(minutes=1)


class WaitsFor(StrEnum):
    """What a job waits for, in words that may be shown as they are."""

    LIMIT = "X asks to wait"
    TROUBLE = "X does not answer"


class Allowance(Struct, frozen=True):
    """What X allowed of an endpoint (``GET /2/users/:id/followers``) at a moment.

    ``remaining`` of ``limit`` requests (0 where X did not say how many) were left at ``noted_at``,
    until the window ends at ``reset_at`` (both UTC).
    """

    endpoint: str
    scope: Scope
    limit: int
    remaining: int
    reset_at: datetime
    noted_at: datetime

    @property
    def used_up(self) -> bool:
        """Return whether nothing is left of the window."""
        return self.remaining == 0

    @property
    def ends_at(self) -> datetime:
        """Return when the window is over (UTC): no later than a window of its scope can be.

        Where this computer's clock is behind X's by hours, X is asked once more instead of never.
        """
        return min(self.reset_at, self.noted_at + LENGTHS[self.scope] + SLACK)

    def holds(self, now: datetime) -> bool:
        """Return whether the window lasts, by a clock that may have been set back since."""
        return self.noted_at <= now < self.ends_at


def closed_until(allowances: Iterable[Allowance], now: datetime) -> datetime | None:
    """Return when the last of the windows that are used up ends, or None where none is."""
    ends = [one.ends_at for one in allowances if one.used_up and one.holds(now)]
    return max(ends, default=None)


def is_news(known: Allowance | None, told: Allowance) -> bool:
    """Return whether ``told`` has to be kept: the first of a window, or one that opens or closes.

    What is left within an open window is not: the next answer tells it anyway.
    """
    if known is None or not known.holds(told.noted_at):
        return True
    if told.used_up:
        return not known.used_up or known.ends_at != told.ends_at
    return known.used_up or known.limit != told.limit
