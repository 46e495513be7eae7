"""What only the composition root can do for the window: sign in, switch, sign out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.sign_in.oauth import Attempt, BrowserWords, Connected, KnownAccount
    from allybook.ports.surroundings import Ticket


class Ways(Protocol):
    """Signing in and out. All but ``accounts`` may take a while: call them in a job's thread."""

    def accounts(self) -> tuple[KnownAccount, ...]:
        """Return who has signed in on this computer."""

    def begin(
        self, client_id: str, port: int, words: BrowserWords | None = None
    ) -> tuple[Attempt, str]:
        """Start to listen for the browser; return the attempt and the address to open.

        ``words`` are what the browser shows when it comes back, else English ones.
        Raises ``BadInput`` for an id or a port that cannot be used, and where the port is taken.
        """

    def wait(self, attempt: Attempt, ticket: Ticket) -> str:
        """Return the address that the browser came back with, within five minutes."""

    def finish(self, attempt: Attempt, address: str, *, owns_app: bool) -> Connected:
        """Exchange the answer for tokens, ask X whose they are, and keep them."""

    def give_up(self, attempt: Attempt) -> None:
        """Stop listening."""

    def connect(self, credentials: Credentials, *, owns_app: bool) -> Connected:
        """Ask X whose credentials these are, and keep them."""

    def sign_out(self, user_id: str) -> str:
        """Revoke and wipe; return a remark where X did not confirm that, else nothing."""

    def let_go(self) -> None:
        """Let no job wait any longer for the keyring or X: the window closes. It takes no time."""
