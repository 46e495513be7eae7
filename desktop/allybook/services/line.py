"""The line to X: up, down, or never laid."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from allybook.domain.errors import NeedsSignIn, Offline

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ports.network import Network


class Line:
    """Hands out the network, or says in one sentence why there is none.

    Instead of a network there may be a way to ``reach`` it, gone at first use: most starts of the
    program ask X for nothing. ``let_go`` ends what was reached. May be shared by threads.
    """

    def __init__(
        self,
        network: Network | None = None,
        *,
        reach: Callable[[], Network] | None = None,
        let_go: Callable[[], None] | None = None,
        up: bool = True,
    ) -> None:
        self._network = network
        self._reach = reach
        self._let_go = let_go
        self._up = up
        self._lock = Lock()

    @property
    def signed_in(self) -> bool:
        """Return whether there is an account to speak for."""
        return self._network is not None or self._reach is not None

    @property
    def up(self) -> bool:
        """Return whether requests may be made."""
        return self._up and self.signed_in

    def switch(self, *, up: bool) -> None:
        """Go on- or offline, as the person chose."""
        self._up = up

    def network(self) -> Network:
        """Return the network; ``NeedsSignIn`` without an account, ``Offline`` when switched off."""
        if self.signed_in and not self._up:
            raise Offline("You are working offline; go online to do this. Nothing was lost.")
        return self.reach()

    def reach(self) -> Network:
        """Return the network even when switched off; ``NeedsSignIn`` without an account."""
        with self._lock:
            if self._network is None and self._reach is not None:
                self._network = self._reach()
            if self._network is None:
                raise NeedsSignIn(
                    "This needs an X account: connect one, or practise with --practice."
                )
            return self._network

    def let_go(self) -> None:
        """Let nobody wait any longer for X: the window closes. What was reached sends no more."""
        with self._lock:
            if self._let_go is not None:
                self._let_go()
