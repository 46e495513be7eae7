"""Words in English that remember how they were made, so that the window can say them otherwise.

The core speaks English. Whatever it says to a person is made here, by a pattern with named places
that stands in the source as it is: ``packaging/translations.py`` gathers the patterns, and
``ui/wording.in_words`` says them in the person's language. To everyone else these are plain text.

Tables of words that are spoken later are declared as such: ``_LINKS: Mapping[On, Pattern] = ...``,
or ``Plural`` for a pair of one and many; their patterns are gathered with the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T", bound=str)
Pattern: TypeAlias = str
"""English words with named places (``by @{handle}``)."""
Plural: TypeAlias = tuple[Pattern, Pattern]
"""A pattern for one, and one for many; ``{n}`` is how many."""
FEW = 10
"""So many of the same kind are told or named; others are counted."""


class Spoken(str):
    """English words, and the ``pattern`` and the ``parts`` that they were made of.

    ``key`` is what a catalogue has them under: the pattern, or of a plural that for many.
    """

    __slots__ = ("key", "number", "parts", "pattern")

    key: Pattern
    pattern: Pattern
    parts: Mapping[str, object]
    number: int

    def __format__(self, wish: str) -> str:
        """Return the words within others; ``open`` leaves out the full stop, to go on after it."""
        return self.removesuffix(".") if wish == "open" else super().__format__(wish)


def speak(pattern: Pattern, /, **parts: object) -> Spoken:
    """Return a pattern with its places filled; without parts it is taken as it is."""
    return _make(pattern, pattern, parts)


def speak_many(number: int, one: Pattern, many: Pattern, /, **parts: object) -> Spoken:
    """Return the pattern for one or for many, filled; ``{n}`` stands for the number."""
    return _make(many, one if number == 1 else many, {"n": number, **parts}, number)


def speak_list(words: Sequence[str], link: str = ", ") -> Spoken:
    """Return words one after the other with a link between them, as a sign or as ``Spoken``."""
    places = {f"part{at}": part for at, part in enumerate(words)}
    return speak("{link}".join(f"{{{place}}}" for place in places), link=link, **places)


def speak_few(told: Sequence[T]) -> tuple[T | Spoken, ...]:
    """Return the first few remarks, and how many more there are: nobody reads hundreds."""
    if len(told) <= FEW:
        return tuple(told)
    more = speak_many(
        len(told) - FEW,
        "1 more remark like these is left out.",
        "{n} more remarks like these are left out.",
    )
    return (*told[:FEW], more)


def as_plain(value: object) -> str:
    """Return spoken words as plain text for ``msgspec``, which knows no kinds of text."""
    if isinstance(value, Spoken):
        return str(value)
    raise TypeError(type(value).__name__)


def _make(key: Pattern, pattern: Pattern, parts: Mapping[str, object], number: int = -1) -> Spoken:
    spoken = Spoken(pattern.format_map(parts) if parts else pattern)
    spoken.key, spoken.pattern, spoken.parts, spoken.number = key, pattern, parts, number
    return spoken
