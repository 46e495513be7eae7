"""Export the allies of a book to a file that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Status

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.book.ally import Ally
    from allybook.ports import Book
    from allybook.services.desk import Desk

COLUMNS = ("handle", "user_id", "kind", "category", "tags", "status", "reason", "note")
SHARED = frozenset({Status.NOMINATED, Status.APPROVED, Status.DECLINED})


def export_allies(desk: Desk, book: Book, path: Path) -> int:
    """Write the allies of a book; return how many. Those who opted out are never written."""
    allies = [ally for ally in book.allies() if ally.status in SHARED]
    desk.exporter.write(path, COLUMNS, [_row(ally) for ally in allies])
    return len(allies)


def _row(ally: Ally) -> dict[str, object]:
    return {
        "handle": f"#{ally.handle}" if ally.key.startswith("#") else ally.handle,
        "user_id": ally.user_id or "",
        "kind": ally.kind.value,
        "category": ally.category,
        "tags": " ".join(ally.tags),
        "status": ally.status.value,
        "reason": ally.reason,
        "note": " | ".join(note.text for note in ally.notes),
    }
