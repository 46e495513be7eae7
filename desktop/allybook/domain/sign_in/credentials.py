"""What proves to X that a person agreed: kept in the keyring, sent to X, shown nowhere.

Neither kind has a ``repr`` that tells anything, so that no log or traceback can; what they hold
is text that says nothing of itself either, and that nothing can pickle or dump.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NoReturn, SupportsIndex, TypeAlias

MARGIN = timedelta(seconds=30)
"""A token is renewed this long before it ends, so that no request leaves with a dead one."""


class Secret(str):
    """A text that is sent and kept where it is asked for by name, and shown by nothing.

    Its ``repr`` is a mark; pickling it, or ``dataclasses.asdict`` of what holds it, raises
    ``TypeError``.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise TypeError("A secret is not copied into anything.")


@dataclass(frozen=True, slots=True, repr=False)
class Tokens:
    """A user's OAuth 2.0 tokens. ``access`` alone is one that was pasted or came from a pipe.

    ``refresh`` may be used once, by the app ``client_id``; ``expires_at`` (UTC) is None where
    nobody said; ``scopes`` are those that X granted. ``given_at`` (UTC) is when X renewed them into
    these, None at the sign-in itself; it is no part of what they are.
    """

    access: str
    refresh: str = ""
    expires_at: datetime | None = None
    client_id: str = ""
    scopes: frozenset[str] = frozenset()
    given_at: datetime | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        _hide(self, "access", "refresh")

    def __repr__(self) -> str:
        return "Tokens(…)"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return what must never be seen."""
        return tuple(filter(None, (self.access, self.refresh)))

    @property
    def renewable(self) -> bool:
        """Return whether X can be asked for the next pair."""
        return bool(self.refresh and self.client_id)

    def stale(self, now: datetime) -> bool:
        """Return whether the access token has ended, or is about to."""
        return self.expires_at is not None and now + MARGIN >= self.expires_at


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """The four OAuth 1.0a keys that console.x.com shows to the owner of an app; they do not end."""

    consumer: str
    consumer_secret: str
    token: str
    token_secret: str

    def __post_init__(self) -> None:
        _hide(self, "consumer", "consumer_secret", "token", "token_secret")

    def __repr__(self) -> str:
        return "Keys(…)"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return what must never be seen."""
        return (self.consumer, self.consumer_secret, self.token, self.token_secret)


Credentials: TypeAlias = Tokens | Keys


def _hide(holder: Credentials, *names: str) -> None:
    for name in names:
        object.__setattr__(holder, name, Secret(getattr(holder, name)))
