"""Moments that publishing has to remember, by name, beside the acts in the outbox."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.services.desk import Desk

NEVER = datetime.fromtimestamp(0, UTC)


def noted(desk: Desk, name: str) -> datetime | None:
    """Return the moment (UTC) that was noted under a name, or None."""
    text = desk.outbox.mark(name)
    return datetime.fromisoformat(text) if text else None


def note(desk: Desk, name: str, moment: datetime) -> None:
    """Note a moment under a name."""
    desk.outbox.set_mark(name, moment.isoformat())


def strike(desk: Desk, name: str) -> None:
    """Forget what was noted under a name."""
    desk.outbox.set_mark(name, "")


def creating(book_id: str) -> str:
    """Return the name of the moment since when X may have made the list of a book."""
    return f"creating:{book_id}"
