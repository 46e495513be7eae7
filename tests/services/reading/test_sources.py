"""Sources as acts: what a filter is about is read through the rest of it, for the price said."""

from datetime import timedelta

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import approve
from allybook.services.books.roster import lay_rosters
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.reading.gaps import gaps
from allybook.services.reading.sources import plan_source, read_source

NO_REPOSTS = parse("-is:repost")
LIST = Source(Origin.LIST, "9001")


def posts(clock, count, *, before=timedelta(), repost_of=None):
    moment = clock.now() - before
    ids = [id_at(moment, sequence=number) for number in range(1, count + 1)]
    return [Post(i, "31", moment, "Beds tonight", repost_of=repost_of) for i in reversed(ids)]


@pytest.fixture
def sample(desk, clock):
    """A hundred posts of the list are known, sixty of them reposts."""
    kept = posts(clock, 40, before=timedelta(days=2))
    passed_on = posts(clock, 60, before=timedelta(days=3), repost_of="7")
    desk.cache.save_posts([*kept, *passed_on], LIST)


def join(desk, count):
    people = [Account(str(100 + n), f"Helper_{n:03}", f"Helper {n}") for n in range(count)]
    desk.cache.save_accounts(people, desk.clock.now())
    book = desk.book("Allies")
    nominate_handles(desk, book, [one.handle for one in people])
    approve(desk, book, [ally.key for ally in book.allies()])
    lay_rosters(desk)
    return book


def test_a_list_is_searched_through_the_filter_and_noise_is_not_paid_for(
    desk, network, clock, ticket, sample
):
    network.found = posts(clock, 12)
    plan = plan_source(desk, LIST, NO_REPOSTS)
    assert plan.queries == ("list:9001 -is:retweet",)
    assert (plan.most, str(plan.quote.dollars)) == (120, "0.600")
    assert plan.saving.words() == "X leaves out about 60 %: $0.60 instead of $1.50"
    assert plan.quote.because.startswith(plan.saving.words())
    before = spent_this_month(desk)
    assert read_source(desk, plan, ticket).complete
    assert network.queries == ["list:9001 -is:retweet"]
    assert str(spent_this_month(desk) - before) == "0.06"


def test_what_a_filter_hides_is_not_paid_for_even_where_nobody_knows_how_much_it_is(desk):
    desk.cache.save_posts(posts(desk.clock, 9), Source(Origin.HOME))
    plan = plan_source(desk, LIST, NO_REPOSTS)
    assert plan.queries == ("list:9001 -is:retweet",)
    assert plan.quote.because.startswith("A search leaves out what the filter hides; reading 300")
    assert plan_source(desk, LIST).queries == ()


def test_the_share_of_the_first_reading_stays(desk, network, clock, ticket, sample):
    network.found = posts(clock, 90)
    read_source(desk, plan_source(desk, LIST, NO_REPOSTS), ticket)
    clock.advance(seconds=60)
    assert plan_source(desk, LIST, NO_REPOSTS).most == 120


def test_what_was_sifted_is_not_taken_for_the_whole(desk, network, clock, ticket, sample):
    network.found = network.timeline = posts(clock, 12)
    read_source(desk, plan_source(desk, LIST, NO_REPOSTS), ticket)
    again = plan_source(desk, LIST, NO_REPOSTS)
    assert again.way.since == network.found[0].post_id
    # Nothing is known of what was left out, so the whole list begins with its page.
    assert plan_source(desk, LIST).queries == ()


def test_a_list_is_found_by_its_name(desk):
    desk.cache.save_list(XList("9001", "Housing"))
    assert plan_source(desk, Source(Origin.LIST, "housing")).source == LIST
    with pytest.raises(BadInput, match="no X List"):
        plan_source(desk, Source(Origin.LIST, "Beds"))


def test_a_book_is_searched_in_batches_that_fit(desk, network, clock, ticket):
    join(desk, 60)
    network.found = posts(clock, 3)
    plan = plan_source(desk, Source(Origin.BOOK, "Allies"), NO_REPOSTS)
    assert len(plan.queries) > 1
    assert all(len(query) <= 512 and "-is:retweet" in query for query in plan.queries)
    named = " ".join(plan.queries)
    assert all(f"from:helper_{n:03}" in named for n in range(60))
    assert read_source(desk, plan, ticket).complete
    assert network.queries == list(plan.queries)


def test_a_book_is_asked_for_news_only_even_where_somebody_joined(desk, network, clock, ticket):
    join(desk, 30)
    network.found = posts(clock, 8, before=timedelta(hours=1))
    read_source(desk, plan_source(desk, Source(Origin.BOOK, "Allies")), ticket)
    join(desk, 31)
    clock.advance(seconds=3600)
    network.found = [*posts(clock, 2), *network.found]
    plan = plan_source(desk, Source(Origin.BOOK, "Allies"))
    # Of who joined, all that X gives is read; of the others, what is new.
    assert read_source(desk, plan, ticket).items == 10 + 2 * (len(plan.queries) - 1)


def test_a_book_of_nobody_is_not_searched(desk):
    desk.book("Allies")
    with pytest.raises(BadInput, match="approve someone first"):
        plan_source(desk, Source(Origin.BOOK, "Allies"))


def test_a_search_needs_something_to_find(desk):
    with pytest.raises(BadInput, match="something that is there"):
        plan_source(desk, Source(Origin.SEARCH), NO_REPOSTS)


