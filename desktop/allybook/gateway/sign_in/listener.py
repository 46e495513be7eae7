"""Wait on this computer, and only for this computer, until the browser comes back from X.

RFC 8252, section 7.3 (loopback addresses) and 8.3; X wants the port registered with the app.
"""

from __future__ import annotations

import re
import socket
from threading import Event, RLock
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput, Cancelled, Refused
from allybook.domain.sign_in.oauth import AGAIN, PATH, PATIENCE, read_callback
from allybook.domain.spoken import speak
from allybook.gateway.sign_in.callers import END, LARGEST, MOST, Callers
from allybook.gateway.sign_in.page import (
    ANOTHER,
    CONNECTED,
    ENGLISH,
    NOT_SO,
    NOTHING_HERE,
    SAID_NO,
    UNREADABLE,
    write_page,
)

if TYPE_CHECKING:
    from allybook.domain.sign_in.oauth import Attempt, BrowserWords
    from allybook.gateway.sign_in.page import BrowserPage
    from allybook.ports.surroundings import Clock, Ticket

HERE = "127.0.0.1"
TICK = 0.1
"""Seconds between two looks at whether to go on."""
LINE = re.compile(r"([A-Z]{1,16}) (/[!-~]*) HTTP/1\.[01]")


class LoopbackListener:
    """Listens from its making on, for five minutes at most.

    Answers one request, that of the browser which X sent: a GET of ``/callback`` with the state of
    the attempt. Everybody else gets a friendly refusal and is not counted; a ``Host`` of another
    name is refused too, so that no page can reach this one under a name of its own. Nothing is
    logged. ``port`` 0 takes any that is free (for tests: X wants the port registered). ``words``
    are what the browser shows, in the person's language.
    """

    def __init__(self, port: int, *, clock: Clock, words: BrowserWords = ENGLISH) -> None:
        self._server = _open(port)
        self._clock = clock
        self._words = words
        self._until = clock.now() + PATIENCE
        self._ended = Event()
        self._waiting = RLock()
        self.port: int = self._server.getsockname()[1]

    def wait(self, attempt: Attempt, ticket: Ticket) -> str:
        """Return the address that the browser came with; the port is free again afterwards.

        Raises ``Cancelled`` soon after the person stopped it, ``Refused`` after five minutes.
        """
        with self._waiting:
            try:
                self._check(ticket)
                return self._wait(attempt, ticket)
            finally:
                self.close()

    def close(self) -> None:
        """Stop listening; the port is free when this returns, and whoever waits is told."""
        self._ended.set()
        with self._waiting:
            self._server.close()

    def _wait(self, attempt: Attempt, ticket: Ticket) -> str:
        with Callers(self._server) as callers:
            while True:
                for caller in callers.heard(TICK):
                    page, address = self._judge(attempt, caller.said)
                    caller.answer(write_page(page, self._words))
                    if address:
                        return address
                self._check(ticket)

    def _check(self, ticket: Ticket) -> None:
        if ticket.cancelled() or self._ended.is_set():
            raise Cancelled(speak("Signing in was stopped. {again}", again=speak(AGAIN)))
        if self._clock.now() >= self._until:
            raise Refused(
                speak("X sent nobody back within five minutes. {again}", again=speak(AGAIN))
            )

    def _judge(self, attempt: Attempt, said: bytes) -> tuple[BrowserPage, str]:
        """Return what to show a caller, and the address it came with if it is the awaited one."""
        line, *headers = said.partition(END)[0].decode("latin-1").split("\r\n")
        asked = LINE.fullmatch(line)
        if not asked or len(said) > LARGEST or _hosts(headers) != [f"{HERE}:{self.port}"]:
            return UNREADABLE, ""
        method, target = asked.groups()
        if target.partition("?")[0] != PATH:
            return NOTHING_HERE, ""
        if method != "GET":
            return NOT_SO, ""
        return _look_at(attempt, f"http://{HERE}:{self.port}{target}")


def _look_at(attempt: Attempt, address: str) -> tuple[BrowserPage, str]:
    try:
        read_callback(attempt, address)
    except Refused:
        return SAID_NO, address
    except BadInput:
        return ANOTHER, ""
    return CONNECTED, address


def _hosts(headers: list[str]) -> list[str]:
    """Return the values of all ``Host`` lines; a browser sends one."""
    parted = [header.partition(":") for header in headers]
    return [value.strip() for name, _, value in parted if name.lower() == "host"]


def _open(port: int) -> socket.socket:
    try:
        return socket.create_server((HERE, port), backlog=MOST)
    except (OSError, OverflowError) as error:
        raise BadInput(
            speak(
                "Port {port} is in use on this computer, perhaps by another window of Allybook: "
                "close that, or choose another port and register the address that goes with it "
                "at console.x.com. Nothing was sent.",
                port=port,
            )
        ) from error
