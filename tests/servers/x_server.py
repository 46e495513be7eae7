"""A small X on loopback that answers as a test scripts it, well or badly."""

from __future__ import annotations

import json
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from time import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self


LONGEST_HANG = 60
"""Seconds of silence: longer than any test waits."""
PATIENCE = 20
"""Seconds after which a request that was sent has come."""
DRIP = 0.02
"""Seconds between two bytes of an answer that drips."""


@dataclass(frozen=True)
class Reply:
    """One scripted answer; ``body`` may be JSON values, text or bytes.

    ``cut`` announces more bytes than are sent, ``drop`` closes the connection without a word,
    ``hang`` says nothing until the server closes, ``drip`` begins a header or the body, and sends a
    little of it now and then.
    """

    body: object = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    drop: bool = False
    hang: bool = False
    drip: str = ""

    @property
    def octets(self) -> bytes:
        """Return the body as bytes."""
        if isinstance(self.body, bytes):
            return self.body
        text = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return text.encode()


@dataclass(frozen=True)
class Seen:
    """One request as it arrived; ``target`` is its path and query to the letter."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    target: str = ""


class XServer:
    """Answers requests in the order of its script and writes each of them down in ``seen``.

    ``came`` tells that there was one. Its clock is ``ahead`` of this computer's by seconds.
    """

    ahead = 0

    def __init__(self) -> None:
        self.script: deque[Reply] = deque()
        self.seen: list[Seen] = []
        self.came = Event()
        self.released = Event()
        self._news = Condition()
        self._http = _Http(self)
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})

    @property
    def url(self) -> str:
        """Return the address, without a slash at its end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def answer(self, *replies: Reply) -> None:
        """Add answers to the script."""
        self.script.extend(replies)

    def note(self, seen: Seen) -> None:
        """Write down a request that came."""
        with self._news:
            self.seen.append(seen)
            self._news.notify_all()
        self.came.set()

    def has_seen(self, number: int) -> bool:
        """Wait until so many requests came: who gives one up may be quicker than this server."""
        with self._news:
            return self._news.wait_for(lambda: len(self.seen) >= number, PATIENCE)

    def reply(self, seen: Seen) -> Reply:
        """Return the answer to a request: the next one of the script."""
        return self.script.popleft() if self.script else Reply("no script", 500)

    def stop(self) -> None:
        """Let go of every connection and close the port."""
        self.released.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(LONGEST_HANG)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, owner: XServer) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that gives up is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    server: _Http

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Return a moment as the head of an answer tells it; now, by the clock of this X."""
        return super().date_time_string((timestamp or time()) + self.server.owner.ahead)

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        owner = self.server.owner
        seen = Seen(self.command, parts.path, query, dict(self.headers), body, self.path)
        owner.note(seen)
        reply = owner.reply(seen)
        if reply.hang:
            owner.released.wait(LONGEST_HANG)
        elif reply.drip:
            self._drip(reply.drip)
        elif not reply.drop:
            self._write(reply)

    def _write(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.octets) + (50 if reply.cut else 0)))
        self.end_headers()
        self.wfile.write(reply.octets)

    def _drip(self, part: str) -> None:
        self.send_response(200)
        if part == "body":
            self.send_header("Content-Length", "100000")
            self.end_headers()
        else:
            self.flush_headers()
            self.wfile.write(b"X-Drip: ")
        with suppress(OSError):
            while not self.server.owner.released.wait(DRIP):
                self.wfile.write(b" ")

    do_GET = do_POST = do_DELETE = _serve  # noqa: N815 (named by http.server)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""
