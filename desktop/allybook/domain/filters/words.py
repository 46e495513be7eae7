"""Words as filters see them: the one definition that the matcher and the search index share.

A post becomes a row of tokens. A word or phrase is found iff its own tokens stand in that row side
by side; a hashtag iff ``#`` and its folded name is one of the tokens; a mention, likewise with
``@``.

* Letters, digits and ``_`` that touch are one token.
* Scripts written without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Burmese) give one token a
  character, so that any part of them can be found. So do emoji; a flag is one token.
* Skin tones, variation selectors and joiners are no more than an accent: they are dropped.
* The tokens of hashtags and mentions follow *after* the words, in X's order, and their plain words
  stay where they are: ``"apply at #SwHelper now"`` is found by the phrase ``"at swhelper now"``.
* What hangs on a word is none of its letters: ``Allies™`` and ``allies¹`` are found by ``allies``.
* The only ASCII inside a token is ``a-z 0-9 _``, with one leading ``#`` or ``@``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.posts import Post

_SYMBOLS_FROM = 0x2190
_EMOJI = range(0x1F000, 0x1FC00)
_SPACELESS = (
    range(0x0E00, 0x0F00),  # Thai, Lao
    range(0x1000, 0x10A0),  # Burmese
    range(0x1100, 0x1200),  # Hangul jamo
    range(0x1780, 0x1800),  # Khmer
    range(0x2E80, 0x2FE0),  # radicals
    range(0x3005, 0x3008),
    range(0x3040, 0xA4D0),  # kana, bopomofo, Han, Yi
    range(0xA960, 0xA980),
    range(0xAC00, 0xD800),  # Hangul syllables
    range(0xF900, 0xFB00),
    range(0x1B000, 0x1B170),
    range(0x20000, 0x32000),
)
# Canonical combining classes that only decorate a letter: overlays, Hebrew and Arabic points, and
# what stands above or below. The others (kana voicing, viramas, Thai vowels) spell another word.
_ACCENTS = frozenset((1, *range(10, 37), *range(200, 241)))
_LOOKS = (
    range(0x034F, 0x0350),  # grapheme joiner
    range(0x0640, 0x0641),  # tatweel, which stretches Arabic words
    range(0x180B, 0x1810),
    range(0xFE00, 0xFE10),  # variation selectors
    range(0x1F3FB, 0x1F400),  # skin tones
    range(0xE0100, 0xE01F0),
)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
# While text is cut, this stands before each letter of a flag, so that most texts are not searched.
_FLAG_MARK = "\ue000"
_FLAG = expression("\ue000(.)(?:\ue000(.))?")
# Signs that follow a word and that Unicode's NFKC would glue to it (Allies™, members¹).
_TRAILING = expression("[™℠²³¹⁰⁴-⁹]")
_FOREIGN = expression(r"[^\x00-\x7f]+(?:[ -@]+[^\x00-\x7f]+)*")
_HALF = expression("[\ud800-\udfff]")
_PIECE = 1000
_ASCII = bytes(
    ord(character.lower()) if character.isalnum() or character == "_" else ord(" ")
    for character in map(chr, range(128))
) + bytes(range(128, 256))
BETWEEN = "\x1e"
"""Stands between texts that are looked through in one go; it is a space to whoever meets it."""
_LINE_BY_LINE = _ASCII[: ord(BETWEEN)] + b"\n" + _ASCII[ord(BETWEEN) + 1 :]


def _is_within(character: str, blocks: tuple[range, ...]) -> bool:
    """Return whether a character is in one of the blocks."""
    return any(ord(character) in block for block in blocks)


def _is_look(character: str) -> bool:
    """Return whether a character says only how others look."""
    return unicodedata.category(character) in {"Cf", "Me"} or _is_within(character, _LOOKS)


def _is_letter(character: str) -> bool:
    """Return whether a character is of letters, marks and numbers."""
    return unicodedata.category(character)[0] in "LMN"


def _is_decoration(character: str) -> bool:
    """Return whether folding drops this character."""
    return _is_look(character) or unicodedata.combining(character) in _ACCENTS


def _stands_alone(character: str) -> bool:
    """Return whether this character is a token by itself."""
    code, category = ord(character), unicodedata.category(character)
    if category[0] in "LMN":
        return _is_within(character, _SPACELESS)
    if category == "So" or (category == "Sm" and code >= _SYMBOLS_FROM):
        return True
    return category == "Cn" and code in _EMOJI


def _plain(character: str) -> str:
    """Return one character folded: nothing, itself, or what it is made of."""
    parts = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in parts if not _is_decoration(part))
    return unicodedata.normalize("NFC", bare.casefold())


class _Plain(dict[int, str]):
    """A table for ``str.translate`` that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


