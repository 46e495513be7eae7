"""What nobody sees at the ends of a text: spaces, and the signs that programs put around names."""

from __future__ import annotations

from allybook.domain.expressions import expression

HIDDEN = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""What nobody sees, as ranges: chat programs put it around the @names that are copied there."""
_BEFORE = expression(rf"[\s{HIDDEN}]*")
_AFTER = expression(rf"(?<![\s{HIDDEN}])[\s{HIDDEN}]+\Z")


def trim(text: str) -> str:
    """Return a text without spaces, and what else nobody sees, at both its ends."""
    return trim_end(text[skip(text, 0) :])


def trim_end(text: str) -> str:
    """Return a text without them at its end."""
    return _AFTER.sub("", text)


def skip(text: str, at: int) -> int:
    """Return where the next is that can be seen."""
    found = _BEFORE.match(text, at)
    return found.end() if found else at
