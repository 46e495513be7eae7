"""How people begin and end what they ask, and what only looks so: the lists of all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

Run = tuple[str, ...]


class Runs(Struct, frozen=True):
    """Phrases as rows of tokens: what sentences begin with, and what they end with."""

    starts: frozenset[Run]
    ends: frozenset[Run]
    first: frozenset[str]
    last: frozenset[str]
    longest: int

    def begins(self, words: Sequence[str]) -> int:
        """Return how many words the longest one takes that a row of tokens begins with, or 0."""
        if not words or words[0] not in self.first:
            return 0
        lengths = range(min(len(words), self.longest), 0, -1)
        return next((length for length in lengths if tuple(words[:length]) in self.starts), 0)

    def ends_with(self, words: Sequence[str]) -> int:
        """Return how many words the longest one takes that a row of tokens ends with, or 0."""
        if not words or words[-1] not in self.last:
            return 0
        lengths = range(min(len(words), self.longest), 0, -1)
        return next((length for length in lengths if tuple(words[-length:]) in self.ends), 0)

    def begin_or_end(self, rows: Sequence[Sequence[str]]) -> int:
        """Return how many words one takes that a row begins with, or the last one ends, or 0."""
        for words in rows:
            taken = self.begins(words)
            if taken:
                return taken
        return self.ends_with(rows[-1])


class Anywhere(Struct, frozen=True):
    """The same as rows between spaces, by a word of each that few posts have."""

    by_head: dict[str, list[str]]
    heads: frozenset[str]

    def may_stand(self, words: Sequence[str]) -> bool:
        """Return whether one of them stands in a row of tokens."""
        # Most have none of those words, and every post that is read comes by here.
        if self.heads.isdisjoint(words):
            return False
        row = f" {' '.join(words)} "
        known = self.heads.intersection(words)
        return any(run in row for head in known for run in self.by_head[head])


class Openings(Struct, frozen=True):
    """The lists of all languages at once.

    ``asking`` makes a sentence ask without a sign, ``unless`` says where it does not. ``titles``
    ask nobody in spite of it, nor do short ``offers``, those that ``invites`` follow, and what
    ``answers`` follow, unless one of ``persons`` is in it; a part that is ``further`` asks after
    all. ``said`` has the openings and ``unasked`` titles to invites, wherever they stand.
    """

    asking: Runs
    unless: Runs
    greetings: Runs
    titles: Runs
    offers: Runs
    answers: Runs
    invites: Runs
    further: Runs
    said: Anywhere
    unasked: Anywhere
    persons: frozenset[str]
    quarters: frozenset[str]
