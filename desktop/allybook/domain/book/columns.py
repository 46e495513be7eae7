"""What the columns of a table of allies mean, and how a person says so."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from allybook.domain.errors import BadInput
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Column(StrEnum):
    """The columns of a table of allies, by the names that Allybook itself gives them."""

    HANDLE = "handle"
    USER_ID = "user_id"
    KIND = "kind"
    CATEGORY = "category"
    TAGS = "tags"
    STATUS = "status"
    REASON = "reason"
    NOTES = "notes"
    NOMINATED_BY = "nominated_by"
    LAST_CHANGED = "last_changed"
    ORGANISATION = "organisation"


Mapped: TypeAlias = tuple[Column | None, ...]
"""What each column of a table is, from the left; None is left out."""
NOTHING = "nothing"
"""The word by which a person leaves a column out."""
WRITTEN = tuple(column for column in Column if column is not Column.ORGANISATION)
"""What Allybook writes itself. Others' tables name organisations too: a row with such a name is
about one, and the name, for which a book has no field, goes among its notes."""
SEVERAL = frozenset({Column.TAGS, Column.NOTES})
"""What may stand in several columns of one table."""
NAMING = frozenset({Column.HANDLE, Column.USER_ID})
"""Columns of which a table needs one at least: they say who is meant."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def plain(words: str) -> str:
    """Return words as they are compared: lower case, no accents, one space between them."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", words))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[\W_]+", " ", bare.casefold()).split())


def settle(columns: Iterable[Column | None]) -> Mapped:
    """Return columns in which each meaning that can stand once stands once: where it came first."""
    seen: set[Column] = set()
    kept: list[Column | None] = []
    for column in columns:
        kept.append(None if column in seen and column not in SEVERAL else column)
        if column is not None:
            seen.add(column)
    return tuple(kept)


def remap(headings: Sequence[str], guess: Mapped, said: Sequence[str]) -> Mapped:
    """Return a guess corrected by what a person said: ``Twitter Name=handle``, ``3=nothing``.

    A column is named by its heading, in any case, or by its number from 1. What is said of one
    column is no longer guessed of another. ``BadInput`` where a heading or a meaning is unknown.
    """
    chosen: dict[int, Column | None] = {}
    for words in said:
        name, equals, meaning = words.rpartition("=")
        if not equals:
            raise BadInput(
                speak("--map {words} lacks its =; write it as “Heading=handle”.", words=words)
            )
        place, column = _place(headings, name), _meant(meaning)
        if column in chosen.values() and column not in SEVERAL and column is not None:
            raise BadInput(
                speak(
                    "Two columns are said to be the {column}; choose one of them.",
                    column=column.value,
                )
            )
        chosen[place] = column
    taken = {column for column in chosen.values() if column} - SEVERAL
    guessed = [None if column in taken else column for column in guess]
    return tuple(chosen.get(place, column) for place, column in enumerate(guessed))


def names_someone(mapped: Mapped) -> bool:
    """Return whether some column says who is meant."""
    return not NAMING.isdisjoint(mapped)


def _place(headings: Sequence[str], name: str) -> int:
    words = [plain(heading) for heading in headings]
    if name in headings:
        return headings.index(name)
    if plain(name) and words.count(plain(name)) == 1:
        return words.index(plain(name))
    if name.isascii() and name.isdecimal() and 0 < int(name) <= len(headings):
        return int(name) - 1
    there = ", ".join(f"“{heading}”" for heading in headings if heading)
    raise BadInput(
        speak(
            "There is no column “{name}”; there is {there}.",
            name=name,
            there=there or "none with a heading",
        )
    )


def _meant(meaning: str) -> Column | None:
    word = plain(meaning).replace(" ", "_")
    if word in {"", NOTHING}:
        return None
    if word not in frozenset(Column):
        known = ", ".join([*Column, NOTHING])
        raise BadInput(
            speak(
                "“{meaning}” is no column of a book; use one of {known}.",
                meaning=meaning,
                known=known,
            )
        )
    return Column(word)
