"""``allybook quote``: what a job would cost, at no cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.cli.asking import as_json, duration, some
from allybook.cli.books import book_called
from allybook.cli.checks import quote_check
from allybook.cli.out import dollars
from allybook.domain.errors import BadInput
from allybook.domain.money import in_words
from allybook.domain.pricing import Quote
from allybook.services.chats.chat import chat_people, open_chat
from allybook.services.lists.pull import quote_pull
from allybook.services.money.quote import budget, fits, left, sum_in_words
from allybook.services.people.find import in_question, quote_find, unfound
from allybook.services.people.resolve import ENDPOINT as NAMES
from allybook.services.people.resolve import quote_resolve
from allybook.services.publish.plan import plan_list
from allybook.services.reading.capture import quote_capture, quote_count
from allybook.services.reading.read_list import plan_list_posts
from allybook.services.reading.refresh import quote_refresh
from allybook.services.sign_in.who import after_sign_in, quote_sign_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.services.desk import Desk

Words = tuple[str, str]
"""What a job is about, and the book that is current."""


def run_quote(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> int:
    """Print what a job would cost, at no cost."""
    quote = _quote(desk, words, options)
    if words.form == "json":
        out.json({**as_json(quote), "left": dollars(left(desk))})
        return 0
    for step in quote.steps:
        out.say(f"{step.words}: {in_words(step.dollars)}")
    about = "Together" if quote.exact or not quote.bounded else "Together, at most"
    size = f"{some(quote.requests, 'request')}, {duration(quote.minutes)}"
    out.say(f"{about}: {sum_in_words(quote)}, {size}. {quote.because}")
    for other in quote.others:
        out.say(f"Not taken: {other.words}, {sum_in_words(other)}")
    out.say(_what_is_left(desk, quote))
    return 0


def _quote(desk: Desk, words: argparse.Namespace, options: Options) -> Quote:
    """Quote the job; who brings a token along is told by X who that is, before anything else."""
    job, about = JOBS[words.job], (words.of or words.whom, options.book)
    if not options.token_stdin or options.practice:
        return job(desk, about)
    return after_sign_in(desk, job(replace(desk, asks_first=True), about))


def _what_is_left(desk: Desk, quote: Quote) -> str:
    rest = f"{in_words(left(desk))} of this month's {in_words(budget(desk))} is left"
    if fits(desk, quote):
        return f"{rest}."
    return f"{rest}, so this would stop on the way; “allybook budget DOLLARS” raises the budget."


def _quote_chat(desk: Desk, words: Words) -> Quote:
    """Quote all that is known of a chat before it is counted; names come on top."""
    capture = quote_capture(desk, _hashtag(words))
    each = in_words(desk.prices.price(NAMES).dollars)
    because = (
        f"{capture.because} Counting first makes the price exact; the names of people who are not "
        f"known yet come on top, {each} each."
    )
    return Quote(capture.job, (*quote_count(desk).steps, *capture.steps), because, exact=False)


def _hashtag(words: Words) -> str:
    if not words[0]:
        raise BadInput("Which chat? For example: allybook quote chat swhelper.")
    return words[0]


def _quote_names(desk: Desk, words: Words) -> Quote:
    """Quote the names of a chat (#hashtag), or the user ids of a book's accounts."""
    of, current = words
    if of.startswith("#"):
        return quote_resolve(desk, chat_people(desk, open_chat(desk, of)))
    return quote_find(desk, unfound(in_question(book_called(desk, of, current).allies())))


def _quote_pull(desk: Desk, words: Words) -> Quote:
    return quote_pull(desk, _list_of(desk, words))


def _list_of(desk: Desk, words: Words) -> str:
    """Return the id of the X List of a book, or the id that was said."""
    of, current = words
    if of.isdecimal():
        return of
    list_id = desk.cache.mirror(book_called(desk, of, current).info.book_id)
    if list_id is None:
        raise BadInput("This book has no X List yet: allybook list publish makes one.")
    return list_id


JOBS: dict[str, Callable[[Desk, Words], Quote]] = {
    "sign-in": lambda desk, _words: quote_sign_in(desk),
    "refresh": lambda desk, _words: quote_refresh(desk),
    "count": lambda desk, _words: quote_count(desk),
    "chat": _quote_chat,
    "names": _quote_names,
    "check": lambda desk, words: quote_check(desk, *words),
    "list": lambda desk, words: plan_list(desk, book_called(desk, *words)).quote,
    "pull": _quote_pull,
    "list-posts": lambda desk, words: plan_list_posts(desk, _list_of(desk, words)).quote,
}
"""Every job that goes to X, by its word."""
