"""Posts that are nearly the same as an older one, found by MinHash bands as posts come in.

Each post with enough words of its own has a MinHash signature of its pairs of words, cut into
bands; a post is compared word for word with the one that shares most bands with it within some
weeks. Only the oldest post of a group keeps its bands, so that a text posted ten thousand times is
compared ten thousand times and not fifty million times; and a band has room for a few posts: where
everything resembles everything some copies are missed, and an import takes no longer. Reposts are
no copies: they say what they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from allybook.domain.filters.words import term_words
from allybook.store.database.ids import listed
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.moments import DAY, micros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import apsw

    from allybook.domain.posts import Post

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
STRETCH, EDGE = 7 * DAY, 2 * DAY
"""Posts are compared with those of their own stretch of time, near its edge with the next one's."""
BAND_BITS = 48
BAND = (1 << BAND_BITS) - 1
FARTHEST = 1 << (62 - BAND_BITS)
REPOSTED = "RT @"
_ADDRESSED = re.compile(r"https?://\S+|[@＠]\w+")  # noqa: RUF001 (X takes the wide sign too)
_LINKS, _NAMES = re.compile(r"https?://\S+"), re.compile(r"@\w+")
PAIRS = msgspec.json.Decoder(list[tuple[int, int]])
TEXTS = msgspec.json.Decoder(list[tuple[int, int, str]])
FIND = """
    SELECT json_group_array(json_array(bands.band, bands.post_id))
    FROM json_each(?) AS wanted CROSS JOIN bands ON bands.band = wanted.value
"""
HEADS = """
    SELECT json_group_array(json_array(created_at, posts.id, body ->> '$[0]'))
    FROM json_each(?) AS wanted CROSS JOIN whole_posts AS posts ON posts.id = wanted.value
    WHERE body ->> '$[6]' IS NULL
"""
KEEP = "INSERT OR IGNORE INTO bands VALUES"
LEAVE = """
    DELETE FROM bands
    WHERE (band, post_id) IN (SELECT value ->> 0, value ->> 1 FROM jsonb_each(?))
"""
LINK = "INSERT OR REPLACE INTO near SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
FOLLOWERS = """
    SELECT json_group_array(json_array(post_id, original_id)) FROM near
    WHERE original_id IN (SELECT value FROM json_each(?))
"""
KNOWN = """
    SELECT json_group_array(json_array(post_id, original_id)) FROM near
    WHERE post_id IN (SELECT value FROM json_each(?))
"""
ORPHANS = """
    SELECT json_group_array(json_array(post_id, original_id)) FROM near
    WHERE original_id NOT IN (SELECT id FROM posts)
"""
FORGET = "DELETE FROM near WHERE post_id IN (SELECT value FROM json_each(?))"


class Sketch(Protocol):
    """What makes MinHash signatures of many sets at once (``rensa.RMinHash``)."""

    @staticmethod
    def digests_from_token_sets(
        sets: Sequence[Sequence[str]], num_perm: int, seed: int
    ) -> list[list[int]]:
        """Return a signature for each set."""


class Text(NamedTuple):
    """A post as it is compared: when it was made (microseconds), its id, its words two by two.

    The lesser one of two is the older one.
    """

    at: int
    post_id: int
    pairs: Sequence[str]


def text_of(at: int, post_id: int, text: str) -> Text | None:
    """Return a text as it is compared, or None for too few words.

    Whom it addresses and where it links to are left out: copies differ in nothing else.
    """
    words = term_words(_without_addresses(text))
    if len(words) < ENOUGH_WORDS:
        return None
    return Text(at, post_id, list(map(" ".join, pairwise(words))))


def _without_addresses(text: str) -> str:
    """Return a text without mentions and links; most have none, or one sort of them."""
    links, names = "://" in text, "@" in text
    if not links and not names:
        return text
    if (links and names) or not text.isascii():
        return _ADDRESSED.sub(" ", text)
    return (_LINKS if links else _NAMES).sub(" ", text)


