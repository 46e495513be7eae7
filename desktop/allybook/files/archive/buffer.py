"""A sliding window over a JSON array: where its elements end, and on which line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from allybook.files.bounds import MEBIBYTE, Torn

if TYPE_CHECKING:
    from allybook.files.bounds import Readable

PIECE = MEBIBYTE
LONGEST = 16 * MEBIBYTE
"""No element is longer than this; one that never ends is given up here."""
LONGEST_HEAD = 4096
NEAR = 256 * 1024
"""How far brackets are counted where a seam is in sight."""

# JSON's own blanks: Python's would let others pass in silence.
_GAP = rb"[ \t\r\n]*"
_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?%b(?:[^=\[{\"]{0,200}=%b)?\[%b" % (_GAP, _GAP, _GAP))
_BETWEEN = re.compile(rb"%b,?%b" % (_GAP, _GAP))
_TAIL = re.compile(rb"\]%b;?%b\Z" % (_GAP, _GAP))
_INDENTED = re.compile(rb'%b,%b\{[ \t\r]*\n%b"' % (_GAP, _GAP, _GAP))
_TIGHT = re.compile(rb'%b,%b\{%b"[^"\\]{0,64}"%b:' % (_GAP, _GAP, _GAP, _GAP))
# JSON has no line ends in strings, so a quote that is open at the end of its line opens none: only
# one open at the end of the window ("cut") may still be a string.
_SIGN = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"|(?P<cut>"[^\n]*+\Z)|[\[\]{},]')


class Buffer:
    """The bytes at hand of an array; its next element begins at ``at``, on ``line`` (from 1).

    ``ended`` says that no more bytes come; ``torn`` says what broke the stream off, and is empty
    where nothing did. ``joined`` says whether a comma stands before the next element, or none must.
    """

    def __init__(self, stream: Readable, piece: int = PIECE) -> None:
        self._stream = stream
        self._piece = piece
        self._seam = b""
        self._gone = 0
        self.ended = False
        self.data = b""
        self.at = 0
        self.line = 1
        self.torn = ""
        self.joined = True

    @property
    def offset(self) -> int:
        """Return how many bytes lie before the next element."""
        return self._gone + self.at

    def enter(self) -> bool:
        """Go to the first element; return whether there is an array at all."""
        self.fill(LONGEST_HEAD)
        head = _HEAD.match(self.data)
        if head:
            self._go(head.end())
        return head is not None

    def fill(self, size: int = 0) -> None:
        """Read on until ``size`` bytes (one piece at least) are at hand; ``at`` becomes 0."""
        pieces = [self.data[self.at :]]
        missing = max(size, self._piece) - len(pieces[0])
        while missing > 0 and not self.ended:
            pieces.append(self._read(max(self._piece, missing)))
            missing -= len(pieces[-1])
        self._gone += self.at
        self.at = 0
        self.data = b"".join(pieces)

    def _read(self, size: int) -> bytes:
        try:
            piece = self._stream.read(size)
        except Torn as error:
            self.torn, piece = str(error), b""
        self.ended = not piece
        return piece

    def over(self) -> bool:
        """Return whether the end of the array is here."""
        return self.data.startswith(b"]", self.at)

    def clean(self) -> bool:
        """Return whether nothing but the end of the array is left."""
        return self.ended and _TAIL.match(self.data, self.at) is not None

    def seek(self) -> bool:
        """Go to where the next element begins, reading on; return whether anything is left."""
        self.fill()
        while (between := _BETWEEN.match(self.data)) and between.end():
            self.joined = self.joined or b"," in between[0]
            self._go(between.end())
            self.fill()
        return bool(self.data)

    def pass_by(self, end: int) -> None:
        """Go to the element after the one that ends at ``end``."""
        between = _BETWEEN.match(self.data, end)
        self.joined = between is not None and b"," in between[0]
        self._go(between.end() if between else end)

    def _go(self, to: int) -> None:
        self.line += self.data.count(b"\n", self.at, to)
        self.at = to

    def last_seam(self) -> int:
        """Return where the last element that is seen to be whole ends, or 0."""
        return self.data.rfind(self._seam, self.at) + 1 if self._seam else 0

    def next_seam(self) -> int:
        """Return where this element seems to end, or 0 where no seam is in sight."""
        return self.data.find(self._seam, self.at) + 1 if self._seam else 0

    def learn(self, end: int) -> None:
        """Remember how an element that ends at ``end`` is joined to the next one.

        With line ends the indentation tells elements from the objects in them; without, the
        first key of the next element does.
        """
        seam = _INDENTED.match(self.data, end) or _TIGHT.match(self.data, end)
        if seam and not self._seam and self.data.endswith(b"}", 0, end):
            self._seam = b"}" + seam[0]

    def exact_end(self, within: int) -> int:
        """Return where this element ends by its brackets, or 0 where it does not.

        Reads on, as far as ``within`` bytes, while the element is not all at hand.
        """
        while True:
            end = self._count(self.at + within)
            here = len(self.data) - self.at
            if end or self.ended or here >= within:
                return end
            self.fill(min(within, 2 * here))

    def _count(self, stop: int) -> int:
        depth = 0
        for sign in _SIGN.finditer(self.data, self.at, min(stop, len(self.data))):
            match sign[0]:
                case b"{" | b"[":
                    depth += 1
                case b"}" | b"]":
                    depth -= 1
                    if depth <= 0:
                        return sign.end()
                case b",":
                    if depth == 0 and sign.start() > self.at:
                        return sign.start()
                case _ if sign["cut"] and not self.ended:
                    return 0
        return 0
