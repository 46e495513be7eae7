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
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from allybook.domain.filters.words import term_words

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_LINKS, _NAMES = re.compile(r"https?://\S+"), re.compile(r"@\w+")
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


def pairs_of(text: str) -> Pairs | None:
    """Return the words of a text two by two, or None for too few of them.

    Whom it addresses and where it links to are left out: copies differ in nothing else.
    """
    words = term_words(_without_addresses(text))
    return list(map(" ".join, pairwise(words))) if len(words) >= ENOUGH_WORDS else None


def bands_of(texts: Sequence[tuple[Text, Pairs]], sketch: Sketcher) -> dict[Text, list[int]]:
    """Return the bands of each text's signature.

    The high bits put them beside others of their stretch of time; which of the three a band is is
    part of the others.
    """
    if not texts:
        return {}
    signatures = sketch([pairs for _, pairs in texts])
    return {
        text: [
            (high := _high(text.at)) | (a << 17 ^ b << 9 ^ c) & _BAND,
            high | (d << 17 ^ e << 9 ^ f ^ 1) & _BAND,
            high | (g << 17 ^ h << 9 ^ i ^ 2) & _BAND,
        ]
        for (text, _), (a, b, c, d, e, f, g, h, i) in zip(texts, signatures, strict=True)
    }


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


def _without_addresses(text: str) -> str:
    """Return a text without mentions and links; most have none, or one sort of them."""
    links, names = "://" in text, "@" in text
    if not text.isascii() and (links or names or "＠" in text):  # noqa: RUF001 (as above)
        return _ADDRESSED.sub(" ", text)
    if not links and not names:
        return text
    if links and names:
        return _ADDRESSED.sub(" ", text)
    return (_LINKS if links else _NAMES).sub(" ", text)


def _high(at: int) -> int:
    """Return the high bits of the bands of a moment (microseconds)."""
    stretch = at // STRETCH
    return (stretch if -_FARTHEST < stretch < _FARTHEST else _FARTHEST - 1) << _BAND_BITS
