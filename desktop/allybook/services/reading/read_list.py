"""Read the posts of an X List: by its page, or by a search for what is new in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.money.endpoints import LIST_POSTS, SEARCH
from allybook.domain.money.pricing import Quote
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.spoken import speak, speak_many
from allybook.services.money.quote import Way, beside, cheapest, post_steps
from allybook.services.reading import known
from allybook.services.reading.hidden import private_on_list
from allybook.services.reading.hours import (
    LongAgo,
    hours_of,
    quote_hours,
    read_hours,
    read_whole,
    search_way,
)
from allybook.services.reading.list_gaps import read_page_of_list
from allybook.services.reading.saving import keep_share, part_of, share_found, tell_saving
from allybook.services.reading.stretch import Stretch, in_reach, paged
from allybook.services.reading.tens import LEAST, PAGE

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.posts import Post
    from allybook.domain.reading.hours import Hours
    from allybook.domain.reading.pages import Page
    from allybook.domain.spoken import Spoken
    from allybook.ports.network import XQuery
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading
    from allybook.services.reading.saving import Saving

MOST = 300
JOB = "list posts"


class ListReading(Struct, frozen=True):
    """The way chosen and its price; ``since`` is the post after which is searched, if it is.

    ``query`` is what is searched for, None where the list's page is read, and ``window`` the time
    that the filter names, if it names one; ``share`` is what X finds of all that the list has.
    """

    list_id: str
    quote: Quote
    most: int
    since: str = ""
    query: XQuery | None = None
    share: float = 1.0
    saving: Saving | None = None
    window: Hours | None = None

    @property
    def is_plain(self) -> bool:
        """Return whether all that is new is read, and none of it left out by X."""
        return self.query is None or (self.query.sifted == EVERYTHING and self.window is None)


def plan_list_posts(
    desk: Desk, list_id: str, most: int = MOST, through: Node = EVERYTHING
) -> ListReading:
    """Choose how to read at most ``most`` posts of a list, ``through`` a filter.

    Its page cannot be asked for new posts only: the last of them are known ones again, which X
    charges anew on another day, and it cannot leave out what a filter hides. A search can, for
    seven days back.
    """
    page = _quote_page(desk, most)
    words = speak_many(
        most, "reading {n} post of the list's page", "reading {n} posts of the list's page"
    )
    plain = ListReading(list_id, page, most)
    found = _plan_search(desk, list_id, most, through)
    if found is None:
        return plain
    ways = (
        Way(words, page),
        Way(
            speak_many(found.most, "searching for {n} new post", "searching for {n} new posts"),
            found.quote,
        ),
    )
    private = private_on_list(desk, list_id)
    if private:
        shown = replace(ways[0], quote=replace(page, because=_say_private(private)))
        return replace(plain, quote=beside(shown, (shown, ways[1])).quote)
    # At the same price a search brings more where the page gives what is hidden or paid again.
    brings_all = found.is_plain and not _is_paid_again(desk, list_id)
    chosen = cheapest(*(ways if brings_all else reversed(ways)))
    return replace(plain if chosen.words == words else found, quote=chosen.quote)


def _say_private(number: int) -> Spoken:
    """Return why a list with private members is not searched, whatever it costs."""
    return speak_many(
        number,
        "1 member is private, and no search shows what they write; the list's page does.",
        "{n} members are private, and no search shows what they write; the list's page does.",
    )


def _plan_search(desk: Desk, list_id: str, most: int, through: Node) -> ListReading | None:
    """Plan a search for what is new in a list; None where only the page has what is wanted."""
    query = desk.write_query(through, f"list:{list_id}")
    since = _read_until(desk, list_id, query)
    since = since if in_reach(desk, since) else ""
    try:
        window = hours_of(desk, through)
    except LongAgo:
        # The list's page goes back further than a search does.
        return None
    if not since and query.sifted == EVERYTHING and window is None:
        return None
    share = share_found(desk, query, Term(On.LIST, list_id))
    most = max(LEAST, most)
    sifted = part_of(most, share)
    whole, part = (_quote_search(desk, list_id, posts, since) for posts in (most, sifted))
    quote, saving = tell_saving(whole, part)
    plan = ListReading(list_id, quote, sifted, since, query, share, saving, window)
    if window is None:
        return plan
    way = _way(desk, list_id, query, _read_until(desk, list_id, query))
    quote, is_missing = quote_hours(desk, quote, [way], window)
    return replace(plan, quote=quote, saving=saving if is_missing else None)


def _read_until(desk: Desk, list_id: str, query: XQuery) -> str:
    """Return the newest post up to which this was read; empty for none."""
    marks = (desk.cache.mark(_mark(list_id)), known.read_until(desk, query.text))
    return max(marks, key=lambda mark: int(mark or 0))


def read_list(desk: Desk, plan: ListReading, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, and keep each page as it comes.

    Where known posts begin, the reading is at its end.
    """
    if plan.query is not None:
        return _search(desk, plan, plan.query, ticket)
    source, mark = Source(Origin.LIST, plan.list_id), _mark(plan.list_id)
    last = desk.cache.mark(mark)
    network = desk.line.network()

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        """Ask for the next page of the list."""
        return network.list_posts(plan.list_id, page=page, size=wanted or PAGE)

    # A search can go down to posts between known ones.
    floor = paged(desk, last)
    stretch = Stretch(source, f"list:{plan.list_id}", last, floor, mark=mark)
    return read_page_of_list(desk, stretch, ask, ticket, job=JOB, most=plan.most)


