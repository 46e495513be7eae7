"""What books are called: one line that can be read, and by which they are told from each other."""

from __future__ import annotations

import unicodedata

from allybook.domain.expressions import expression

UNSEEN = expression("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Controls, line ends, and what turns the direction of all that follows."""


def tidy_name(name: str) -> str:
    """Return a name in one line, each letter with its accents as one sign."""
    return unicodedata.normalize("NFC", " ".join(UNSEEN.sub(" ", name).split()))


def folded_name(name: str) -> str:
    """Return what two names have in common that people take for the same."""
    return unicodedata.normalize("NFC", tidy_name(name).casefold())
