"""Saying a price before it is paid, and taking a person's word for what writes to X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import (
    BadInput,
    BeingRead,
    CostsMore,
    NeedsSignIn,
    Offline,
    OverBudget,
    XError,
)
from allybook.domain.money.dollars import in_words
from allybook.services.money.quote import fits, left, say_less, sum_in_words
from allybook.services.reading.tens import LEAST

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.money.pricing import Quote
    from allybook.services.jobs.paging import Reading


STOPS = (OverBudget, CostsMore, BeingRead, NeedsSignIn, Offline, XError)
"""What ends a reading on the way: what was read, and paid, until then is here all the same."""


class Steps:
    """A ticket without a person at it: never cancelled, and silent while nothing is waited for."""

    def __init__(self, remark: Callable[[str], None]) -> None:
        self._remark = remark

    def cancelled(self) -> bool:
        """Return whether the job was asked to stop: Ctrl-C ends the program instead."""
        return False

    def report(self, done: int, total: int) -> None:
        """Say how far the job has come: scripts do not want to know."""

    def waiting(self, until: datetime | None, why: str = "") -> None:
        """Say once that the job waits, on standard error: silence would look like a fault."""
        if until is not None:
            self._remark(
                f"{why} until {until.astimezone():%H:%M:%S}; this goes on by itself then. Ctrl-C "
                "stops it; what was read is kept."
            )


def agree(quote: Quote, out: Out) -> None:
    """Say on standard error what a read will cost; the budget is asked before each request."""
    about = "" if quote.exact or not quote.bounded else "at most "
    out.remark(f"{quote.job}: {about}{sum_in_words(quote)}. {quote.because}")


def check_most(most: int, asked: int = LEAST) -> None:
    """Raise ``BadInput`` where more than at ``most`` so many posts would be read, and paid.

    X finds no fewer than ten at once; its pages of home and of lists give fewer as well.
    """
    if 0 < most < asked:
        raise BadInput(
            "X finds no fewer than ten posts at once, each of which it charges: say --most "
            f"{LEAST} or more. Nothing was asked."
        )


def say_part(call: Call, wanted: Quote, smaller: Quote) -> None:
    """Say that less is read than was wanted; ``OverBudget`` where there is no room for that."""
    if not fits(call.desk, smaller):
        raise OverBudget(
            f"{in_words(left(call.desk))} is left of this month's budget, and the smallest reading "
            f"may cost {sum_in_words(smaller)}: nothing was read."
        )
    told = say_less(call.desk, wanted, smaller)
    call.out.remark(f"{smaller.job}: {told[:1].lower()}{told[1:]}")


def status_of(reading: Reading, out: Out) -> int:
    """Return 0 where all was read that was wanted, else 1; say what of it could not be used."""
    if reading.complaint:
        out.remark(reading.complaint)
    return 0 if reading.complete and not reading.broken else 1


def some(number: int, one: str, several: str = "") -> str:
    """Return ``1 request`` or ``2 requests``."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def duration(minutes: float) -> str:
    """Return ``less than a minute``, ``about 1 minute`` or ``about 2.3 minutes``."""
    if minutes < 1:
        return "less than a minute"
    return f"about {minutes:g} {'minute' if minutes == 1 else 'minutes'}"


def as_json(quote: Quote) -> dict[str, object]:
    """Return a quote as ``quote --json`` prints it."""
    return {
        "job": quote.job,
        "dollars": float(quote.dollars),
        "requests": quote.requests,
        "minutes": quote.minutes,
        "exact": quote.exact,
        "bounded": quote.bounded,
        "plan": [
            {
                "endpoint": step.endpoint,
                "resources": step.resources,
                "requests": step.requests,
                "charge": step.price.charge,
                "dollars": float(step.dollars),
                "words": step.words,
            }
            for step in quote.steps
        ],
        "because": quote.because,
        "others": [
            {"words": other.words, "dollars": float(other.dollars), "bounded": other.bounded}
            for other in quote.others
        ],
    }
