"""The other end of ``apart``: recognise a file, make what it holds ready to be saved, send it."""

from __future__ import annotations

import gc
import os
import pickle
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.told import Batch, Begun, FileEnd
from allybook.domain.errors import AllybookError
from allybook.files.recognise import FileImporters
from allybook.ports.files import Lump
from allybook.store.posts.rows import make_ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ports.files import BadRecord

AHEAD = 2
"""So many messages wait until somebody takes them."""
MANY = 1_000
"""So many records that cannot be used are told before a good one comes."""


def serve(path: str, pipe: IO[bytes]) -> int:
    """Send what a file holds into a pipe; return the exit status."""
    # What is read here is in no circles, and whatever may be is gone with the process.
    gc.disable()
    messages: Queue[bytes] = Queue(AHEAD)
    writer = Thread(target=_write, args=(messages, pipe), name="writer")
    writer.start()
    try:
        read(Path(path), lambda one: messages.put(pickle.dumps(one, pickle.HIGHEST_PROTOCOL)))
    finally:
        messages.put(b"")
        writer.join()
    # All goes with the process: nobody need look through it first.
    gc.freeze()
    return 0


def read(path: Path, send: Callable[[Begun | Batch | FileEnd], None]) -> None:
    """Send what a file is, what it holds, and how it ended."""
    bad: list[BadRecord] = []

    def tell(lump: Lump) -> None:
        """Send a lump, and the bad records since the last."""
        send(Batch(lump, bad[:]))
        bad.clear()

    def note(record: BadRecord) -> None:
        """Keep a bad record; many are sent before anything good comes."""
        bad.append(record)
        if len(bad) >= MANY:
            tell(Lump())

    end = FileEnd()
    try:
        importer = FileImporters().recognise(path)
        send(Begun(importer.kind, importer.made_at))
        for lump in importer.lumps(note):
            tell(replace(lump, posts=make_ready(lump.posts)))
    except AllybookError as error:
        end = FileEnd(error)
    if bad:
        tell(Lump())
    send(end)


def _write(messages: Queue[bytes], pipe: IO[bytes]) -> None:
    """Write messages as they come, until an empty one; the pipe holds less than one of them."""
    try:
        while message := messages.get():
            pipe.write(message)
            pipe.flush()
    except OSError:
        # Whoever asked wants no more, and nothing here is worth keeping.
        os._exit(1)
