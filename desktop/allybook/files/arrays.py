"""JSON that is one array, read as if each of its items stood on a line of its own."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import msgspec

from allybook.files.bounds import MEBIBYTE, Torn
from allybook.files.complaints import UNFIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

LARGEST = 128 * MEBIBYTE
"""An array is decoded whole, so it must fit into memory; lines need not."""
_items = msgspec.json.Decoder(list[msgspec.Raw]).decode


class JsonLines:
    """A file of JSON without its byte order mark, whose items come line by line."""

    readline: Callable[[int], bytes]

    def __init__(self, file: BufferedReader, size: int) -> None:
        """Take a file, of which ``size`` bytes are on the disk."""
        self._file = file
        self.size = size
        self.readline = self._begin

    def _begin(self, limit: int) -> bytes:
        """Return the first line, and find out where the others come from."""
        line = self._file.readline(limit).removeprefix(codecs.BOM_UTF8)
        self.readline = self._file.readline
        if line.lstrip().startswith(b"["):
            items = self._items(line)
            self.readline = lambda _limit: next(items, b"")
            return next(items, b"")
        return line

    def _items(self, first: bytes) -> Iterator[bytes]:
        """Yield the items of an array; ``Torn`` where it is too large or not whole."""
        text = first + self._file.read(LARGEST)
        if len(text) > LARGEST:
            raise Torn(f"one array of more than {LARGEST // MEBIBYTE} MB is too large to be read")
        try:
            items = _items(text)
        except UNFIT as error:
            raise Torn("it is one array that is not whole") from error
        return (bytes(item).replace(b"\n", b" ") + b"\n" for item in items)
