"""The other end of ``apart``: recognise a file, make what it holds ready to be saved, send it."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import IO, TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.sender import Sender
from allybook.app.told import Batch, Begun, FileEnd
from allybook.domain.errors import AllybookError
from allybook.files.recognise import FileImporters
from allybook.ports.files import Lump
from allybook.store.posts.rows import make_ready, sketch_ahead

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ports.files import BadRecord

MANY = 1_000
"""So many records that cannot be used are told before a good one comes."""


def serve(path: str, pipe: IO[bytes]) -> int:
    """Send what a file holds into a pipe; return the exit status."""
    # What is read here is in no circles, and whatever may be is gone with the process.
    gc.disable()
    sender = Sender(pipe)
    try:
        read(Path(path), sender.send, sender.waits)
    finally:
        sender.end()
    # All goes with the process: nobody need look through it first.
    gc.freeze()
    return 0


def read(
    path: Path,
    send: Callable[[Begun | Batch | FileEnd], None],
    waits: Callable[[], bool] = lambda: False,
) -> None:
    """Send what a file is, what it holds, and how it ended.

    While something ``waits`` to be taken, there is time to do some of the other's work.
    """
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
            posts = make_ready(lump.posts)
            if waits():
                sketch_ahead(posts)
            tell(replace(lump, posts=posts))
    except AllybookError as error:
        end = FileEnd(error)
    if bad:
        tell(Lump())
    send(end)
