"""Gaps: stretches of a source that a reading was cut short before."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.posts import time_of
from allybook.domain.reading.questions import question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.reading.sources import Source

MOST_AT_HOME = 800
"""X shows no more of a home timeline, so no more can be missing from it."""
MOST = 100_000
"""More posts than this are not expected in one gap: a burst tells nothing of a week."""
PARTS = 12
"""A burst is more than half of the posts in two neighbours of so many equal parts of the time."""
TELLING = 24
"""Fewer posts than this tell of no burst, and of no pace."""


class Gap(Struct, frozen=True):
    """What lies between two posts that were read, ``older`` and ``newer`` (ids), and was not.

    ``query`` is the search that was cut short, empty for the home timeline; ``about`` how many
    posts are expected, 0 where too little was read to tell. Where nothing older was read, ``older``
    is where X's reach ended.
    """

    source: Source
    query: str
    older: str
    newer: str
    about: int

    def is_of(self, source: Source, query: str) -> bool:
        """Return whether it is one in what a source was searched for.

        A search is what X was asked: whoever asks the same question, a filter, a chat or a book,
        shares its gaps.
        """
        return question(self.query) == question(query) and (bool(query) or self.source == source)


def left_of(gap: Gap, low: str, high: str) -> tuple[Gap, ...]:
    """Return what is left of a gap when all posts after ``low`` and up to ``high`` were read.

    The posts that are expected are shared by time.
    """
    if int(high) <= int(gap.older) or int(low) >= int(gap.newer):
        return (gap,)
    ends = ((gap.older, low), (high, gap.newer))
    parts = (replace(gap, older=older, newer=newer) for older, newer in ends)
    left = (part for part in parts if int(part.newer) - int(part.older) > 1)
    return tuple(shared(gap, part) for part in left)


def shared(whole: Gap, part: Gap) -> Gap:
    """Return a part of a gap with its share of what is expected: one post at least, if any is."""
    return replace(part, about=max(1, share_of(whole, part)) if whole.about else 0)


def share_of(whole: Gap, part: Gap) -> int:
    """Return how many of the posts that are expected in a gap are in a part of it, by time."""
    time = _seconds(whole.older, whole.newer)
    share = _seconds(part.older, part.newer) / time if time > 0 else 1
    return round(whole.about * share)


def expect(posts: int, newest: str, oldest: str, older: str) -> int:
    """Return how many posts to expect between ``older`` and ``oldest``, at most ``MOST``.

    They come as often as the ``posts`` did that came after ``oldest``, up to ``newest``.
    """
    known, missing = _seconds(oldest, newest), _seconds(older, oldest)
    if known <= 0 or missing <= 0:
        return min(posts, MOST)
    return min(round(posts * missing / known), MOST)


def usual(posts: Sequence[int]) -> int:
    """Return how many posts (ids) there were, had a burst among them been as quiet as the rest.

    The hour of a chat tells nothing of the week before it.
    """
    if len(posts) < TELLING:
        return len(posts)
    first = min(posts)
    time = max(posts) - first + 1
    in_part = Counter((post - first) * PARTS // time for post in posts)
    burst = max(in_part[part] + in_part[part + 1] for part in range(PARTS - 1))
    if burst * 2 <= len(posts):
        return len(posts)
    return max(1, round((len(posts) - burst) * PARTS / (PARTS - 2)))


def _seconds(older: str, newer: str) -> float:
    """Return the time between two posts; 0 where an id carries none."""
    first, last = time_of(older), time_of(newer)
    return (last - first).total_seconds() if first and last else 0
