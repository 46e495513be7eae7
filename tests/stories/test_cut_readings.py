"""A reading that is cut short and read on comes to what a whole one has, for no more."""

from datetime import timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import set_budget, spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.desk import Patience
from tests.workshop import practice_desk

ALL = 5_000
LIST = "1890374429045686272"
CASES = [
    pytest.param(Source(Origin.HOME), "", 1, id="home"),
    pytest.param(Source(Origin.SEARCH), "#SwHelper -is:repost", 50, id="search"),
    pytest.param(Source(Origin.LIST, LIST), "-is:repost", 20, id="list"),
    pytest.param(Source(Origin.BOOK, "Allies"), "", 60, id="book"),
]


def join(desk):
    """Put a hundred people who wrote something into a book."""
    read_source(desk, plan_source(desk, Source(Origin.HOME), most=ALL), Patience())
    authors = {post.author_id for post in desk.cache.posts(Source(Origin.HOME))}
    page = desk.line.network().accounts(sorted(authors, key=int)[:100])
    people = [one for one in page.items if not one.private]
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book("Allies")
    nominate_handles(desk, book, [one.handle for one in people])
    approve(desk, book, [ally.key for ally in book.allies()])
    lay_rosters(desk)


def read(desk, source, text, most=ALL):
    plan = plan_source(desk, source, parse(text), most)
    return read_source(desk, plan, Patience())


def kept(desk, origin):
    """Return what a search can still find: the pages of a list reach further, and show private."""
    since = desk.clock.now() - timedelta(days=6, hours=12)
    sources = [source for source, _count in desk.cache.sources() if source.origin is origin]
    posts = [post for source in sources for post in desk.cache.posts(source)]
    private = private_among(desk, sorted({post.author_id for post in posts}, key=int))
    return {p.post_id for p in posts if p.created_at > since and p.author_id not in private}


def private_among(desk, user_ids):
    """Return which of these accounts show their posts to their followers only."""
    parts = [user_ids[start : start + 100] for start in range(0, len(user_ids), 100)]
    found = [one for part in parts for one in desk.line.network().accounts(part).items]
    return {one.user_id for one in found if one.private}


@pytest.mark.parametrize(("source", "text", "most"), CASES)
def test_what_was_cut_short_is_read_to_its_end_and_paid_once(tmp_path, source, text, most):
    found = []
    for times in (0, 3):
        with practice_desk(tmp_path / str(times)) as desk:
            set_budget(desk, 500)
            if source.origin is Origin.BOOK:
                join(desk)
            before = spent_this_month(desk)
            for _ in range(times):
                read(desk, source, text, most)
            while not read(desk, source, text).complete:
                pass
            assert bool(gaps(desk)) is bool(times)
            while left := gaps(desk):
                fill_gap(desk, left[0], Patience())
            paid = spent_this_month(desk) - before
            found.append((kept(desk, source.origin), paid))
    (whole, price), (in_parts, paid) = found
    assert len(whole) > 50
    assert in_parts == whole
    assert paid <= price
