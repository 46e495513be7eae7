"""Halves of letters, which JSON can name (as an escape alone) and no text can hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

# Each backslash with what it stands for, so that one that was escaped itself begins nothing.
_ESCAPES = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


def without_halves(text: bytes) -> bytes:
    """Return JSON in which the sign for an unreadable letter stands for each half of one."""
    return _ESCAPES.sub(lambda found: rb"\ufffd" if found["half"] else found[0], text)


def decode_whole(decode: Callable[[bytes], T], text: bytes) -> T:
    """Return what ``decode`` makes of JSON, without halves of letters where they spoil it."""
    try:
        return decode(text)
    except msgspec.DecodeError:
        whole = without_halves(text)
        if whole == text:
            raise
        return decode(whole)
