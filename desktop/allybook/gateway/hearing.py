"""Hears what time it is at X: every answer tells it in its head (``Date``, RFC 9110), refusals too.

It wraps what carries the requests, and stands under the door and the gauge, so that whatever is
made of an answer goes by X's clock already.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from allybook.gateway.transport import really_goes
from allybook.services.timepiece import YEARS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from requests import PreparedRequest, Response


class Listener(Protocol):
    """Who takes the time from X."""

    def here(self) -> datetime:
        """Return what this computer takes for the present moment (UTC)."""

    def hear(self, told: datetime, asked: datetime) -> None:
        """Take what X told in answer to what was asked at a moment of this computer."""


class Hearing(BaseAdapter):
    """Sends, and passes on the time that the answer tells."""

    def __init__(self, inner: BaseAdapter, listener: Listener) -> None:
        super().__init__()
        self._inner = inner
        self._listener = listener

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Send, and hear what time it is there."""
        asked = self._listener.here()
        response = self._inner.send(request, stream, timeout, verify, cert, proxies)
        told = told_time(CaseInsensitiveDict(response.headers))
        if told is not None:
            self._listener.hear(told, asked)
        return response

    def address(self, url: str) -> str:
        """Return where a request to ``url`` really goes."""
        return really_goes(self._inner, url)

    def close(self) -> None:
        """Close what carries the requests."""
        self._inner.close()


def told_time(headers: Mapping[str, str]) -> datetime | None:
    """Return the moment (UTC) that an answer tells, or None; nonsense is not believed."""
    try:
        moment = parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, OverflowError):
        return None
    if moment.year not in YEARS:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
