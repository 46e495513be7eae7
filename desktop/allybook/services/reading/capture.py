"""Capture a chat: every post of the last seven days that carries its hashtag.

Plain reposts say nothing new and cost as much as a post, so X is asked to leave them out, unless
somebody wants them; how often a post was passed on stands on the post itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.book.keys import hashtag_key
from allybook.domain.changes import Changed
from allybook.domain.errors import TooOld
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Term
from allybook.domain.money.endpoints import COUNT, SEARCH
from allybook.domain.money.pricing import Quote
from allybook.domain.posts import INSTANT
from allybook.domain.reading.hours import Hours
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import hold
from allybook.domain.spoken import speak, speak_many
from allybook.ports.network import Window
from allybook.services.jobs.paging import Reading
from allybook.services.jobs.patience import patiently
from allybook.services.money.quote import fits, left, plan_step, post_steps, unpaid
from allybook.services.reading import known
from allybook.services.reading.alone import alone
from allybook.services.reading.hours import check_time, read_hours
from allybook.services.reading.stretch import in_reach
from allybook.services.reading.tens import LEAST, PAGE, most_that
from allybook.services.timeline.view import walk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.domain.reading.spans import Span
    from allybook.domain.spoken import Spoken
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.reading.known import KnownWay

MOST = 500
"""How many posts are read at most where nobody knows how many there are."""
MOST_COUNTED = 2000
"""How many are read at most where X has counted them, and nobody said another number."""
NO_REPOSTS = Not(Term(On.IS, "repost"))


def chat_source(hashtag: str) -> Source:
    """Return where the posts of a chat are kept; ``hashtag`` with or without #."""
    tag = hashtag_key(hashtag).removeprefix("#")
    return Source(Origin.CHAT, tag)


def way_of(desk: Desk, hashtag: str, *, reposts: bool = False) -> KnownWay:
    """Return how a chat is captured, with the plain ``reposts`` or without."""
    source, sifted = chat_source(hashtag), EVERYTHING if reposts else NO_REPOSTS
    query = desk.write_query(sifted, f"#{source.name}")
    return known.way_to(desk, source, query.text, And((posts_of_chat(source.name, None), sifted)))


def posts_of_chat(tag: str, window: Hours | None) -> Node:
    """Return the filter that keeps the posts of a chat, within a window of time if one is given."""
    terms = [Term(On.HASHTAG, tag)]
    if window and window.start:
        terms.append(Term(On.SINCE, window.start.isoformat()))
    if window and window.end:
        terms.append(Term(On.UNTIL, window.end.isoformat()))
    return And(tuple(terms))


class CapturePlan(Struct, frozen=True):
    """What is read of a chat by a ``way`` in a ``window``: at most so many posts, and the price.

    Posts that were read today are free: so the price is one of the day of the way. Where it is cut
    to what the budget has room for, ``whole`` is the price of all of it. What was counted and is
    cut by nothing is read ``to_end``, however few posts X puts on a page; but not where X counted
    posts that are here as well, for some of those may be gone there, and others would come for
    them. ``none`` says that X counts nothing at all.
    """

    way: KnownWay
    window: Hours | None
    most: int
    quote: Quote
    whole: Quote | None = None
    to_end: bool = False
    none: bool = False


def up_to(window: Hours | None, moment: datetime) -> Hours:
    """Return a window as far as it was over at a moment: what was written later was not counted.

    What was written in that very moment was.
    """
    window, end = window or Hours(), moment + INSTANT
    return replace(window, end=min(window.end, end) if window.end else end)


def quote_count(desk: Desk) -> Quote:
    """Quote asking X how many posts a chat has, before reading them."""
    step = plan_step(desk, COUNT, 1, speak("One count"))
    return Quote("count", (step,), speak("Counting first makes the price of reading exact."))


def query_of(desk: Desk, hashtag: str, *, reposts: bool = False) -> str:
    """Return what X is asked to search for."""
    return way_of(desk, hashtag, reposts=reposts).query


def is_read(
    desk: Desk, hashtag: str, window: Hours | None = None, *, reposts: bool = False
) -> bool:
    """Return whether X has nothing of a chat that was not read; what is not over yet may grow."""
    return not known.missing(desk, way_of(desk, hashtag, reposts=reposts), window)


