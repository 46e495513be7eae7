"""What happened on the practice network, kept in a file: one act a line, synced at once."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from filelock import FileLock, Timeout

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
PATIENCE = 30.0
"""How long a program waits for another one's turn (seconds), which takes some milliseconds."""


class Journal:
    """A file of JSON lines ``{"kind", "event"}``. A torn last line is cut off before the next.

    Several programs may share it: in its turn, each first takes in the others' ``events`` and then
    appends its own.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = 0

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let no other program read or write here meanwhile; the system frees it of the dead."""
        lock = FileLock(self._path.with_suffix(".lock"))
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            raise self._trouble("another program does not let go of it") from None
        except OSError as error:
            raise self._trouble(error.strerror) from error
        try:
            yield
        finally:
            lock.release()

    def events(self) -> Iterator[Event]:
        """Yield what came since it was last read, oldest first; unreadable lines are passed over.

        What stands behind the last line break was torn off by a crash: it does not count.
        """
        # What another program adds from now on is left for the next time.
        rest = self._rest()
        *lines, torn = rest.split(b"\n")
        self._known += len(rest) - len(torn)
        for line in lines:
            if event := _read(line):
                yield event

    def append(self, events: Iterable[Event]) -> None:
        """Add events, which are known then, and wait until the disk has them (``StorageError``)."""
        lines = b"".join(_write(event) for event in events)
        if not lines:
            return
        try:
            self._cut_torn_line()
            with self._path.open("ab") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
                self._known = file.tell()
        except OSError as error:
            raise self._trouble(error.strerror) from error

    def _size(self) -> int:
        return self._path.stat().st_size if self._path.exists() else 0

    def _rest(self) -> bytes:
        """Return what is new; all of it where somebody began the file anew."""
        size = self._size()
        self._known = self._known if self._known <= size else 0
        if self._known == size:
            return b""
        with self._path.open("rb") as file:
            file.seek(self._known)
            return file.read()

    def _cut_torn_line(self) -> None:
        """Remove what a crash left half written at the end."""
        if torn := self._rest().split(b"\n")[-1]:
            os.truncate(self._path, self._size() - len(torn))

    def _trouble(self, why: str | None) -> StorageError:
        return StorageError(
            f"The practice network could not keep its lists in {self._path}: {why}. "
            "Make room there; your own books are not touched."
        )


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
