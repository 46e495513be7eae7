"""Arrivals: what comes to a cache that has posts is unread, but not the first that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.unread import MARK, NONE

if TYPE_CHECKING:
    from allybook.services.desk import Desk


def begin_noting(desk: Desk) -> None:
    """Let what comes from now on be unread, where there are posts that it comes to."""
    if not desk.cache.mark(MARK) and desk.cache.order(EVERYTHING, limit=1):
        desk.cache.change_mark(MARK, lambda note: note or NONE)