def count_posts(
    desk: Desk,
    hashtag: str,
    ticket: Ticket,
    window: Hours | None = None,
    *,
    reposts: bool = False,
) -> int:
    """Ask X how many posts a capture would read, with the plain ``reposts`` or without.

    One count tells of all that lies between the ends of what is missing, what is here as well.
    ``BeingRead`` where another window or command reads the chat: it would tell of too much.
    """
    way = way_of(desk, hashtag, reposts=reposts)
    network, asked = desk.line.network(), _counted(desk, known.missing(desk, way, window))
    count = partial(network.count, way.query)
    with alone(desk, way.source, [way.query]), desk.jobs.named(f"count #{way.source.name}"):
        try:
            return patiently(desk, ticket, partial(count, window=asked), each_costs=True)
        except TooOld:
            # This clock is behind; X counts what it gives.
            everything = replace(asked, since_id=None)
            return patiently(desk, ticket, partial(count, window=everything), each_costs=True)


def quote_capture(
    desk: Desk,
    hashtag: str,
    counted: int | None = None,
    window: Hours | None = None,
    *,
    reposts: bool = False,
    most: int | None = None,
) -> Quote:
    """Quote a capture as it is planned (``plan_capture``)."""
    plan = plan_capture(desk, hashtag, counted, window, reposts=reposts, most=most)
    return plan.quote


def plan_capture(
    desk: Desk,
    hashtag: str,
    counted: int | None = None,
    window: Hours | None = None,
    *,
    reposts: bool = False,
    most: int | None = None,
) -> CapturePlan:
    """Plan a capture of at most ``most`` posts: exact once they were ``counted``, else ``MOST``.

    Posts of the chat that were read today, from wherever, are free until midnight UTC. ``BadInput``
    for a time of which X has nothing, and of which nothing is here.
    """
    way = replace(way_of(desk, hashtag, reposts=reposts), day=desk.clock.now().date())
    job, here = f"chat #{way.source.name}", _at_hand(desk, way, window)
    if not here.missing:
        check_time(desk, way, window)
        told = _say_here(_say_read(desk, way, window), here.known)
        return CapturePlan(way, window, 0, Quote(job, (), told))
    limit = max(LEAST, MOST if most is None else most)
    new = limit if counted is None else max(0, counted - here.settled)
    wanted = new if counted is not None and most is None else min(limit, new)
    paid = 0 if counted is None else here.paid
    whole, unsure = counted is not None and wanted == new, here.settled and new
    is_ten = whole and unsure and new < LEAST
    resources = LEAST if is_ten else max(0, min(wanted, new - paid))
    steps = post_steps(
        desk, SEARCH, resources, speak_many(resources, "{n} post", "{n} posts"), page=PAGE
    )
    told = _say_uncounted(limit) if counted is None else _say_counted(way, new, here)
    told = _say_newest(told, wanted) if wanted < new else told
    told = _say_ten(told) if is_ten else told
    told = _say_here(told, here.known) if window else told
    told = told if reposts else _say_left_out(told)
    quote = Quote(job, steps, told, exact=whole and not is_ten and not desk.along())
    return CapturePlan(way, window, wanted, quote, to_end=whole and not unsure, none=counted == 0)


def plan_capture_within(
    desk: Desk,
    hashtag: str,
    counted: int | None = None,
    window: Hours | None = None,
    *,
    reposts: bool = False,
    most: int | None = None,
) -> CapturePlan:
    """Plan as ``plan_capture`` does, for as many posts as the budget has room for.

    It is the smallest reading where there is no room for any, and all of it where none is left.
    """
    plan_size = partial(plan_capture, desk, hashtag, counted, window, reposts=reposts)
    plan = plan_size(most=most)
    if fits(desk, plan.quote) or not left(desk):
        return plan
    size = most_that(lambda size: fits(desk, plan_size(most=size).quote), plan.most)
    return replace(plan_size(most=size), whole=plan.quote)


class AtHand(Struct, frozen=True):
    """What of a chat is missing, newest first, and what is here, counted.

    ``known`` is what was read of what is wanted; ``settled`` what X counts and is not asked for
    again, ``paid`` what is free today; ``goes_on`` says that it is counted from a post on.
    """

    missing: tuple[Span, ...]
    known: int = 0
    settled: int = 0
    paid: int = 0
    goes_on: bool = False


def _at_hand(desk: Desk, way: KnownWay, window: Hours | None) -> AtHand:
    """Return what is here already of what is wanted of a chat."""
    left = known.missing(desk, way, window)
    wanted = known.wanted_of(desk, window) if left or not window else known.span_of(window)
    order = [post for post in desk.cache.order(way.kept) if wanted.holds(post)]
    here = sum(1 for post in order if not hold(left, post))
    if not left:
        return AtHand((), here)
    bottom = int(_counted(desk, left).since_id or 0)
    within = [post for post in order if bottom < post < left[0].newer]
    wanting = [post for post in within if hold(left, post)]
    paid = len(wanting) - unpaid(desk, SEARCH, list(map(str, wanting)))
    return AtHand(left, here, len(within) - len(wanting), paid, goes_on=bool(bottom))