def _search(desk: Desk, plan: ListReading, query: XQuery, ticket: Ticket) -> Reading:
    """Search for what is new; what was sifted tells nothing about what was left out."""
    desk.line.network()
    keep_share(desk, query, plan.share)
    since = _read_until(desk, plan.list_id, query)
    mark = _mark(plan.list_id) if query.sifted == EVERYTHING else known.mark_of(query.text)
    way = _way(desk, plan.list_id, query, since)
    if plan.window is not None:
        return read_hours(desk, ticket, way, plan.window, job=JOB, most=plan.most)
    return read_whole(desk, ticket, way, mark, job=JOB, most=plan.most)


def _way(desk: Desk, list_id: str, query: XQuery, since: str) -> known.KnownWay:
    """Return how a list is searched for parts of all that was written on it."""
    source = Source(Origin.LIST, list_id)
    return search_way(desk, source, query, since, within=Term(On.LIST, list_id))


def _quote_page(desk: Desk, most: int) -> Quote:
    """Quote the list's page, of which no more than ``most`` posts are read, known ones too."""
    words = speak_many(most, "{n} post", "{n} posts")
    steps = post_steps(desk, LIST_POSTS, most, words, page=PAGE)
    because = speak("The list's page gives its newest posts.")
    return Quote(JOB, steps, because, exact=False)


def _is_paid_again(desk: Desk, list_id: str) -> bool:
    """Return whether known posts of the page would be charged once more."""
    since = desk.cache.mark(_mark(list_id))
    charge = desk.prices.price(LIST_POSTS).charge
    today = desk.clock.now().date()
    return bool(since) and not desk.ledger.counted(today, charge, (since,))


def _quote_search(desk: Desk, list_id: str, most: int, since: str) -> Quote:
    steps = post_steps(desk, SEARCH, most, speak_many(most, "{n} post", "{n} posts"), page=PAGE)
    because = speak("A search brings only what is newer than the last post read.")
    if not since:
        because = speak("A search leaves out what the filter hides.")
    elif desk.cache.members(list_id) is None:
        # Who is private is not known before the members were read.
        because = speak(
            "A search brings only what is newer than the last post read, and nothing that private "
            "members wrote."
        )
    return Quote(JOB, steps, because, exact=False)


def _mark(list_id: str) -> str:
    return f"list:{list_id}"
