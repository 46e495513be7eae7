"""Gaps of X Lists: searched for, or read on the list's own page, which reaches further back.

A list's page has no moments to ask by: it goes on where a reading stopped as long as X takes the
token of that place, and else begins at the newest post again, past what is known.
"""

from __future__ import annotations

import json
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.errors import NotThere, NotUnderstood
from allybook.domain.filters.tree import And, On, Term
from allybook.domain.money.endpoints import LIST_POSTS
from allybook.domain.money.pricing import Quote
from allybook.domain.posts import time_of
from allybook.domain.reading.gaps import MOST, Gap, expect
from allybook.domain.spoken import speak, speak_many
from allybook.services.money.quote import Way, beside, by_price, plan_step, post_steps, unpaid
from allybook.services.reading.hidden import private_on_list
from allybook.services.reading.noted import end_gaps, note
from allybook.services.reading.stretch import Stretch, read_stretch
from allybook.services.reading.tens import LEAST, PAGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from allybook.domain.filters.tree import Node
    from allybook.domain.posts import Post
    from allybook.domain.reading.pages import Page
    from allybook.domain.reading.sources import Source
    from allybook.domain.spoken import Spoken
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading

AT_ONCE = 800
"""So many posts of a gap are read for one price; what is left stays a gap."""
LOOKED_UP = 1_000
"""Of so many of the newest posts it is looked up whether they were paid for today."""


class LeftAt(Struct, frozen=True):
    """Where a list's page was left: before which post, and the token of the page after it."""

    newer: str
    token: str


class PageWay(Struct, frozen=True):
    """How the list's page gives a gap: from a place or from its top, for at most how many posts."""

    token: str
    most: int
    quote: Quote


def choose_way(
    desk: Desk, gap: Gap, search: Quote | None, most: int | None = None
) -> tuple[PageWay | None, Quote]:
    """Return how a list's gap is read, and the quote; no page where it is searched for.

    ``search`` is what searching costs, None where X's search does not reach it; at most ``most``
    posts of the gap are read.
    """
    page = None if is_ended(desk, gap) else _plan_page(desk, gap, most)
    if page is None:
        return None, search or _nothing(gap)
    if search is None:
        return page, page.quote
    ways = Way(speak("searching for them"), search), Way(_page_words(page), page.quote)
    private = private_on_list(desk, gap.source.name)
    if private:
        told = replace(page.quote, because=_say_private(page.quote.because, private))
        shown = replace(ways[1], quote=told)
        return page, beside(shown, (ways[0], shown)).quote
    # At the same price the page is better where it goes on: it reaches all of the gap.
    first = reversed(ways) if page.token else iter(ways)
    chosen = min(first, key=lambda way: by_price(way.quote))
    return page if chosen is ways[1] else None, beside(chosen, ways).quote


def is_ended(desk: Desk, gap: Gap) -> bool:
    """Return whether a list's page gave all that X has of it, and the gap lies beyond."""
    return int(gap.newer) <= _end(desk, gap.source) + 1


def fill_by_page(
    desk: Desk, gap: Gap, way: PageWay, ticket: Ticket, *, job: str, day: date
) -> Reading:
    """Read a gap of a list on its page, newest first, no more than its price of a day (UTC)."""
    network, list_id = desk.line.network(), gap.source.name

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page of the list, from where the last reading ended."""
        return network.list_posts(list_id, page=page or way.token or None, size=wanted or PAGE)

    ends = gap.older, gap.older, gap.newer
    stretch = Stretch(gap.source, gap.query, *ends, gap.about, paid=day)
    try:
        return read_page_of_list(desk, stretch, ask, ticket, job=job, most=way.most)
    except NotUnderstood:
        if way.token:
            # A place that X does not know any more; the next quote is that of the whole page.
            desk.cache.set_mark(_place_mark(gap.source), "")
        raise


def read_page_of_list(
    desk: Desk,
    stretch: Stretch,
    ask: Callable[[str | None, int | None], Page[Post]],
    ticket: Ticket,
    *,
    job: str,
    most: int,
) -> Reading:
    """Read the page of a list down to what is known, and note where it was left or ended.

    Where it was left is noted whatever ended it: what was paid for is not read again. Of a list
    that X names as gone nothing is left to be read.
    """
    last: list[Page[Post]] = []
    oldest = 0

    def ask_on(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page, and note how far down it reaches."""
        nonlocal oldest
        answer = _cut(ask(page, min(PAGE, wanted or PAGE)), stretch.since)
        last[:] = [answer]
        oldest = min((int(post.post_id) for post in answer.items), default=oldest)
        return answer

    try:
        reading = read_stretch(desk, ticket, stretch, ask_on, job=job, most=most)
    except NotThere as gone:
        if gone.is_about(stretch.source.name):
            end_gaps(desk, stretch.source)
        raise
    finally:
        if token := last[0].next_page if last else None:
            place = json.dumps({"newer": str(oldest), "token": token})
            desk.cache.set_mark(_place_mark(stretch.source), place)
    if reading.complete and oldest > int(stretch.since or 0) and _has_older(desk, stretch):
        _note_end(desk, stretch, oldest, reading.items)
    return reading


