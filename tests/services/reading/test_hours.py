"""The time that a filter names is all that X is asked for, and all that is held as read."""

from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at, time_of
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.jobs.paging import Reading
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.missing import missing
from allybook.services.reading.sources import plan_source, read_source

SEARCH = Source(Origin.SEARCH)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ALL = 167


@pytest.fixture
def network(network, clock):
    """Has a post an hour of the last week."""
    moments = [clock.now() - number * HOUR + HOUR / 2 for number in range(1, ALL + 1)]
    network.found = [
        Post(id_at(one, sequence=5), "31", one, "#beds", hashtags=("beds",)) for one in moments
    ]
    return network


@pytest.fixture
def spent(desk):
    """Return what was spent since it was asked last."""
    before = [Decimal(0)]

    def since():
        now = desk.ledger.spent(date.min, date.max)
        before.append(now)
        return now - before[-2]

    return since


def read(desk, ticket, text, most=300, source=SEARCH):
    return read_source(desk, plan_source(desk, source, parse(text), most), ticket)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("#beds", ALL),
        ("#beds newer:12h", 12),
        ("#beds older:6d", ALL - 144),
        ("#beds newer:2d older:1d", 24),
        ("#beds since:2026-03-29 until:2026-03-30", 24),
        ("(#beds newer:1d) OR (#beds newer:2d)", 48),
        ("#beds -older:3h", 3),
        ("#beds newer:9d", ALL),
        ("#beds OR (beds newer:1d)", ALL),
    ],
)
def test_nothing_else_is_paid_for(desk, network, ticket, spent, text, posts):
    assert read(desk, ticket, text) == Reading(posts, complete=True, new=posts)
    assert spent() == posts * Decimal("0.005")
    assert desk.cache.count(parse(text)) == posts


def test_the_price_says_so(desk, network, ticket):
    plan = plan_source(desk, SEARCH, parse("#beds newer:1d"))
    assert plan.quote.because == (
        "A search asks for them. X is asked only for the time that the filter names."
    )
    assert plan_source(desk, SEARCH, parse("#beds")).quote.because == "A search asks for them."


def test_days_are_those_of_the_person(desk, network, clock, ticket):
    clock.zone = ZoneInfo("America/New_York")
    read(desk, ticket, "#beds since:2026-03-29 until:2026-03-30")
    times = [post.created_at for post in desk.cache.posts(desk.cache.sources()[0][0])]
    assert (min(times).hour, max(times).hour, len(times)) == (4, 3, 24)


def test_x_is_asked_by_posts_for_the_time_that_is_wanted(desk, network, clock, ticket):
    asked, search = [], network.search

    def look(query, *, window=None, **more):
        asked.append(window)
        return search(query, window=window, **more)

    network.search = look
    read(desk, ticket, "#beds older:2d newer:3d")
    ends = [clock.now() - timedelta(days=3), clock.now() - timedelta(days=2)]
    [window] = asked
    assert [int(window.since_id) + 1, int(window.until_id)] == [int(id_at(one)) for one in ends]


def test_what_lies_outside_is_not_held_as_read_and_nothing_is_paid_twice(
    desk, network, clock, ticket, spent
):
    assert read(desk, ticket, "#beds newer:1d").items == 24
    assert read(desk, ticket, "#beds newer:3d older:2d").items == 24
    clock.advance(seconds=5)
    assert read(desk, ticket, "#beds newer:4d").items == 48
    spent()
    assert read(desk, ticket, "#beds").items == ALL - 96
    assert spent() == (ALL - 96) * Decimal("0.005")
    assert desk.cache.count(parse("#beds")) == ALL
    assert gaps(desk) == ()
    assert read(desk, ticket, "#beds").items == 0


def test_on_another_day_what_was_read_of_a_time_is_not_paid_again(
    desk, network, clock, ticket, spent
):
    read(desk, ticket, "#beds newer:1d")
    clock.advance(seconds=86_400)
    spent()
    kept = ALL - 24
    assert read(desk, ticket, "#beds").items == kept
    assert spent() == kept * Decimal("0.005")


def test_a_time_that_was_read_costs_nothing(desk, network, clock, ticket):
    assert read(desk, ticket, "#beds newer:3d older:2d").items == 24
    asked = len(network.asked)
    quote = plan_source(desk, SEARCH, parse("#beds min_likes:0 newer:60h older:50h")).quote
    assert (quote.dollars, quote.because) == (0, "All of it was read before.")
    assert read(desk, ticket, "#beds min_likes:0 newer:60h older:50h").complete
    assert len(network.asked) == asked


def test_after_all_was_read_a_time_of_it_costs_nothing(desk, network, clock, ticket):
    read(desk, ticket, "#beds")
    quote = plan_source(desk, SEARCH, parse("#beds newer:3d older:2d")).quote
    assert (quote.dollars, quote.requests) == (0, 0)


