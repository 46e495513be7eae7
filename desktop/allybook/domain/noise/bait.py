"""Finds the wording of giveaways and of begging for engagement, in many languages at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.words import text_words
from allybook.domain.noise.wording import bait_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from allybook.domain.noise.wording import Wording

_ENOUGH_HINTS = 2


def find_bait(text: str) -> tuple[str, ...]:
    """Return the telling words of a text, as the word lists write them; none for most texts."""
    return bait_in(text_words(text))


def bait_in(words: Sequence[str]) -> tuple[str, ...]:
    """Return the same of the tokens of a text."""
    wording = bait_words()
    if wording.known.isdisjoint(words):
        return ()
    known = wording.known.intersection(words)
    # One word alone, unless a phrase has it, says nothing.
    if len(known) < _ENOUGH_HINTS and wording.telling.keys().isdisjoint(known):
        return ()
    ordered = sorted(known, key=words.index)
    row = f" {' '.join(words)} "
    phrases = tuple(_find_phrases(wording, ordered, row))
    return phrases + tuple(_find_hints(wording, ordered)) if len(ordered) > 1 else phrases


def _find_phrases(wording: Wording, known: Collection[str], row: str) -> Iterator[str]:
    """Yield the phrases that stand in the row of tokens."""
    for word in known:
        for run, phrase in wording.telling.get(word, ()):
            if run in row:
                yield phrase


def _find_hints(wording: Wording, known: Collection[str]) -> Sequence[str]:
    """Return the hinting words of the first language that has two of them in the text."""
    for hints in wording.hinting:
        found = [hints[word] for word in known if word in hints]
        if len(found) >= _ENOUGH_HINTS:
            return found
    return ()