@pytest.mark.parametrize("count", [5, 120, 295, 400])
def test_a_search_costs_no_more_than_was_said(desk, network, clock, ticket, count):
    network.found = posts(clock, count)
    plan = plan_source(desk, Source(Origin.SEARCH), parse("beds -is:repost"))
    reading = read_source(desk, plan, ticket)
    assert spent_this_month(desk) <= plan.quote.dollars
    assert reading.complete is (count <= 300)
    assert reading.items >= min(count, 291)


def test_a_search_is_a_source_with_its_filter_for_a_name(desk, network, clock, ticket):
    network.found = posts(clock, 5)
    read_source(desk, plan_source(desk, Source(Origin.SEARCH), parse("beds -is:repost")), ticket)
    assert dict(desk.cache.sources()) == {Source(Origin.SEARCH, "beds -is:repost"): 5}


def test_home_and_chats_are_sources_too(desk, network, clock, ticket):
    network.timeline, network.found = posts(clock, 7), posts(clock, 9)
    assert read_source(desk, plan_source(desk, Source(Origin.HOME)), ticket).items == 7
    plan = plan_source(desk, Source(Origin.CHAT, "#SwHelper"))
    assert (plan.queries, str(plan.quote.dollars)) == (("#swhelper -is:retweet",), "2.500")
    assert read_source(desk, plan, ticket).items == 9


def test_a_chat_is_planned_for_as_many_posts_as_there_is_room_for(desk, network, clock, ticket):
    network.found = posts(clock, 300)
    chat = Source(Origin.CHAT, "swhelper")
    plan = plan_source(desk, chat, most=50)
    assert (plan.most, str(plan.quote.dollars)) == (50, "0.250")
    assert "at most 50 posts" in str(plan.quote.because)
    reading = read_source(desk, plan, ticket)
    assert (reading.items <= 50, reading.complete) == (True, False)
    assert plan_source(desk, chat).most == 500


def test_a_file_is_no_source_that_x_has(desk):
    with pytest.raises(BadInput, match="import"):
        plan_source(desk, Source(Origin.FILE, "posts.jsonl"))


def test_what_other_sources_say_is_no_saving_of_a_search(desk, clock):
    """Home holds three hundred posts of other matters; X would not look through them."""
    passed_on = [
        Post(str(int(one.post_id) + 1), "31", one.created_at, "Lunch")
        for one in posts(clock, 300, before=timedelta(hours=3))
    ]
    desk.cache.save_posts(passed_on, Source(Origin.HOME))
    plan = plan_source(desk, Source(Origin.SEARCH), parse("housing"))
    assert (plan.most, plan.saving, str(plan.quote.dollars)) == (300, None, "1.500")


def test_conditions_that_x_was_not_asked_for_save_nothing(desk, clock):
    kept = posts(clock, 60, before=timedelta(hours=3))
    desk.cache.save_posts(kept, Source(Origin.HOME))
    chosen = parse("(beds min_likes:5) OR (#win min_likes:5)")
    plan = plan_source(desk, Source(Origin.SEARCH), chosen)
    assert (plan.queries, plan.most, plan.saving) == (('(beds OR "ｂｅｄｓ" OR #win)',), 300, None)  # noqa: RUF001 (wide letters, too)


def test_what_the_cache_cannot_know_makes_no_reading_smaller(desk, clock):
    """No name of an author is known here, so none of sixty posts is by anybody."""
    desk.cache.save_posts(posts(clock, 60, before=timedelta(hours=3)), Source(Origin.HOME))
    plan = plan_source(desk, Source(Origin.SEARCH), parse("beds from:NorthbankCircle"))
    assert (plan.most, plan.saving) == (300, None)


def test_each_part_of_a_book_is_read_and_none_eats_what_is_for_all(desk, network, clock, ticket):
    join(desk, 60)
    network.found = posts(clock, 400)
    plan = plan_source(desk, Source(Origin.BOOK, "Allies"), NO_REPOSTS, 100)
    many = len(plan.queries)
    assert many > 1
    assert plan.quote.requests >= many
    reading = read_source(desk, plan, ticket)
    assert set(network.queries) == set(plan.queries)
    assert reading.items <= 100
    assert {gap.query for gap in gaps(desk)} == set(plan.queries)


def test_what_one_part_of_a_book_leaves_goes_to_the_others(desk, network, clock, ticket):
    join(desk, 60)
    first, *_others = plan_source(desk, Source(Origin.BOOK, "Allies")).queries
    network.found_by = {first: posts(clock, 400)}
    plan = plan_source(desk, Source(Origin.BOOK, "Allies"), most=200)
    before = spent_this_month(desk)
    assert 190 < read_source(desk, plan, ticket).items <= 200
    assert spent_this_month(desk) - before <= plan.quote.dollars
    assert [gap.query for gap in gaps(desk)] == [first]


def test_what_was_not_asked_for_comes_first_the_next_time(desk, network, clock, ticket):
    join(desk, 60)
    book = Source(Origin.BOOK, "Allies")
    queries = plan_source(desk, book).queries
    network.found = posts(clock, 400)
    for query in queries:
        assert not read_source(desk, plan_source(desk, book, most=10), ticket).complete
        assert network.queries.pop() == query
