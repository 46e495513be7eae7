"""X's ways of saying no at its counter for tokens, turned into the errors that people read.

Codes by RFC 6749, section 5.2. X says ``invalid_request`` where others say ``invalid_grant``, and
``unauthorized_client`` to a public client of an app that is a "Web App" (x-api.md, section 4.3).

Tokens may be renewed on the way of any request: an error here must never be taken for X's word on
the account or the list that the request is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from allybook.domain.errors import AllybookError, AppRefused, NeedsSignIn, Refused
from allybook.domain.sign_in.oauth import AGAIN
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Mapping

    from allybook.domain.spoken import Pattern

CODED = (400, 401, 403)
CODE = re.compile(r"[a-z_]{1,40}")
Denial: TypeAlias = "tuple[type[AllybookError], Pattern]"
"""An error, and its sentence."""

KEPT: Pattern = "The account and everything in Allybook are kept."
NOT_REVOKED: Pattern = (
    "X did not confirm that the sign-in has ended; on x.com you can end it yourself, in "
    "“Settings”, “Security and account access”, “Apps and sessions”, “Connected apps”."
)
UNKNOWN_APP: Pattern = (
    "Nobody told Allybook which app this token belongs to, so X was not asked to end it; on x.com "
    "you can do it yourself, in “Settings”, “Security and account access”, “Apps and sessions”, "
    "“Connected apps”."
)
NATIVE: Pattern = (
    "X takes this app for one that runs on a web server: at console.x.com open the app's “User "
    "authentication settings”, choose the type “Native App” and save, then try again. Nothing was "
    "lost."
)
STALE: Pattern = (
    "X did not take the answer of the browser: it lives for 30 seconds, works once, and its "
    "address must be registered with the app to the letter. {again}"
)
UNKNOWN: Pattern = (
    "X does not know this Client ID; copy it again from your app at console.x.com. Nothing was "
    "changed."
)
ENDED: Pattern = "X no longer takes the stored sign-in of this account; sign in again. {kept}"
APP_GONE: Pattern = (
    "X does not know the developer app of this account any more; sign in again with the Client ID "
    "of an app that is there. {kept}"
)
OTHER: Pattern = (
    "X refused the sign-in ({code}); look at the settings of your app at console.x.com and try "
    "again. Nothing was lost."
)

EXCHANGE: Mapping[str, Denial] = {
    "invalid_grant": (Refused, STALE),
    "invalid_request": (Refused, STALE),
    "invalid_client": (AppRefused, UNKNOWN),
    "unauthorized_client": (AppRefused, NATIVE),
}
REFRESH: Mapping[str, Denial] = {
    "invalid_grant": (NeedsSignIn, ENDED),
    "invalid_request": (NeedsSignIn, ENDED),
    "invalid_client": (NeedsSignIn, APP_GONE),
    "unauthorized_client": (AppRefused, NATIVE),
}
REVOKE: Mapping[str, Denial] = {
    "invalid_client": (Refused, NOT_REVOKED),
    "unauthorized_client": (Refused, NOT_REVOKED),
}
DEAD = frozenset({"invalid_request", "invalid_grant", "invalid_token"})
"""What X says of a token that is worthless already."""


def denial(known: Mapping[str, Denial], status: int, code: str) -> AllybookError | None:
    """Return the error for the code of an answer, or None where its status says more."""
    if status not in CODED or not CODE.fullmatch(code):
        return None
    kind, words = known.get(code, (AppRefused, OTHER))
    return kind(speak(words, code=code, again=speak(AGAIN), kept=speak(KEPT)))
