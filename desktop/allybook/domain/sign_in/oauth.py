"""Signing in by way of the browser: OAuth 2.0 with PKCE, as a public client.

Facts: docs.x.com, "OAuth 2.0 Authorization Code Flow with PKCE"; RFC 7636 (PKCE), RFC 8252.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from msgspec import Struct

from allybook.domain.errors import BadInput, Refused
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.money.pricing import Dollars
    from allybook.domain.people.accounts import Account
    from allybook.domain.spoken import Pattern

PORT = 8765
PATH = "/callback"
SCOPES = ("tweet.read", "users.read", "follows.read", "list.read", "list.write", "offline.access")
PATIENCE = timedelta(minutes=5)
"""How long Allybook waits for the browser to come back."""
AGAIN: Pattern = "Press “Open X” once more; nothing was changed."


class Meeting(StrEnum):
    """How the browser is met when it comes back from X, or when somebody else calls."""

    CONNECTED = "connected"
    SAID_NO = "said_no"
    ANOTHER = "another"
    NOTHING_HERE = "nothing_here"
    NOT_SO = "not_so"
    UNREADABLE = "unreadable"


class BrowserWords(Struct, frozen=True):
    """What the browser shows then: a title and a sentence each, in a language (its code)."""

    language: str
    said: Mapping[Meeting, tuple[str, str]]


class Attempt(Struct, frozen=True):
    """One try to sign in. ``verifier`` stays here until the code is exchanged for tokens.

    ``redirect`` is the address that is registered with the app, to the letter.
    """

    client_id: str
    redirect: str
    state: str
    verifier: str
    scopes: tuple[str, ...] = SCOPES

    def __repr__(self) -> str:
        return f"Attempt(redirect={self.redirect!r})"

    @property
    def challenge(self) -> str:
        """Return what X is shown of the verifier (S256)."""
        from hashlib import sha256  # noqa: PLC0415 (it loads OpenSSL, and few runs sign in)

        digest = sha256(self.verifier.encode("ascii")).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


class KnownAccount(Struct, frozen=True):
    """An account that signed in on this computer; its credentials are in the keyring."""

    user_id: str
    handle: str
    name: str = ""
    owns_app: bool = False


class Connected(Struct, frozen=True):
    """Who has signed in; ``remark`` says why it holds for this session only, or nothing.

    ``scopes`` are those that X granted, None where nobody says (keys, a pasted token); ``charged``
    is what X asked for telling who it is, None where that is not known.
    """

    account: Account
    remark: str = ""
    scopes: frozenset[str] | None = None
    charged: Dollars | None = None


def redirect_for(port: int) -> str:
    """Return the address to register with the app; ``BadInput`` for no port of one's own."""
    if not 1024 <= port <= 65535:  # noqa: PLR2004 (the ports that anybody may listen on)
        raise BadInput(
            speak(
                "{port} is no port that a program may use: choose one from 1024 to 65535.",
                port=port,
            )
        )
    return f"http://127.0.0.1:{port}{PATH}"


def read_callback(attempt: Attempt, address: str) -> str:
    """Return the code that X put into the address it sent the browser to.

    Raises ``Refused`` where the person or X said no, and ``BadInput`` for an address of another
    attempt or of none.
    """
    answer = parse_qs(urlsplit(address.strip()).query)
    states, codes, errors = (answer.get(key, []) for key in ("state", "code", "error"))
    from hmac import compare_digest  # noqa: PLC0415 (it loads OpenSSL, and few runs sign in)

    if len(states) != 1 or not compare_digest(states[0].encode(), attempt.state.encode()):
        raise BadInput(
            speak(
                "This address does not belong to the sign-in that is open now. {again}",
                again=speak(AGAIN),
            )
        )
    if errors:
        raise Refused(_why_refused(errors[0]))
    if len(codes) != 1:
        raise BadInput(speak("This address holds no answer of X. {again}", again=speak(AGAIN)))
    return codes[0]


def _why_refused(error: str) -> str:
    if error == "access_denied":
        return speak("You said no on X, so Allybook is not connected. {again}", again=speak(AGAIN))
    return speak(
        "X did not let the app in ({reason}). Check its settings at console.x.com. {again}",
        reason=error[:80],
        again=speak(AGAIN),
    )
