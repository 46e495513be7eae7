"""Posts that are nearly the same as an older one, found by MinHash bands as posts come in.

Each post with enough words of its own has a MinHash signature of its pairs of words, cut into
bands; posts that share a band within some weeks are compared word for word. Only the oldest post of
a group keeps its bands, so that a text posted ten thousand times is compared ten thousand times and
not fifty million times. Reposts are no copies: they say what they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from allybook.domain.filters.words import term_words
from allybook.domain.noise.scoring import is_repost
from allybook.store.ids import listed
from allybook.store.lot import encode, gather
from allybook.store.moments import DAY, micros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import apsw

    from allybook.domain.posts import Post

ENOUGH_WORDS = 6
ALIKE = 0.6
"""The share of pairs of words that two posts need to have in common (Jaccard)."""
BANDS, ROWS = 3, 3
SEED = 2026
STRETCH, EDGE = 7 * DAY, 2 * DAY
"""Posts are compared with those of their own stretch of time, near its edge with the next one's."""
BAND_BITS = 48
BAND = (1 << BAND_BITS) - 1
FARTHEST = 1 << (62 - BAND_BITS)
_ADDRESSED = re.compile(r"https?://\S+|[@＠]\w+")  # noqa: RUF001 (X takes the wide sign too)
PAIRS = msgspec.json.Decoder(list[tuple[int, int]])
FIND = """
    SELECT json_group_array(json_array(bands.band, bands.post_id))
    FROM json_each(?) AS wanted CROSS JOIN bands ON bands.band = wanted.value
"""
KEEP = "INSERT OR IGNORE INTO bands SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
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
    """A post as it is compared: when it was made (microseconds), its id, its own words.

    The lesser one of two is the older one.
    """

    at: int
    post_id: int
    words: tuple[str, ...]

    def pairs(self) -> list[str]:
        """Return the words two by two, as they stand side by side."""
        words = self.words
        return [f"{one} {two}" for one, two in zip(words, words[1:], strict=False)]  # noqa: RUF007 (quicker than pairwise)


def text_of(post_id: int, post: Post) -> Text | None:
    """Return a post as it is compared, or None for one that is a copy of nothing.

    Whom it addresses and where it links to are left out: copies differ in nothing else.
    """
    if is_repost(post):
        return None
    text = post.text
    words = term_words(_ADDRESSED.sub(" ", text) if "@" in text or "://" in text else text)
    if len(words) < ENOUGH_WORDS:
        return None
    return Text(micros(post.created_at), post_id, words)


