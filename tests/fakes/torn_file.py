"""A file of two parts: a test has time between them, or the rest cannot be read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from allybook.domain.errors import UnreadableFile
from allybook.domain.reading.sources import ARCHIVE
from allybook.ports.files import BadRecord, Lump

PATIENCE = 20


class TornFile:
    """A file as it is found and as it is read; ``why`` says why its rest cannot be read.

    Once its first part is taken it is ``there``, and waits until it may ``go_on``.
    """

    def __init__(self, first: Lump, why: str = "", *, kind: str = ARCHIVE) -> None:
        self.first, self.why, self.kind = first, why, kind
        self.made_at = None
        self.there, self.go_on = Event(), Event()

    def recognise(self, _path: Path, *, apart: bool = False) -> "TornFile":
        """Return itself, whatever is looked for."""
        return self

    def open_table(self, _path: Path, *, forced: bool = False) -> None:
        """Return that it is no table."""

    def lumps(self, _bad: Callable[[BadRecord], None]) -> Iterator[Lump]:
        """Yield the first part, and when it may go on an empty one, or raise why not."""
        yield self.first
        self.there.set()
        self.go_on.wait(PATIENCE)
        if self.why:
            raise UnreadableFile(self.why)
        yield Lump()
