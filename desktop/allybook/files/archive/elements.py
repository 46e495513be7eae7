"""The elements of one huge JSON array, decoded in runs and in bounded memory.

A data file of an archive is ``window.YTD.<name>.part<N> = [ {...}, {...} ]``. About 1 MiB at a time
is cut at its last *seam* (the bytes that stand between two elements) and decoded as an array. Where
that succeeds the cut is proven: JSON that begins at an element can end only between elements. Where
it fails, those elements are decoded one by one, each cut at the next seam or, where that is not
its end, by counting brackets; what still does not decode is reported with its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from allybook.files.archive.buffer import LONGEST, NEAR, PIECE, Buffer
from allybook.files.complaints import UNFIT, Unfit, explain
from allybook.ports.files import BadRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from allybook.files.bounds import Readable

T = TypeVar("T")

_ANY = msgspec.json.Decoder(msgspec.Raw)


class Elements(Generic[T]):
    """One array, as runs of good values in the order of the file.

    ``decode`` makes values of a JSON array and raises one of ``UNFIT`` where one of its elements
    cannot be used; it is then asked again for each element alone, and ``bad`` is told. About
    ``piece`` bytes are decoded at once.
    """

    def __init__(
        self,
        stream: Readable,
        where: str,
        decode: Callable[[bytes], Sequence[T]],
        bad: Callable[[BadRecord], None],
        *,
        piece: int = PIECE,
    ) -> None:
        self._buffer = Buffer(stream, piece)
        self._where = where
        self._decode = decode
        self._bad = bad
        self._problem: Exception = Unfit("it is damaged")
        self._told = False
        self._loose = False

    def __iter__(self) -> Iterator[Sequence[T]]:
        """Yield runs of good values."""
        if not self._buffer.enter():
            self._complain(self._buffer.torn or "there is no list in this file")
            return
        while self._at_element():
            self._look_for_comma()
            cut = self._buffer.last_seam()
            until = self._buffer.offset + max(cut, 1)
            run = self._try(cut)
            if run is not None:
                yield run
            else:
                yield from self._singly(until)

    def _at_element(self) -> bool:
        """Return whether an element begins here; report an end that is not clean, once."""
        buffer = self._buffer
        left = buffer.seek()
        if not (left or self._told):
            self._complain(buffer.torn or "the file breaks off before the end of its list")
        elif buffer.over() and not buffer.clean():
            self._complain("after the end of the list there is more, which was not read")
        return left and not buffer.over()

    def _singly(self, until: int) -> Iterator[Sequence[T]]:
        while self._buffer.offset < until and not self._buffer.over():
            self._look_for_comma()
            yield self._one()

    def _look_for_comma(self) -> None:
        """Report, once, that a comma is missing before the record that begins here."""
        buffer = self._buffer
        if buffer.joined or self._loose or buffer.at == len(buffer.data):
            return
        self._loose = True
        self._complain("a comma is missing before this record, which was read all the same")

    def _one(self) -> Sequence[T]:
        """Return what is made of the next element: its value, or nothing and a report."""
        near = self._buffer.next_seam()
        run = self._try(near)
        if run is not None:
            return run
        if near and self._is_json(near):
            return self._give_up(near)
        end = self._buffer.exact_end(within=NEAR if near else LONGEST)
        run = self._try(end)
        if run is not None:
            return run
        whole = end and self._is_json(end)
        # Reading on for the exact end may have moved the window, and the seam in it.
        return self._give_up(end if whole else self._buffer.next_seam() or end)

    def _try(self, end: int) -> Sequence[T] | None:
        """Return what is made of the elements up to ``end`` and pass them by, or None."""
        buffer = self._buffer
        if not end:
            return None
        try:
            run = self._decode(b"[%b]" % buffer.data[buffer.at : end])
        except UNFIT as problem:
            self._problem = problem
            return None
        buffer.learn(end)
        buffer.pass_by(end)
        return run

    def _is_json(self, end: int) -> bool:
        try:
            _ANY.decode(self._buffer.data[self._buffer.at : end])
        except UNFIT:
            return False
        return True

    def _give_up(self, end: int) -> Sequence[T]:
        """Report the next element and pass it by, or all that is at hand where it has no end."""
        buffer = self._buffer
        if end:
            self._complain(explain(self._problem))
        elif buffer.ended:
            self._told = True
            self._complain(buffer.torn or "the file breaks off within this record")
        else:
            self._complain("this record is longer than any that X writes")
        buffer.pass_by(end or len(buffer.data))
        # Where a record was given up, nobody knows what stood behind it.
        buffer.joined = True
        return ()

    def _complain(self, why: str) -> None:
        self._bad(BadRecord(self._where, self._buffer.line, why))
