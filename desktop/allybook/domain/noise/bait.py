"""Finds the wording of giveaways and of begging for engagement, in many languages at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from allybook.domain.filters.words import term_words
from allybook.domain.noise.wording import HINTING, TELLING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

_ENOUGH_HINTS = 2


def _by_longest_word() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the phrases (tokens between spaces, and as written) by a token few posts have."""
    index: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for phrases in TELLING.values():
        for phrase in phrases:
            words = term_words(phrase)
            index[max(words, key=len)].append((f" {' '.join(words)} ", phrase))
    return dict(index)


_TELLING = _by_longest_word()
_HINTING = tuple(
    {word: hint for hint in hints for word in term_words(hint)} for hints in HINTING.values()
)
_KNOWN = frozenset(_TELLING).union(*_HINTING)


def find_bait(text: str) -> tuple[str, ...]:
    """Return the telling words of a text, as the word lists write them; none for most texts."""
    words = term_words(text)
    known = _KNOWN.intersection(words)
    if not known:
        return ()
    ordered = sorted(known, key=words.index)
    return (*_find_phrases(ordered, f" {' '.join(words)} "), *_find_hints(ordered))


def _find_phrases(known: Collection[str], row: str) -> Iterator[str]:
    """Yield the phrases that stand in the row of tokens."""
    for word in known:
        for run, phrase in _TELLING.get(word, ()):
            if run in row:
                yield phrase


def _find_hints(known: Collection[str]) -> Sequence[str]:
    """Return the hinting words of the first language that has two of them in the text."""
    for hints in _HINTING:
        found = [hints[word] for word in known if word in hints]
        if len(found) >= _ENOUGH_HINTS:
            return found
    return ()
