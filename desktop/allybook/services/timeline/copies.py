"""Posts of one file that are nearly the same as an older one of it, found where somebody asks.

What the cache would find as the file is imported is found here, and no further than needed: of the
days around a post the bands are made when it is asked for, and it is compared with those that it
shares bands with, which may share some with others in turn.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from allybook.domain.noise.judgement import Near
from allybook.domain.noise.near import (
    Before,
    Groups,
    Text,
    bands_of,
    beside,
    days_beside,
    pairs_of,
)
from allybook.domain.noise.scoring import is_repost

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from allybook.domain.noise.near import Pairs, Sketcher
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

EPOCH = date(1970, 1, 1).toordinal()
MIDNIGHT = datetime.fromisoformat("1970-01-01T00:00+00:00")
MICROSECOND = timedelta(microseconds=1)
Found = dict[int, int]
"""Copies, with the oldest post of the group of each."""
Told = tuple["datetime", str, str, str, int]
"""A post as it is told: when it was made, its id, its author's, what it says, in which lump."""


class Noted(NamedTuple):
    """A post whose day was looked at; the first that it says so in."""

    text: Text
    author_id: str
    made: datetime
    words: str
    lump: int


class Copies:
    """The posts of a file that are no reposts, all told before any is asked for."""

    def __init__(self, sketch: Sketcher) -> None:
        """Begin with none; ``sketch`` makes the signatures."""
        self._sketch = sketch
        self._days: dict[int, list[Told]] = defaultdict(list)
        self._noted: dict[int, Noted] = {}
        self._own: dict[int, list[int]] = {}
        self._first: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        self._surrounded: set[int] = set()
        self._originals: Found = {}
        self._settled: set[int] = set()

    def add(self, posts: Iterable[Post], lump: int) -> None:
        """Note the posts of a lump."""
        for post in posts:
            if post.repost_of is None and not is_repost(post):
                made = post.created_at
                told = made, post.post_id, post.author_id, post.text, lump
                self._days[made.toordinal() - EPOCH].append(told)

    def find(self, post: Post, authors: Mapping[str, Account]) -> Near | None:
        """Return the post that one is nearly the same as, or None."""
        key = int(post.post_id)
        if key not in self._settled:
            self._surround(post.created_at.toordinal() - EPOCH)
            self._settle(key)
        if key not in self._originals:
            return None
        original = self._originals[key]
        noted = self._noted[original]
        author = authors.get(noted.author_id)
        return Near(str(original), author.handle if author else "", noted.made)

    def _settle(self, key: int) -> None:
        """Compare a post with all that bears on it."""
        keys = self._gather(key)
        if len(keys) > 1:
            self._originals.update(self._compare(keys))
        self._settled |= keys

    def _gather(self, key: int) -> set[int]:
        """Return the posts that share bands with one, or with such a post."""
        gathered = {key}
        seen: dict[int, int] = {}
        coming = [key]
        while coming:
            for band in self._bands_around(coming.pop()):
                # More may stand there since another day was looked at.
                others = self._others.get(band, ())
                if seen.get(band) != len(others):
                    seen[band] = len(others)
                    new = {self._first[band], *others} - gathered
                    gathered |= new
                    coming += new
        return gathered

    def _bands_around(self, key: int) -> set[int]:
        """Return the bands of a post, in its own stretch of time and the next, that others have."""
        own = self._own.get(key, ())
        if own:
            self._surround(self._noted[key].made.toordinal() - EPOCH)
        return {*own, *beside(own)} & self._first.keys()

    def _surround(self, day: int) -> None:
        """Make the bands of all posts that one of this day can be compared with."""
        if day in self._surrounded:
            return
        self._surrounded.add(day)
        new: dict[int, Noted] = {}
        for one in days_beside(day):
            for told in self._days.pop(one, ()):
                _note(new, told)
        self._noted |= new
        texts = [(one.text, pairs) for one in new.values() if (pairs := pairs_of(one.words))]
        for text, own in bands_of(texts, self._sketch).items():
            key = text.post_id
            self._own[key] = own
            for band in own:
                if self._first.setdefault(band, key) != key:
                    self._others.setdefault(band, []).append(key)

    def _compare(self, keys: Iterable[int]) -> Found:
        """Return the copies among posts, which are taken lump by lump as an import does."""
        groups = Groups(Before(), self._pairs)
        noted = [self._noted[key] for key in keys]
        for one in sorted(noted, key=lambda one: (one.lump, one.text)):
            groups.take(one.text, self._own[one.text.post_id])
        return groups.roots()

    def _pairs(self, key: int) -> Pairs:
        return pairs_of(self._noted[key].words) or ()


def _note(noted: dict[int, Noted], told: Told) -> None:
    """Note a post; one that says what it said before stays where it was first."""
    made, post_id, author_id, words, lump = told
    key = int(post_id)
    if key not in noted or noted[key].words != words:
        text = Text((made - MIDNIGHT) // MICROSECOND, key)
        noted[key] = Noted(text, author_id, made, words, lump)
