"""How often X may be asked, and when again after it said 429: what its headers tell.

Headers by X's rate-limit pages: ``x-rate-limit-*`` for 15 minutes, ``x-user-limit-24hour-*`` and
``x-app-limit-24hour-*`` for a day, each with ``-remaining`` and ``-reset`` (seconds since 1970).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from allybook.domain.money.limits import Allowance, Scope

if TYPE_CHECKING:
    from collections.abc import Mapping

WINDOWS = {
    Scope.USER_15: "x-rate-limit",
    Scope.USER_24H: "x-user-limit-24hour",
    Scope.APP_24H: "x-app-limit-24hour",
}
PAUSE = timedelta(minutes=15)
FARTHEST = timedelta(days=2)
SECONDS = re.compile(r"[0-9]{1,11}")
REQUESTS = re.compile(r"[0-9]{1,9}")
EPOCH = datetime.fromtimestamp(0, UTC)


def read_allowances(
    endpoint: str, headers: Mapping[str, str], now: datetime
) -> tuple[Allowance, ...]:
    """Return the windows of an endpoint as an answer's headers tell them; nonsense is left out.

    ``headers`` finds names in any case. Ends not between now and two days on are not believed.
    """
    told = (_allowance(endpoint, scope, headers, now) for scope in Scope)
    return tuple(one for one in told if one is not None)


def told_end(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when the limit that was really hit ends (UTC), or None where X does not say.

    A 429 can come from the day's limit while the quarter-hour's is not used up, and the other way
    round: windows with nothing left count, the one that ends last decides. ``Retry-After`` counts
    like such a window. Windows that do not say what is left count when nothing else speaks.
    """
    windows = [
        (_number(headers, f"{name}-remaining", REQUESTS), _reset(headers, name))
        for name in WINDOWS.values()
    ]
    spent = [end for left, end in windows if end and left == 0]
    vague = [end for left, end in windows if end and left is None]
    asked = _retry_after(headers, now)
    told = [*spent, *([asked] if asked else [])] or vague
    return max((end for end in told if _is_soon(end, now)), default=None)


def reset_at(headers: Mapping[str, str], now: datetime) -> datetime:
    """Return when X may be asked again after a 429 (UTC); in 15 minutes where it does not say."""
    return told_end(headers, now) or now + PAUSE


def retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return the moment (UTC) that ``Retry-After`` names, or None; nonsense is not believed."""
    moment = _retry_after(headers, now)
    return moment if moment and _is_soon(moment, now) else None


def end_of_period(period: str, now: datetime) -> datetime:
    """Return when a usage cap's period ends (UTC): ``Daily`` or ``Monthly``, else in 15 minutes."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period.lower() == "daily":
        return midnight + timedelta(days=1)
    if period.lower() == "monthly":
        return (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)
    return now + PAUSE


def _allowance(
    endpoint: str, scope: Scope, headers: Mapping[str, str], now: datetime
) -> Allowance | None:
    name = WINDOWS[scope]
    left, end = _number(headers, f"{name}-remaining", REQUESTS), _reset(headers, name)
    if left is None or end is None or not _is_soon(end, now):
        return None
    limit = _number(headers, f"{name}-limit", REQUESTS) or 0
    return Allowance(endpoint, scope, limit, left, end, now)


def _is_soon(moment: datetime, now: datetime) -> bool:
    return now < moment <= now + FARTHEST


def _reset(headers: Mapping[str, str], name: str) -> datetime | None:
    seconds = _number(headers, f"{name}-reset", SECONDS)
    return EPOCH + timedelta(seconds=seconds) if seconds else None


def _number(headers: Mapping[str, str], name: str, form: re.Pattern[str]) -> int | None:
    text = headers.get(name, "").strip()
    return int(text) if form.fullmatch(text) else None


def _retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return the moment that ``Retry-After`` names, in seconds or as a date (RFC 9110)."""
    wait = _number(headers, "retry-after", SECONDS)
    if wait is not None:
        return now + timedelta(seconds=wait)
    try:
        moment = parsedate_to_datetime(headers.get("retry-after", ""))
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
