"""MinHash signatures, by which posts that are nearly the same are found (``rensa``)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from allybook.domain.noise.near import BANDS, ROWS, SEED

if TYPE_CHECKING:
    from collections.abc import Sequence


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
