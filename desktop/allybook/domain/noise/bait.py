"""Finds the wording of giveaways and of begging for engagement, in many languages at once."""

from __future__ import annotations

from itertools import chain, compress, count
from operator import not_
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.words import text_words
from allybook.domain.noise.cutting import bait_words, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from allybook.domain.noise.wording import Wording

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


def is_bait(text: str, words: Sequence[str]) -> bool:
    """Return whether ``find_bait`` finds something: the first phrase is enough for most texts."""
    if not any(_phrases_in(words)):
        return False
    return not _QUOTED.search(text) or bool(find_bait(text, words))


def _warns(words: Sequence[str]) -> bool:
    """Return whether somebody warns of what they quote, or tells of it."""
    row = f" {' '.join(words)} "
    return any(run in row for run, _ in runs_of(bait_words().warning))


def bait_in(words: Sequence[str]) -> tuple[str, ...]:
    """Return the same of the tokens of a text."""
    # What tells by itself is named first.
    found = sorted(_phrases_in(words), key=len)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def may_say(texts: Iterable[Sequence[str]], known: frozenset[str]) -> list[int]:
    """Return which of many texts, given as their tokens, have a word that is known."""
    return list(compress(count(), map(not_, map(known.isdisjoint, texts))))


def _phrases_in(words: Sequence[str]) -> Iterator[tuple[str] | tuple[str, str]]:
    """Yield the telling phrases among the tokens of a text."""
    wording = bait_words()
    known = wording.known.intersection(words)
    if known:
        row = f" {' '.join(words)} "
        yield from _find_phrases(wording, sorted(known, key=words.index), row)


def _find_phrases(
    wording: Wording, known: Iterable[str], row: str
) -> Iterator[tuple[str] | tuple[str, str]]:
    """Yield the phrases that stand in the row of tokens, with what they need beside them."""
    for word in known:
        for (run, phrase), beside in wording.phrases[word]:
            if run not in row:
                continue
            if not beside:
                yield (phrase,)
                continue
            rest = row.replace(run, " ")
            company = next((written for one, written in runs_of(beside) if one in rest), "")
            if company:
                yield phrase, company
