"""Whoever calls a port of this computer: many at once, slow or silent, none of them trusted.

A loop over sockets that never wait, because browsers open connections in advance and say nothing
on them for a while: a server that takes one caller after the other would stand still.
"""

from __future__ import annotations

import selectors
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

LARGEST = 32 * 1024
"""Bytes of a request: a browser adds the cookies of all other programs on this computer."""
MOST = 32
"""Callers at once; one more takes the place of the one who waits longest."""
PIECE = 4096
SEND_SECONDS = 1.0
END = b"\r\n\r\n"


class Caller:
    """One connection, and what came over it so far."""

    def __init__(self, line: socket.socket) -> None:
        line.settimeout(0)
        self.line = line
        self.said = b""

    @property
    def done(self) -> bool:
        """Return whether the head of a request is there, or more than anyone needs to say."""
        return END in self.said or len(self.said) > LARGEST

    def listen(self) -> bool:
        """Take what is there to hear; return whether the caller is still on the line."""
        try:
            piece = self.line.recv(PIECE)
        except BlockingIOError:
            return True
        except OSError:
            return False
        self.said += piece
        return bool(piece)

    def answer(self, octets: bytes) -> None:
        """Say something, and hang up; whoever does not listen misses it."""
        with suppress(OSError):
            self.line.settimeout(SEND_SECONDS)
            self.line.sendall(octets)
            self.line.shutdown(socket.SHUT_WR)
        self.line.close()


class Callers:
    """All who call a listening socket; it stays open when they are closed."""

    def __init__(self, server: socket.socket) -> None:
        server.settimeout(0)
        self._server = server
        self._ears = selectors.DefaultSelector()
        self._ears.register(server, selectors.EVENT_READ)
        self._waiting: dict[int, Caller] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def heard(self, seconds: float) -> Iterator[Caller]:
        """Yield who has said a whole request, after at most ``seconds``; each wants an answer."""
        for key, _events in self._ears.select(seconds):
            if key.fd == self._server.fileno():
                self._welcome()
            elif (caller := self._waiting.get(key.fd)) and self._finished(key.fd, caller):
                yield caller

    def close(self) -> None:
        """Hang up on everybody."""
        for number in list(self._waiting):
            self._let_go(number).line.close()
        self._ears.close()

    def _welcome(self) -> None:
        try:
            line, _address = self._server.accept()
        except OSError:
            # Gone before the door was opened.
            return
        if len(self._waiting) >= MOST:
            self._let_go(next(iter(self._waiting))).line.close()
        self._waiting[line.fileno()] = Caller(line)
        self._ears.register(line, selectors.EVENT_READ)

    def _finished(self, number: int, caller: Caller) -> bool:
        """Hear a caller out; return whether there is something to answer."""
        there = caller.listen()
        if there and not caller.done:
            return False
        self._let_go(number)
        if not there:
            caller.line.close()
        return there

    def _let_go(self, number: int) -> Caller:
        self._ears.unregister(number)
        return self._waiting.pop(number)