def test_what_is_cut_short_is_a_gap_of_that_time(desk, network, clock, ticket):
    assert not read(desk, ticket, "#beds newer:3d older:1d", 30).complete
    (gap,) = gaps(desk)
    assert clock.now() - 3 * DAY - HOUR < time_of(gap.older) < time_of(gap.newer)
    assert gap.about == pytest.approx(18, abs=2)
    for text in ("#beds newer:3d older:1d", "#beds", "#beds min_likes:9 newer:60h"):
        assert missing(desk, parse(text)) == (gap,)
    assert missing(desk, parse("#beds newer:1d")) == ()
    assert missing(desk, parse("#beds -is:repost")) == ()
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert desk.cache.count(parse("#beds newer:3d older:1d")) == 48
    assert read(desk, ticket, "#beds newer:3d older:1d").items == 0


def test_who_stops_within_an_hour_of_many_posts_expects_no_week_of_them(
    desk, network, clock, ticket
):
    start = clock.now() - 24 * HOUR - HOUR / 30
    burst = [
        Post(id_at(start - HOUR * part / 300, sequence=7), "31", start, "#beds", hashtags=("beds",))
        for part in range(300)
    ]
    known = [*network.found, *burst]
    network.found = sorted(known, key=lambda post: -int(post.post_id))
    read(desk, ticket, "#beds newer:1d")
    read(desk, ticket, "#beds", 100)
    (gap,) = gaps(desk)
    assert gap.about < 2 * len(known)


def test_a_gap_of_another_filter_in_the_same_words_is_read_once(desk, network, ticket):
    assert not read(desk, ticket, "#beds min_likes:0", 20).complete
    assert read(desk, ticket, "#beds newer:3d older:1d").items == 48
    whole = sum(fill_gap(desk, gap, ticket).items for gap in gaps(desk))
    assert whole == ALL - 20 - 48
    assert desk.cache.count(parse("#beds")) == ALL


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("#beds older:30d", "X searches the last seven days only"),
        ("#beds until:2026-03-01", "X searches the last seven days only"),
        ("#beds since:2027-01-01", "still to come"),
        ("#beds newer:1d older:2d", "No post lies in the time"),
    ],
)
def test_a_time_of_which_x_has_nothing_is_not_asked_for(desk, network, ticket, text, why):
    with pytest.raises(BadInput, match=why):
        read(desk, ticket, text)
    assert network.asked == []


@pytest.mark.parametrize("part", ["#beds newer:1d", "#beds newer:2h older:1h", "beds newer:1d"])
def test_what_x_gives_no_more_below_a_part_is_a_gap(desk, network, clock, ticket, part):
    read(desk, ticket, "#beds")
    clock.advance(seconds=10 * 86_400)
    moments = [clock.now() - number * HOUR + HOUR / 2 for number in range(1, 6 * 24)]
    network.found = [
        Post(id_at(one, sequence=5), "31", one, "#beds", hashtags=("beds",)) for one in moments
    ]
    read(desk, ticket, part)
    assert read(desk, ticket, "#beds").complete
    (gap,) = missing(desk, parse("#beds"))
    assert time_of(gap.newer) - time_of(gap.older) == pytest.approx(3 * DAY, abs=2 * HOUR)
    assert gap.about == pytest.approx(72, abs=12)


@pytest.mark.parametrize("text", ["older:8d", "until:2026-03-01"])
def test_what_is_too_long_ago_for_a_search_is_on_the_page_of_a_list(desk, network, ticket, text):
    desk.cache.save_list(XList("9001", "Housing"))
    network.timeline = network.found
    assert read(desk, ticket, text, source=Source(Origin.LIST, "Housing")).items
    assert set(network.asked) == {"list_posts"}


def test_a_list_has_nothing_of_a_time_to_come(desk, network, ticket):
    desk.cache.save_list(XList("9001", "Housing"))
    with pytest.raises(BadInput, match="still to come"):
        read(desk, ticket, "since:2027-01-01", source=Source(Origin.LIST, "Housing"))
    assert network.asked == []


def test_a_list_is_searched_for_a_time(desk, network, ticket):
    desk.cache.save_list(XList("9001", "Housing"))
    lists = Source(Origin.LIST, "Housing")
    assert read(desk, ticket, "newer:1d", source=lists).items == 24
    assert network.queries == ["list:9001"]
    assert plan_source(desk, lists, parse("newer:20h older:2h")).quote.dollars == 0
    assert read(desk, ticket, "newer:2d", source=lists).items == 24


def test_the_people_of_a_book_are_searched_for_a_time(desk, network, ticket):
    desk.cache.save_accounts([Account("31", "Anna", "Anna")], desk.clock.now())
    book = desk.book("Allies")
    nominate_handles(desk, book, ["Anna"])
    approve(desk, book, [one.key for one in book.allies()])
    lay_rosters(desk)
    allies = Source(Origin.BOOK, "Allies")
    assert read(desk, ticket, "newer:1d", source=allies).items == 24
    assert read(desk, ticket, "", source=allies).items == ALL - 24
    assert read(desk, ticket, "newer:1d", source=allies).items == 0


def test_a_chat_is_read_for_a_time(desk, network, ticket):
    chat = Source(Origin.CHAT, "beds")
    assert read(desk, ticket, "newer:1d", source=chat).items == 24
    assert read(desk, ticket, "", source=chat).items == ALL - 24
