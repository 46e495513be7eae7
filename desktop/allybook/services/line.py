"""The line to X: up, down, or never laid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import NeedsSignIn, Offline

if TYPE_CHECKING:
    from allybook.ports import Network


class Line:
    """Hands out the network, or says in one sentence why there is none."""

    def __init__(self, network: Network | None, *, up: bool = True) -> None:
        self._network = network
        self._up = up

    @property
    def signed_in(self) -> bool:
        """Return whether there is an account to speak for."""
        return self._network is not None

    @property
    def up(self) -> bool:
        """Return whether requests may be made."""
        return self._up and self._network is not None

    def switch(self, *, up: bool) -> None:
        """Go on- or offline, as the person chose."""
        self._up = up

    def network(self) -> Network:
        """Return the network; ``NeedsSignIn`` without an account, ``Offline`` when switched off."""
        if self._network is None:
            raise NeedsSignIn("This needs an X account: connect one, or practise with --practice.")
        if not self._up:
            raise Offline("You are working offline; go online to do this. Nothing was lost.")
        return self._network
