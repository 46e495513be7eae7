"""``allybook quote``: what a job would cost, at no cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from allybook.cli.asking import as_json, check_most, duration, some
from allybook.cli.chats import window_of
from allybook.cli.checks import quote_check
from allybook.cli.chosen_book import book_called
from allybook.cli.out import dollars
from allybook.cli.refreshing import (
    GAPS,
    LIST_POSTS,
    most_of_gaps,
    named_source,
    people_of,
    plan_of,
    say_gaps,
    told_of_gaps,
)
from allybook.cli.typed import read_told
from allybook.domain.errors import BadInput
from allybook.domain.money.dollars import in_words
from allybook.domain.money.endpoints import ACCOUNTS
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.sources import Origin
from allybook.services.lists.pull import quote_pull
from allybook.services.money.quote import budget, fits, left, sum_in_words
from allybook.services.people.unknown import quote_unknown
from allybook.services.publish.plan import plan_list
from allybook.services.reading.capture import (
    MOST,
    MOST_COUNTED,
    is_read,
    quote_capture,
    quote_count,
    way_of,
)
from allybook.services.reading.gaps import gaps, quote_gap
from allybook.services.reading.hours import check_time
from allybook.services.reading.list_gaps import AT_ONCE
from allybook.services.reading.missing import asked_for, left_out
from allybook.services.reading.tens import LEAST
from allybook.services.sign_in.who import after_sign_in, quote_sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.cli.call import Call
    from allybook.domain.reading.hours import Hours
    from allybook.services.desk import Desk


CHAT, PUBLISH = "chat", "list"
READ_IN_PART = frozenset({"home", "refresh", "search", "book", GAPS, LIST_POSTS})
"""What ``refresh`` reads: where the budget has room for a part of it, for that part."""


class About(NamedTuple):
    """What a job is about, the book that is current, and the most posts to read (0: as usual).

    ``window`` is the time of a chat that is meant, if one is; with ``reposts`` they are read too.
    """

    told: tuple[str, ...]
    current: str
    most: int
    window: Hours | None = None
    reposts: bool = False

    @property
    def of(self) -> str:
        """Return what the job is about in one piece."""
        return " ".join(self.told).strip()


def run_quote(call: Call) -> int:
    """Print what a job would cost, at no cost."""
    desk, out = call.desk, call.out
    quote = _quote(call)
    if call.words.form == "json":
        out.json({**as_json(quote), "left": dollars(left(desk))})
        return 0
    for step in quote.steps:
        out.say(f"{step.words}: {in_words(step.dollars)}")
    about = "Together" if quote.exact or not quote.bounded else "Together, at most"
    size = f"{some(quote.requests, 'request')}, {duration(quote.minutes)}"
    out.say(f"{about}: {sum_in_words(quote)}, {size}. {quote.because}")
    for other in quote.others:
        out.say(f"Not taken: {other.words}, {sum_in_words(other)}")
    out.say(_what_is_left(call, quote))
    return 0


def _quote(call: Call) -> Quote:
    """Quote the job; who brings a token along is told by X who that is, before anything else."""
    desk, words, options = call.desk, call.words, call.options
    told = tuple(words.filter) or tuple(filter(None, [words.whom]))
    window = window_of(words, desk.clock.zone)
    job, about = JOBS[words.job], About(told, options.book, words.most, window, words.with_reposts)
    if about.window and words.job != CHAT:
        raise BadInput("Only a chat is read between two times: leave out --from and --to.")
    if about.reposts and words.job != CHAT:
        raise BadInput("Only a chat is read with or without reposts: leave out --with-reposts.")
    if not options.token_stdin or options.practice:
        return job(desk, about)
    return after_sign_in(desk, job(replace(desk, asks_first=True), about))


def _what_is_left(call: Call, quote: Quote) -> str:
    desk, rest = call.desk, left(call.desk)
    told = f"{in_words(rest)} of this month's {in_words(budget(desk))} is left"
    if fits(desk, quote):
        return f"{told}."
    then = "this would stop on the way"
    if call.words.job == PUBLISH:
        then = "nothing would be sent"
    elif not rest or (quote.requests == 1 and call.words.job not in READ_IN_PART):
        # It is asked whole, or not at all.
        then = "nothing would be asked"
    elif call.words.job == CHAT:
        then = "chat would read no more posts than there is room for"
    elif call.words.job in READ_IN_PART:
        then = "refresh would ask for as many posts as there is room for"
    return f"{told}, so {then}; “allybook budget DOLLARS” raises the budget."


def _quote_source(desk: Desk, origin: Origin, about: About) -> Quote:
    """Quote a reading as ``refresh`` would do it now."""
    source, through = named_source(desk, origin, about.told)
    return told_of_gaps(desk, plan_of(desk, source, through, about.most), through)


def _quote_gaps(desk: Desk, about: About) -> Quote:
    """Quote reading what earlier readings left out of what the words are about."""
    found = left_out(gaps(desk), *asked_for(desk, read_told(desk, about.told)))
    quotes, room = [], most_of_gaps(about.most)
    for gap in found:
        quotes.append(quote_gap(desk, gap, room))
        if room is None:
            continue
        room -= sum(step.resources for step in quotes[-1].steps[:1])
        if room < LEAST:
            break
    if not quotes:
        of_this = " of this" if about.told else ""
        return Quote(GAPS, (), f"No reading{of_this} was cut short: there is no gap.")
    because = f"{say_gaps(found, large=True)}, in {some(len(found), 'gap')}."
    if not any(gap.about for gap in found):
        because = f"{because} Too little was read to tell how many."
    elif not all(gap.about for gap in found):
        because = f"{because} Of some, too little was read to tell how many posts they have."
    if any(gap.about > AT_ONCE for gap in found):
        because = f"{because} Of a large gap this reads the newest {AT_ONCE}; the rest stays one."
    steps = tuple(step for quote in quotes for step in quote.steps)
    return Quote(GAPS, steps, because, exact=False)


def _quote_chat(desk: Desk, about: About) -> Quote:
    """Quote the most that a chat costs once it is counted; names come on top."""
    if not about.of:
        raise BadInput("Which chat? For example: allybook quote chat swhelper.")
    check_most(about.most)
    window, whole = about.window, about.reposts
    check_time(desk, way_of(desk, about.of, reposts=whole), window)
    most = about.most or MOST_COUNTED
    capture = quote_capture(desk, about.of, window=window, reposts=whole, most=most)
    if is_read(desk, about.of, window, reposts=whole):
        return capture
    usual = quote_capture(desk, about.of, window=window, reposts=whole)
    count = quote_count(desk)
    example = ""
    if usual.dollars < capture.dollars:
        example = f": a chat of {some(MOST, 'post')} costs {in_words(usual.dollars)}"
    each = in_words(desk.prices.price(ACCOUNTS).dollars)
    because = (
        f"{capture.because} X counts them first, for {in_words(count.dollars)}, and no more than "
        f"it counts is read and paid{example}. “--most POSTS” reads fewer; the names of people who "
        f"are not known yet come on top, {each} each."
    )
    return Quote(capture.job, (*count.steps, *capture.steps), because, exact=False)


def _quote_names(desk: Desk, about: About) -> Quote:
    """Quote asking who the people of a filter are, as ``refresh names`` would ask now."""
    return quote_unknown(desk, people_of(desk, about.told))


def _quote_pull(desk: Desk, about: About) -> Quote:
    return quote_pull(desk, _list_of(desk, about), about.most)


def _list_of(desk: Desk, about: About) -> str:
    """Return the id of the X List of a book, or the id that was said."""
    if about.of.isdecimal():
        return about.of
    list_id = desk.cache.mirror(book_called(desk, about.of, about.current).info.book_id)
    if list_id is None:
        raise BadInput("This book has no X List yet: allybook list publish makes one.")
    return list_id


def _quote_list(desk: Desk, about: About) -> Quote:
    return plan_list(desk, book_called(desk, about.of, about.current)).quote


def _quote_home(desk: Desk, about: About) -> Quote:
    return _quote_source(desk, Origin.HOME, about)


JOBS: dict[str, Callable[[Desk, About], Quote]] = {
    "sign-in": lambda desk, _about: quote_sign_in(desk),
    "home": _quote_home,
    "refresh": _quote_home,
    "search": lambda desk, about: _quote_source(desk, Origin.SEARCH, about),
    "book": lambda desk, about: _quote_source(desk, Origin.BOOK, about),
    GAPS: _quote_gaps,
    "count": lambda desk, _about: quote_count(desk),
    CHAT: _quote_chat,
    "names": _quote_names,
    "check": lambda desk, about: quote_check(desk, about.of, about.current),
    PUBLISH: _quote_list,
    "pull": _quote_pull,
    LIST_POSTS: lambda desk, about: _quote_source(desk, Origin.LIST, about),
}
"""Every job that goes to X, by its word; ``refresh`` is what ``home`` was called before."""
