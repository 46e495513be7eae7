"""Turns among the threads and processes of one person, held by locks of the operating system.

The system itself lets go of the lock of a process that ends, however it ends.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import quote

from filelock import FileLock, Timeout

from allybook.domain.errors import StorageError, Unreachable
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from allybook.domain.spoken import Pattern

PATIENCE = 60.0
"""Seconds to wait at most; X gets 40 to answer the one whose turn it is."""
BEAT = 0.05
"""Seconds between two looks whether it is one's turn, or this is closed."""
BUSY: Pattern = (
    "Another window of Allybook is renewing this sign-in and does not come to an end: close it, "
    "or try again in a minute. Nothing was lost."
)


class FileTurns:
    """One turn per account at a time (``ports.Turns``), among all who share ``folder``.

    The folder has to be one for all that share a keyring, on a disk of this computer; what is in it
    is empty and may be deleted while Allybook is closed.

    ``close`` may be called from any thread: whoever waits is let go, and who has the turn keeps it.
    """

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = folder
        self._patience = patience
        self._threads: dict[str, Lock] = {}
        self._closed = False

    @contextmanager
    def of(self, account: str) -> Iterator[None]:
        """Wait for the turn of an account, and hold it.

        Raises ``Unreachable`` where another one does not end its own, or this is closed, and
        ``StorageError`` where the folder takes no locks. Not to be asked for again by the thread
        that has it.
        """
        ends = monotonic() + self._patience
        # Threads queue up here, so that one of them at most looks at the file again and again.
        thread = self._threads.setdefault(account, Lock())
        while not thread.acquire(timeout=min(BEAT, self._patience)):
            if self._closed or monotonic() > ends:
                raise Unreachable(BUSY)
        try:
            lock = self._take(account, max(0.0, ends - monotonic()))
            try:
                yield
            finally:
                lock.release()
        finally:
            thread.release()

    def close(self) -> None:
        """Let nobody wait any longer, now or later."""
        self._closed = True

    def _take(self, account: str, patience: float) -> FileLock:
        path = self._folder / f"turn-{quote(account, safe='')}.lock"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = FileLock(path, timeout=patience, mode=0o600, fallback_to_soft=False)
            lock.acquire(poll_interval=BEAT, cancel_check=lambda: self._closed)
        except Timeout as error:
            raise Unreachable(BUSY) from error
        except OSError as error:
            raise StorageError(
                speak(
                    "Renewing your sign-in needs the folder {folder}, where nothing can be "
                    "locked: see that you may write there, and try again. Nothing was lost.",
                    folder=self._folder,
                )
            ) from error
        return lock