def lay_near(
    connection: apsw.Connection, texts: Sequence[Text], bands: Mapping[int, list[int]]
) -> dict[int, int]:
    """Find what posts are copies of; return the copies, old and new.

    ``bands`` are those of the ``texts``. The copies are by id, with the id of the oldest of the
    group.
    """
    if not texts:
        return {}
    groups = _Groups(connection, texts, bands)
    for text in sorted(texts):
        groups.take(text)
    return groups.close()


def forget_copies(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Forget what posts are copies of, before they are compared again."""
    if ids:
        connection.execute(FORGET, (listed(ids),))


def copies_among(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, int]:
    """Return which of these posts are copies, with the oldest of each group."""
    pairs = gather(connection, KNOWN, (listed(ids),), PAIRS)
    return dict(pairs)


def mend_groups(
    connection: apsw.Connection, read: Callable[[Iterable[int]], Mapping[int, Post]]
) -> set[int]:
    """Give groups whose oldest post is gone another one; return those that are no copies now."""
    groups: dict[int, list[int]] = {}
    for copy, gone in gather(connection, ORPHANS, (), PAIRS):
        groups.setdefault(gone, []).append(copy)
    links: dict[int, int] = {}
    heads: list[Text] = []
    for copies in groups.values():
        texts = [
            text_of(micros(post.created_at), key, post.text) for key, post in read(copies).items()
        ]
        head, *rest = sorted(text for text in texts if text)
        heads.append(head)
        links.update((text.post_id, head.post_id) for text in rest)
    forget_copies(connection, [head.post_id for head in heads])
    connection.execute(LINK, (encode(list(links.items())),))
    _keep_bands(connection, bands_of(heads))
    return {head.post_id for head in heads}


class _Groups:
    """The groups that a batch of posts touches. The older of two texts is the lesser one."""

    def __init__(
        self,
        connection: apsw.Connection,
        texts: Sequence[Text],
        bands: Mapping[int, list[int]],
    ) -> None:
        self._connection = connection
        self._own = bands
        self._looked_at = {text[1]: _looked_at(text[0], self._own[text[1]]) for text in texts}
        wanted = set().union(*self._looked_at.values())
        self._standing: dict[int, list[int]] = {}
        for band, key in gather(connection, FIND, (encode(sorted(wanted)),), PAIRS):
            self._standing.setdefault(band, []).append(key)
        self._texts, self._known = self._read_old() if self._standing else ({}, {})
        self._heads: dict[int, list[int]] = {}
        self._copies: dict[int, int] = {}
        self._displaced: list[Text] = []

    def take(self, text: Text) -> None:
        """Put a post beside the older one that it is a copy of, or keep it as the oldest."""
        key = text[1]
        near = self._texts.get(self._nearest(key))
        if near and _are_alike(text, near):
            if near < text:
                self._copies[key] = near[1]
                return
            self._copies[near[1]] = key
            self._displace(near, text)
        self._texts[key] = text
        self._heads[key] = self._enter(key)

    def close(self) -> dict[int, int]:
        """Keep what was found; who followed a post that is a copy now follows the oldest one."""
        _leave_bands(self._connection, self._displaced)
        _keep_bands(self._connection, self._heads)
        if not self._copies:
            return {}
        roots = {key: self._root(key) for key in self._copies}
        followers = gather(self._connection, FOLLOWERS, (listed(roots),), PAIRS)
        roots.update((key, roots[old]) for key, old in followers if key not in roots)
        self._connection.execute(LINK, (encode(list(roots.items())),))
        return roots

    def _read_old(self) -> tuple[dict[int, Text], dict[int, int]]:
        """Return the texts of before that are compared, and which of them are copies."""
        wanted = listed({self._nearest(key) for key in self._own})
        rows = gather(self._connection, HEADS, (wanted,), TEXTS)
        texts = {
            row[1]: text
            for row in rows
            if not row[2].startswith(REPOSTED) and (text := text_of(*row))
        }
        return texts, copies_among(self._connection, texts)

    def _nearest(self, key: int) -> int:
        """Return the post that shares most bands with one, or ``NOBODY``."""
        standing, looked_at = self._standing, self._looked_at[key]
        if standing.keys().isdisjoint(looked_at):
            return NOBODY
        sharing = [
            other
            for band in looked_at
            if band in standing
            for other in standing[band]
            if other != key
        ]
        if len(sharing) < 2:  # noqa: PLR2004 (there is nothing to choose)
            return sharing[0] if sharing else NOBODY
        return max(sharing, key=sharing.count)

    def _enter(self, key: int) -> list[int]:
        """Let a post stand in those of its bands that have room; return them."""
        standing, entered = self._standing, []
        for band in self._own[key]:
            others = standing.get(band)
            if others is None:
                standing[band] = [key]
            elif len(others) < ROOM:
                others.append(key)
            else:
                continue
            entered.append(band)
        return entered

    def _displace(self, other: Text, text: Text) -> None:
        """Let an older post stand where a newer one stood that turns out to be its copy.

        In another stretch of time the newer one stays, for those who do not look further back.
        """
        if other[0] // STRETCH == text[0] // STRETCH:
            self._displaced.append(other)
            for band in self._own[text[1]]:
                standing = self._standing.get(band, [])
                if other[1] in standing:
                    standing.remove(other[1])

    def _root(self, key: int) -> int:
        """Return the oldest post of a group; each step leads to an older one."""
        while key in self._copies or key in self._known:
            key = self._copies[key] if key in self._copies else self._known[key]
        return key


def _leave_bands(connection: apsw.Connection, texts: Sequence[Text]) -> None:
    if texts:
        connection.execute(LEAVE, (encode(_rows(bands_of(texts))),))


def _keep_bands(connection: apsw.Connection, heads: Mapping[int, Sequence[int]]) -> None:
    put(connection, KEEP, sorted(_rows(heads)))


def _rows(heads: Mapping[int, Sequence[int]]) -> list[tuple[int, int]]:
    return [(band, key) for key, bands in heads.items() for band in bands]


def _looked_at(at: int, own: list[int]) -> list[int]:
    """Return the bands in the stretches of time that a text looks at; ``own`` are in its own."""
    rest = at % STRETCH
    if rest < EDGE:
        return own + [band - BAND - 1 for band in own]
    return own + [band + BAND + 1 for band in own] if rest >= STRETCH - EDGE else own


def _are_alike(one: Text, other: Text) -> bool:
    """Return whether two posts share enough of their pairs of words."""
    pairs, others = set(one.pairs), set(other.pairs)
    shared = len(pairs & others)
    return shared >= ALIKE * (len(pairs) + len(others) - shared)


def bands_of(texts: Sequence[Text]) -> dict[int, list[int]]:
    """Return the bands of each text's signature, by id, as the table has them.

    The high bits put them beside others of their stretch of time; which of the three a band is is
    part of the others.
    """
    if not texts:
        return {}
    sets = [text[2] for text in texts]
    signatures = _sketch().digests_from_token_sets(sets, BANDS * ROWS, SEED)
    return {
        key: [
            (high := _high(at)) | (a << 17 ^ b << 9 ^ c) & BAND,
            high | (d << 17 ^ e << 9 ^ f ^ 1) & BAND,
            high | (g << 17 ^ h << 9 ^ i ^ 2) & BAND,
        ]
        for (at, key, _), (a, b, c, d, e, f, g, h, i) in zip(texts, signatures, strict=True)
    }


def _high(at: int) -> int:
    """Return the high bits of the bands of a moment (microseconds)."""
    stretch = at // STRETCH
    return (stretch if -FARTHEST < stretch < FARTHEST else FARTHEST - 1) << BAND_BITS


@lru_cache(maxsize=1)
def _sketch() -> type[Sketch]:
    """Return what makes signatures; loaded with the first post that needs one."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415 (a start needs none)

    sketch: type[Sketch] = RMinHash
    return sketch
