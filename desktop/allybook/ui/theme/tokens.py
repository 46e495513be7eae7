"""The tokens of the look: every colour and every size, read from one file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES = ("light", "dark", "contrast")
SIZES = ("space", "radius", "stroke", "icon", "height", "width")


class Letters(Struct, frozen=True):
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


class Tokens(Struct, frozen=True):
    """The whole of ``tokens.toml``.

    ``schemes`` holds light, dark and contrast; ``sizes`` the tables of lengths in logical pixels
    (``sizes["height"]["post"]``); ``avatars`` the side and the letter size of each avatar.
    """

    schemes: Mapping[str, Inks]
    family: str
    features: tuple[str, ...]
    min_size: int
    kinds: Mapping[str, Letters]
    sizes: Mapping[str, Mapping[str, float]]
    avatars: Mapping[str, tuple[int, int]]


def load(text: str) -> Tokens:
    """Read tokens from TOML; KeyError where a table is missing."""
    read = tomllib.loads(text)
    return Tokens(
        schemes={name: _inks(read[name]) for name in SCHEMES},
        family=read["font"]["family"],
        features=tuple(read["font"]["features"]),
        min_size=read["font"]["min_size"],
        kinds={name: Letters(*numbers) for name, numbers in read["type"].items()},
        sizes={name: dict(read[name]) for name in SIZES},
        avatars={name: (side, letter) for name, (side, letter) in read["avatar"].items()},
    )


def _inks(table: Mapping[str, Any]) -> Inks:
    roles = {role: colour for role, colour in table.items() if isinstance(colour, str)}
    return Inks(roles, tuple(zip(table["avatar_bg"], table["avatar_fg"], strict=True)))
