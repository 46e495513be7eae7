"""How often X may be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.money.limits import Allowance


class Limits(Protocol):
    """What one account may still ask of each endpoint; it outlives the program."""

    def note(self, told: Sequence[Allowance]) -> None:
        """Keep what an answer told about the windows of one endpoint."""

    def until(self, endpoint: str, now: datetime) -> datetime | None:
        """Return until when (UTC) an endpoint is not to be asked, or None where it may be."""
