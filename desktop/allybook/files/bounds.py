"""How much a packed file may unpack to, counted in bytes that really came out of it."""

from __future__ import annotations

import struct
import zlib
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Protocol

from allybook.domain.errors import UnreadableFile
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Buffer

MEBIBYTE = 1 << 20
FREE = 16 * MEBIBYTE
"""What any file may unpack to, however small it is."""
RATIO = 200
"""Archives of X pack 10:1 to 20:1; one layer of deflate cannot pack better than 1,032:1."""
MOST = 8 * 1024 * MEBIBYTE
Kinds = tuple[type[Exception], ...]
TORN: Kinds = (zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading and unpacking raise on damaged, locked or oddly packed bytes."""


class Readable(Protocol):
    """Anything that gives its bytes piece by piece."""

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, and none at the end."""


class Bound:
    """What may still come out of one packed file of ``packed`` bytes (as counted on the disk)."""

    def __init__(self, name: str, packed: int) -> None:
        self._name = name
        self._left = min(MOST, max(FREE, RATIO * packed))

    def take(self, size: int) -> None:
        """Count ``size`` unpacked bytes; ``UnreadableFile`` once it is too much."""
        self._left -= size
        if self._left < 0:
            raise UnreadableFile(
                speak(
                    "“{name}” unpacks to far more than an honest file holds, so Allybook stopped "
                    "reading it; what was read before is kept.",
                    name=self._name,
                )
            )


class Torn(UnreadableFile):
    """A stream breaks off or is damaged from here on; what came out before is good."""


class Bounded:
    """A stream that counts what it gives, and says ``Torn`` for whatever its library raises."""

    torn = TORN

    def __init__(self, stream: Readable, *allowances: Bound) -> None:
        self._stream = stream
        self._allowances = allowances

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, and none at the end."""
        try:
            piece = self._stream.read(size)
        except self.torn as error:
            raise Torn(f"it is damaged from here on ({error})") from error
        for allowance in self._allowances:
            allowance.take(len(piece))
        return piece


@contextmanager
def open_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read; ``UnreadableFile`` where the system refuses."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnreadableFile(
            speak(
                "“{name}” cannot be opened ({reason}); look where it is and whether you may read "
                "it.",
                name=path.name,
                reason=error.strerror or error,
            )
        ) from error
    with file:
        yield file


def buffered(stream: Readable) -> BufferedReader:
    """Return a stream that can also be read line by line."""
    return BufferedReader(_Raw(stream), MEBIBYTE)


class _Raw(RawIOBase):
    def __init__(self, stream: Readable) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        """Say that bytes can be read (``io.RawIOBase`` asks)."""
        return True

    def readinto(self, room: Buffer, /) -> int:
        """Fill ``room`` from the bounded stream; return how many bytes came."""
        place = memoryview(room)
        piece = self._stream.read(len(place))
        place[: len(piece)] = piece
        return len(piece)
