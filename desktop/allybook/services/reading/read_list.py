"""Read the posts of an X List: by its page, or by a search for what is new in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.filters.tree import EVERYTHING, On, Term
from allybook.domain.posts import time_of
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.domain.spoken import speak
from allybook.ports import Window
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.money.quote import Way, cheapest, post_steps
from allybook.services.reading.gaps import Stretch, note_end
from allybook.services.reading.saving import keep_share, part_of, share_found, tell_saving

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket, XQuery
    from allybook.services.desk import Desk
    from allybook.services.reading.saving import Saving

LIST_PAGE = "GET /2/lists/:id/tweets"
SEARCH = "GET /2/tweets/search/recent"
PAGE = 100
LEAST = 10
"""X finds no fewer than this at once."""
MOST = 300
SEARCH_REACH = timedelta(days=7) - timedelta(minutes=10)
"""How far back X searches, less what a long reading takes."""


class ListPlan(Struct, frozen=True):
    """The way chosen and its price; ``since`` is the post after which is searched, if it is.

    ``query`` is what is searched for, None where the list's page is read; ``share`` is what X
    finds of all that the list has.
    """

    list_id: str
    quote: Quote
    most: int
    since: str = ""
    query: XQuery | None = None
    share: float = 1.0
    saving: Saving | None = None


def plan_list_posts(
    desk: Desk, list_id: str, most: int = MOST, through: Node = EVERYTHING
) -> ListPlan:
    """Choose how to read at most ``most`` posts that are new in a list, ``through`` a filter.

    Its page cannot be asked for new posts only: the last page read brings up to a hundred known
    ones again, which X charges anew on another day, and it cannot leave out what a filter hides. A
    search can, for seven days back.
    """
    known = desk.cache.mark(_mark(list_id))
    page = _quote_page(desk, most, known)
    words = speak("reading {n} posts of the list's page", n=most)
    plain = ListPlan(list_id, page, most)
    found = _plan_search(desk, list_id, most, through)
    if found is None:
        return plain
    name = speak("searching for {n} new posts", n=found.most)
    chosen = cheapest(Way(words, page), Way(name, found.quote))
    return replace(found if chosen.words == name else plain, quote=chosen.quote)


def _plan_search(desk: Desk, list_id: str, most: int, through: Node) -> ListPlan | None:
    """Plan a search for what is new in a list; None where all of it is new to us."""
    query = desk.write_query(through, f"list:{list_id}")
    since = _searched_until(desk, list_id, query)
    if not since and query.sifted == EVERYTHING:
        return None
    share = share_found(desk, query, Term(On.LIST, list_id))
    sifted = part_of(most, share)
    quote, saving = tell_saving(_quote_search(desk, most), _quote_search(desk, sifted), share)
    return ListPlan(list_id, quote, sifted, since, query, share, saving)


def _searched_until(desk: Desk, list_id: str, query: XQuery) -> str:
    """Return the newest post up to which this was read, if X's search still reaches it."""
    marks = (desk.cache.mark(_mark(list_id)), desk.cache.mark(f"search:{query.text}"))
    newest = max(marks, key=lambda mark: int(mark or 0))
    return newest if newest and _in_reach(desk, newest) else ""


def read_list(desk: Desk, plan: ListPlan, ticket: Ticket) -> Reading:
    """Read what a plan says, newest first, and keep each page as it comes.

    Where known posts begin, the reading is at its end.
    """
    if plan.query is not None:
        return _search(desk, plan, plan.query, ticket)
    source = Source(Origin.LIST, plan.list_id)
    last = desk.cache.mark(_mark(plan.list_id))
    network = desk.line.network()

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = min(PAGE, wanted or PAGE)
        return _cut(network.list_posts(plan.list_id, page=page, size=size), last)

    read = Stretch()

    def keep(page: Page[Post]) -> None:
        read.add(page.items)
        desk.cache.save_posts(page.items, source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named("list posts"):
        reading = read_pages(desk, ticket, ask, keep, most=plan.most, total=plan.most)
    note_end(desk, source, f"list:{plan.list_id}", last, read, reading)
    if read.newest:
        desk.cache.set_mark(_mark(plan.list_id), max(read.newest, last or "0", key=int))
    return reading


def _search(desk: Desk, plan: ListPlan, query: XQuery, ticket: Ticket) -> Reading:
    """Search for what is new; what was sifted tells nothing about what was left out."""
    source = Source(Origin.LIST, plan.list_id)
    network = desk.line.network()
    window = Window(since_id=plan.since or None)
    read = Stretch()

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        return network.search(query.text, window=window, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        read.add(page.items)
        desk.cache.save_posts(page.items, source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named("list posts"):
        most = plan.most - LEAST + 1
        reading = read_pages(desk, ticket, ask, keep, most=most, total=plan.most)
    keep_share(desk, query, plan.share)
    note_end(desk, source, query.text, plan.since, read, reading)
    if read.newest:
        mark = _mark(plan.list_id) if query.sifted == EVERYTHING else f"search:{query.text}"
        desk.cache.set_mark(mark, max(read.newest, plan.since or "0", key=int))
    return reading


def _cut(page: Page[Post], last: str) -> Page[Post]:
    """Return a page that is the last one where it comes to posts known before."""
    ended = bool(last) and any(int(post.post_id) <= int(last) for post in page.items)
    return replace(page, next_page=None) if ended else page


def _quote_page(desk: Desk, most: int, since: str) -> Quote:
    again = PAGE if since and not _was_read_today(desk, since) else 0
    words = speak("{n} posts", n=most)
    if again:
        words = speak("{posts} and {n} known ones again", posts=words, n=again)
    steps = post_steps(desk, LIST_PAGE, most + again, words, page=PAGE)
    because = speak("The list's page gives its newest posts.")
    return Quote("list posts", steps, because, exact=False)


def _quote_search(desk: Desk, most: int) -> Quote:
    steps = post_steps(desk, SEARCH, most, speak("{n} posts", n=most), page=PAGE)
    because = speak("A search brings only what is newer than the last post read.")
    return Quote("list posts", steps, because, exact=False)


def _in_reach(desk: Desk, post_id: str) -> bool:
    written = time_of(post_id)
    return written is not None and desk.clock.now() - written < SEARCH_REACH


def _was_read_today(desk: Desk, post_id: str) -> bool:
    charge = desk.prices.price(LIST_PAGE).charge
    return desk.ledger.counted(desk.clock.now().date(), charge, (post_id,)) > 0


def _mark(list_id: str) -> str:
    return f"list:{list_id}"
