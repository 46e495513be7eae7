"""Copies among the posts of the cache: what posts are nearly the same as an older one.

Which are compared, and what comes of it, is told in ``domain/noise/near``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain, compress, count
from operator import ne
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.filters.words import lines_of_all
from allybook.domain.noise.near import (
    BANDS,
    NEXT,
    STRETCH,
    Before,
    Groups,
    Pairs,
    Text,
    bands_in,
    bare_lines,
    beside,
    pair,
    pairs_of,
    stretches_of,
)
from allybook.store.database.ids import batches, listed
from allybook.store.database.lot import encode, gather, put
from allybook.store.posts.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    import apsw

    from allybook.domain.posts import Post

REPOSTED = "RT @"
PAIRS = msgspec.json.Decoder(list[tuple[int, int]])
TEXTS = msgspec.json.Decoder(list[tuple[int, int, str]])
FIND = """
    SELECT json_group_array(json_array(bands.band, bands.post_id))
    FROM json_each(?) AS wanted CROSS JOIN bands ON bands.band = wanted.value + ?
"""
ENDS = "SELECT (SELECT min(band) FROM bands), (SELECT max(band) FROM bands)"
HEADS = """
    SELECT json_group_array(json_array(created_at, posts.id, body ->> '$[0]'))
    FROM json_each(?) AS wanted CROSS JOIN whole_posts AS posts ON posts.id = wanted.value
    WHERE body ->> '$[6]' IS NULL
"""
KEEP = "INSERT OR IGNORE INTO bands VALUES"
LEAVE = f"""
    DELETE FROM bands WHERE (band, post_id) IN (
        SELECT bands.band, bands.post_id FROM json_each(?) AS stretch
        CROSS JOIN bands ON bands.band >= stretch.value AND bands.band < stretch.value + {NEXT}
        WHERE bands.post_id IN (SELECT value FROM json_each(?))
    )
"""  # noqa: S608 (a number of our own)
AGES = """
    SELECT json_group_array(json_array(created_at, id)) FROM posts
    WHERE id IN (SELECT value FROM json_each(?))
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
FORGET = "DELETE FROM near WHERE post_id IN (SELECT value FROM json_each(?))"
AT_ONCE = 200
"""The words of so many posts are laid side by side: two by two they take room."""
Compared = tuple[int, int, str]
"""A post that is compared: when it was made (microseconds), its id, and its words (``pair``)."""
Signed = tuple[int, int, Sequence[int]]
"""The same with a signature in place of the words; those with too few words have none."""
Seen = tuple[Text, list[int]]
"""A post with its bands."""


class Sketches(Struct):
    """What is found out about posts before any other one is looked at, the oldest post first.

    ``words`` has by its id what each is compared by. ``moments`` tell when each was made
    (microseconds), ``bands`` have ``BANDS`` for each one; ``wanted`` are all these by their
    stretches of time, each once and in ascending order. ``crowded`` are the places of those that
    share a band with another of these, or with one of the stretch before or after. ``own`` are the
    bands in ascending order, each followed by its post, as the table has them; who shares one goes
    last.
    """

    words: dict[int, str] = field(default_factory=dict)
    moments: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    bands: list[int] = field(default_factory=list)
    wanted: list[tuple[int, list[int]]] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def look(self, place: int) -> Seen:
        """Return a post with its bands."""
        own = self.bands[place * BANDS : (place + 1) * BANDS]
        return Text(self.moments[place], self.keys[place]), own


def make_sketches(texts: Iterable[Compared]) -> Sketches:
    """Return what can be found out about texts by themselves."""
    ordered = sorted(texts)
    signed = [one for some in batches(ordered, AT_ONCE) for one in _sign(some)]
    if not signed:
        return Sketches()
    moments, keys = [at for at, _, _ in signed], [key for _, key, _ in signed]
    signatures = [made for _, _, made in signed]
    bands: list[int] = []
    shared: set[int] = set()
    before: dict[int, list[int]] = {}
    for stretch, start, end in stretches_of(moments):
        here = bands_in(stretch, signatures[start:end])
        if stretch - 1 in before:
            shared.update({band + NEXT for band in before[stretch - 1]}.intersection(here))
        before = {stretch: here}
        bands += here
    # The last post of each band; the others of a band are few.
    holders = list(chain.from_iterable(zip(*[keys] * BANDS, strict=True)))
    owners = dict(zip(bands, holders, strict=True))
    each = sorted(owners)
    own = list(chain.from_iterable(zip(each, map(owners.__getitem__, each), strict=True)))
    others = _others(bands, holders, owners)
    shared.update(others[::2])
    crowded = _places(shared, bands) if shared else ()
    own += others
    words = {key: line for _, key, line in ordered}
    return Sketches(words, moments, keys, bands, _by_stretch(each), list(crowded), own)


def _sign(texts: Sequence[Compared]) -> Iterator[Signed]:
    """Yield texts with their signatures, as far as they have words enough."""
    paired = [pair(line) for _, _, line in texts]
    signatures = iter(sketch([pairs for pairs in paired if pairs]))
    for (at, key, _), pairs in zip(texts, paired, strict=True):
        if pairs:
            yield at, key, next(signatures)


def _by_stretch(ordered: list[int]) -> list[tuple[int, list[int]]]:
    """Return bands in ascending order by their stretches."""
    parts = []
    start = 0
    while start < len(ordered):
        stretch = ordered[start] // NEXT
        end = bisect_left(ordered, (stretch + 1) * NEXT, start)
        parts.append((stretch, ordered[start:end]))
        start = end
    return parts


