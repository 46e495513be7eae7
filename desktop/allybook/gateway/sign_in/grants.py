"""What X gives at its counter for tokens, read with care.

Fields by RFC 6749, section 5.1; X adds none that matter here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.domain.errors import Garbled
from allybook.gateway.signing import WORD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from allybook.domain.sign_in.credentials import Tokens

LONGEST = timedelta(days=3650)


def read_grant(fields: Mapping[str, object], before: Tokens, asked_at: datetime) -> Tokens:
    """Return the tokens that an answer grants to one who held ``before`` (perhaps none).

    The seconds that they last count from ``asked_at`` (UTC), which errs on the safe side. What the
    answer leaves out stays as it was: X need not repeat scopes, nor give a refresh token. Raises
    ``Garbled`` where the access token itself cannot be used.
    """
    access = _word(fields, "access_token")
    if not access:
        raise Garbled("X's answer holds no token that can be used; try again.")
    scope = fields.get("scope")
    return replace(
        before,
        access=access,
        refresh=_word(fields, "refresh_token") or before.refresh,
        expires_at=_ends(fields.get("expires_in"), asked_at),
        scopes=frozenset(scope.split()) if isinstance(scope, str) else before.scopes,
    )


def _word(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) and WORD.fullmatch(value) else ""


def _ends(seconds: object, asked_at: datetime) -> datetime | None:
    """Return when tokens end, or None where X says nothing that can be believed."""
    if not isinstance(seconds, int | float) or not 0 < seconds <= LONGEST.total_seconds():
        return None
    return asked_at + timedelta(seconds=seconds)
