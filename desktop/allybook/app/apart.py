"""Read a large file in a process of its own, on another core, while this one writes.

Python runs one thread at a time: in one process, reading and writing take as long as both together,
and a window stands still meanwhile. What is read comes through a pipe, ready to be saved; only the
process that was started here writes into it, so it is trusted as this one is.
"""

from __future__ import annotations

import os
import pickle
import sys
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, TYPE_CHECKING, cast

from allybook.app.haste import READ_APART
from allybook.app.told import Batch, Begun, End
from allybook.domain.errors import AllybookError, UnreadableFile
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from allybook.ports import BadRecord, Lump

LARGE = 1 << 20
"""So many bytes are worth a process of their own."""
NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0
"""On Windows, a program without a window gets a black one unless told otherwise."""


def is_large(path: Path) -> bool:
    """Return whether a file, or an unpacked archive, is worth a process of its own."""
    try:
        return path.is_dir() or (path.is_file() and path.stat().st_size >= LARGE)
    except OSError:
        return False


class ApartImporter:
    """An importer whose work is done in another process; ``OSError`` where none can be started."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        # Nothing is loaded from the folder that somebody imports from (-P).
        module = () if getattr(sys, "frozen", False) else ("-P", "-m", "allybook")
        self._process = Popen(  # noqa: S603 (this very program)
            (sys.executable, *module, READ_APART, os.fspath(path)),
            stdin=DEVNULL,
            stdout=PIPE,
            creationflags=NO_WINDOW,
        )
        self._begun: Begun | None = None

    @property
    def kind(self) -> str:
        """Return what the file is; ``UnreadableFile`` where it is nothing that can be read."""
        return self._start().kind

    @property
    def made_at(self) -> datetime | None:
        """Return when the file says that it was made (UTC)."""
        return self._start().made_at

    def lumps(self, bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield good records; call ``bad`` for each other one; ``UnreadableFile`` if hopeless."""
        self._start()
        try:
            while isinstance(batch := self._receive(), Batch):
                for record in batch.bad:
                    bad(record)
                yield batch.lump
        finally:
            self.close()

    def close(self) -> None:
        """End the reading, wherever it is."""
        with self._process as process:
            process.kill()

    def _start(self) -> Begun:
        """Return what the file is, as soon as it is known."""
        if self._begun is None:
            try:
                # The first message, unless it is an error, says what the file is.
                self._begun = cast("Begun", self._receive())
            except AllybookError:
                self.close()
                raise
        return self._begun

    def _receive(self) -> Begun | Batch | End:
        """Return what comes next, or raise what ended the reading."""
        try:
            message = pickle.load(cast("IO[bytes]", self._process.stdout))  # noqa: S301 (our own)
        except (EOFError, pickle.UnpicklingError) as error:
            raise UnreadableFile(
                speak(
                    "The part of Allybook that reads “{name}” has stopped; what was read before is"
                    " kept. Try the file again.",
                    name=self._name,
                )
            ) from error
        if isinstance(message, End) and message.error:
            raise message.error
        return cast("Begun | Batch | End", message)
