"""Pages: opaque tokens that fit one question only.

A token is 19 signs, the most that X's specification allows where it gives a limit.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
CURSOR_SIGNS = 13
CHECK_SIGNS = 6


class WrongToken(Exception):
    """A token was not given out for this question."""


class Sheet(Struct, Generic[T], frozen=True):
    """One page: its items, and the token of the next."""

    items: tuple[T, ...]
    next_token: str | None


def cut_page(rows: Sequence[tuple[int, T]], size: int, token: str | None, scope: str) -> Sheet[T]:
    """Return a page of ``rows`` (number and item, highest number first).

    ``scope`` names the question: a token of another question raises ``WrongToken``.
    """
    before = None if token is None else _open(token, scope)
    rest = [row for row in rows if before is None or row[0] < before]
    page = rest[:size]
    more = len(rest) > size
    return Sheet(tuple(item for _, item in page), _seal(page[-1][0], scope) if more else None)


def _seal(cursor: int, scope: str) -> str:
    return _digits(cursor, CURSOR_SIGNS) + _check(cursor, scope)


def _open(token: str, scope: str) -> int:
    try:
        cursor = int(token[:CURSOR_SIGNS], 36)
    except ValueError:
        raise WrongToken from None
    if token != _seal(cursor, scope):
        raise WrongToken
    return cursor


def _check(cursor: int, scope: str) -> str:
    digest = blake2b(f"{cursor}\x1f{scope}".encode(), digest_size=8).digest()
    return _digits(int.from_bytes(digest, "big"), CHECK_SIGNS)


def _digits(number: int, length: int) -> str:
    """Return the last ``length`` digits of ``number`` to the base 36."""
    signs = []
    for _ in range(length):
        number, place = divmod(number, len(DIGITS))
        signs.append(DIGITS[place])
    return "".join(reversed(signs))
