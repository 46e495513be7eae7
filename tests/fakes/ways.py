"""Ways in and out of accounts, in memory: they do what a test tells them to, and write it down."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

from allybook.domain.errors import Cancelled
from allybook.domain.people.accounts import Account
from allybook.domain.sign_in.oauth import (
    Attempt,
    BrowserWords,
    Connected,
    KnownAccount,
    read_callback,
    redirect_for,
)
from allybook.services.sign_in.accounts import drop_account, remember_account

if TYPE_CHECKING:
    from allybook.ports.surroundings import Settings

CIRCLE = Account("7", "NorthbankCircle", "Northbank Circle")
AUTHORIZE = "https://x.example/authorize"
LONGEST = 20


class FakeWays:
    """Knows ``known``; whoever comes in is ``comes``, or the ``trouble`` of that step is raised.

    ``trouble`` maps ``begin``, ``wait``, ``finish``, ``connect`` or ``sign_out`` to an error.
    Where ``settings`` are given, who speaks is written there as the program does it.
    ``come_back`` plays the browser; ``hold`` keeps whoever signs in waiting until ``let_go``.
    """

    def __init__(self, *known: KnownAccount, settings: Settings | None = None) -> None:
        self.known = list(known)
        self._settings = settings
        for one in known:
            self._remember(one)
        self.comes = Connected(CIRCLE)
        self.trouble: dict[str, Exception] = {}
        self.remark = ""
        self.heard: list[tuple[object, ...]] = []
        self.attempts: list[Attempt] = []
        self._answer = ""
        self._back = threading.Event()
        self._gate = threading.Event()
        self._gate.set()

    def accounts(self) -> tuple[KnownAccount, ...]:
        """Return who is known."""
        return tuple(self.known)

    def begin(
        self, client_id: str, port: int, words: BrowserWords | None = None
    ) -> tuple[Attempt, str]:
        """Start another attempt."""
        self._do("begin", client_id, port)
        self.words = words
        number = len(self.attempts) + 1
        attempt = Attempt(client_id, redirect_for(port), f"state-{number}", "verifier")
        self.attempts.append(attempt)
        return attempt, f"{AUTHORIZE}?{urlencode({'state': attempt.state})}"

    def wait(self, attempt: Attempt, ticket: object) -> str:
        """Wait until ``come_back``, or until the ticket is cancelled."""
        self._do("wait")
        while not self._back.wait(0.005):
            if ticket.cancelled():  # type: ignore[attr-defined]
                raise Cancelled("Stopped; nothing was changed.")
        self._back.clear()
        return self._answer

    def finish(self, attempt: Attempt, address: str, *, owns_app: bool) -> Connected:
        """Let whoever ``comes`` in."""
        read_callback(attempt, address)
        self._gate.wait(LONGEST)
        self._do("finish", owns_app)
        return self._enter(owns_app=owns_app)

    def give_up(self, attempt: Attempt) -> None:
        """Write down that nobody listens any more."""
        self._do("give_up", attempt.state)

    def connect(self, credentials: object, *, owns_app: bool) -> Connected:
        """Let whoever ``comes`` in."""
        self._gate.wait(LONGEST)
        self._do("connect", credentials, owns_app)
        return self._enter(owns_app=owns_app)

    def sign_out(self, user_id: str) -> str:
        """Forget an account."""
        self._do("sign_out", user_id)
        self.known = [one for one in self.known if one.user_id != user_id]
        if self._settings is not None:
            drop_account(self._settings, user_id)
        return self.remark

    def come_back(self, **answer: str) -> None:
        """Let the browser come back with these words in its address."""
        self._answer = self.address(**answer)
        self._back.set()

    def address(self, **answer: str) -> str:
        """Return the address that X would send the browser to."""
        last = self.attempts[-1]
        return f"{last.redirect}?{urlencode({'state': last.state, **answer})}"

    def hold(self) -> None:
        """Keep whoever signs in waiting."""
        self._gate.clear()

    def let_go(self) -> None:
        """Keep nobody waiting any more."""
        self._gate.set()

    def did(self, verb: str) -> list[tuple[object, ...]]:
        """Return the arguments of every call of a verb."""
        return [tuple(rest) for one, *rest in self.heard if one == verb]

    def _do(self, verb: str, *arguments: object) -> None:
        self.heard.append((verb, *arguments))
        if verb in self.trouble:
            raise self.trouble[verb]

    def _enter(self, *, owns_app: bool) -> Connected:
        one = self.comes.account
        known = KnownAccount(one.user_id, one.handle, one.name, owns_app)
        self.known.append(known)
        self._remember(known)
        return self.comes

    def _remember(self, known: KnownAccount) -> None:
        if self._settings is not None:
            remember_account(self._settings, known)


def state_of(address: str) -> str:
    """Return the state in an address."""
    return parse_qs(urlsplit(address).query)["state"][0]
