"""The gauge before the line to X: reads how often it may be asked, and asks no oftener.

It wraps what carries the requests, and stands under the door. Every answer tells what is left of
its endpoint, failures too; a question that X is known not to answer now stays here.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from requests.structures import CaseInsensitiveDict

from allybook.domain.errors import StorageError, before_sending
from allybook.domain.money.limits import Allowance, Scope
from allybook.gateway.around import Around
from allybook.gateway.limits import read_allowances, told_end
from allybook.gateway.refusals import pause_until

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from requests import PreparedRequest, Response
    from requests.adapters import BaseAdapter

    from allybook.gateway.around import Carry
    from allybook.ports.limits import Limits
    from allybook.ports.surroundings import Clock

TOO_MANY = 429

log = logging.getLogger(__name__)


class Gauge(Around):
    """Sends what may be sent; ``RateLimited`` instead of a request that would only be refused."""

    def __init__(self, inner: BaseAdapter, limits: Limits, clock: Clock) -> None:
        super().__init__(inner)
        self._limits = limits
        self._clock = clock

    def pass_on(self, request: PreparedRequest, carry: Carry) -> Response:
        """Send, unless the endpoint is closed; note what the answer tells."""
        endpoint = endpoint_of(request.method or "", request.url or "")
        with before_sending():
            until = self._limits.until(endpoint, self._clock.now())
            if until is not None:
                raise pause_until(until)
        response = carry(request)
        self._note(endpoint, response)
        return response

    def _note(self, endpoint: str, response: Response) -> None:
        headers = CaseInsensitiveDict(response.headers)
        now = self._clock.now()
        told = read_allowances(endpoint, headers, now)
        if response.status_code == TOO_MANY:
            told = _closed(endpoint, told, told_end(headers, now), now)
        try:
            self._limits.note(told)
        except StorageError as error:
            # The answer is paid for, and an act in it is done: it must not be lost for this.
            log.warning("What X allows could not be kept: %s", error)


def endpoint_of(method: str, url: str) -> str:
    """Return the template that an address was made from: ``GET /2/users/:id/followers``."""
    names = iter((":id", ":user_id"))
    steps = urlsplit(url).path.strip("/").split("/")
    # The version is a number too, and stays.
    path = [step if place == 0 else _blank(step, names) for place, step in enumerate(steps)]
    return f"{method} /{'/'.join(path)}"


def _blank(step: str, names: Iterator[str]) -> str:
    return next(names, ":id") if step.isdecimal() else step


def _closed(
    endpoint: str, told: Sequence[Allowance], end: datetime | None, now: datetime
) -> tuple[Allowance, ...]:
    """Return the windows after a 429: where none says that it is used up, the short one is."""
    if end is None or any(one.used_up for one in told):
        return tuple(told)
    others = (one for one in told if one.scope is not Scope.USER_15)
    return (Allowance(endpoint, Scope.USER_15, 0, 0, end, now), *others)
