"""Writes words and hashtags so that X finds whatever the filter does, however they are spelt.

X promises that case and accents do not count, and no more. So, beside what is usual:

* What print joins to one letter is asked for both ways, ``ss`` and ``ß``, ``ffi`` and ``ﬃ``. X may
  know that they are the same; nothing says so. So are numbers with a sign (``№5 1º CO₂``).
* Words and phrases are asked for in full-width letters, too, while there is room; hashtags of
  katakana in half-width ones.
* What was typed in letters of another look, stretched, or with a joiner within (``می‌خواهم``), is
  asked for as it was typed, too.
* Words go without the signs between them: in quotation marks X looks for the signs, too, while a
  filter finds ``coca-cola`` and ``Coca Cola`` alike.
* A phrase that can be spelt in too many ways is asked for word by word, and so is one with ``_``,
  which X splits words by, and filters do not, or with ``№``, beside which X looks for all signs.
* ``and``, ``or`` and ``not`` stand in quotation marks: X reads them as its own ("Ambiguous use of
  and as a keyword").

Not asked for, unless it was typed so, is what has no few spellings: signs that are not seen and
stretched letters at any place of a word, the many fonts of letters for sums, a word in two widths.
To leave all words to be matched here instead would mean to read, and pay for, everything else.
Where such spellings are ordinary (``has_many_spellings``), it is done if something else leads.

Sources: X's pages "Build a query" and "Operators" (read 2026-11); that on enterprise operators
says that accented and special characters become Latin letters, but not which.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from allybook.domain.filters.words import are_spaced, fold, term_words, typed_words, without_looks
from allybook.domain.hashtags import DOTS, is_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_JOINED = {"ss": "ß", "ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ij": "ĳ"}
"""What one letter stands for several; in posts they come from German, Dutch, and out of PDFs."""
_MOST = 8
"""In so many ways one word, phrase or hashtag is asked for."""
_LONGEST = 512
"""No query holds more characters than this."""
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_NARROW = {unicodedata.normalize("NFKC", sign): sign for sign in map(chr, range(0xFF66, 0xFFA0))}
"""Katakana, its voicing marks among them, by the half-width sign for each."""
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_NUMBERED = re.compile(r"no(\d+)", re.ASCII | re.IGNORECASE)
_ORDINAL = re.compile(r"(\d+)([ao])", re.ASCII | re.IGNORECASE)
_FORMULA = re.compile(r"[a-z]{1,3}\d{1,2}[a-z]?", re.ASCII | re.IGNORECASE)
_BARE = re.compile(r"[A-Za-z0-9]+")
_MANY = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
_TYPED = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff\U0001d400-\U0001d7ff²³¹⁰⁴-⁹]")
_KEYWORDS = {"and", "or", "not"}


def has_many_spellings(value: str) -> bool:
    """Return whether posts ordinarily spell a word in ways that X need not find.

    Arabic letters are stretched, or joined by signs that are not seen, at any place. Who types such
    signs, raised numbers or the letters of sums means posts that have them at other places, too.
    """
    return _MANY.search(unicodedata.normalize("NFKC", value)) is not None or (
        _TYPED.search(value) is not None
    )


@lru_cache(maxsize=512)
def write_words(value: str, *, wide: bool = True) -> str:
    """Return a word or phrase as X looks for it; ``""`` where X could leave something out.

    ``wide``: in full-width letters, too.
    """
    words = typed_words(value)
    if not words or not are_spaced(words) or tuple(map(fold, words)) != term_words(value):
        return ""
    ways = [_spell(word) for word in words]
    if any("_" in word for word in words) or _have_signs(ways) or not _are_few(ways):
        return _write_apart(ways, wide=wide)
    whole = [" ".join(way) for way in product(*ways)]
    return _write_any([*whole, _widen(whole[0]) if wide else "", _as_typed(value)])


def write_tag(value: str) -> str:
    """Return a hashtag as X looks for it; ``""`` for one that X takes for a word."""
    name = without_looks(value)
    ways = _spell(name)
    if not _is_read_whole(name) or not ways:
        return ""
    typed = unicodedata.normalize("NFC", value)
    as_typed = typed if _is_read_whole(typed) else name
    every = dict.fromkeys([*ways, "".join(map(_narrow, name)), as_typed])
    return _join([f"#{way}" for way in every])


def write_usual_tag(value: str) -> str:
    """Return a hashtag in its usual spelling alone: what has it need not be found by X."""
    name = without_looks(value)
    return f"#{name}" if _is_read_whole(name) else ""


def has_one_spelling(text: str) -> bool:
    """Return whether X finds a text however it is spelt, since only case and accents can differ."""
    typed = unicodedata.normalize("NFC", text)
    joined = any(one in typed.lower() for one in _JOINED.values())
    return not joined and unicodedata.is_normalized("NFKC", typed) and without_looks(typed) == typed


def _is_read_whole(tag: str) -> bool:
    """Return whether X reads all of a hashtag as one: it may part it at a middle dot."""
    return is_tag(tag) and DOTS.isdisjoint(tag) and any(map(str.isalpha, tag))


def _write_apart(ways: Sequence[Sequence[str]], *, wide: bool) -> str:
    """Return words of which each must be found, wherever it stands."""
    each = ([*way, _widen(way[0]) if wide else ""] for way in ways if way)
    return " ".join(map(_write_any, each))


def _widen(words: str) -> str:
    """Return words in full-width letters; ``""`` where some of them have none."""
    usual = words if words.isascii() else fold(words)
    return usual.translate(_WIDE) if usual.isascii() else ""


def _narrow(letter: str) -> str:
    """Return a letter in half width, where it is katakana; its voicing mark stands apart then."""
    apart = unicodedata.normalize("NFD", letter)
    return "".join(_NARROW.get(sign, sign) for sign in apart) if apart[0] in _NARROW else letter


def _as_typed(value: str) -> str:
    """Return words in the letters that they were typed in, without the signs between them."""
    typed = unicodedata.normalize("NFC", value)
    if unicodedata.is_normalized("NFKC", typed) and without_looks(typed) == typed:
        return ""
    kept = "".join(sign if _is_of_word(sign) else " " for sign in typed)
    return " ".join(filter(fold, kept.split()))


def _is_of_word(sign: str) -> bool:
    """Return whether a sign is of a word, says how it looks, or stands for letters (``№``)."""
    usual = without_looks(sign)
    return not usual or any(each == "_" or each.isalnum() or _is_mark(each) for each in usual)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _write_any(ways: Sequence[str]) -> str:
    """Return words that may be found in any of these ways; empty ones are none."""
    return _join([_quote(way) for way in dict.fromkeys(filter(None, ways))])


def _join(ways: Sequence[str]) -> str:
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


def _have_signs(ways: Sequence[Sequence[str]]) -> bool:
    """Return whether a phrase of several words has a sign in one of its spellings."""
    return len(ways) > 1 and any(way.startswith("№") for word in ways for way in word)


def _spell(word: str) -> Sequence[str]:
    """Return all ways to spell a word, as it was typed first; none where they are too many."""
    ways = _spell_joined(word)
    return [*ways, *_write_signs(word)] if ways else ()


def _write_signs(word: str) -> Iterator[str]:
    """Yield the ways to write a word in which a number has a sign (``no5``, ``1o``, ``co2``)."""
    if found := _NUMBERED.fullmatch(word):
        yield from (f"№{found[1]}", f"nº{found[1]}")
    elif found := _ORDINAL.fullmatch(word):
        yield found[1] + ("ª" if found[2] in "aA" else "º")
    elif _FORMULA.fullmatch(word):
        yield word.translate(_LOWERED)


def _spell_joined(word: str) -> Sequence[str]:
    """Return the ways to spell a word with letters that print joins, or without."""
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
