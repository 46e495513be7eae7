"""Posts that are nearly the same as an older one: which are compared, and what comes of it.

Each post with enough words of its own has a MinHash signature of its pairs of words, cut into
bands; a post is compared word for word with those that share a band with it at about that time.
Posts that are alike, and those that are alike with these, are one group, whatever the order in
which they come; all but the oldest are copies.

Of what says word for word the same within a stretch of time one post stands in the bands, so that a
text posted ten thousand times is compared ten thousand times and not fifty million times; and a
band has room for a few posts: where everything resembles everything some copies are missed, which
ones hangs on the order, and nothing takes longer. Reposts are no copies: they say what they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from allybook.domain.expressions import expression
from allybook.domain.filters.words import BETWEEN, lines_of_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ENOUGH_WORDS = 6
ALIKE = 0.6
"""The share of pairs of words that two posts need to have in common (Jaccard)."""
BANDS, ROWS = 3, 3
"""Two posts meet in a band by chance, 1 - (1 - likeness³)³: about half of those that are 0.6 alike,
nine in ten at 0.8, all but one in fifty at 0.9. Two rows a band would find more, for more pages."""
SEED = 2026
ROOM = 3
"""So many posts stand in one band; whoever comes later stands in the others of its bands."""
_DAY = 86_400_000_000
STRETCH = 7 * _DAY // 2
"""Posts are compared with those of their own stretch of time and of the ones before and after it
(microseconds since 1970 UTC): all that are no more than half a week apart, and none that are a week
apart. What is said once a week is an announcement."""
_BAND_BITS = 48
_BAND = (1 << _BAND_BITS) - 1
NEXT = 1 << _BAND_BITS
"""So far from a band is the same one in the next stretch of time."""
_FARTHEST = 1 << (62 - _BAND_BITS)
# Each way that an address begins stands for itself: Python looks for them ten times as fast.
_ADDRESSED = expression(r"https?://\S+|@\w+|＠\w+")  # noqa: RUF001 (X takes the wide sign too)
_WIDE = "＠"  # noqa: RUF001 (the same)
Pairs = Sequence[str]
"""The words of a post as it is compared, two by two."""
Sketcher = Callable[[Sequence[Pairs]], Sequence[Sequence[int]]]
"""Makes MinHash signatures of ``BANDS * ROWS`` numbers, from ``SEED``, for many posts at once."""


class Text(NamedTuple):
    """A post that is compared: when it was made (microseconds), and its id.

    The lesser one of two is the older one.
    """

    at: int
    post_id: int


class Before(Struct):
    """What is known of posts that were compared before: as far as these are met again.

    ``standing`` has them by the bands that they stand in; ``copies`` by the oldest of their group;
    ``texts`` has both these and those.
    """

    standing: dict[int, list[int]] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)
    copies: Mapping[int, int] = field(default_factory=dict)


def pairs_of(text: str) -> Pairs | None:
    """Return the words of a text two by two, or None for too few of them.

    Whom it addresses and where it links to are left out: copies differ in nothing else.
    """
    return pair(*lines_of_all((_ADDRESSED.sub(" ", text),)))


def bare_lines(texts: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return the words by which many texts are compared, with spaces between; ``pair`` takes them.

    ``lines`` have all tokens of the texts.
    """
    own = list(lines)
    places = [place for place, text in enumerate(texts) if _may_address(text)]
    rest = lines_of_all(_without_addresses([texts[place] for place in places]))
    for place, without in zip(places, rest, strict=True):
        own[place] = without
    return own


def pair(line: str) -> Pairs | None:
    """Return words with spaces between two by two, or None for too few of them."""
    words = line.split()
    return list(map(" ".join, pairwise(words))) if len(words) >= ENOUGH_WORDS else None


def _without_addresses(texts: Sequence[str]) -> list[str]:
    """Return texts without whom they address and where they link to; all of them in one go."""
    bare = _ADDRESSED.sub(" ", BETWEEN.join(texts)).split(BETWEEN)
    return bare if len(bare) == len(texts) else [_ADDRESSED.sub(" ", text) for text in texts]


def _may_address(text: str) -> bool:
    return "@" in text or "://" in text or (_WIDE in text and not text.isascii())


