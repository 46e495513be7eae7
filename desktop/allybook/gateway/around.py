"""What stands around the carrier of requests: it sees each request go out, and its answer come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from requests.adapters import BaseAdapter

from allybook.gateway.transport import really_goes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import PreparedRequest, Response

    Carry = Callable[[PreparedRequest], Response]


class Around(BaseAdapter):
    """Passes requests on to what it stands around; whoever derives from it says how."""

    def __init__(self, inner: BaseAdapter) -> None:
        super().__init__()
        self._inner = inner

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Send, in the way of ``pass_on``."""
        carry = partial(
            self._inner.send,
            stream=stream,
            timeout=timeout,
            verify=verify,
            cert=cert,
            proxies=proxies,
        )
        return self.pass_on(request, carry)

    def pass_on(self, request: PreparedRequest, carry: Carry) -> Response:
        """Return the answer; ``carry`` sends a request further, as often as it is called."""
        return carry(request)

    def address(self, url: str) -> str:
        """Return where a request to ``url`` really goes."""
        return really_goes(self._inner, url)

    def close(self) -> None:
        """Close what carries the requests."""
        self._inner.close()