def _counted(desk: Desk, left: Sequence[Span]) -> Window:
    """Return what is counted: from the oldest end of what is missing to the newest."""
    if not left:
        return Window()
    older = str(left[-1].older)
    newer = None if left[0].is_open else str(left[0].newer)
    return Window(since_id=older if in_reach(desk, older) else None, until_id=newer)


def _say_read(desk: Desk, way: KnownWay, window: Hours | None) -> Spoken:
    if window and not known.is_whole(desk, way, window):
        return speak("Not all of it was read, and X gives no more of that time.")
    return speak("All of it was read before.")


def _say_uncounted(limit: int) -> Spoken:
    return speak_many(
        limit,
        "Not counted yet: at most {n} post is read.",
        "Not counted yet: at most {n} posts are read.",
    )


def _say_newest(told: str, wanted: int) -> Spoken:
    return speak_many(
        wanted,
        "{told} Only the newest {n} of them is read.",
        "{told} Only the newest {n} of them are read.",
        told=told,
    )


def _say_ten(told: str) -> Spoken:
    return speak("{told} X finds no fewer than {least} at once.", told=told, least=LEAST)


def _say_left_out(told: str) -> Spoken:
    return speak("{told} Plain reposts are left out: each would cost as much as a post.", told=told)


def _say_counted(way: KnownWay, new: int, here: AtHand) -> Spoken:
    tag = way.source.name
    because = speak_many(
        new,
        "X counts {n} post with #{hashtag}.",
        "X counts {n} posts with #{hashtag}.",
        hashtag=tag,
    )
    if here.settled or (here.goes_on and here.known):
        # “0 posts” would be said of a chat that has many.
        because = speak_many(
            new,
            "X counts {n} more post with #{hashtag}.",
            "X counts {n} more posts with #{hashtag}.",
            hashtag=tag,
        )
    if here.paid:
        because = speak_many(
            here.paid,
            "{told:open}, of which {n} was read today and is free.",
            "{told:open}, of which {n} were read today and are free.",
            told=because,
        )
    return because


def _say_here(told: Spoken, number: int) -> Spoken:
    """Add how many posts of a time are here and not asked for again."""
    if not number:
        return told
    rest = speak_many(
        number,
        "1 post of that time is here already and costs nothing.",
        "{n} posts of that time are here already and cost nothing.",
    )
    return speak("{told} {more}", told=told, more=rest)


def capture(
    desk: Desk,
    hashtag: str,
    ticket: Ticket,
    *,
    window: Hours | None = None,
    most: int = MOST,
    reposts: bool = False,
) -> Reading:
    """Read the posts of a chat, newest first, and keep each page as it comes.

    Only what was not read before is asked for, of all that X gives or of a ``window`` of time. What
    is cut short is a gap from then on.
    """
    return _read(desk, way_of(desk, hashtag, reposts=reposts), window, most, ticket)


def read_chat(desk: Desk, plan: CapturePlan, ticket: Ticket) -> Reading:
    """Read what a plan says, as ``capture`` does.

    Where posts that were free when it was planned cost by now, nothing more is read; of what was
    counted no more than that, and nothing is asked where that is none. ``BeingRead`` where another
    window or command reads the same.
    """
    way = plan.way
    with alone(desk, way.source, [way.query]):
        # Until a moment ago, another may have read of it.
        now = known.way_to(desk, way.source, way.query, way.kept)
        now = replace(now, day=way.day, counted=plan.most if plan.to_end else None)
        if plan.to_end and not plan.most:
            if plan.none:
                known.settle_none(desk, now, plan.window)
            _adopt(desk, now)
            return Reading(0, complete=True)
        most = plan.most if plan.to_end else max(LEAST, plan.most)
        return _read(desk, now, plan.window, most, ticket)


def _read(desk: Desk, way: KnownWay, window: Hours | None, most: int, ticket: Ticket) -> Reading:
    desk.line.network()
    job = f"chat #{way.source.name}"
    try:
        return read_hours(desk, ticket, way, window, job=job, most=most)
    finally:
        _adopt(desk, way)


def _adopt(desk: Desk, way: KnownWay) -> None:
    """Keep under the chat what a search in the same words had brought."""
    spans = known.read(desk, way)
    others = desk.cache.order(And((way.kept, Not(Term(On.CHAT, way.source.name)))))
    found = [post for post in others if hold(spans, post)]
    if found:
        desk.cache.save_posts([row.post for row in walk(desk, found)], way.source)
        desk.announcer.announce(Changed(posts=True))
