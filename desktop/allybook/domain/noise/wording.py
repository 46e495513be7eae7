"""Word lists as they are searched for: read from TOML, one table a language.

The lists ship beside the program (``resources/noise``) and are read when the first post is scored.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.words import term_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGE = Path(__file__).parents[2]
_FOLDERS = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


class Wording(Struct, frozen=True):
    """Phrases of which one is ``telling``, and words of which two of one language are hinting.

    ``telling`` has, by a token that few posts have, the phrases as tokens between spaces and as
    written; ``known`` all tokens that a text must have one of.
    """

    telling: Mapping[str, Sequence[tuple[str, str]]]
    hinting: tuple[Mapping[str, str], ...]
    known: frozenset[str]


def parse_wording(text: str) -> Wording:
    """Return the lists of a TOML text."""
    tables = tomllib.loads(text)
    telling: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for table in tables.values():
        for phrase in table.get("telling", ()):
            words = term_words(phrase)
            telling[max(words, key=len)].append((f" {' '.join(words)} ", phrase))
    hinting = tuple(
        {word: hint for hint in table["hinting"] for word in term_words(hint)}
        for table in tables.values()
        if "hinting" in table
    )
    return Wording(dict(telling), hinting, frozenset(telling).union(*hinting))


def shipped_text(name: str) -> str:
    """Return a list that ships with the program, as TOML."""
    folder = next(one for one in _FOLDERS if one.is_dir())
    return (folder / "noise" / f"{name}.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def bait_words() -> Wording:
    """Return the shipped wording of giveaways and of begging for engagement."""
    return parse_wording(shipped_text("bait"))
