"""Read a large file in a process of its own, on another core, while this one writes.

Python runs one thread at a time: in one process, reading and writing take as long as both together,
and a window stands still meanwhile. What is read comes through a pipe, ready to be saved; only the
process that was started here writes into it, so it is trusted as this one is.
"""

from __future__ import annotations

import os
import pickle
from typing import IO, TYPE_CHECKING, cast

from allybook.app.reader import Reader
from allybook.app.told import Batch, Begun, FileEnd
from allybook.domain.errors import AllybookError, UnreadableFile
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from allybook.ports.files import BadRecord, Lump


class ApartImporter:
    """An importer whose work is done in another process; ``OSError`` where none can be started.

    ``reader`` is one that reads the file already.
    """

    def __init__(self, path: Path, reader: Reader | None = None) -> None:
        self._name = path.name
        self._reader = reader or Reader(os.fspath(path))
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
        self._reader.close()

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

    def _receive(self) -> Begun | Batch | FileEnd:
        """Return what comes next, or raise what ended the reading."""
        try:
            message = pickle.load(cast("IO[bytes]", self._reader.process.stdout))  # noqa: S301 (our own)
        except (EOFError, pickle.UnpicklingError) as error:
            raise UnreadableFile(
                speak(
                    "The part of Allybook that reads “{name}” has stopped; what was read before is"
                    " kept. Try the file again.",
                    name=self._name,
                )
            ) from error
        if isinstance(message, FileEnd) and message.error:
            raise message.error
        return cast("Begun | Batch | FileEnd", message)