def _cut(page: Page[Post], last: str) -> Page[Post]:
    """Return a page that is the last one where it comes to posts known before."""
    ended = bool(last) and any(int(post.post_id) <= int(last) for post in page.items)
    return replace(page, next_page=None) if ended else page


def _has_older(desk: Desk, stretch: Stretch) -> bool:
    """Return whether posts of a list are here that are older than what was wanted."""
    known = desk.cache.order(Term(On.LIST, stretch.source.name))
    return len(known) > 0 and known[-1] <= int(stretch.since or 0)


def _note_end(desk: Desk, stretch: Stretch, oldest: int, items: int) -> None:
    """Note that X gives nothing older of a list, though older posts of it are here."""
    desk.cache.set_mark(_end_mark(stretch.source), str(oldest))
    about = expect(items, stretch.newer or str(oldest), str(oldest), stretch.since)
    if about:
        lost = Gap(stretch.source, stretch.query, stretch.since, str(oldest), about)
        note(desk, lambda known: [*known, lost])


def _plan_page(desk: Desk, gap: Gap, most: int | None) -> PageWay:
    """Plan reading a gap by the page of its list, with what X's search would leave out of it."""
    place = _place(desk, gap.source)
    most = min(_most(desk, gap), AT_ONCE if most is None else most)
    words = speak_many(most, "{n} post", "{n} posts")
    if place is not None and place.newer == gap.newer:
        because = say_about(gap, most)
        because = speak("{told} The list's page goes on where it was left.", told=because)
        return PageWay(place.token, most, _quote(desk, most, words, because))
    above = _above(gap)
    number = desk.cache.count(above)
    newest = desk.cache.order(above, limit=LOOKED_UP)
    # Of the others none was read today, as readings come from the newest post down.
    again = unpaid(desk, LIST_POSTS, list(map(str, newest))) + number - len(newest)
    because = speak_many(
        number,
        "{told} The list's page begins at its newest post, so {n} known one comes first.",
        "{told} The list's page begins at its newest post, so {n} known ones come first.",
        told=say_about(gap, most),
    )
    quote = _quote(desk, most, words, because)
    if again:
        words = speak_many(again, "{n} known one again", "{n} known ones again")
        more = plan_step(desk, LIST_POSTS, again, words, page=PAGE)
        quote = replace(quote, steps=(*quote.steps, more))
    return PageWay("", most + number, quote)


def _above(gap: Gap) -> Node:
    """Return the filter for what is known of a list above a gap, to within a second."""
    listed, newer = Term(On.LIST, gap.source.name), time_of(gap.newer)
    if newer is None:
        return listed
    # Posts say the second in which they were written, and their ids the millisecond.
    return And((listed, Term(On.SINCE, newer.replace(microsecond=0).isoformat())))


def _quote(desk: Desk, most: int, words: str, because: str) -> Quote:
    steps = post_steps(desk, LIST_POSTS, most, words, page=PAGE)
    return Quote("gap", steps, because, exact=False)


def _most(desk: Desk, gap: Gap) -> int:
    """Return how many posts of a list a gap has, where some of them were left out by X."""
    share = float(desk.cache.mark(f"found:{gap.query}") or 1)
    about = min(MOST, ceil(gap.about / max(share, 0.01)))
    return in_tens(about)


def in_tens(about: int) -> int:
    """Return how many posts of a gap are read for one price; one page where nobody can tell."""
    return ceil(min(about, AT_ONCE) / LEAST) * LEAST or PAGE


def say_about(gap: Gap, most: int) -> Spoken:
    """Return how many posts a gap has, and how many of them are read."""
    if not gap.about:
        return speak(
            "The last reading was cut short before it could tell how many posts are left. This "
            "reads the newest {n} of them at most.",
            n=most,
        )
    told = speak_many(
        gap.about,
        "About 1 post was not read when the last reading was cut short.",
        "About {n} posts were not read when the last reading was cut short.",
    )
    if most < gap.about:
        return speak("{told} This reads the newest {n} of them.", told=told, n=most)
    return told


def _say_private(told: str, number: int) -> Spoken:
    more = speak_many(
        number,
        "1 member is private, and no search shows what they write; the list's page does.",
        "{n} members are private, and no search shows what they write; the list's page does.",
    )
    return speak("{told} {more}", told=told, more=more)


def _page_words(way: PageWay) -> Spoken:
    if way.token:
        return speak("going on with the list's page")
    return speak_many(
        way.most, "reading {n} post of the list's page", "reading {n} posts of the list's page"
    )


def _nothing(gap: Gap) -> Quote:
    return Quote("gap", (), say_about(gap, gap.about), exact=False)


def _place(desk: Desk, source: Source) -> LeftAt | None:
    text = desk.cache.mark(_place_mark(source))
    return LeftAt(**json.loads(text)) if text else None


def _end(desk: Desk, source: Source) -> int:
    """Return the oldest post that X gave of a list, where it said that there is no older one."""
    return int(desk.cache.mark(_end_mark(source)) or 0)


def _place_mark(source: Source) -> str:
    return f"list page:{source.name}"


def _end_mark(source: Source) -> str:
    return f"list end:{source.name}"
