"""Finds the wording of giveaways and of begging for engagement, in many languages at once."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from operator import not_
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.words import text_words
from allybook.domain.noise.cutting import bait_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from allybook.domain.noise.wording import Wording

_ENOUGH_HINTS = 2
_QUOTED = expression(r"[\"“„«「『][^\"“„«」』「『”»]*+[\"”“»」』]")


def find_bait(text: str, words: Sequence[str] | None = None) -> tuple[str, ...]:
    """Return the telling words of a text, as the word lists write them; none for most texts.

    ``words`` has its tokens, where they are known. Who quotes a giveaway, says that it is one and
    leads nowhere warns of it.
    """
    found = bait_in(text_words(text) if words is None else words)
    if not found or not _QUOTED.search(text):
        return found
    quoted, rest = " ".join(_QUOTED.findall(text)), _QUOTED.sub(" ", text)
    own = text_words(rest)
    is_theirs = bool(bait_in(text_words(quoted))) and not bait_in(own)
    return () if is_theirs and "://" not in rest and _warns(own) else found


def _warns(words: Sequence[str]) -> bool:
    """Return whether somebody warns of what they quote, or tells of it."""
    row = f" {' '.join(words)} "
    return any(run in row for run in bait_words().warning)


def bait_in(words: Sequence[str]) -> tuple[str, ...]:
    """Return the same of the tokens of a text."""
    wording = bait_words()
    known = wording.known.intersection(words)
    heads = not wording.telling.keys().isdisjoint(known)
    # One word alone, unless a phrase has it, says nothing.
    if len(known) < _ENOUGH_HINTS and not heads:
        return ()
    ordered = tuple(sorted(known, key=words.index))
    phrases = _find_phrases(wording, ordered, f" {' '.join(words)} ") if heads else ()
    return (*phrases, *_find_hints(ordered))


def may_say(texts: Iterable[Sequence[str]], known: frozenset[str]) -> list[int]:
    """Return which of many texts, given as their tokens, have a word that is known."""
    return list(compress(count(), map(not_, map(known.isdisjoint, texts))))


def _find_phrases(wording: Wording, known: Collection[str], row: str) -> Iterator[str]:
    """Yield the phrases that stand in the row of tokens."""
    for word in known:
        for run, phrase in wording.telling.get(word, ()):
            if run in row:
                yield phrase


@lru_cache(maxsize=1_024)
def _find_hints(known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hinting words of the first language that has two of them in the text.

    There are many languages, and the same few words again and again.
    """
    for hints in bait_words().hinting:
        found = tuple([hints[word] for word in known if word in hints])
        if len(found) >= _ENOUGH_HINTS:
            return found
    return ()
