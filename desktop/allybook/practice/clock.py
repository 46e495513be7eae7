"""The practice network's own day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable


ANCHOR = "anchor = "


class PracticeClock:
    """Tells the anchor plus the time since it was made, so that every day is the same day.

    Its zone is the same everywhere too, for the sake of handouts: UTC.

    ``monotonic`` gives seconds from any start (``time.monotonic``).
    """

    zone = UTC

    def __init__(self, anchor: datetime, monotonic: Callable[[], float]) -> None:
        self._anchor = anchor
        self._monotonic = monotonic
        self._start = monotonic()

    def now(self) -> datetime:
        """Return the present moment of the practice network (UTC)."""
        return self._anchor + timedelta(seconds=self._monotonic() - self._start)


def read_anchor(text: str) -> datetime:
    """Return when practice begins (UTC), from the head of ``scenario.toml``; ``BadInput`` without.

    The people and lists further down are left for the first request: they take long to read, and
    what reads TOML takes long to load.
    """
    head, _, _ = text.partition("\n[")
    told = next((line for line in head.splitlines() if line.startswith(ANCHOR)), "")
    try:
        anchor = datetime.fromisoformat(told.removeprefix(ANCHOR))
    except ValueError as error:
        raise _useless("it has no anchor") from error
    if anchor.tzinfo is None:
        raise _useless("its anchor has no zone")
    return anchor


def _useless(why: str) -> BadInput:
    return BadInput(
        f"The practice scenario cannot be used: scenario.toml is wrong ({why}). "
        "Install Allybook again; your own books are not touched."
    )
