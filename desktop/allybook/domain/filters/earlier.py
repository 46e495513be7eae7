"""Filters that an earlier Allybook kept, in the words of today."""

from __future__ import annotations

from allybook.domain.errors import FilterError
from allybook.domain.filters.lexer import LexemeKind, cut
from allybook.domain.filters.show import quote
from allybook.domain.filters.slips import JOINS

WORDS = frozenset({*JOINS, "NICHT"})
"""What was looked for as any word until it was refused, lest it be taken for German."""
_REFUSED = {LexemeKind.SLIP, LexemeKind.NOT}


def as_kept(text: str) -> str:
    """Return a filter that was kept, with quotation marks around what was a word then."""
    if not any(word in text for word in WORDS):
        return text
    try:
        pieces = list(cut(text))
    except FilterError:
        # It was none then either.
        return text
    for piece in reversed(pieces):
        if piece.kind in _REFUSED and piece.value in WORDS:
            text = f"{text[: piece.spot.start]}{quote(piece.value)}{text[piece.spot.end :]}"
    return text
