"""Word lists: where they are, and the wording of giveaways as it is searched for."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

_PACKAGE = Path(__file__).parents[2]


Run = tuple[str, str]
"""A phrase as tokens between spaces, and as written."""


class Wording(Struct, frozen=True):
    """Phrases of which one is enough, and such as need another one beside them.

    ``phrases`` has them by a token that few posts have: the phrase, and what must stand beside it,
    as it is written (nothing for those that tell by themselves). ``known`` has these tokens: a text
    must have one of them. Who says one of ``warning`` beside what is quoted warns or tells of it.
    """

    phrases: dict[str, list[tuple[Run, tuple[str, ...]]]]
    known: frozenset[str]
    warning: tuple[str, ...]


def shipped_text(name: str) -> str:
    """Return a file of lists that ships with the program: inside the wheel, or beside a checkout.

    It is where ``app.ground`` looks for all that ships; a file that is missing is named.
    """
    inside = _PACKAGE / "resources"
    folder = inside if inside.is_dir() else _PACKAGE.parents[1] / "resources"
    return (folder / "noise" / name).read_text(encoding="utf-8")
