"""``allybook quote`` and ``allybook ledger``: money before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from allybook.cli.asking import as_json, duration, some
from allybook.cli.books import book_called
from allybook.cli.checks import quote_check
from allybook.cli.out import dollars
from allybook.domain.errors import BadInput
from allybook.domain.money import in_words
from allybook.domain.pricing import Quote
from allybook.services.capture import quote_capture, quote_count
from allybook.services.plan_list import plan_list
from allybook.services.quote import budget, spent_this_month
from allybook.services.refresh import quote_refresh
from allybook.services.resolve import ENDPOINT as NAMES
from allybook.services.sign_in import quote_sign_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.services.desk import Desk


def run_quote(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> int:
    """Print what a job would cost, at no cost."""
    quote = _quote(desk, words, options)
    if words.form == "json":
        out.json(as_json(quote))
        return 0
    for step in quote.steps:
        out.say(f"{step.words}: {in_words(step.dollars)}")
    about = "Together" if quote.exact else "Together, at most"
    size = f"{some(quote.requests, 'request')}, {duration(quote.minutes)}"
    out.say(f"{about}: {in_words(quote.dollars)}, {size}. {quote.because}")
    return 0


def _quote(desk: Desk, words: argparse.Namespace, options: Options) -> Quote:
    if words.job == "chat" and not words.of:
        raise BadInput("Which chat? For example: allybook quote chat swhelper.")
    jobs: dict[str, Callable[[], Quote]] = {
        "sign-in": lambda: quote_sign_in(desk),
        "refresh": lambda: quote_refresh(desk),
        "chat": lambda: _quote_chat(desk, words.of),
        "check": lambda: quote_check(desk, words.of, options.book),
        "list": lambda: plan_list(desk, book_called(desk, words.of, options.book)).quote,
    }
    return jobs[words.job]()


def _quote_chat(desk: Desk, hashtag: str) -> Quote:
    """Quote all that is known of a chat before it is counted; names come on top."""
    capture = quote_capture(desk, hashtag)
    each = in_words(desk.prices.price(NAMES).dollars)
    because = (
        f"{capture.because} Counting first makes the price exact; the names of people who are not "
        f"known yet come on top, {each} each."
    )
    return Quote(capture.job, (*quote_count(desk).steps, *capture.steps), because, exact=False)


def run_ledger(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    """Print what was spent, per day, class and job."""
    lines = desk.ledger.lines(date.min, date.max)
    spent = spent_this_month(desk)
    if words.form == "json":
        rows = [
            {
                "day": line.day.isoformat(),
                "class": line.charge,
                "job": line.job,
                "resources": line.resources,
                "dollars": dollars(line.dollars),
            }
            for line in lines
        ]
        out.json({"month": dollars(spent), "budget": dollars(budget(desk)), "lines": rows})
        return 0
    if lines:
        rows_for_people = [
            (x.day.isoformat(), x.job, x.charge, str(x.resources), in_words(x.dollars))
            for x in lines
        ]
        out.table(rows_for_people, ("day", "job", "class", "resources", "cost"))
    out.say(f"Spent this month: {in_words(spent)} of {in_words(budget(desk))}")
    return 0
