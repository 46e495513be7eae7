"""Posts that are nearly the same as an older one: which are compared, and what comes of it.

Each post with enough words of its own has a MinHash signature of its pairs of words, cut into
bands; a post is compared word for word with the one that shares most bands with it within some
weeks. Only the oldest post of a group keeps its bands, so that a text posted ten thousand times is
compared ten thousand times and not fifty million times; and a band has room for a few posts: where
everything resembles everything some copies are missed, and nothing takes longer. Reposts are no
copies: they say what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from allybook.domain.filters.words import text_words

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
NOBODY = -1
WEEK, EDGE_DAYS = 7, 2
_DAY = 86_400_000_000
STRETCH, EDGE = WEEK * _DAY, EDGE_DAYS * _DAY
"""Posts are compared with those of their own stretch of time, near its edge with the next one's
(microseconds since 1970 UTC)."""
_BAND_BITS = 48
_BAND = (1 << _BAND_BITS) - 1
NEXT = 1 << _BAND_BITS
"""So far from a band is the same one in the next stretch of time."""
_FARTHEST = 1 << (62 - _BAND_BITS)
_ADDRESSED = re.compile(r"https?://\S+|[@＠]\w+")  # noqa: RUF001 (X takes the wide sign too)
_WIDE = "＠"  # noqa: RUF001 (the same)
_FIRST = re.compile(r"(?:\s*+@\w++)*+(?!\S)")
_LAST = re.compile(r"(?:\s*+(?:https?://\S++|@\w++))*+\s*+")
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

    ``standing`` has them by the bands that they stand in, in the order of their ids; ``copies``
    by the oldest of their group.
    """

    standing: dict[int, list[int]] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)
    copies: Mapping[int, int] = field(default_factory=dict)


def pairs_of(text: str, words: Sequence[str] | None = None) -> Pairs | None:
    """Return the words of a text two by two, or None for too few of them.

    Whom it addresses and where it links to are left out: copies differ in nothing else. ``words``
    are the tokens of all of it, where these are known.
    """
    words = _own_words(text, text_words(text) if words is None else words)
    return list(map(" ".join, pairwise(words))) if len(words) >= ENOUGH_WORDS else None


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


def stretches_of(moments: Sequence[int]) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield the stretches of time that moments in ascending order lie in, with four places each.

    From the first to the last of them those lie in it: until the second they look into the stretch
    before it as well, from the third on into the next (``looked_at`` says so of a single one).
    """
    start = 0
    while start < len(moments):
        stretch = moments[start] // STRETCH
        ends = stretch * STRETCH + EDGE, (stretch + 1) * STRETCH - EDGE, (stretch + 1) * STRETCH
        early, late, end = [bisect_left(moments, moment, start) for moment in ends]
        yield stretch, start, early, late, end
        start = end


def looked_at(at: int, own: list[int]) -> list[int]:
    """Return the bands in the stretches of time that a text looks at, its ``own`` ones first."""
    rest = at % STRETCH
    if rest < EDGE:
        return own + [band - NEXT for band in own]
    return own + [band + NEXT for band in own] if rest >= STRETCH - EDGE else own


def find_nearest(standing: Mapping[int, Sequence[int]], text: Text, look: Sequence[int]) -> int:
    """Return the post that shares most bands with one, or ``NOBODY``."""
    if standing.keys().isdisjoint(look):
        return NOBODY
    sharing = [
        other
        for band in look
        if band in standing
        for other in standing[band]
        if other != text.post_id
    ]
    if len(sharing) < 2:  # noqa: PLR2004 (there is nothing to choose)
        return sharing[0] if sharing else NOBODY
    return max(sharing, key=sharing.count)


def are_alike(one: Pairs, other: Pairs) -> bool:
    """Return whether two posts share enough of their pairs of words."""
    pairs, others = set(one), set(other)
    shared = len(pairs & others)
    return shared >= ALIKE * (len(pairs) + len(others) - shared)


class Groups:
    """The groups that some posts touch, which are taken one after the other, the oldest first.

    ``copies`` are theirs, by the post that each was found beside; ``left_out`` the bands, with
    their posts, that these do not stand in; ``displaced`` those of before that stand nowhere now.
    """

    def __init__(self, before: Before, read_pairs: Callable[[int], Pairs]) -> None:
        """Begin with what was found before; ``read_pairs`` gives the words of a post, by id."""
        self._standing, self._texts, self._known = before.standing, before.texts, before.copies
        self._read_pairs = read_pairs
        self.copies: dict[int, int] = {}
        self.left_out: set[tuple[int, int]] = set()
        self.displaced: list[Text] = []

    def take(self, text: Text, look: list[int]) -> None:
        """Put a post beside the older one that it is a copy of, or keep it as the oldest.

        It is looked for in the bands ``look``, of which the first are its own.
        """
        key, own = text.post_id, look[:BANDS]
        near = self._texts.get(find_nearest(self._standing, text, look))
        if near and are_alike(self._read_pairs(key), self._read_pairs(near.post_id)):
            if near < text:
                self.copies[key] = near.post_id
                self.left_out.update((band, key) for band in own)
                return
            self.copies[near.post_id] = key
            self._displace(near, text, own)
        self._texts[key] = text
        self._enter(text, own)

    def roots(self) -> dict[int, int]:
        """Return the copies by the oldest of their group."""
        return {key: self._root(key) for key in self.copies}

    def _enter(self, text: Text, own: list[int]) -> None:
        """Let a post stand in those of its bands that have room."""
        for band in own:
            others = self._standing.setdefault(band, [])
            if len(others) < ROOM:
                others.append(text.post_id)
            else:
                self.left_out.add((band, text.post_id))

    def _displace(self, other: Text, text: Text, own: list[int]) -> None:
        """Let an older post stand where a newer one stood that turns out to be its copy.

        In another stretch of time the newer one stays, for those who do not look further back.
        """
        if other.at // STRETCH == text.at // STRETCH:
            self.displaced.append(other)
            for band in own:
                standing = self._standing.get(band, [])
                if other.post_id in standing:
                    standing.remove(other.post_id)

    def _root(self, key: int) -> int:
        """Return the oldest post of a group; each step leads to an older one."""
        while key in self.copies or key in self._known:
            key = self.copies[key] if key in self.copies else self._known[key]
        return key


def _own_words(text: str, words: Sequence[str]) -> Sequence[str]:
    """Return those of a text's tokens that are in no mention or link."""
    plain = text.isascii()
    if "@" not in text and "://" not in text and (plain or _WIDE not in text):
        return words
    begun = _FIRST.match(text) if plain and text.startswith("@") else None
    start = begun.end() if begun else 0
    end = _next_address(text, start)
    if not plain or end < 0:
        return text_words(_ADDRESSED.sub(" ", text))
    # What stands before the first of them has its place among all tokens.
    rest = text[end:]
    before = words[text.count("@", 0, start) : len(words) - len(text_words(rest))]
    return before if _LAST.fullmatch(rest) else [*before, *text_words(_ADDRESSED.sub(" ", rest))]


def _next_address(text: str, start: int) -> int:
    """Return where the next mention or link may begin; -1 where it may hang on a word."""
    name, link = text.find("@", start), text.find("http", start)
    if link < 0 or 0 <= name < link:
        return name if name >= 0 else len(text)
    return link if link == start or text[link - 1].isspace() else -1
