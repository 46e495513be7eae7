"""Calendar months, as budgets count them."""

from __future__ import annotations

from datetime import date, timedelta

from allybook.domain.spoken import Spoken, speak

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Short names, as in “Mar 12”."""


def speak_day(day: date, beside: date) -> Spoken:
    """Return a day (``Mar 12``), with its year where that is not the one of the day ``beside``."""
    month = MONTHS[day.month - 1]
    if day.year == beside.year:
        return speak("{month} {day.day}", day=day, month=month)
    return speak("{month} {day.day}, {day.year}", day=day, month=month)


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month that ``day`` lies in."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)
