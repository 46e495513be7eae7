"""Hears what time it is at X: every answer tells it in its head (``Date``, RFC 9110), refusals too.

It wraps what carries the requests, and stands under the door and the gauge, so that whatever is
made of an answer goes by X's clock already.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from requests.structures import CaseInsensitiveDict

from allybook.gateway.around import Around
from allybook.services.timepiece import YEARS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from requests import PreparedRequest, Response
    from requests.adapters import BaseAdapter

    from allybook.gateway.around import Carry


class TimeListener(Protocol):
    """Who takes the time from X."""

    def here(self) -> datetime:
        """Return what this computer takes for the present moment (UTC)."""

    def hear(self, told: datetime, asked: datetime) -> None:
        """Take what X told in answer to what was asked at a moment of this computer."""


class TimeHearing(Around):
    """Sends, and passes on the time that the answer tells."""

    def __init__(self, inner: BaseAdapter, listener: TimeListener) -> None:
        super().__init__(inner)
        self._listener = listener

    def pass_on(self, request: PreparedRequest, carry: Carry) -> Response:
        """Send, and hear what time it is there."""
        asked = self._listener.here()
        response = carry(request)
        told = told_time(CaseInsensitiveDict(response.headers))
        if told is not None:
            self._listener.hear(told, asked)
        return response


def told_time(headers: Mapping[str, str]) -> datetime | None:
    """Return the moment (UTC) that an answer tells, or None; nonsense is not believed."""
    try:
        moment = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, OverflowError):
        return None
    if moment.year not in YEARS:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
