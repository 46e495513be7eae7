"""Wishes: what a person wants to see of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.tree import EVERYTHING
from allybook.services.timeline.view import QUIET_ABOVE, limit_of, names_loudness

if TYPE_CHECKING:
    from datetime import date

    from allybook.domain.filters.tree import Node


class Wish(Struct, frozen=True):
    """What a person wants to see: a filter, one stretch of days (or all), quiet posts or not.

    ``quiet_only`` is the quiet folder.
    """

    chosen: Node = EVERYTHING
    days: tuple[date, date] | None = None
    with_quiet: bool = False
    quiet_only: bool = False

    @property
    def is_aside(self) -> bool:
        """Return whether it is about posts that are kept out of sight elsewhere: loud ones."""
        return self.quiet_only or names_loudness(self.chosen)

    @property
    def limit(self) -> int:
        """Return the noise above which a post is shown as quiet."""
        return QUIET_ABOVE if self.quiet_only else limit_of(self.chosen)

    @property
    def readable(self) -> Node | None:
        """Return the filter for which X can be asked; None in the quiet folder."""
        return None if self.quiet_only else self.chosen
