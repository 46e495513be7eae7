"""Ids of entries: text that sorts by time and cannot meet by chance.

128 bits in Crockford's base 32 (no I, L, O or U): 48 of milliseconds, 16 of the clock's counter,
64 random. Within one book, sorting ids as text sorts entries by their stamp.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.domain.book.entry import Stamp

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
ENTRY_ID = re.compile(f"[0-7][{DIGITS}]{{{LENGTH - 1}}}")
RANDOM_BITS = 64
COUNTER_BITS = 16
MILLISECOND_BITS = 48
# Two digits at a time, the first pair highest.
_PAIRS = tuple(high + low for high in DIGITS for low in DIGITS)
_SHIFTS = range(5 * (LENGTH - 2), -1, -10)


def entry_id(stamp: Stamp, random_bits: int) -> str:
    """Return the id of an entry written at ``stamp``; of ``random_bits`` the lowest 64 count."""
    number = _fit(stamp.milliseconds, MILLISECOND_BITS)
    number = number << COUNTER_BITS | _fit(stamp.counter, COUNTER_BITS)
    number = number << RANDOM_BITS | random_bits & ((1 << RANDOM_BITS) - 1)
    return "".join([_PAIRS[number >> shift & 1023] for shift in _SHIFTS])


def is_entry_id(text: str) -> bool:
    """Return whether ``text`` can be the id of an entry."""
    return ENTRY_ID.fullmatch(text) is not None


def _fit(number: int, bits: int) -> int:
    """Return the number, or the nearest that fits: order is kept, and nothing wraps around."""
    return min(max(number, 0), (1 << bits) - 1)