def _others(bands: Sequence[int], holders: Sequence[int], owners: Mapping[int, int]) -> list[int]:
    """Return the bands that have more than one post, each followed by a post but the last."""
    if len(owners) == len(bands):
        return []
    pairs = zip(bands, holders, strict=True)
    beside = compress(pairs, map(ne, map(owners.__getitem__, bands), holders))
    return list(chain.from_iterable(beside))


def _places(shared: Collection[int], bands: Sequence[int]) -> set[int]:
    """Return the places of posts with these bands, or with those of a stretch before or after."""
    around = {*shared, *beside(shared)}
    return {place // BANDS for place in compress(count(), map(around.__contains__, bands))}


def lay_near(connection: apsw.Connection, sketches: Sketches) -> dict[int, int]:
    """Find what posts are copies of; return the copies, old and new.

    They are by id, with the id of the oldest of the group.
    """
    if not sketches.keys:
        return {}
    met = _Met(connection, sketches)
    groups = Groups(met.before, met.read_pairs)
    for text, own in met.seen:
        groups.take(text, own)
    _keep_bands(connection, sketches.own, groups)
    return _keep_copies(connection, groups.roots())


def forget_copies(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Forget what posts are copies of, before they are compared again."""
    if ids:
        connection.execute(FORGET, (listed(ids),))


def copies_among(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, int]:
    """Return which of these posts are copies, with the oldest of each group."""
    pairs = gather(connection, KNOWN, (listed(ids),), PAIRS)
    return dict(pairs)


def groups_of(connection: apsw.Connection, ids: Iterable[int]) -> set[int]:
    """Return the oldest posts of the groups that hold some posts."""
    wanted = set(ids)
    return wanted | set(copies_among(connection, wanted).values())


def mend_groups(
    connection: apsw.Connection,
    heads: Iterable[int],
    read: Callable[[Iterable[int]], Mapping[int, Post]],
) -> tuple[set[int], set[int]]:
    """Compare anew what is left of groups, given by their oldest posts, of which some are gone.

    Return those that are copies now, and those that are none any more.
    """
    wanted = set(heads)
    copies = {key for key, _ in gather(connection, FOLLOWERS, (listed(wanted),), PAIRS)}
    if not copies:
        return set(), set()
    posts = read(copies | wanted)
    texts = [post.text for post in posts.values()]
    lines = dict(zip(posts, bare_lines(texts, lines_of_all(texts)), strict=True))
    moments = gather(connection, AGES, (listed(lines),), PAIRS)
    forget_copies(connection, list(copies))
    stretches = {at // STRETCH * NEXT for at, _ in moments}
    connection.execute(LEAVE, (listed(stretches), listed(lines)))
    sketches = make_sketches([(at, key, lines[key]) for at, key in moments])
    laid = set(lay_near(connection, sketches))
    return laid, copies - laid


class _Met:
    """What stands in the bands of posts and beside them, and what is known of it."""

    def __init__(self, connection: apsw.Connection, sketches: Sketches) -> None:
        self._lines = sketches.words
        self._words: dict[int, str] = {}
        standing: dict[int, list[int]] = {}
        for looked_at in _look(connection, sketches.wanted):
            for band, key in gather(connection, FIND, looked_at, PAIRS):
                others = standing.setdefault(band, [])
                if key not in others:
                    others.append(key)
        # Who shares no band has nobody beside, and most have nobody.
        places = _places(standing, sketches.bands).union(sketches.crowded)
        self.seen = [sketches.look(place) for place in sorted(places)]
        self.before = Before(standing)
        met = {key for keys in standing.values() for key in keys}.difference(sketches.keys)
        if met:
            self._read(connection, met)

    def read_pairs(self, key: int) -> Pairs:
        """Return the words of a post, of now or of before."""
        found = pairs_of(self._words[key]) if key in self._words else pair(self._lines[key])
        return found or ()

    def _read(self, connection: apsw.Connection, met: Iterable[int]) -> None:
        """Read some posts of before, and how old the oldest ones of their groups are."""
        for at, key, words in gather(connection, HEADS, (listed(met),), TEXTS):
            if not words.startswith(REPOSTED):
                self.before.texts[key], self._words[key] = Text(at, key), words
        copies = copies_among(connection, self._words)
        for at, key in gather(connection, AGES, (listed(set(copies.values())),), PAIRS):
            self.before.texts[key] = Text(at, key)
        self.before.copies = {key: old for key, old in copies.items() if old in self.before.texts}


def _look(
    connection: apsw.Connection, wanted: Sequence[tuple[int, Sequence[int]]]
) -> Iterator[tuple[str, int]]:
    """Yield where posts are looked for: bands as JSON, and how far from them.

    They are looked for in their own stretches of time and beside, as far as anything stands there.
    """
    first, last = next(connection.execute(ENDS))
    if first is None:
        return
    for shift in (0, -1, 1):
        bands = [
            band
            for stretch, part in wanted
            if first // NEXT <= stretch + shift <= last // NEXT
            for band in part
        ]
        if bands:
            yield encode(bands), shift * NEXT


def _keep_bands(connection: apsw.Connection, own: Sequence[int], groups: Groups) -> None:
    """Keep the bands that posts stand in."""
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
