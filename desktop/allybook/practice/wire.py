"""What goes over the wire: JSON values, and moments as X writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"
Json: TypeAlias = "dict[str, Value]"


def stamp(moment: datetime) -> str:
    """Return a moment as X writes it, in whole seconds: ``2026-03-30T19:00:00.000Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
