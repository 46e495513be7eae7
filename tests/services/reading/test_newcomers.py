"""Who comes to a book later is read from the start, and nobody is paid for twice."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BeingRead, Unreachable
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve, remove
from allybook.services.books.roster import lay_rosters
from allybook.services.forget.memories import forget_at
from allybook.services.forget.person import Person
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.alone import alone
from allybook.services.reading.noted import noted
from allybook.services.reading.readership import Readers, forget_read, note_read, read_until
from allybook.services.reading.sources import plan_source, read_agreed, read_source
from allybook.services.timeline.view import walk
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.fakes.network import MemoryNetwork

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
BOOK = Source(Origin.BOOK, "Allies")
PEOPLE = {"anna": "31", "bert": "32", "cleo": "33"}
EACH = 40
WEEK = timedelta(days=7)


class Authors(MemoryNetwork):
    """Finds what those wrote who are named in a search, two days back."""

    def __init__(self, clock):
        super().__init__()
        self.clock = clock
        self.people = {one: Account(one, handle) for handle, one in PEOPLE.items()}
        self.given, self.hidden, self.handles = [], set(), PEOPLE

    def search(self, query, **more):
        now = self.clock.now()
        ids = [one for handle, one in self.handles.items() if f"from:{handle}" in query]
        moments = [NOW + timedelta(hours=hour) for hour in range(-EACH, 300)]
        self.found = [
            Post(id_at(at, sequence=int(one)), one, at, "Beds")
            for at in reversed(moments)
            for one in reversed(ids)
            if now - WEEK < at < now and id_at(at, sequence=int(one)) not in self.hidden
        ]
        page = super().search(query, **more)
        self.given += [post.post_id for post in page.items]
        return page


@pytest.fixture
def clock():
    return FixedClock(NOW)


@pytest.fixture
def network(clock):
    return Authors(clock)


@pytest.fixture
def desk(desk, network):
    desk.cache.save_accounts(list(network.people.values()), NOW)
    return desk


def join(desk, *handles):
    book = desk.book("Allies")
    nominate_handles(desk, book, handles)
    approve(desk, book, [one.key for one in book.allies() if one.handle in handles])
    lay_rosters(desk)
    return book


def leave(desk, handle):
    book = desk.book("Allies")
    remove(desk, book, [one.key for one in book.allies() if one.handle == handle])
    lay_rosters(desk)


def test_a_book_s_turn_is_that_of_whom_it_has_by_now(desk):
    """Who joins after the price was told is asked for in other words."""
    join(desk, "anna")
    plan = plan_source(desk, BOOK)
    join(desk, "bert")
    now = plan_source(desk, BOOK)
    assert now.queries != plan.queries
    with alone(desk, now.source, now.queries), pytest.raises(BeingRead):
        read_agreed(desk, plan, Patience())


def test_who_is_read_by_two_at_once_stays_read_as_far_as_either_came(desk):
    both = Readers("book", "", frozenset({"anna", "bert"}))
    note_read(desk, both, ["anna", "bert"], 200)
    note_read(desk, both, ["anna"], 100)
    assert read_until(desk, both) == {"anna": 200, "bert": 200}


def read(desk, most=300):
    return read_source(desk, plan_source(desk, BOOK, most=most), Patience())


def test_the_week_of_who_comes_later_is_read_and_nothing_else_again(desk, network, clock):
    join(desk, "anna", "cleo")
    assert read(desk).items == 2 * EACH
    join(desk, "bert")
    assert len(plan_source(desk, BOOK).queries) == 2
    assert read(desk).items == EACH
    assert desk.cache.count(EVERYTHING) == 3 * EACH
    assert len(network.given) == len(set(network.given))
    assert noted(desk) == ()
    clock.advance(seconds=6 * 3600)
    assert len(plan_source(desk, BOOK).queries) == 1
    assert read(desk).items == 3 * 6


def test_a_newcomer_who_was_read_in_part_lies_in_a_gap(desk, network):
    join(desk, "anna")
    read(desk)
    join(desk, "bert")
    assert not read(desk, 20).complete
    (gap,) = noted(desk)
    assert "from:bert" in gap.query
    assert read(desk).items == 0


def test_who_left_and_comes_back_is_read_from_where_they_left(desk, network, clock):
    join(desk, "anna", "bert")
    read(desk)
    leave(desk, "bert")
    clock.advance(seconds=5 * 3600)
    read(desk)
    join(desk, "bert")
    clock.advance(seconds=5 * 3600)
    read(desk)
    assert desk.cache.count(EVERYTHING) == 2 * (EACH + 10)
    assert noted(desk) == ()


def test_who_writes_nothing_is_asked_for_with_the_others_the_next_time(desk, network):
    join(desk, "anna")
    read(desk)
    join(desk, "dora")
    assert read(desk).complete
    assert len(plan_source(desk, BOOK).queries) == 1


def test_a_newcomer_is_not_read_where_the_line_broke(desk, network):
    join(desk, "anna")
    read(desk)
    join(desk, "bert")
    network.trouble["search"] = [Unreachable("The line broke.")] * 30
    with pytest.raises(Unreachable):
        read(desk)
    network.trouble.clear()
    assert read(desk).complete
    assert desk.cache.count(parse("from:bert")) >= EACH


def test_who_waited_longest_is_asked_first(desk, network, clock):
    join(desk, "anna")
    read(desk)
    join(desk, "bert")
    read(desk, 10)
    assert "from:bert" in network.queries[-1]
    network.queries.clear()
    clock.advance(seconds=6 * 3600)
    join(desk, "cleo")
    read(desk)
    assert ["from:cleo" in query for query in network.queries][:1] == [True]


def test_who_is_forgotten_is_read_anew_and_the_others_are_not(desk, network):
    join(desk, "anna", "bert")
    read(desk)
    forget_at(desk.cache, desk.outbox, Person(handles=frozenset({"bert"})))
    first, second = plan_source(desk, BOOK).queries
    assert ("from:bert" in first, "from:anna" in second) == (True, True)
    assert read(desk).items == EACH


def test_nothing_is_forgotten_where_nobody_was_read(desk):
    forget_read(desk.cache, {"bert"})
    assert desk.cache.mark("people read") == ""


def test_what_x_finds_late_is_read_with_the_others_the_next_time(desk, network, clock):
    join(desk, "anna")
    read(desk)
    join(desk, "bert")
    clock.advance(seconds=90)
    network.hidden = {id_at(NOW, sequence=31)}
    read(desk)
    network.hidden = set()
    read(desk)
    assert desk.cache.rows([int(id_at(NOW, sequence=31))])


def test_a_clock_that_is_ahead_does_not_pass_over_what_is_still_to_come(desk, network, clock):
    join(desk, "anna")
    ahead = replace(desk, clock=FixedClock(NOW + timedelta(days=3)))
    read(ahead)
    clock.advance(seconds=6 * 3600)
    assert read(desk).items == 6


def test_who_comes_back_after_weeks_left_no_gap_behind(desk, network, clock):
    join(desk, "anna", "bert")
    read(desk)
    leave(desk, "bert")
    clock.advance(seconds=9 * 86_400)
    read(desk)
    join(desk, "bert")
    told = noted(desk)
    read(desk)
    assert noted(desk) == told


@pytest.fixture
def renamed(desk, network, clock, ticket):
    """A book of anna and bert, read to its end; a day later anna is known to be nora."""
    join(desk, "anna", "bert")
    read_source(desk, plan_source(desk, BOOK), ticket)
    clock.advance(seconds=24 * 3600)
    network.given.clear()
    desk.cache.save_accounts([Account(PEOPLE["anna"], "Nora")], clock.now())


def test_who_is_renamed_is_searched_for_by_the_handle_of_today(desk, renamed):
    assert sorted(plan_source(desk, BOOK).queries) == ["from:bert", "from:nora"]


def test_who_is_renamed_is_read_a_week_back_and_the_others_go_on(desk, renamed, network):
    """By the new handle nobody was read yet; what came under the old one is not new."""
    network.handles = {"nora": PEOPLE["anna"], "bert": PEOPLE["bert"]}
    reading = read(desk)
    day = 24
    assert (reading.items, reading.new) == (EACH + day + day, day + day)
    assert read(desk).new == 0


def test_who_has_the_handle_now_is_not_read_for_the_one_who_had_it(desk, renamed, network, clock):
    network.handles = {"nora": PEOPLE["anna"], "bert": PEOPLE["bert"], "anna": "99"}
    desk.cache.save_accounts([Account("99", "anna")], clock.now())
    read(desk)
    assert {row.post.author_id for row in walk(desk, desk.cache.order(EVERYTHING))} == {"31", "32"}
