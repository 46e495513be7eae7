"""Start what reads a file before the rest of an import is loaded.

Little is loaded for it, so that both processes begin at the same time.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from allybook.app.haste import READ_APART

TYPE_CHECKING = False
"""As ``typing`` has it, which takes long to load."""

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from subprocess import Popen
    from typing import IO

    from allybook.app.fork import Fork

    Read = Callable[[str, IO[bytes]], int]

LARGE = 1 << 20
"""So many bytes are worth a process of their own."""
ALONE = 0x08000200 if sys.platform == "win32" else 0
"""On Windows: no black window, and (as ``process_group`` elsewhere) no key of the terminal."""
FORKS = sys.platform == "linux"
"""On macOS, what its libraries hold may not outlive a fork (docs.python.org, multiprocessing)."""
PIPE_ROOM = 1 << 20
"""So many bytes wait in the pipe where the system allows it: about one lot of posts."""
IMPORT = "import"
VALUED = frozenset({"--profile", "--api-base", "--budget", "--book", "--vocabulary"})
"""The options that a value follows (``cli/words``); without them a file would be guessed wrong."""


class Reader:
    """A process that reads a file for this one; ``OSError`` where none can be started.

    Given how to ``read``, it goes on from here, where that can be; else it starts as this one did.
    """

    def __init__(self, file: str, read: Read | None = None) -> None:
        self.file = file
        self.process = _start(file) if read is None or not FORKS else _fork(file, read)
        _widen(self.process.stdout)

    def close(self) -> None:
        """End the reading, wherever it is; once it has ended, nothing happens."""
        with self.process as process:
            process.kill()


def begin(words: Sequence[str], read: Read | None = None) -> Reader | None:
    """Return who reads the first file of an import already, if these words ask for a large one.

    They are only glanced at: where they mean something else, the reader is ended unheard. Only who
    has no other thread may say how to ``read``.
    """
    file = _named_file(words)
    if file and is_large(file):
        with suppress(OSError):
            return Reader(file, read)
    return None


def is_large(path: str | os.PathLike[str]) -> bool:
    """Return whether a file, or an unpacked archive, is worth a process of its own."""
    try:
        size = os.stat(path).st_size  # noqa: PTH116 (pathlib is not loaded yet)
    except (OSError, ValueError):
        return False
    return os.path.isdir(path) or (size >= LARGE and os.path.isfile(path))  # noqa: PTH112, PTH113


def _named_file(words: Sequence[str]) -> str:
    """Return the first file that an import names, or nothing."""
    coming = iter(words)
    return _plain(coming) if _plain(coming) == IMPORT else ""


def _plain(words: Iterator[str]) -> str:
    """Return the next word that is no option, nor the value of one, or nothing."""
    for word in words:
        if word in VALUED:
            next(words, "")
        elif not word.startswith("-"):
            return word
    return ""


def _fork(file: str, read: Read) -> Fork:
    """Let a process go on from here."""
    from allybook.app.fork import Fork

    return Fork(lambda pipe: read(file, pipe))


def _start(file: str) -> Popen[bytes]:
    """Start this very program once more."""
    from subprocess import DEVNULL, PIPE, Popen

    # Nothing is loaded from the folder that somebody imports from (-P).
    module = () if getattr(sys, "frozen", False) else ("-P", "-m", "allybook")
    return Popen(  # noqa: S603 (this very program)
        (sys.executable, *module, READ_APART, file),
        stdin=DEVNULL,
        stdout=PIPE,
        creationflags=ALONE,
        # A key that stops this program is not meant for that one, not even before it runs.
        process_group=0,
    )


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a whole lot of posts wait in the pipe, so that neither process wakes for each part."""
    if sys.platform != "linux" or pipe is None:
        return
    from fcntl import F_SETPIPE_SZ, fcntl

    with suppress(OSError):
        fcntl(pipe, F_SETPIPE_SZ, PIPE_ROOM)
