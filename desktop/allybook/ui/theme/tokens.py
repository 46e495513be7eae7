"""The tokens of the look: every colour and every size, read from one file."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads the annotations

from msgspec import Struct, json

SCHEMES = ("light", "dark", "contrast")


class LetterStyle(Struct, frozen=True, array_like=True):
    """One kind of text: size and line height in logical pixels, weight from 100 to 900."""

    size: int
    line: int
    weight: int


class Inks(Struct, frozen=True):
    """The colours of one scheme, by role, as ``#rrggbb`` (or ``#rrggbbaa``).

    ``avatars`` are pairs of background and letters.
    """

    roles: Mapping[str, str]
    avatars: tuple[tuple[str, str], ...]


class DesignTokens(Struct, frozen=True):
    """The whole of ``tokens.json``, but for its ``meanings``, which are for people.

    ``schemes`` holds light, dark and contrast; ``sizes`` the tables of lengths in logical pixels
    (``sizes["height"]["post"]``); ``avatars`` the side and the letter size of each avatar.
    """

    schemes: Mapping[str, Inks]
    family: str
    features: tuple[str, ...]
    min_size: int
    kinds: Mapping[str, LetterStyle]
    sizes: Mapping[str, Mapping[str, int | float]]
    avatars: Mapping[str, tuple[int, int]]


def load(text: bytes) -> DesignTokens:
    """Read tokens from JSON (UTF-8); ValueError where something is missing."""
    return json.decode(text, type=DesignTokens)
