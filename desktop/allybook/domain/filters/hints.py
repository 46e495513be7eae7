"""Knows what was probably meant by a value that a condition does not take (``since:1.3.2026``)."""

from __future__ import annotations

import re
from datetime import UTC
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING

from allybook.domain.expressions import expression
from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import read_moment, read_span
from allybook.domain.filters.tree import On

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SIGNS = {"|": "OR", "||": "OR", "&": "AND", "&&": "AND", "+": "AND"}
_LETTERS = {
    **{letter: letter for letter in "mhdw"},
    "minute": "m",
    "min": "m",
    "hour": "h",
    "hr": "h",
    "day": "d",
    "week": "w",
    "wk": "w",
    "": "d",
}
_SECONDS = {"s", "sec", "second"}
_IN_DAYS = {"month": 30, "mo": 30, "year": 365, "yr": 365, "y": 365}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WOCHENTAGE = frozenset(
    {"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"}
)
_WORDS = "zero one two three four five six seven eight nine ten"
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
_NUMBERS |= {"dozen": 12, "twenty": 20, "fifty": 50, "hundred": 100}
_LENGTH = expression(r"([0-9]{0,4})[ _-]?(?:([a-z]+?)s?)?", re.IGNORECASE)
_YEAR_FIRST = expression(r"([0-9]{4})(?:[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{2})([0-9]{2}))")
_YEAR_LAST = expression(r"([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})")
_MONTHS = 12
_APART = expression(r"([0-9]{1,3})(?:[.,'’]([0-9]{3}))+\+?")  # noqa: RUF001 (Swiss write it)
_SHORT = expression(r"([0-9]{1,6})(?:[.,]([0-9]{1,3}))?([km]?)\+?", re.IGNORECASE)
_TIMES = {"": 1, "k": 1000, "m": 1_000_000}
_PAGE = expression(
    r"(?:https?://)?(?:(?:www|mobile)\.)?(?:x|twitter)\.com/([a-z0-9_]{1,15})/?", re.IGNORECASE
)
_NAMED = expression(r"[@＠]*([a-zA-Z0-9_]{1,15})(?:['’]s?)?[.,;:!?…'’]*")  # noqa: RUF001
_SEVERAL: Mapping[On, str] = {
    On.FROM: "from:",
    On.AUTHOR: "from:id:",
    On.TO: "to:",
    On.MENTION: "@",
    On.HASHTAG: "#",
    On.CHAT: "chat:",
    On.IS: "is:",
    On.HAS: "has:",
}
"""Of which several are written with commas elsewhere, and what is before each."""


def split(on: On, value: str) -> list[str]:
    """Return the values of one condition that stand with commas between, or nothing.

    Each without its sign: ``#a,#b`` are the hashtags a and b.
    """
    parts = [part.lstrip("#＃@＠") for part in value.split(",")] if on in _SEVERAL else []  # noqa: RUF001
    return parts if len(parts) > 1 and all(parts) else []


def either(on: On, values: list[str]) -> str:
    """Return the filter for any of these values of one condition."""
    return f"({' OR '.join(f'{_SEVERAL[on]}{value}' for value in values)})"


def find_hint(on: On, value: str) -> str:
    """Return the condition that was probably meant, or ``""``."""
    maker, value = _MAKERS.get(on), value.strip()
    if maker is None:
        return ""
    return maker(on, value if maker is _of_account else value.lower())


def _of_words(_on: On, value: str) -> str:
    return _SIGNS.get(value, "")


def _of_account(on: On, value: str) -> str:
    """Return the account of a page at X, or without what follows its name in a sentence."""
    found = _PAGE.fullmatch(value) or _NAMED.fullmatch(value)
    return f"{_SEVERAL[on]}{found[1]}" if found else ""


def _of_day(on: On, value: str) -> str:
    """Return a day as it is written here, or the time since then where it is told by that."""
    if read_span(value) is not None:
        return f"{(On.NEWER if on is On.SINCE else On.OLDER).value}:{value}"
    ago = _find_ago(value)
    if ago:
        # Until today is meant to midnight: which span that is, only who has a clock knows.
        return f"{On.NEWER.value}:{ago}" if on is On.SINCE else ""
    day = _find_day(value)
    return f"{on.value}:{day}" if read_moment(day, UTC) else ""


def _find_ago(value: str) -> str:
    """Return the time in which a day is that is told by its name: nobody writes those as dates."""
    named = {"today": "1d", "yesterday": "2d", "heute": "1d", "gestern": "2d", "vorgestern": "3d"}
    is_weekday = value.endswith("day") and value.startswith(_WEEKDAYS)
    is_weekday = is_weekday or value in _WEEKDAYS or value in _WOCHENTAGE
    return named.get(value, "1w" if is_weekday else "")


def _find_day(value: str) -> str:
    """Return a day with its year first; nothing where day and month could be either."""
    found = _YEAR_FIRST.fullmatch(value)
    if found is not None:
        year, month, day = (part for part in found.groups() if part)
        return f"{year}-{month:0>2}-{day:0>2}"
    found = _YEAR_LAST.fullmatch(value)
    if found is None:
        return ""
    first, sign, second, year = found.groups()
    # With points the day is first; with strokes that hangs on the country.
    if sign == "." or int(first) > _MONTHS or first == second:
        return f"{year}-{second:0>2}-{first:0>2}"
    return f"{year}-{first:0>2}-{second:0>2}" if int(second) > _MONTHS else ""


def _of_length(on: On, value: str) -> str:
    """Return a length of time as it is written here, or the day that it really is."""
    if read_moment(value, UTC) is not None:
        return f"{(On.SINCE if on is On.NEWER else On.UNTIL).value}:{value}"
    found = _LENGTH.fullmatch(value)
    if found is None or not (found[1] or found[2]):
        return ""
    number, unit = int(found[1] or 1), found[2] or ""
    if unit in _SECONDS:
        return f"{on.value}:{ceil(number / 60) or 1}m" if found[1] else ""
    if unit in _IN_DAYS:
        return f"{on.value}:{number * _IN_DAYS[unit]}d"
    return f"{on.value}:{number}{_LETTERS[unit]}" if unit in _LETTERS else ""


def _of_count(on: On, value: str) -> str:
    """Return a number in digits (``5k``, ``1,000``)."""
    if value in _NUMBERS:
        return f"{on.value}:{_NUMBERS[value]}"
    digits = "".join(filter(str.isdigit, value))
    if _APART.fullmatch(value) is None:
        found = _SHORT.fullmatch(value)
        if found is None or (found[2] and not found[3]):
            return ""
        digits = str(int(Decimal(f"{found[1]}.{found[2] or 0}") * _TIMES[found[3]]))
    return f"{on.value}:{int(digits)}" if read_number(digits) is not None else ""


_MAKERS: Mapping[On, Callable[[On, str], str]] = {
    On.WORD: _of_words,
    On.FROM: _of_account,
    On.TO: _of_account,
    On.MENTION: _of_account,
    On.SINCE: _of_day,
    On.UNTIL: _of_day,
    On.NEWER: _of_length,
    On.OLDER: _of_length,
    **{on: _of_count for on in On if on.value.startswith(("min_", "max_"))},
}
