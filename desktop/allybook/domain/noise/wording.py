"""Word lists: where they are, and the wording of giveaways as it is searched for."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

_PACKAGE = Path(__file__).parents[2]
_FOLDERS = (_PACKAGE / "resources", _PACKAGE.parents[1] / "resources")


class Wording(Struct, frozen=True):
    """Phrases of which one is ``telling``, and words of which two of one language are hinting.

    ``telling`` has, by a token that few posts have, the phrases as tokens between spaces and as
    written; ``known`` all tokens that a text must have one of. Who says one of ``warning`` (as
    tokens between spaces too) beside what is quoted warns or tells of it.
    """

    telling: dict[str, list[tuple[str, str]]]
    hinting: tuple[dict[str, str], ...]
    known: frozenset[str]
    warning: frozenset[str]


def shipped_text(name: str) -> str:
    """Return a file of lists that ships with the program."""
    folder = next(one for one in _FOLDERS if one.is_dir())
    return (folder / "noise" / name).read_text(encoding="utf-8")
