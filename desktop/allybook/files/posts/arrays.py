"""JSON that is one array, or pages of X's older search, read as if each item had its own line."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from allybook.domain.half_letters import decode_whole
from allybook.files.bounds import MEBIBYTE, Torn
from allybook.files.complaints import UNFIT
from allybook.files.text import as_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

LARGEST = 128 * MEBIBYTE
"""An array is decoded whole, so it must fit into memory; lines need not."""
_PAGE = re.compile(rb'\s*\{\s*"(?:statuses|search_metadata|ok)"\s*:')
"""How a page of X's older standard search (v1.1) begins, or one that twitter-cli prints; programs
wrote one on each line."""
_items = msgspec.json.Decoder(list[msgspec.Raw]).decode


class _Page(Struct):
    """One page; what X told of the search itself is not read."""

    statuses: list[msgspec.Raw] | None = None
    data: list[msgspec.Raw] | None = None


_page = msgspec.json.Decoder(_Page).decode


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
        self._file = as_utf8(self._file)
        line = self._file.readline(limit).removeprefix(codecs.BOM_UTF8)
        self.readline = self._file.readline
        if line.lstrip().startswith(b"["):
            items = self._items(line)
            self.readline = lambda _limit: next(items, b"")
            return next(items, b"")
        spread = line.strip() == b"{"
        if _PAGE.match(line + self._file.peek(limit) if spread else line):
            # A page that is laid out over many lines is the only one of its file.
            whole = line + self._file.read(LARGEST) if spread else line
            posts = self._pages(whole, limit)
            self.readline = lambda _limit: next(posts, b"")
            return next(posts, b"")
        return line

    def _pages(self, line: bytes, limit: int) -> Iterator[bytes]:
        """Yield the posts of the pages, each as a line; what is no page stays as it is."""
        while line:
            try:
                page = decode_whole(_page, line)
                items = page.data if page.statuses is None else page.statuses
            except UNFIT:
                items = None
            if items is None:
                yield line
            else:
                yield from map(_as_line, items)
            line = self._file.readline(limit)

    def _items(self, first: bytes) -> Iterator[bytes]:
        """Yield the items of an array; ``Torn`` where it is too large or not whole."""
        text = first + self._file.read(LARGEST)
        if len(text) > LARGEST:
            raise Torn(f"one array of more than {LARGEST // MEBIBYTE} MB is too large to be read")
        try:
            items = decode_whole(_items, text)
        except UNFIT as error:
            raise Torn("it is one array that is not whole") from error
        return map(_as_line, items)


def _as_line(item: msgspec.Raw) -> bytes:
    return bytes(item).replace(b"\n", b" ") + b"\n"
