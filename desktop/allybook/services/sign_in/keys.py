"""Hold credentials that never change: a token from a pipe, the practice network's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.domain.sign_in.credentials import Credentials


class HeldKeys:
    """Gives the gateway the same credentials each time (``ports.Keyholder``)."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def credentials(self) -> Credentials:
        """Return them."""
        return self._credentials

    def renew(self, refused: Credentials) -> Credentials | None:
        """Return None: there are no others."""
        return None
