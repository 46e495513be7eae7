"""A book of many is read in several searches, and a long filter has room in the short ones only.

Whoever was asked for with the filter was not read without it.
"""

from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve, remove
from allybook.services.books.roster import lay_rosters
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.noted import noted
from allybook.services.reading.readership import Readers, note_read, read_until
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
BOOK = Source(Origin.BOOK, "Allies")
ALL = parse("-is:repost")
URGENT = parse(
    '("action alert" OR urgent OR "call today" OR "sign the petition" OR deadline OR '
    '"take action" OR "phone bank" OR "rapid response" OR "public comment") -is:repost'
)
SHORTER = parse(
    '("action alert" OR urgent OR "call today" OR "sign the petition" OR deadline OR '
    '"public comment" OR "take action" OR "phone bank") -is:repost'
)
LONG_NAMES = {f"a_shelter_{number:05}": str(100 + number) for number in range(20)}
SHORT_NAMES = {f"shelter_{number:03}": str(200 + number) for number in range(19)}
TEXTS = ("urgent: call today", "Beds tonight", "Coats for all")


class Writers(MemoryNetwork):
    """Finds what those wrote who are named in a search; with the filter, what is urgent of it."""

    def __init__(self):
        super().__init__()
        self.ids = LONG_NAMES | SHORT_NAMES
        self.people = {one: Account(one, handle) for handle, one in self.ids.items()}
        self.given = []

    def search(self, query, **more):
        ids = [one for handle, one in self.ids.items() if f"from:{handle}" in query]
        self.found = [
            Post(id_at(at, sequence=int(one)), one, at, text)
            for hours, text in enumerate(TEXTS)
            for at in [NOW - timedelta(days=2, hours=hours)]
            for one in reversed(ids)
            if "urgent" in text or "urgent" not in query
        ]
        page = super().search(query, **more)
        self.given += [post.post_id for post in page.items]
        return page


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def network():
    return Writers()


@pytest.fixture
def desk(desk, network):
    desk.cache.save_accounts(list(network.people.values()), NOW)
    return desk


def join(desk, handles):
    book = desk.book("Allies")
    nominate_handles(desk, book, list(handles))
    approve(desk, book, [one.key for one in book.allies() if one.handle in handles])
    lay_rosters(desk)


def leave(desk, handles):
    book = desk.book("Allies")
    remove(desk, book, [one.key for one in book.allies() if one.handle in handles])
    lay_rosters(desk)


def read(desk, chosen):
    return read_source(desk, plan_source(desk, BOOK, chosen), Patience())


def sifting(network):
    """Return for each search whether X sifted by the words."""
    return ["urgent" in query for query in network.queries]


def test_who_was_asked_for_with_the_words_is_read_without_them_later(desk, network):
    join(desk, LONG_NAMES)
    read(desk, URGENT)
    assert sifting(network) == [False, True]
    assert read(desk, ALL).complete
    assert desk.cache.count(EVERYTHING) == len(LONG_NAMES) * len(TEXTS)
    assert noted(desk) == ()
    assert read(desk, ALL).items == read(desk, URGENT).items == 0


def test_who_joins_the_short_search_is_read_and_the_others_are_not_read_again(desk, network):
    first, *others = LONG_NAMES
    join(desk, others)
    read(desk, URGENT)
    join(desk, [first])
    assert read(desk, URGENT).items == 1
    assert read(desk, URGENT).items == 0
    assert len(network.given) == len(set(network.given))


def test_a_search_without_the_words_goes_back_to_where_one_without_them_came(desk, network):
    """Those who were read in two short searches are a full one together, which has no room."""
    names = list(SHORT_NAMES)
    for some in (names[:10], names[10:]):
        join(desk, some)
        read(desk, SHORTER)
    assert sifting(network) == [True] * len(network.queries)
    join(desk, list(LONG_NAMES)[:15])
    network.queries.clear()
    read(desk, SHORTER)
    assert sifting(network) == [True, False]
    leave(desk, LONG_NAMES)
    assert read(desk, ALL).complete
    assert {desk.cache.count(parse(f"from:{name}")) for name in names} == {len(TEXTS)}


def test_what_was_read_without_the_words_counts_with_them(desk):
    people = frozenset({"anna", "bert", "cleo"})
    for sifted, post in (("-is:repost", 200), ("-is:repost lang:en", 300), ("is:(", 400)):
        note_read(desk, Readers("book", sifted, people), ["anna"], post)
    note_read(desk, Readers("book", "", people), ["bert"], 100)
    for sifted, reached in (
        ("", {"bert": 100}),
        ("-is:repost", {"anna": 200, "bert": 100}),
        ("lang:en beds -is:repost", {"anna": 300, "bert": 100}),
        ("is:(", {"anna": 400}),
    ):
        assert read_until(desk, Readers("book", sifted, people)) == reached
