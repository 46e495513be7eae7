"""Sketches of posts, by which those that are nearly the same are found: MinHash (``rensa``)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from allybook.domain.noise.near import BANDS, ROWS, SEED, Text

if TYPE_CHECKING:
    from collections.abc import Sequence


class Sketches(Struct):
    """What is found out about posts before any other one is looked at, the oldest post first.

    ``words`` has by its id what each is compared by. ``moments`` tell when each was made
    (microseconds), ``bands`` have ``BANDS`` for each one; ``wanted`` are all these by their
    stretches of time, each once and in ascending order. ``crowded`` are the places of those that
    share a band with another of these, or with one of the stretch before or after. ``own`` are the
    bands in ascending order, each followed by its post, as the table has them; who shares one goes
    last.
    """

    words: dict[int, str] = field(default_factory=dict)
    moments: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)
    wanted: list[tuple[int, list[int]]] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def look(self, place: int) -> tuple[Text, list[int]]:
        """Return a post with its bands."""
        own = self.bands[place * BANDS : (place + 1) * BANDS]
        return Text(self.moments[place], self.keys[place]), own


class Signer(Protocol):
    """What makes the signature of one set (``rensa.RMinHash``)."""

    def __init__(self, num_perm: int, seed: int) -> None: ...

    def update(self, items: Sequence[str]) -> None:
        """Take the members of the set."""

    def digest(self) -> list[int]:
        """Return the signature."""


def sketch(sets: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return a signature for each set of words (a ``Sketcher``).

    One by one: for many at once ``rensa`` starts a thread each time, which waits for a core while
    both of two are busy with an import.
    """
    signer = _signer()
    made = []
    for words in sets:
        one = signer(BANDS * ROWS, SEED)
        one.update(words)
        made.append(one.digest())
    return made


@lru_cache(maxsize=1)
def _signer() -> type[Signer]:
    """Return what makes signatures; loaded with the first post that needs one."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415 (a start needs none)

    signer: type[Signer] = RMinHash
    return signer
