"""The practice network's own day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class PracticeClock:
    """Tells the anchor plus the time since it was made, so that every day is the same day.

    ``monotonic`` gives seconds from any start (``time.monotonic``).
    """

    def __init__(self, anchor: datetime, monotonic: Callable[[], float]) -> None:
        self._anchor = anchor
        self._monotonic = monotonic
        self._start = monotonic()

    def now(self) -> datetime:
        """Return the present moment of the practice network (UTC)."""
        return self._anchor + timedelta(seconds=self._monotonic() - self._start)
