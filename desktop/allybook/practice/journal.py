"""What happened on the practice network, kept in a file: one act a line, synced at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.errors import StorageError
from allybook.practice.bill import Charge
from allybook.practice.roster import ListDeleted, ListMade, MemberAdded, MemberRemoved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Event = ListMade | ListDeleted | MemberAdded | MemberRemoved | Charge
KINDS: dict[str, type[Event]] = {
    "list_made": ListMade,
    "list_deleted": ListDeleted,
    "member_added": MemberAdded,
    "member_removed": MemberRemoved,
    "charge": Charge,
}
NAMES = {kind: name for name, kind in KINDS.items()}


class Journal:
    """A file of JSON lines ``{"kind", "event"}``. A torn last line is cut off before the next."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def events(self) -> Iterator[Event]:
        """Yield what is in the journal, oldest first; lines that cannot be read are passed over.

        What stands behind the last line break was torn off by a crash: it does not count.
        """
        for line in self._lines()[:-1]:
            if event := _read(line):
                yield event

    def append(self, events: Iterable[Event]) -> None:
        """Add events and wait until the disk has them; ``StorageError`` where it does not."""
        lines = b"".join(_write(event) for event in events)
        if not lines:
            return
        try:
            self._cut_torn_line()
            with self._path.open("ab") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageError(
                f"The practice network could not keep its lists in {self._path}: {error.strerror}. "
                "Make room there; your own books are not touched."
            ) from error

    def _lines(self) -> list[bytes]:
        if not self._path.exists():
            return []
        return self._path.read_bytes().split(b"\n")

    def _cut_torn_line(self) -> None:
        """Remove what a crash left half written at the end."""
        lines = self._lines()
        if lines and lines[-1]:
            os.truncate(self._path, self._path.stat().st_size - len(lines[-1]))


def _write(event: Event) -> bytes:
    kind = NAMES[type(event)]
    return msgspec.json.encode({"kind": kind, "event": event}) + b"\n"


def _read(line: bytes) -> Event | None:
    try:
        record = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
        kind = KINDS[msgspec.json.decode(record["kind"], type=str)]
        return msgspec.json.decode(record["event"], type=kind)
    except (msgspec.MsgspecError, KeyError):
        return None
