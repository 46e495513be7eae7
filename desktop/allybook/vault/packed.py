"""Credentials as one line of text, for a keyring that keeps one text per account."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.domain.sign_in.credentials import Keys, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.spoken import Pattern

DAMAGED: Pattern = (
    "What the keyring keeps for this account is not what Allybook wrote; sign in again. Nothing "
    "else is lost."
)
KEYS = ("consumer", "consumer_secret", "token", "token_secret")
TOKENS = ("access", "refresh", "client_id")
MOMENTS = ("expires_at", "given_at")


def pack(credentials: Credentials) -> str:
    """Return credentials as JSON, as short as it gets: some keyrings take 1,280 letters at most."""
    if isinstance(credentials, Keys):
        row = {"kind": "keys"} | {name: getattr(credentials, name) for name in KEYS}
    else:
        row = {"kind": "tokens"} | {name: getattr(credentials, name) for name in TOKENS}
        for name in MOMENTS:
            moment = getattr(credentials, name)
            row[name] = moment.isoformat() if moment else ""
        row["scopes"] = " ".join(sorted(credentials.scopes))
    return json.dumps(row, separators=(",", ":"))


def unpack(text: str) -> Credentials:
    """Return the credentials in a text of ``pack``; ``StorageError`` for any other."""
    credentials = _read(text)
    if credentials is None:
        raise StorageError(DAMAGED)
    return credentials


def _read(text: str) -> Credentials | None:
    """Return None for what is damaged.

    It is a secret all the same, and the decoder's error holds it: so no error leaves from here, nor
    is one on its way while another is raised.
    """
    try:
        row = json.loads(text)
        return KINDS[row["kind"]](row)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


def _keys(row: Mapping[str, object]) -> Keys:
    return Keys(*(_text(row, name) for name in KEYS))


def _tokens(row: Mapping[str, object]) -> Tokens:
    access, refresh, client_id = (_text(row, name) for name in TOKENS)
    # Earlier versions did not write when X gave them.
    ends, given = (_moment(_text({"given_at": "", **row}, name)) for name in MOMENTS)
    scopes = frozenset(_text(row, "scopes").split())
    return Tokens(access, refresh, ends, client_id, scopes, given)


KINDS: Mapping[str, Callable[[Mapping[str, object]], Credentials]] = {
    "keys": _keys,
    "tokens": _tokens,
}


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its offset")
    return moment


def _text(row: Mapping[str, object], name: str) -> str:
    value = row[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value
