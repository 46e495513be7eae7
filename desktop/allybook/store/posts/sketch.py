"""MinHash signatures, by which posts that are nearly the same are found (``rensa``)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from allybook.domain.noise.near import BANDS, ROWS, SEED

if TYPE_CHECKING:
    from collections.abc import Sequence


class Signer(Protocol):
    """What makes signatures of many sets at once (``rensa.RMinHash``)."""

    @staticmethod
    def digests_from_token_sets(
        sets: Sequence[Sequence[str]], num_perm: int, seed: int
    ) -> list[list[int]]:
        """Return a signature for each set."""


def sketch(sets: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return a signature for each set of words (a ``Sketcher``)."""
    return _signer().digests_from_token_sets(sets, BANDS * ROWS, SEED)


@lru_cache(maxsize=1)
def _signer() -> type[Signer]:
    """Return what makes signatures; loaded with the first post that needs one."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415 (a start needs none)

    signer: type[Signer] = RMinHash
    return signer
