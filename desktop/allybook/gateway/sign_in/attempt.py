"""Start an attempt to sign in, with secrets of its own."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.sign_in.oauth import SCOPES, Attempt, redirect_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# X's own are about 34 signs; the secrets beside them that people copy by mistake are longer than
# this (the bearer token), or look the same (then X says so).
CLIENT_ID = re.compile(r"[!-~]{8,100}")
STATE_BYTES = 32
VERIFIER_BYTES = 64


def make_attempt(
    client_id: str,
    port: int,
    *,
    scopes: Sequence[str] = SCOPES,
    draw: Callable[[int], str] = secrets.token_urlsafe,
) -> Attempt:
    """Return a new attempt for a developer app whose answer comes back on ``port``.

    ``draw`` returns chance as text of at least 4/3 signs a byte: 43 for the state (X takes up to
    500), 86 for the verifier (RFC 7636 asks for 43 to 128). ``BadInput`` for an id or a port that
    cannot be one.
    """
    own = check_client_id(client_id)
    return Attempt(own, redirect_for(port), draw(STATE_BYTES), draw(VERIFIER_BYTES), tuple(scopes))


def check_client_id(text: str) -> str:
    """Return a Client ID without the space around it; ``BadInput`` for what cannot be one.

    What was typed is not shown: it may be a secret, copied by mistake.
    """
    bare = text.strip()
    if not CLIENT_ID.fullmatch(bare):
        raise BadInput(
            "This is not the Client ID of an app: copy it from “Keys and tokens”, “OAuth 2.0 "
            "Client ID” of your app at console.x.com (about 34 signs without a space). Nothing "
            "was sent."
        )
    return bare
