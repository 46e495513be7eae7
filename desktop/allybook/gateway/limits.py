"""When X may be asked again, after it said 429.

Headers by X's rate-limit pages: ``x-rate-limit-*`` for 15 minutes, ``x-user-limit-24hour-*`` and
``x-app-limit-24hour-*`` for a day, each with ``-remaining`` and ``-reset`` (seconds since 1970).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WINDOWS = ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour")
PAUSE = timedelta(minutes=15)
FARTHEST = timedelta(days=2)
SECONDS = re.compile(r"[0-9]{1,11}")
EPOCH = datetime.fromtimestamp(0, UTC)


def reset_at(headers: Mapping[str, str], now: datetime) -> datetime:
    """Return when the limit that was really hit ends (UTC); in 15 minutes where X does not say.

    A 429 can come from the day's limit while the quarter-hour's is not used up, and the other way
    round: windows with nothing left count, the one that ends last decides. ``Retry-After`` counts
    like such a window. Windows that do not say what is left count when nothing else speaks.
    ``headers`` finds names in any case. Moments not between now and two days on are not believed.
    """
    windows = [
        (_seconds(headers, f"{name}-remaining"), _seconds(headers, f"{name}-reset"))
        for name in WINDOWS
    ]
    spent = [EPOCH + reset for left, reset in windows if reset and left == timedelta(0)]
    vague = [EPOCH + reset for left, reset in windows if reset and left is None]
    told = [*spent, *_retry_after(headers, now)] or vague
    return max((end for end in told if now < end <= now + FARTHEST), default=now + PAUSE)


def end_of_period(period: str, now: datetime) -> datetime:
    """Return when a usage cap's period ends (UTC): ``Daily`` or ``Monthly``, else in 15 minutes."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period.lower() == "daily":
        return midnight + timedelta(days=1)
    if period.lower() == "monthly":
        return (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)
    return now + PAUSE


def _seconds(headers: Mapping[str, str], name: str) -> timedelta | None:
    text = headers.get(name, "").strip()
    return timedelta(seconds=int(text)) if SECONDS.fullmatch(text) else None


def _retry_after(headers: Mapping[str, str], now: datetime) -> list[datetime]:
    """Return the moment that ``Retry-After`` names, in seconds or as a date (RFC 9110)."""
    wait = _seconds(headers, "retry-after")
    if wait is not None:
        return [now + wait]
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return []
    return [moment if moment.tzinfo else moment.replace(tzinfo=UTC)]
