"""The one door to X: adds the token on the way out, and lets only good answers in.

It wraps whatever carries the requests (the network, the practice network), so that tweepy never
sees a failure: tweepy's exceptions stumble over bodies that are not as expected, and its log would
show the token.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict

from allybook.domain.errors import NeedsSignIn
from allybook.gateway.decode.complaints import complaints_of
from allybook.gateway.refusals import Reply, refusal, unreachable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from requests import PreparedRequest, Response

    from allybook.ports import Clock

TOKEN = re.compile(r"[!-~]+")


class Door(BaseAdapter):
    """Sends with the token; raises the domain's errors, never those of requests or tweepy."""

    def __init__(self, token: str, inner: BaseAdapter, clock: Clock) -> None:
        super().__init__()
        if not TOKEN.fullmatch(token):
            raise NeedsSignIn(
                "The token given cannot be one of X (it is empty or has spaces or line breaks in "
                "it); sign in again. Nothing was sent."
            )
        self._token = token
        self._inner = inner
        self._clock = clock

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Send and read the whole answer; ``Unreachable`` or X's refusal instead of a bad one."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        try:
            response = self._inner.send(request, stream, timeout, verify, cert, proxies)
            with response:
                body = response.content
        except OSError as error:
            # All errors of requests, and a missing file of certificates.
            raise unreachable(error) from error
        if response.status_code not in range(200, 300):
            headers = CaseInsensitiveDict(response.headers)
            complaints = complaints_of(body, self.hide)
            raise refusal(Reply(response.status_code, headers, complaints, self._clock.now()))
        return response

    def hide(self, text: str) -> str:
        """Return text without the token."""
        return text.replace(self._token, "[token]")

    def close(self) -> None:
        """Close what carries the requests."""
        self._inner.close()
