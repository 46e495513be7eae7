"""The practice network's own day."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable


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

    The people and lists further down are left for the first request: they take long to read.
    """
    head, _, _ = text.partition("\n[")
    try:
        anchor = tomllib.loads(head).get("anchor")
    except tomllib.TOMLDecodeError as error:
        raise _useless(str(error)) from error
    if not isinstance(anchor, datetime) or anchor.tzinfo is None:
        raise _useless("it has no anchor")
    return anchor


def _useless(why: str) -> BadInput:
    return BadInput(
        f"The practice scenario cannot be used: scenario.toml is wrong ({why}). "
        "Install Allybook again; your own books are not touched."
    )
