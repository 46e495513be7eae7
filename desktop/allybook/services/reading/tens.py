"""Tens: X finds no fewer than ten posts at once, so pages are chosen for the last one to fit."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 100
LEAST = 10
"""X finds no fewer than this at once."""


def stop_at(most: int) -> int:
    """Return how many posts end a reading of at most ``most``: another ten would be too many."""
    return most - LEAST + 1


def most_that(fits: Callable[[int], bool], most: int) -> int:
    """Return the most posts, in tens, below ``most`` that fit; ten where no number does."""
    sizes = range(LEAST, max(most, LEAST + 1), LEAST)
    fitting = bisect_left(sizes, True, key=lambda size: not fits(size))  # noqa: FBT003 (what is looked for)
    return sizes[max(0, fitting - 1)]


def page_size(wanted: int | None) -> int:
    """Return how many posts to ask for, where ``wanted`` are still wanted before ``stop_at``.

    A page leaves none for the next, or enough to ask for. None is as many as there are.
    """
    room = PAGE if wanted is None else wanted + LEAST - 1
    if PAGE < room < PAGE + LEAST:
        return room - LEAST
    return max(LEAST, min(PAGE, room))
