"""A process that goes on from here as this one: what is loaded already is not loaded again."""

from __future__ import annotations

import os
import sys
from signal import SIG_BLOCK, SIG_UNBLOCK, SIGINT, SIGKILL, pthread_sigmask

TYPE_CHECKING = False
"""As ``typing`` has it, which takes long to load."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO, Self

    Work = Callable[[IO[bytes]], int]


class Fork:
    """A process that does some work and writes into ``stdout``; ``OSError`` where none can be made.

    It is handled as ``subprocess.Popen`` is. Only a program of one thread may fork: what another
    thread holds just then would be held for ever (docs.python.org, ``os.fork``).
    """

    def __init__(self, work: Work) -> None:
        self.returncode: int | None = None
        ours, theirs = os.pipe()
        # A key of the terminal is not meant for the other one, not even before it says so.
        pthread_sigmask(SIG_BLOCK, [SIGINT])
        try:
            self.pid = _fork(ours)
            if not self.pid:
                os.close(ours)
                sys.exit(_do(work, theirs))
        finally:
            pthread_sigmask(SIG_UNBLOCK, [SIGINT])
            os.close(theirs)
        self.stdout = os.fdopen(ours, "rb")

    def kill(self) -> None:
        """End it, wherever it is."""
        if self.returncode is None:
            os.kill(self.pid, SIGKILL)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wait until it has ended."""
        self.stdout.close()
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _fork(ours: int) -> int:
    """Return the number of the other process, 0 in that one itself."""
    try:
        return os.fork()
    except OSError:
        os.close(ours)
        raise


def _do(work: Work, into: int) -> int:
    """Do the work in the other process, which has a group of its own; return its exit status.

    ``OSError`` is what its maker does without it for: the other process would go on as its maker.
    """
    try:
        os.setpgid(0, 0)
        with os.fdopen(into, "wb", closefd=False) as pipe:
            return work(pipe)
    except OSError as error:
        raise RuntimeError("A process that went on from another could not do its work.") from error
