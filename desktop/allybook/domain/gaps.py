"""Gaps: stretches of a source that a reading was cut short before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.posts import time_of

if TYPE_CHECKING:
    from allybook.domain.sources import Source

MOST = 800
"""More posts than this are not expected in one gap: X shows no more of a timeline."""


class Gap(Struct, frozen=True):
    """What lies between two posts that were read, ``older`` and ``newer`` (ids), and was not.

    ``query`` is the search that was cut short, empty for the home timeline; ``about`` how many
    posts are expected.
    """

    source: Source
    query: str
    older: str
    newer: str
    about: int


def expect(posts: int, newest: str, oldest: str, older: str) -> int:
    """Return how many posts to expect between ``older`` and ``oldest``.

    As many in an hour as among the ``posts`` read from ``newest`` down to ``oldest``; at least 1.
    """
    first, last, before = time_of(newest), time_of(oldest), time_of(older)
    if first is None or last is None or before is None or posts <= 1 or first == last:
        return max(1, min(posts, MOST))
    missing = (last - before) / (first - last) * (posts - 1) - 1
    return max(1, min(round(missing), MOST))
