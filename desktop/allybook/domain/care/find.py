"""Find what a text names of a person that calls for care; it says where, and judges nobody."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.care.lexicon import ANY, fold, marks, unseam

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.care.lexicon import Group, Lexicon, Phrase, Shelf

BEFORE = 4
AFTER = 3
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[,.;:!?()/\n]")


class Caution(Struct, frozen=True):
    """What names something of a person: the word folded, its group, and as it is written."""

    word: str
    group: Group
    written: str = ""


def find(text: str, lexicon: Lexicon) -> tuple[Caution, ...]:
    """Return what a text names of a person, each word once, in the order of the text."""
    said = _read(text)
    cautions: dict[str, Caution] = {}
    for start, term in _matches(said, lexicon.terms):
        end = start + len(term.words)
        if term.group is not None and not _is_work(said, start, end, lexicon):
            word = " ".join(said.words[start:end])
            cautions.setdefault(word, Caution(word, term.group, said.written(start, end)))
    return tuple(cautions.values())


class _Said(Struct, frozen=True):
    """The folded words of a text, where each stands in it, and between which stops."""

    text: str
    words: Sequence[str]
    spots: Sequence[tuple[int, int]]
    clauses: Sequence[int]

    def cut(self, start: int, end: int) -> _Said:
        """Return the words from ``start`` to before ``end``."""
        part = slice(start, end)
        return _Said(self.text, self.words[part], self.spots[part], self.clauses[part])

    def written(self, start: int, end: int) -> str:
        """Return how those words are written in the text."""
        return self.text[self.spots[start][0] : self.spots[end - 1][1]]


def _read(text: str) -> _Said:
    apart = unseam(text)
    spots = [match.span() for match in _WORD.finditer(apart)]
    stops = [match.start() for match in _STOP.finditer(apart)]
    words = [fold(apart[start:end]) for start, end in spots]
    return _Said(apart, words, spots, [bisect(stops, start) for start, _ in spots])


def _matches(said: _Said, shelf: Shelf) -> Iterator[tuple[int, Phrase]]:
    """Return the terms in a text and where they begin; what one covers is looked at no more."""
    start = 0
    while start < len(said.words):
        term = _term_at(said, start, shelf)
        if term is not None:
            yield start, term
        start += len(term.words) if term else 1


def _term_at(said: _Said, start: int, shelf: Shelf) -> Phrase | None:
    known = (term for mark in marks(said.words[start]) for term in shelf.get(mark, ()))
    fitting = (term for term in known if _fits(said, start, term))
    # The longest phrase; of two as long, the one that means something else.
    return max(fitting, key=lambda term: (len(term.words), term.group is None), default=None)


def _fits(said: _Said, start: int, term: Phrase) -> bool:
    end = start + len(term.words)
    if end > len(said.words) or said.clauses[start] != said.clauses[end - 1]:
        return False
    if term.alone and (start or end < len(said.words)):
        return False
    return all(map(_same, said.words[start:end], term.words))


def _same(word: str, wanted: str) -> bool:
    if ANY not in wanted:
        return word == wanted
    head, _, tail = wanted.partition(ANY)
    return word.startswith(head) and word.endswith(tail)


def _is_work(said: _Said, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether words around a term say that it is what somebody works on."""
    return any(_matches(_ahead(said, start, lexicon), lexicon.before)) or any(
        _matches(_behind(said, end, lexicon), lexicon.after)
    )


def _ahead(said: _Said, start: int, lexicon: Lexicon) -> _Said:
    """Return the words before a term, as far as they belong to it."""
    first = start
    while (
        first > max(0, start - BEFORE)
        and said.clauses[first - 1] == said.clauses[start]
        and said.words[first - 1] not in lexicon.speaks
    ):
        first -= 1
    return said.cut(first, start)


def _behind(said: _Said, end: int, lexicon: Lexicon) -> _Said:
    """Return the words after a term, as far as they belong to it."""
    last = end
    while (
        last < min(len(said.words), end + AFTER)
        and said.clauses[last] == said.clauses[end - 1]
        and said.words[last] not in lexicon.apart
    ):
        last += 1
    return said.cut(end, last)
