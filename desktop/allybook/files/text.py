"""Text in whatever encoding a spreadsheet or an old computer wrote it."""

from __future__ import annotations

import codecs
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.files.bounds import Bounded, buffered, open_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path
    from typing import TextIO

    from allybook.files.bounds import Readable

HEAD = 64 * 1024
"""How much of a file is looked at to tell what it is."""
FIRST = 4
"""So many bytes tell the encoding of JSON, which begins with signs of ASCII (RFC 4627, 3)."""
BINARY_SHARE = 0.02
WIDE_SHARE = 0.3

JSON = expression(r'\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|$))')
"""How JSON of objects or arrays begins; a note in brackets does not."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = "allybook.one-byte"
_CONTROLS = [chr(code) for code in range(ord(" ")) if chr(code) not in "\t\n\r\f"]


def _as_one_byte(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows and older computers meant them.

    So one broken byte spoils one letter, and a whole file in Latin-1 comes out right as well.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    try:
        return broken.decode("cp1252"), error.end
    except UnicodeDecodeError:
        return broken.decode("latin-1"), error.end


codecs.register_error(_ONE_BYTE, _as_one_byte)


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes of a file suggest; UTF-8 unless they say more."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    pairs = max(1, len(head) // 2)
    empty_high, empty_low = head[1::2].count(0) / pairs, head[0::2].count(0) / pairs
    if empty_high > WIDE_SHARE and empty_low < BINARY_SHARE:
        return "utf-16-le"
    if empty_low > WIDE_SHARE and empty_high < BINARY_SHARE:
        return "utf-16-be"
    return "utf-8"


def decode_head(head: bytes) -> str:
    """Return the first bytes of a file as text, without a letter that they cut in two."""
    encoding = encoding_of(head)
    decoder = codecs.getincrementaldecoder(encoding)(_errors(encoding))
    return decoder.decode(head)


def is_text(text: str) -> bool:
    """Return whether decoded bytes read like text rather than like a program or a picture."""
    controls = sum(map(text.count, _CONTROLS))
    return "\0" not in text and controls <= BINARY_SHARE * len(text)


class Recoded:
    """A stream in another encoding, as UTF-8."""

    def __init__(self, stream: Readable, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)(_errors(encoding))

    def read(self, size: int, /) -> bytes:
        """Return at most ``size`` bytes, and none at the end."""
        text = ""
        while not text:
            # Two bytes of UTF-16 become three of UTF-8 at most, and some are kept for the next.
            piece = self._stream.read(max(size // 2, 1))
            text = self._decoder.decode(piece, final=not piece)
            if not piece:
                break
        return text.encode()


def as_utf8(file: BufferedReader) -> BufferedReader:
    """Return a file that begins here as UTF-8, whatever encoding its first bytes suggest."""
    encoding = encoding_of(file.peek(FIRST)[:FIRST])
    if encoding.startswith("utf-8"):
        return file
    return buffered(Recoded(file, encoding))


@contextmanager
def open_text(path: Path) -> Iterator[TextIO]:
    """Open a file as text, with its line ends as they are."""
    with open_file(path) as file:
        encoding = encoding_of(file.read(HEAD))
        file.seek(0)
        bytewise = buffered(Bounded(file))
        with TextIOWrapper(bytewise, encoding, errors=_errors(encoding), newline="") as text:
            yield text


def _errors(encoding: str) -> str:
    return _ONE_BYTE if encoding.startswith("utf-8") else "replace"
