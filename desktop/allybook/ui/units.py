"""How Qt counts a text: in units of UTF-16, so that an emoji is two; Python counts its signs."""

from __future__ import annotations


def utf16(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(_units(text)) // 2


def signs_before(text: str, position: int) -> int:
    """Return how many signs of a text stand before a position of Qt's."""
    if text.isascii():
        return position
    return len(_units(text)[: 2 * position].decode("utf-16-le", "surrogatepass"))


def _units(text: str) -> bytes:
    # A field can hold half a sign for a moment.
    return text.encode("utf-16-le", "surrogatepass")