class _Spaced(dict[int, str]):
    """The same, with spaces where one token ends and the next begins."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(map(_space, _plain(chr(code))))
        return self[code]


def _space(character: str) -> str:
    """Return a folded character with spaces around it, or a space where it is in no token."""
    if character.isascii():
        return character
    if ord(character) in _FLAG_LETTERS:
        return _FLAG_MARK + character
    if _stands_alone(character):
        return f" {character} "
    return character if _is_letter(character) else " "


_PLAIN = _Plain()
_SPACED = _Spaced()


def _compose(text: str) -> str:
    """Return ``text`` in Unicode's NFKC, in pieces: piled-up accents cost their number squared."""
    if unicodedata.is_normalized("NFKC", text):
        return text
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return "".join(unicodedata.normalize("NFKC", piece) for piece in pieces)


def _compose_words(text: str) -> str:
    """Return the same, with a space before each sign that hangs on a word."""
    if unicodedata.is_normalized("NFKC", text):
        return text
    return _compose(_TRAILING.sub(r" \g<0>", text))


def fold(text: str) -> str:
    """Return ``text`` without case, accents and look (Unicode NFKD, marks dropped, case folded)."""
    return text.lower() if text.isascii() else _compose(text).translate(_PLAIN)


def fold_name(name: str) -> str:
    """Return the name of a book, list, chat, tag or category as filters compare it."""
    return fold(name).lstrip("#")


def is_whole(text: str) -> bool:
    """Return whether a text holds no half of a character; those cannot be kept or looked for."""
    return text.isascii() or _HALF.search(text) is None


@lru_cache(maxsize=256)
def term_words(text: str) -> tuple[str, ...]:
    """Return the tokens of a text, or of a word or phrase to look for; none finds no post."""
    return tuple(text_words(text))


@lru_cache(maxsize=256)
def term_row(text: str) -> str:
    """Return the same in a row, which terms are looked for in, one after the other."""
    return in_row(text_words(text))


def in_row(words: Iterable[str]) -> str:
    """Return tokens as one text, with a space before and after each."""
    return f" {' '.join(words)} "


def text_words(text: str) -> list[str]:
    """Return the same for one text of many, of which nobody will ask again soon."""
    return _line(text).split()


def words_of_all(texts: Sequence[str]) -> list[list[str]]:
    """Return the tokens of many texts."""
    return list(map(str.split, lines_of_all(texts)))


def lines_of_all(texts: Sequence[str]) -> list[str]:
    """Return the tokens of each of many texts, with nothing but spaces between and around them.

    One by one, calls would take as long as the cutting.
    """
    plain = BETWEEN.join([text if text.isascii() else _spaced(text) for text in texts])
    if plain.count(BETWEEN) >= len(texts):
        return list(map(_line, texts))
    return plain.encode().translate(_LINE_BY_LINE).decode().split("\n") if texts else []


def _line(text: str) -> str:
    """Return the same of one text."""
    plain = text if text.isascii() else _spaced(text)
    return plain.encode().translate(_ASCII).decode()


def _spaced(text: str) -> str:
    """Return a text, all of it folded but for its ASCII, with spaces where tokens end."""
    text = _FOREIGN.sub(lambda run: run[0].translate(_SPACED), _compose_words(text))
    return _FLAG.sub(r" \1\2 ", text) if _FLAG_MARK in text else text


def typed_words(text: str) -> tuple[str, ...]:
    """Return the tokens of words between spaces or signs as they were typed, case and accents kept.

    Of scripts without spaces, and of emoji, the tokens are others (``are_spaced``).
    """
    usual = without_looks(_compose_words(text))
    runs = "".join(c if c == "_" or _is_letter(c) else " " for c in usual).split()
    return tuple(filter(fold, runs))


def without_looks(text: str) -> str:
    """Return ``text`` in the letters that people type: not stretched, joined or full-width."""
    return "".join(c for c in _compose(text) if not _is_look(c))


def are_spaced(words: tuple[str, ...]) -> bool:
    """Return whether all tokens are words between spaces or signs, with no sign or emoji."""
    return not any(_stands_alone(character) for word in words for character in word)


def are_letters(words: tuple[str, ...]) -> bool:
    """Return whether each token has something beside strokes (``_``), which X does not look for."""
    return all(word.strip("_") for word in words)


def _one_word(name: str) -> str:
    """Return the tokens of a name as one; most names are a token as they are."""
    if name.isascii() and name.isidentifier():
        return name.lower()
    return "".join(text_words(name))


@lru_cache(maxsize=2048)
def tag_word(name: str) -> str:
    """Return the token of a hashtag (given with or without #), or ``""`` where nothing is left."""
    word = _one_word(name)
    return f"#{word}" if word else ""


@lru_cache(maxsize=2048)
def mention_word(handle: str) -> str:
    """Return the token of a mention (given with or without @), or ``""`` where nothing is left."""
    word = _one_word(handle)
    return f"@{word}" if word else ""


def index_words(post: Post) -> tuple[str, ...]:
    """Return the tokens of a post: of its text, then ``#`` per hashtag and ``@`` per mention.

    Hashtags and mentions are those that X (or the importer) named, not read from the text again.
    """
    return (*term_words(post.text), *signed_words(post))


def signed_words(post: Post) -> list[str]:
    """Return those tokens of a post that have a sign."""
    signed = list(map(tag_word, post.hashtags))
    if post.mentions:
        signed += [mention_word(mention.handle) for mention in post.mentions]
    return [word for word in signed if word] if "" in signed else signed
