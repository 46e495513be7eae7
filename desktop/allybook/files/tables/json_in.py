"""JSON in: an array of flat objects, as Allybook itself writes its allies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.book.cells import write_tags
from allybook.domain.errors import UnreadableFile
from allybook.domain.half_letters import decode_whole
from allybook.domain.spoken import speak
from allybook.files.bounds import MEBIBYTE, Bounded, buffered, open_file
from allybook.files.complaints import UNFIT
from allybook.files.text import as_utf8
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from allybook.files.tables.cells import Row

LARGEST = 128 * MEBIBYTE
NOTES = frozenset({"notes", "note"})

_objects = msgspec.json.Decoder(list[msgspec.Raw]).decode
_BYTE = re.compile(r"\(byte (\d+)\)")
_object = msgspec.json.Decoder(dict[str, object]).decode


class JsonTable:
    """One array; the names in its objects are the headings, the first row."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self, bad: Callable[[BadRecord], None]) -> Iterator[Row]:
        """Yield the headings, then each object; its number stands for its line."""
        records = list(self._records(bad))
        headings = list(dict.fromkeys(name for _, record in records for name in record))
        if headings:
            yield 0, headings
        for number, record in records:
            yield number, [as_cell(name, record.get(name)) for name in headings]

    def _records(
        self, bad: Callable[[BadRecord], None]
    ) -> Iterator[tuple[int, Mapping[str, object]]]:
        for number, raw in enumerate(self._pieces(), 1):
            try:
                yield number, _object(raw)
            except UNFIT:
                bad(BadRecord(self._path.name, number, "it is no object with names and values"))

    def _pieces(self) -> list[msgspec.Raw]:
        with open_file(self._path) as file:
            text = as_utf8(buffered(Bounded(file))).read(LARGEST + 1)
        if len(text) > LARGEST:
            raise UnreadableFile(
                speak(
                    "“{name}” is larger than {largest} MB, more than a book of allies takes; "
                    "nothing was read.",
                    name=self._path.name,
                    largest=LARGEST // MEBIBYTE,
                )
            )
        try:
            return decode_whole(_objects, text.removeprefix(b"\xef\xbb\xbf"))
        except UNFIT as error:
            raise UnreadableFile(
                speak(
                    "“{name}” is no whole JSON array: line {line} cannot be read; "
                    "nothing was read.",
                    name=self._path.name,
                    line=_line(error, text),
                )
            ) from error


def _line(error: Exception, text: bytes) -> int:
    """Return the line that cannot be read; where it is not told, the text ends too early."""
    told = _BYTE.search(str(error))
    end = int(told[1]) if told else len(text)
    return text.count(b"\n", 0, end) + 1


def as_cell(name: str, value: object) -> str:
    """Return a value as the cell of a table: lists as tags, or as notes one a line."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list():
            words = [str(part) for part in value if part is not None]
            return "\n".join(words) if name.casefold() in NOTES else write_tags(words)
        case dict():
            return ""
    return str(value)
