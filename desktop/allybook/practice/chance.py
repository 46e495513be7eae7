"""Chance that is the same every day: draws that follow from a seed and the words of the draw."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

SPAN = 1 << 64


class Chance:
    """Draws numbers and items. A draw depends on its own words only, never on earlier draws."""

    def __init__(self, seed: int) -> None:
        self._seed = str(seed)

    def below(self, limit: int, *words: object) -> int:
        """Return a whole number from 0 to ``limit - 1``."""
        text = "\x1f".join([self._seed, *map(str, words)])
        digest = blake2b(text.encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") * limit // SPAN

    def number(self, *words: object) -> float:
        """Return a number from 0 up to, but not including, 1."""
        return self.below(1 << 53, *words) / (1 << 53)

    def pick(self, items: Sequence[T], *words: object) -> T:
        """Return one of ``items``."""
        return items[self.below(len(items), *words)]

    def shuffled(self, items: Sequence[T], *words: object) -> list[T]:
        """Return ``items`` in an order of chance."""
        order = sorted(range(len(items)), key=lambda place: self.number(*words, place))
        return [items[place] for place in order]
