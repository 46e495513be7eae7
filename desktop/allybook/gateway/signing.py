"""Sign requests to X: with a user's OAuth 2.0 token, or with the four keys of OAuth 1.0a.

Facts: RFC 6750 (section 2.1), RFC 5849 (section 3); docs.x.com, "Creating a signature".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from oauthlib.oauth1 import Client

from allybook.domain.errors import NeedsSignIn
from allybook.domain.sign_in.credentials import Keys

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.sign_in.credentials import Credentials

Method: TypeAlias = Literal["GET", "POST", "PUT", "DELETE"]
HEADER = "Authorization"
WORD = re.compile(r"[!-~]+")
"""What tokens and keys are made of, and what may stand in a header."""


def signature(method: str, address: str, credentials: Credentials, now: datetime) -> str:
    """Return the header that proves the person's consent to a request.

    ``address`` is where it really goes, with its query: the signature of OAuth 1.0a covers both and
    holds for some minutes around ``now`` (UTC); bodies of JSON are not part of it. Raises
    ``NeedsSignIn`` for what cannot be credentials.
    """
    check_credentials(credentials)
    if isinstance(credentials, Keys):
        return _signed(method, address, credentials, now)
    return f"Bearer {credentials.access}"


def check_credentials(credentials: Credentials) -> None:
    """Raise ``NeedsSignIn`` for what cannot be a token or keys of X, without showing it."""
    if isinstance(credentials, Keys):
        if not all(map(WORD.fullmatch, credentials.secrets)):
            raise NeedsSignIn(
                "One of the four keys cannot be one of X (it is empty or has spaces or line breaks "
                "in it); copy all four again from console.x.com. Nothing was sent."
            )
    elif not WORD.fullmatch(credentials.access):
        raise NeedsSignIn(
            "The token given cannot be one of X (it is empty or has spaces or line breaks in "
            "it); sign in again. Nothing was sent."
        )


def _signed(method: str, address: str, keys: Keys, now: datetime) -> str:
    client = Client(
        keys.consumer,
        keys.consumer_secret,
        keys.token,
        keys.token_secret,
        timestamp=str(int(now.timestamp())),
    )
    _address, headers, _body = client.sign(address, cast("Method", method))
    return str(headers[HEADER])
