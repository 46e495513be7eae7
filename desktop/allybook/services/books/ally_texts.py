"""Very many texts in which a part is looked for at once, whatever it is: as bits in long numbers.

Each sign of a text is a number of six bits; six long numbers hold one of these bits of every sign.
Where a sign stands is then six operations on long numbers, and where a word stands a shift and an
"and" for each letter more: of 50,000 names in a millisecond, where asking each takes five.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from collections import Counter
from itertools import compress, repeat
from operator import contains
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BITS = 6
SLOT, BYTE = 64, 8
"""Each text lies in a slot of so many bits, the last of which stays free; a byte has eight."""
ROOM = SLOT - 1
LONGEST = 16
"""Texts too long for a slot go on in others, that begin so far before the end that no part so long
is torn."""
STEP = ROOM - LONGEST + 1
NOTHING, OTHER = "\0", "?"
"""The signs 0 and 1: what fills up a slot, and all signs that have no number of their own."""
OWN = (1 << BITS) - 2
NO_SIGN = "\ufffe"
FULL = b"\xff" * (SLOT // BYTE - 1) + b"\x7f"
CARRIED = bytes(BYTE * SLOT // 4) + b"\1" * (BYTE * SLOT // 4)
KEPT = 8
"""So many signs stay found."""
LEAP = 4
"""With more letters at once (pasted, or a view), asking each text is quicker."""
MANY = 8
"""Where more than one in so many may have a part, all are asked and not those one by one."""


class Texts:
    """Folded texts, laid out once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        pieces = [text if len(text) <= ROOM else text[:ROOM] for text in texts]
        long = [(place, text) for place, text in enumerate(texts) if len(text) > ROOM]
        more = [(place, piece) for place, text in long for piece in _further(text)]
        self._owners = [place for place, _ in more]
        pieces += [piece for _, piece in more]
        self._slots = len(pieces)
        laid = "".join([piece.ljust(SLOT, NOTHING) for piece in pieces])
        self._numbers = _numbers(laid)
        self._planes = _planes(laid, self._numbers)
        self._full = int.from_bytes(FULL * self._slots, "little")
        self._signs: dict[int, int] = {}
        self._last: tuple[str, int] = ("", 0)

    def having(self, part: str) -> bytes:
        """Return a byte for each text, 1 where a part stands in it."""
        if not part:
            return b"\1" * len(self._texts)
        known = self._known(part)
        if min(len(part), LONGEST) - len(known) > LEAP:
            return bytes(map(contains, self._texts, repeat(part)))
        found = self._match(part[:LONGEST])
        # A slot with a match in it carries over into its last bit, and no further.
        filled = (found + self._full).to_bytes(self._slots * SLOT // BYTE, "little")
        kept = filled[SLOT // BYTE - 1 :: SLOT // BYTE].translate(CARRIED)
        if self._owners:
            kept = self._together(kept)
        sure = len(part) <= LONGEST and self._numbers.keys() >= set(part)
        return kept if sure else self._asked(part, kept)

    def _match(self, part: str) -> int:
        """Return a bit for each sign, 1 where a part begins; with a letter more it goes on."""
        known = self._known(part)
        found = self._last[1] if known else self._where(part[0])
        for place in range(max(len(known), 1), len(part)):
            found &= self._where(part[place]) >> place
        self._last = (part, found)
        return found

    def _known(self, part: str) -> str:
        """Return what was looked for last, where the part goes on from there."""
        known, _ = self._last
        return known if part.startswith(known) else ""

    def _where(self, sign: str) -> int:
        """Return a bit for each sign, 1 where it is this one."""
        number = self._numbers.get(sign, 1)
        if number not in self._signs:
            while len(self._signs) >= KEPT:
                del self._signs[next(iter(self._signs))]
            self._signs[number] = self._find(number)
        return self._signs[number]

    def _find(self, number: int) -> int:
        has = [plane for bit, plane in enumerate(self._planes) if number >> bit & 1]
        lacks = [plane for bit, plane in enumerate(self._planes) if not number >> bit & 1]
        found = has[0]
        for plane in has[1:]:
            found &= plane
        for plane in lacks:
            found ^= found & plane
        return found

    def _together(self, kept: bytes) -> bytes:
        """Return what the slots hold as what the texts do."""
        whole = bytearray(kept[: len(self._texts)])
        for place in compress(self._owners, kept[len(self._texts) :]):
            whole[place] = 1
        return bytes(whole)

    def _asked(self, part: str, maybe: bytes) -> bytes:
        """Return which of the texts that may have a part do have it."""
        if maybe.count(1) > len(maybe) // MANY:
            return bytes(map(contains, self._texts, repeat(part)))
        kept = bytearray(maybe)
        for place in compress(range(len(maybe)), maybe):
            kept[place] = part in self._texts[place]
        return bytes(kept)


def _further(text: str) -> Iterator[str]:
    for start in range(STEP, len(text) - LONGEST + 1, STEP):
        yield text[start : start + ROOM]


def _numbers(laid: str) -> Mapping[str, int]:
    """Return the number of each sign that has its own: of all, or of those used most."""
    used = set(laid) - {NOTHING, OTHER}
    if len(used) > OWN:
        counted = Counter(laid)
        used = set(sorted(used, key=lambda sign: (-counted[sign], sign))[:OWN])
    return {sign: number for number, sign in enumerate(sorted(used), 2)}


def _planes(laid: str, numbers: Mapping[str, int]) -> Sequence[int]:
    """Return for each of the six bits a number with that bit of all signs."""
    table = "".join((NOTHING, OTHER, *numbers)).ljust(1 << BYTE, NO_SIGN)
    coded, _ = charmap_encode(laid, "replace", charmap_build(table))
    return [_packed(coded.translate(_bit_of_each(bit))) for bit in range(BITS)]


def _bit_of_each(bit: int) -> bytes:
    return bytes(number >> bit & 1 for number in range(1 << BYTE))


def _packed(signs: bytes) -> int:
    """Return bytes of 0 or 1 as the bits of a number, the first one the lowest."""
    found = 0
    for bit in range(BYTE):
        found |= int.from_bytes(signs[bit::BYTE], "little") << bit
    return found
