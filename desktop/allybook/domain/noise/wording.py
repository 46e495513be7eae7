"""Word lists as they are searched for: read from JSON, one table a language.

Python reads TOML by itself, which would be a tenth of the time until a large file is read. The
lists ship beside the program (``resources/noise``) and are read when the first post is scored.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from allybook.domain.filters.words import words_of_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGE = Path(__file__).parents[2]
_FOLDERS = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


class _Table(Struct, frozen=True):
    """The phrases and words of one language, as people write them."""

    telling: list[str] = []
    hinting: list[str] = []


class _Lists(Struct, frozen=True):
    """A file; what it says of itself (``about``) is for people."""

    languages: dict[str, _Table]


class Wording(Struct, frozen=True):
    """Phrases of which one is ``telling``, and words of which two of one language are hinting.

    ``telling`` has, by a token that few posts have, the phrases as tokens between spaces and as
    written; ``known`` all tokens that a text must have one of.
    """

    telling: Mapping[str, Sequence[tuple[str, str]]]
    hinting: tuple[Mapping[str, str], ...]
    known: frozenset[str]


def parse_wording(text: str) -> Wording:
    """Return the lists of a JSON text."""
    tables = msgspec.json.decode(text, type=_Lists).languages.values()
    telling: dict[str, list[tuple[str, str]]] = defaultdict(list)
    phrases = [phrase for table in tables for phrase in table.telling]
    for phrase, words in zip(phrases, words_of_all(phrases), strict=True):
        telling[max(words, key=len)].append((f" {' '.join(words)} ", phrase))
    lists = [table.hinting for table in tables if table.hinting]
    hinting = tuple(
        {
            word: hint
            for hint, words in zip(hints, words_of_all(hints), strict=True)
            for word in words
        }
        for hints in lists
    )
    return Wording(dict(telling), hinting, frozenset(telling).union(*hinting))


def shipped_text(name: str) -> str:
    """Return a file of lists that ships with the program."""
    folder = next(one for one in _FOLDERS if one.is_dir())
    return (folder / "noise" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def bait_words() -> Wording:
    """Return the shipped wording of giveaways and of begging for engagement."""
    return parse_wording(shipped_text("bait.json"))
