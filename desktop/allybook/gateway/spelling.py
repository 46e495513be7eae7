"""Writes words and hashtags so that X finds whatever the filter does, however they are spelt.

X promises that case and accents do not count, and no more. So, beside what was typed:

* What print joins to one letter is asked for both ways, ``ss`` and ``ß``, ``ffi`` and ``ﬃ``. X may
  know that they are the same; nothing says so.
* Words go without the signs between them: in quotation marks X looks for the signs, too, while a
  filter finds ``coca-cola`` and ``Coca Cola`` alike.
* A phrase that can be spelt in too many ways is asked for word by word, and so is one with ``_``,
  which X splits words by, and filters do not.
* ``and``, ``or`` and ``not`` stand in quotation marks: X reads them as its own ("Ambiguous use of
  and as a keyword").

What nobody types is not asked for: letters in another look (full-width, stretched, with hidden
signs between). Any word can be written so, in more ways than a query holds.

Sources: X's pages "Build a query" and "Operators" (read 2026-11).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from allybook.domain.filters.words import are_spaced, fold, term_words, typed_words, without_looks

if TYPE_CHECKING:
    from collections.abc import Sequence

_JOINED = {"ss": "ß", "ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
"""What one letter stands for several; in posts they come from German, and out of PDFs."""
_MOST = 8
"""In so many ways one word, phrase or hashtag is asked for."""
_LONGEST = 512
"""No query holds more characters than this."""
_TAG = re.compile(r"\w*[^\W\d_]\w*")
_BARE = re.compile(r"[A-Za-z0-9]+")
_KEYWORDS = {"and", "or", "not"}


@lru_cache(maxsize=256)
def write_words(value: str) -> str:
    """Return a word or phrase as X looks for it; ``""`` where X could leave something out."""
    words = typed_words(value)
    if not words or not are_spaced(words) or tuple(map(fold, words)) != term_words(value):
        return ""
    ways = [_spell(word) for word in words]
    if any("_" in word for word in words) or not _are_few(ways):
        return _write_apart(ways)
    return _write_any([_quote(" ".join(way)) for way in product(*ways)])


def write_tag(value: str) -> str:
    """Return a hashtag as X looks for it; ``""`` for one that X takes for a word."""
    name = without_looks(value)
    ways = _spell(name)
    if not _TAG.fullmatch(name) or not ways:
        return ""
    return _write_any([f"#{way}" for way in ways])


def _write_apart(ways: Sequence[Sequence[str]]) -> str:
    """Return words of which each must be found, wherever it stands."""
    return " ".join(_write_any([_quote(word) for word in way]) for way in ways if way)


def _write_any(ways: Sequence[str]) -> str:
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _quote(words: str) -> str:
    """Return words in quotation marks where X wants them."""
    is_bare = _BARE.fullmatch(words) and words.lower() not in _KEYWORDS
    return words if is_bare else f'"{words}"'


def _are_few(ways: Sequence[Sequence[str]]) -> bool:
    """Return whether a phrase of words that can be spelt in these ways has few ways itself."""
    number = 1
    for way in ways:
        number *= len(way)
    return 0 < number <= _MOST


def _spell(word: str) -> Sequence[str]:
    """Return all ways to spell a word, as it was typed first; none where they are too many."""
    for many, one in _JOINED.items():
        word = word.replace(one, many)
    word = word.replace("ẞ", "SS")
    if len(word) > _LONGEST:
        return ()
    # From the end, the ways to spell what begins at each place.
    ways = {len(word): [""]}
    for at in reversed(range(len(word))):
        ways[at] = [word[at] + rest for rest in ways[at + 1]]
        for many, one in _JOINED.items():
            if word[at : at + len(many)].lower() == many:
                ways[at] += [one + rest for rest in ways[at + len(many)]]
        if len(ways[at]) > _MOST:
            return ()
    return ways[0]
