"""What in a sentence is no place to cut it, whatever points stand there: quotations, and days."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from allybook.domain.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

QUOTED = expression("“[^”]*”(?:[^“]*”)?|„[^“]*“(?:[^„]*“)?")
"""What somebody wrote, in the quotation marks of a language of the window."""
LONG, SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
WEEK, YEAR = range(1, 8), range(1, 13)


def unbroken(sentence: str, language: QLocale) -> str:
    """Return a sentence with a sign nobody writes for each letter in quotations and in days."""
    for shape in (QUOTED, _days(language.name())):
        sentence = shape.sub(lambda found: "\0" * len(found[0]), sentence)
    return sentence


@cache
def _days(language: str) -> re.Pattern[str]:
    """Return the days of a language whose numbers have points: ``Di. 31. März 2026``."""
    own = QLocale(language)
    if "d. " not in own.dateFormat(LONG):
        return re.compile(r"(?!)")
    months = _any(own.monthName(one, length) for one in YEAR for length in (LONG, SHORT))
    week = _any(own.dayName(one, SHORT) for one in WEEK)
    days = rf"\d{{1,2}}\. (?:{months})(?: \d{{4}})?"
    return re.compile(rf"\b(?:{week}) (?=\d)|{days}|\b(?:{months}) \d{{4}}")


def _any(names: Iterable[str]) -> str:
    # The longest first: “Sept.” begins as “Sep” does.
    return "|".join(map(re.escape, sorted(set(names), key=len, reverse=True)))
