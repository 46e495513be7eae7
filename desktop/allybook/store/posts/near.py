"""Copies among the posts of the cache: what posts are nearly the same as an older one.

Which are compared, and what comes of it, is told in ``domain/noise/near``. Only the oldest post of
a group keeps its bands here.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.noise.near import (
    BANDS,
    NEXT,
    NOBODY,
    Before,
    Groups,
    Pairs,
    Text,
    bands_in,
    find_nearest,
    looked_at,
    pairs_of,
    stretches_of,
)
from allybook.store.database.ids import listed
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.moments import micros
from allybook.store.posts.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import apsw

    from allybook.domain.posts import Post

REPOSTED = "RT @"
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
Sketched = tuple[int, int, Pairs]
"""A post that is compared: when it was made (microseconds), its id, and its words."""
Seen = tuple[Text, list[int]]
"""A post with the bands that it is looked for in."""


class Sketches(Struct, array_like=True):
    """What is found out about posts before any other one is looked at, the oldest post first.

    ``moments`` tell when each was made (microseconds), ``bands`` have ``BANDS`` for each one;
    ``wanted`` are the bands that they are looked for in, as JSON in ascending order. ``crowded``
    are the places of those that share a band with another of these. ``own`` are the bands in
    ascending order, each followed by its post, as the table has them; who shares one goes last.
    """

    moments: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)
    wanted: str = "[]"
    crowded: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def look(self, place: int) -> Seen:
        """Return a post with the bands that it is looked for in, its own ones first."""
        at = self.moments[place]
        own = self.bands[place * BANDS : (place + 1) * BANDS]
        return Text(at, self.keys[place]), looked_at(at, own)


def make_sketches(texts: Sequence[Sketched]) -> Sketches:
    """Return what can be found out about texts by themselves."""
    if not texts:
        return Sketches()
    texts = sorted(texts)
    moments, keys = [at for at, _, _ in texts], [key for _, key, _ in texts]
    signatures = sketch([pairs for _, _, pairs in texts])
    bands: list[int] = []
    beside: list[int] = []
    for stretch, start, early, late, end in stretches_of(moments):
        here = bands_in(stretch, signatures[start:end])
        beside += [band - NEXT for band in here[: (early - start) * BANDS]]
        beside += [band + NEXT for band in here[(late - start) * BANDS :]]
        bands += here
    # The last post of each band; the others of a band are few.
    owners = dict(zip(bands, range(len(bands)), strict=True))
    ordered = sorted(owners)
    last = [keys[owners[band] // BANDS] for band in ordered]
    own = list(chain.from_iterable(zip(ordered, last, strict=True)))
    others = [(band, place) for place, band in enumerate(bands) if owners[band] != place]
    shared = [band for band in beside if band in owners] + [band for band, _ in others]
    crowded = _places(shared, owners) | {place // BANDS for _, place in others}
    own += [value for band, place in others for value in (band, keys[place // BANDS])]
    wanted = sorted(ordered + sorted(set(beside).difference(owners)))
    return Sketches(moments, keys, bands, encode(wanted), list(crowded), own)


def _places(bands: Iterable[int], owners: Mapping[int, int]) -> set[int]:
    """Return the places of the posts that own bands, or the same of the stretch before or after."""
    around = [same for band in bands for same in (band - NEXT, band, band + NEXT)]
    return {owners[band] // BANDS for band in around if band in owners}


def lay_near(
    connection: apsw.Connection, sketches: Sketches, read_pairs: Callable[[int], Pairs]
) -> dict[int, int]:
    """Find what posts are copies of; return the copies, old and new.

    ``read_pairs`` gives the words of one of the posts, by id. The copies are by id, with the id of
    the oldest of the group.
    """
    if not sketches.keys:
        return {}
    met = _Met(connection, sketches, read_pairs)
    groups = Groups(met.before, met.read_pairs)
    for text, look in met.looks:
        groups.take(text, look)
    _keep_bands(connection, sketches.own, groups, met)
    return _keep_copies(connection, groups.roots())


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
    heads: list[Sketched] = []
    for copies in groups.values():
        texts = [
            (micros(post.created_at), key, pairs)
            for key, post in read(copies).items()
            if (pairs := pairs_of(post.text))
        ]
        head, *rest = sorted(texts)
        heads.append(head)
        links.update((key, head[1]) for _, key, _ in rest)
    ids = [key for _, key, _ in heads]
    forget_copies(connection, ids)
    connection.execute(LINK, (encode(list(links.items())),))
    put(connection, KEEP, make_sketches(heads).own, 2)
    return set(ids)


class _Met:
    """What stands in the bands that posts are looked for in, and what is known of it."""

    def __init__(
        self, connection: apsw.Connection, sketches: Sketches, read_pairs: Callable[[int], Pairs]
    ) -> None:
        self._read_pairs = read_pairs
        self._pairs: dict[int, Pairs] = {}
        standing: dict[int, list[int]] = {}
        for band, key in gather(connection, FIND, (sketches.wanted,), PAIRS):
            standing.setdefault(band, []).append(key)
        # Who shares no band has nobody beside, and most have nobody.
        owners = {band: place for place, band in enumerate(sketches.bands)} if standing else {}
        places = _places(standing, owners).union(sketches.crowded)
        self.looks = [sketches.look(place) for place in sorted(places)]
        wanted = {find_nearest(standing, text, look) for text, look in self.looks} - {NOBODY}
        texts = self._read_texts(connection, wanted) if wanted else {}
        copies = copies_among(connection, texts) if texts else {}
        self.before = Before(standing, texts, copies)

    def read_pairs(self, key: int) -> Pairs:
        """Return the words of a post, of now or of before."""
        if key not in self._pairs:
            self._pairs[key] = self._read_pairs(key)
        return self._pairs[key]

    def _read_texts(self, connection: apsw.Connection, ids: Iterable[int]) -> dict[int, Text]:
        """Return those of some posts of before that are compared."""
        texts = {}
        for at, key, words in gather(connection, HEADS, (listed(ids),), TEXTS):
            pairs = None if words.startswith(REPOSTED) else pairs_of(words)
            if pairs:
                texts[key], self._pairs[key] = Text(at, key), pairs
        return texts


def _keep_bands(connection: apsw.Connection, own: Sequence[int], groups: Groups, met: _Met) -> None:
    """Keep the bands that posts stand in now, and forget those that others stood in."""
    if groups.displaced:
        gone = [(*text, met.read_pairs(text.post_id)) for text in groups.displaced]
        rows = list(_rows(make_sketches(gone).own))
        connection.execute(LEAVE, (encode(rows),))
    if groups.left_out:
        own = [value for row in _rows(own) if row not in groups.left_out for value in row]
    put(connection, KEEP, own, 2)


def _keep_copies(connection: apsw.Connection, roots: dict[int, int]) -> dict[int, int]:
    """Keep copies; who followed a post that is a copy now follows the oldest one."""
    if roots:
        followers = gather(connection, FOLLOWERS, (listed(roots),), PAIRS)
        roots.update((key, roots[old]) for key, old in followers if key not in roots)
        connection.execute(LINK, (encode(list(roots.items())),))
    return roots


def _rows(flat: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield bands with their posts, which lie one after the other."""
    values = iter(flat)
    return zip(values, values, strict=True)
