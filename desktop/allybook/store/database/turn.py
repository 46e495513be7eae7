"""One at a time, across threads and processes."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from allybook.store.database.failures import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from allybook.domain.errors import AllybookError


@contextmanager
def take_turn(path: Path, busy: AllybookError, patience: float = 0) -> Iterator[None]:
    """Hold the turn that a file stands for; raise ``busy`` where somebody else holds it.

    Whose turn is short may be waited for: ``patience`` is how long, in seconds. The system itself
    frees the file of a program that dies.
    """
    # Few programs that open a store ever take a turn.
    from filelock import FileLock, Timeout  # noqa: PLC0415

    lock = FileLock(path)
    with spoken(path):
        try:
            lock.acquire(timeout=patience)
        except Timeout:
            # An OSError as well, and no fault of the disk.
            raise busy from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def take_brief_turn(path: Path, busy: AllybookError) -> Iterator[None]:
    """Hold a turn as ``take_turn``, whose file is there only as long as it is held."""
    with take_turn(path, busy):
        try:
            yield
        finally:
            # While it is held: who has just opened it sees that it is gone. Windows lets no file
            # go that is open; there it goes as it is given back.
            with suppress(PermissionError):
                path.unlink(missing_ok=True)
