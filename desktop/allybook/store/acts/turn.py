"""One sender at a time, across threads and processes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from allybook.domain.errors import AllybookError
from allybook.store.database.failures import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from allybook.domain.spoken import Pattern

BUSY: Pattern = (
    "Allybook is changing lists for this account already, in another window or on the command "
    "line; wait until that has ended. Nothing was sent."
)


@contextmanager
def take_turn(path: Path) -> Iterator[None]:
    """Hold the turn that a file stands for; ``AllybookError`` where somebody else holds it.

    The system itself frees the file of a program that dies.
    """
    # Few programs that open an outbox ever send something.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path)
    with spoken(path):
        try:
            lock.acquire(timeout=0)
        except Timeout:
            # An OSError as well, and no fault of the disk.
            raise AllybookError(BUSY) from None
    try:
        yield
    finally:
        lock.release()
