"""A pause that a job makes: until when, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Pause(Struct, frozen=True):
    """A pause until a moment (UTC). ``ends`` is that moment on ``time.monotonic`` (seconds).

    What counts down goes by ``ends``: the clock of the computer may be set while it counts.
    """

    until: datetime
    ends: float
    why: str
