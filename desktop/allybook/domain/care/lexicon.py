"""The word lists by which care is taken: what they are made of, and how they are read (TOML)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak

ANY = "*"
ALONE = "="
WORK = "work"
HEAD = 3
"""By so many letters a word that ends with a star is found."""
# A small letter before a capital begins a word of its own: tags are often written together.
_SEAM = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_PIECE = re.compile(r"[\w*]+")


class Group(StrEnum):
    """What a word can name of a person."""

    HEALTH = "health"
    RELIGION = "religion"
    POLITICS = "politics"
    ORIENTATION = "orientation"
    ORIGIN = "origin"
    IMMIGRATION = "immigration"
    CRIME = "crime"
    UNION = "union"
    CLIENT = "client"


class Phrase(Struct, frozen=True):
    """Folded words in a row, each perhaps with a star for any letters at its begin or end.

    ``alone`` ones are meant only where nothing else is written; a ``group`` of None is a phrase
    that means something else.
    """

    words: tuple[str, ...]
    group: Group | None = None
    alone: bool = False


Shelf = Mapping[str, tuple[Phrase, ...]]


class Lexicon(Struct, frozen=True):
    """All terms by the mark of their first word, and why each group calls for care.

    ``before`` and ``after`` are words for work around a term; ``speaks`` are words after which the
    person is spoken of again (is, has), ``apart`` those that end what stands right after a term
    (of, the). ``reasons`` are sentences by language.
    """

    terms: Shelf = field(default_factory=dict)
    before: Shelf = field(default_factory=dict)
    after: Shelf = field(default_factory=dict)
    speaks: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    reasons: Mapping[str, Mapping[Group, str]] = field(default_factory=dict)

    def reason(self, group: Group, language: str) -> str:
        """Return why a group calls for care, in a language or else in English."""
        known = self.reasons.get(language) or self.reasons.get("en", {})
        return known.get(group, "")


def read(texts: Mapping[str, str]) -> Lexicon:
    """Return the lexicon written in several files, by language; ``BadInput`` where one is wrong."""
    terms: list[Phrase] = []
    work: dict[str, list[str]] = {}
    reasons = {}
    for language, text in texts.items():
        data = _load(language, text)
        for name, words in data.pop(WORK, {}).items():
            work.setdefault(name, []).extend(words)
        for group, part in data.items():
            terms += [_term(words, Group(group)) for words in part["words"]]
            terms += [_term(words) for words in part.get("but", ())]
        reasons[language] = {Group(name): str(part["reason"]) for name, part in data.items()}
    return Lexicon(
        _shelve(terms),
        _shelve([_term(words) for words in work.get("before", ())]),
        _shelve([_term(words) for words in work.get("after", ())]),
        frozenset(map(fold, work.get("speaks", ()))),
        frozenset(map(fold, work.get("apart", ()))),
        reasons,
    )


def unseam(text: str) -> str:
    """Return a text (composed) with words that are written together apart: ``HouseBoat``."""
    return _SEAM.sub(" ", unicodedata.normalize("NFC", text))


def fold(word: str) -> str:
    """Return a word without accents and capitals: ``Gläubig`` as ``glaubig``."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def split(text: str) -> list[str]:
    """Return the folded words of a text, stars kept."""
    return _PIECE.findall(fold(text))


def marks(word: str) -> tuple[str, str, str]:
    """Return the marks of the terms that can begin with a word: the whole, its head, any."""
    return word, f"{word[:HEAD]}{ANY}", ANY


def _load(language: str, text: str) -> dict[str, dict[str, list[str]]]:
    try:
        data: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            speak(
                "The words of care for {language} are not valid TOML: {reason}.",
                language=language,
                reason=error,
            )
        ) from error
    unknown = data.keys() - set(Group) - {WORK}
    if unknown:
        raise BadInput(
            speak(
                "The words of care for {language} do not know “{word}”.",
                language=language,
                word=min(unknown),
            )
        )
    return data


def _term(words: str, group: Group | None = None) -> Phrase:
    return Phrase(tuple(split(words)), group, alone=words.startswith(ALONE))


def _shelve(terms: list[Phrase]) -> Shelf:
    shelf: dict[str, list[Phrase]] = {}
    for term in terms:
        shelf.setdefault(_mark(term.words[0]), []).append(term)
    # A longer phrase is looked for first.
    return {
        mark: tuple(sorted(those, key=lambda term: -len(term.words)))
        for mark, those in shelf.items()
    }


def _mark(word: str) -> str:
    """Return under which of ``marks`` a term is kept that begins with this word."""
    head = word.partition(ANY)[0]
    if ANY not in word:
        return word
    return f"{head[:HEAD]}{ANY}" if len(head) >= HEAD else ANY