def lay_near(
    connection: apsw.Connection,
    texts: Sequence[Text],
    read: Callable[[Iterable[int]], Mapping[int, Post]],
) -> dict[int, int]:
    """Find what posts are copies of; return the copies, old and new.

    By id, with the id of the oldest of the group. ``read`` gives posts that are kept already.
    """
    if not texts:
        return {}
    groups = _Groups(connection, texts, read)
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
        texts = [text_of(key, post) for key, post in read(copies).items()]
        head, *rest = sorted(text for text in texts if text)
        heads.append(head)
        links.update((text.post_id, head.post_id) for text in rest)
    forget_copies(connection, [head.post_id for head in heads])
    connection.execute(LINK, (encode(list(links.items())),))
    bands = zip(heads, _bands(heads), strict=True)
    _keep_bands(connection, {head[1]: _placed(head[0] // STRETCH, own) for head, own in bands})
    return {head.post_id for head in heads}


class _Groups:
    """The groups that a batch of posts touches. The older of two texts is the lesser one."""

    def __init__(
        self,
        connection: apsw.Connection,
        texts: Sequence[Text],
        read: Callable[[Iterable[int]], Mapping[int, Post]],
    ) -> None:
        self._connection = connection
        bands = dict(zip((text[1] for text in texts), _bands(texts), strict=True))
        self._own = {text[1]: _placed(text[0] // STRETCH, bands[text[1]]) for text in texts}
        self._looked_at = {text[1]: _looked_at(text, bands[text[1]]) for text in texts}
        wanted = {band for looked_at in self._looked_at.values() for band in looked_at}
        self._old: dict[int, list[int]] = {}
        for band, key in gather(connection, FIND, (encode(sorted(wanted)),), PAIRS):
            self._old.setdefault(band, []).append(key)
        kept = read({key for keys in self._old.values() for key in keys}) if self._old else {}
        self._kept = {key: text_of(key, post) for key, post in kept.items()}
        self._known = copies_among(connection, kept) if kept else {}
        self._new: dict[int, list[Text]] = {}
        self._heads: list[Text] = []
        self._copies: dict[int, int] = {}

    def take(self, text: Text) -> None:
        """Put a post beside the older one that it is a copy of, or keep it as the oldest."""
        alike = [other for other in self._candidates(text) if _are_alike(text, other)]
        older = [other for other in alike if other < text]
        if older:
            self._copies[text.post_id] = min(older)[1]
            return
        self._heads.append(text)
        self._copies.update((other.post_id, text.post_id) for other in alike)
        for band in self._own[text[1]]:
            self._new.setdefault(band, []).append(text)

    def close(self) -> dict[int, int]:
        """Keep what was found; who followed a post that is a copy now follows the oldest one."""
        _keep_bands(self._connection, {text[1]: self._own[text[1]] for text in self._heads})
        if not self._copies:
            return {}
        roots = {key: self._root(key) for key in self._copies}
        followers = gather(self._connection, FOLLOWERS, (listed(roots),), PAIRS)
        roots.update((key, roots[old]) for key, old in followers if key not in roots)
        self._connection.execute(LINK, (encode(list(roots.items())),))
        return roots

    def _root(self, key: int) -> int:
        """Return the oldest post of a group; each step leads to an older one."""
        while key in self._copies or key in self._known:
            key = self._copies[key] if key in self._copies else self._known[key]
        return key

    def _candidates(self, text: Text) -> Iterable[Text]:
        """Return the oldest posts of groups that share a band, of this batch and of before."""
        looked_at = self._looked_at[text[1]]
        found = {other for band in looked_at for other in self._new.get(band, ())}
        if self._old:
            olds = {key for band in looked_at for key in self._old.get(band, ())}
            found.update(old for key in olds if (old := self._kept.get(key)) and key != text[1])
        return found


def _keep_bands(connection: apsw.Connection, heads: Mapping[int, Sequence[int]]) -> None:
    rows = sorted((band, key) for key, bands in heads.items() for band in bands)
    connection.execute(KEEP, (encode(rows),))


def _looked_at(text: Text, bands: Sequence[int]) -> list[int]:
    """Return the bands as the table has them, in the stretches of time that a text looks at."""
    stretch, rest = divmod(text[0], STRETCH)
    own = _placed(stretch, bands)
    if rest < EDGE:
        return own + _placed(stretch - 1, bands)
    return own + _placed(stretch + 1, bands) if rest >= STRETCH - EDGE else own


def _placed(stretch: int, bands: Sequence[int]) -> list[int]:
    """Return bands as the table has them: beside others of their stretch of time."""
    if not -FARTHEST < stretch < FARTHEST:
        stretch = FARTHEST
    high = stretch << BAND_BITS
    return [high | band for band in bands]


def _are_alike(one: Text, other: Text) -> bool:
    """Return whether two posts share enough of their pairs of words."""
    pairs, others = set(one.pairs()), set(other.pairs())
    shared = len(pairs & others)
    return shared >= ALIKE * (len(pairs) + len(others) - shared)


def _bands(texts: Sequence[Text]) -> list[tuple[int, int, int]]:
    """Return the bands of each text's signature; which of the three it is is part of a band."""
    sets = [text.pairs() for text in texts]
    return [
        (
            (a << 17 ^ b << 9 ^ c) & BAND,
            (d << 17 ^ e << 9 ^ f ^ 1) & BAND,
            (g << 17 ^ h << 9 ^ i ^ 2) & BAND,
        )
        for a, b, c, d, e, f, g, h, i in _sketch().digests_from_token_sets(sets, BANDS * ROWS, SEED)
    ]


@lru_cache(maxsize=1)
def _sketch() -> type[Sketch]:
    """Return what makes signatures; loaded with the first post that needs one."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # noqa: PLC0415 (a start needs none)

    sketch: type[Sketch] = RMinHash
    return sketch
