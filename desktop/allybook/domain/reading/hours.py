"""The hours that a person wants: of a chat, or as a filter names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import datetime


class Hours(Struct, frozen=True):
    """A stretch of time (UTC), open at an end that is None; ``start`` lies in it, ``end`` not."""

    start: datetime | None = None
    end: datetime | None = None