def bands_of(texts: Sequence[tuple[Text, Pairs]], sketch: Sketcher) -> dict[Text, list[int]]:
    """Return the bands of each text's signature."""
    signatures = sketch([pairs for _, pairs in texts]) if texts else ()
    return {
        text: bands_in(text.at // STRETCH, (signature,))
        for (text, _), signature in zip(texts, signatures, strict=True)
    }


def bands_in(stretch: int, signatures: Iterable[Sequence[int]]) -> list[int]:
    """Return the bands of signatures of one stretch of time, ``BANDS`` for each.

    The high bits put them beside others of their stretch; which of the three a band is is part of
    the others.
    """
    first = (stretch if -_FARTHEST < stretch < _FARTHEST else _FARTHEST - 1) << _BAND_BITS
    second, third = first ^ 1, first ^ 2
    bands: list[int] = []
    for a, b, c, d, e, f, g, h, i in signatures:
        bands += (
            (a << 17 ^ b << 9 ^ c) & _BAND ^ first,
            (d << 17 ^ e << 9 ^ f) & _BAND ^ second,
            (g << 17 ^ h << 9 ^ i) & _BAND ^ third,
        )
    return bands


def stretches_of(moments: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of time that moments in ascending order lie in.

    With each goes the place of the first of them, and of the first that lies beyond it.
    """
    start = 0
    while start < len(moments):
        stretch = moments[start] // STRETCH
        end = bisect_left(moments, (stretch + 1) * STRETCH, start)
        yield stretch, start, end
        start = end


def days_beside(day: int) -> range:
    """Return the days (since 1970 UTC) whose posts are compared with some of a day."""
    first = (day * _DAY // STRETCH - 1) * STRETCH
    end = (((day + 1) * _DAY - 1) // STRETCH + 2) * STRETCH
    return range(first // _DAY, -(-end // _DAY))


def beside(own: Iterable[int]) -> list[int]:
    """Return the same bands in the stretches of time before and after."""
    return [same for band in own for same in (band - NEXT, band + NEXT)]


def are_alike(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Return whether two posts share enough of their pairs of words."""
    shared = len(one & other)
    return shared >= ALIKE * (len(one) + len(other) - shared)


class Groups:
    """The groups that some posts touch, which are taken one after the other.

    ``copies`` lead each to an older post of its group; ``left_out`` are the bands, with their
    posts, that these do not stand in.
    """

    def __init__(self, before: Before, read_pairs: Callable[[int], Pairs]) -> None:
        """Begin with what was found before; ``read_pairs`` gives the words of a post, by id."""
        self._standing, self._texts, self._known = before.standing, before.texts, before.copies
        self._read_pairs = read_pairs
        self._pairs: dict[int, frozenset[str]] = {}
        self.copies: dict[int, int] = {}
        self.left_out: set[tuple[int, int]] = set()

    def take(self, text: Text, own: Sequence[int]) -> None:
        """Put a post into one group with all that it is nearly the same as.

        It stands in its ``own`` bands for the next ones, unless another one says the same there.
        """
        key = text.post_id
        self._texts[key] = text
        others = self._sharing(key, own)
        same = next((one for one in others if self._words(one) == self._words(key)), None)
        if same is not None:
            self._join(key, same)
            self.left_out.update((band, key) for band in own)
            return
        for other in (*others, *self._sharing(key, beside(own))):
            self._compare(key, other)
        self._enter(key, own)

    def roots(self) -> dict[int, int]:
        """Return the copies by the oldest of their group."""
        return {key: self._root(key) for key in self.copies}

    def _sharing(self, key: int, bands: Iterable[int]) -> list[int]:
        """Return the other posts that stand in some bands, those that stand in most of them first.

        There most often is nobody, or one who says the same.
        """
        others = [
            other
            for band in bands
            if band in self._standing
            for other in self._standing[band]
            if other != key and other in self._texts
        ]
        return sorted(set(others), key=others.count, reverse=True) if others else others

    def _words(self, key: int) -> frozenset[str]:
        if key not in self._pairs:
            self._pairs[key] = frozenset(self._read_pairs(key))
        return self._pairs[key]

    def _compare(self, key: int, other: int) -> None:
        """Join two groups if the posts are alike, unless they are one already."""
        if self._root(key) != self._root(other) and are_alike(self._words(key), self._words(other)):
            self._join(key, other)

    def _join(self, key: int, other: int) -> None:
        """Let the oldest post of two groups be that of both."""
        older, newer = sorted(self._texts[self._root(one)] for one in (key, other))
        if older != newer:
            self.copies[newer.post_id] = older.post_id

    def _enter(self, key: int, own: Sequence[int]) -> None:
        """Let a post stand in those of its bands that have room."""
        for band in own:
            others = self._standing.setdefault(band, [])
            if len(others) < ROOM:
                others.append(key)
            elif key not in others:
                self.left_out.add((band, key))

    def _root(self, key: int) -> int:
        """Return the oldest post of a group; each step leads to an older one, next time at once."""
        path = []
        while key in self.copies or key in self._known:
            path.append(key)
            key = self.copies[key] if key in self.copies else self._known[key]
        self.copies.update((one, key) for one in path[:-1] if one in self.copies)
        return key
