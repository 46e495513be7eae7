"""The way to X: its address, time-outs, and no way to anywhere else.

tweepy writes ``https://api.twitter.com`` into every request and sets no time-out. The adapters here
are mounted on its session: one carries what goes to that address to where it belongs, the other
stops everything else, so that no redirect can take the token to a stranger. A signature covers the
address, so who signs asks first where a request ``really_goes``.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from ipaddress import ip_address
from threading import Lock
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from urllib.parse import urlsplit

from msgspec import Struct
from requests import ReadTimeout
from requests.adapters import BaseAdapter, HTTPAdapter

from allybook.domain.errors import BadInput, Fate, Refused, Unreachable
from allybook.domain.spoken import speak
from allybook.gateway.handshake import tell_apart
from allybook.services.jobs.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from requests import PreparedRequest, Response
    from urllib3 import ProxyManager

    from allybook.domain.spoken import Pattern

WRITTEN_BY_TWEEPY = "https://api.twitter.com/"
X = "https://api.x.com"
# One reading only, whoever reads it: no @ \\ ? # and no spaces.
PLAIN = re.compile(r"[A-Za-z0-9./:\[\]_~%-]+")
HOST = re.compile(r"[a-z0-9.:-]+")
CLOSED: Pattern = "Allybook is closing: this was not sent to X any more. Nothing was lost."


class Base(Struct, frozen=True):
    """The address that stands in for ``https://api.twitter.com``, without a slash at its end."""

    url: str
    loopback: bool


def parse_base(text: str) -> Base:
    """Return the address of a server that speaks the X API, as ``--api-base`` gives it.

    Plain http is taken for this very machine only; names, passwords, ``?`` and ``#`` never.
    """
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _bad_base(text) from error
    loopback = _is_loopback(host)
    safe = parts.scheme == "https" or (parts.scheme == "http" and loopback)
    if not safe or not PLAIN.fullmatch(text) or not HOST.fullmatch(host) or port == 0:
        raise _bad_base(text)
    return Base(text.rstrip("/"), loopback)


class Questions:
    """Questions to X side by side, let go together; one that is left holds up no other.

    ``close`` may be called from any thread.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._going: set[Asking] = set()
        self._closed = False

    @contextmanager
    def one(self, patience: float) -> Iterator[Asking]:
        """Give one more question, that is waited for so many seconds; ``Unreachable`` when over."""
        asking = Asking(patience)
        with self._lock:
            if self._closed:
                raise Unreachable(CLOSED, passing=False, fate=Fate.NOT_SENT)
            self._going.add(asking)
        try:
            yield asking
        finally:
            with self._lock:
                self._going.discard(asking)

    def close(self) -> None:
        """Let go of whoever waits, and ask nothing any more."""
        with self._lock:
            self._closed = True
            for asking in self._going:
                asking.close()


class XTransport(HTTPAdapter):
    """Carries requests to the X API (or to ``base``), with time-outs in seconds.

    ``read`` bounds each silence of the server, ``whole`` all from the connection to the last byte:
    a server that drips is left (who streams reads on by itself). The proxies of the environment are
    used, except for a server on this machine.

    ``close`` may be called from any thread: whoever waits is let go, and nothing more is sent.
    """

    def __init__(
        self,
        base: str = X,
        *,
        connect: float = 10.0,
        read: float = 30.0,
        whole: float = 90.0,
    ) -> None:
        super().__init__()
        self._base = parse_base(base)
        self._patience = (connect, read)
        self._whole = whole
        self._questions = Questions()

    def address(self, url: str) -> str:
        """Return where a request to ``url`` really goes; ``Refused`` for any place but X."""
        home = f"{self._base.url}/"
        if url.startswith(WRITTEN_BY_TWEEPY):
            return home + url.removeprefix(WRITTEN_BY_TWEEPY)
        if not url.startswith(home):
            raise _elsewhere()
        return url

    def init_poolmanager(
        self,
        connections: int,
        maxsize: int,
        block: bool = False,  # noqa: FBT001, FBT002
        **more: object,
    ) -> None:
        """Make connections that tell whether anything was sent."""
        super().init_poolmanager(connections, maxsize, block, **more)
        tell_apart(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **more: object) -> ProxyManager:
        """Return what connects through a proxy, and tells it as well."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **more)
        tell_apart(manager)
        return manager

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Send a request to X and nowhere else; ``ReadTimeout`` where the answer never ends."""
        request.url = self.address(request.url or "")
        ways = {} if self._base.loopback else proxies

        def carry() -> Response:
            """Carry the request, and wait for the whole answer."""
            response = super(XTransport, self).send(
                request, stream, self._patience, verify, cert, ways
            )
            if not stream:
                # Read here, where it can be left; requests finds it read.
                _ = response.content
            return response

        try:
            with self._questions.one(self._whole) as asking:
                return asking.ask(carry)
        except TimeoutError as error:
            raise ReadTimeout("The answer did not come to its end.", request=request) from error

    def close(self) -> None:
        """Let go of whoever waits, close the connections, and send nothing any more."""
        self._questions.close()
        super().close()


class NowhereElse(BaseAdapter):
    """Stops every request that is not for X."""

    def send(self, *_: object, **__: object) -> Response:
        """Refuse."""
        raise _elsewhere()

    def close(self) -> None:
        """Do nothing: nothing was opened."""


@runtime_checkable
class Addressing(Protocol):
    """Carries requests to another address than the one they were written for."""

    def address(self, url: str) -> str:
        """Return where a request to ``url`` really goes."""


def really_goes(carrier: BaseAdapter, url: str) -> str:
    """Return where ``carrier`` sends a request to ``url``; most send it just there."""
    return carrier.address(url) if isinstance(carrier, Addressing) else url


def _elsewhere() -> Refused:
    return Refused("A request to another address than X was stopped. Nothing was lost.")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _bad_base(text: str) -> BadInput:
    return BadInput(
        speak(
            "“{text}” cannot stand in for X: give https://server, or http://127.0.0.1:port for "
            "this machine. Nothing was sent.",
            text=text,
        )
    )
