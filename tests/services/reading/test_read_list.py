"""Reading a list: its page the first time, then a search that pays for news only."""

from datetime import timedelta
from decimal import Decimal

import pytest

from allybook.domain.people.accounts import Account, Connection
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.allowance import (
    change_read_by_itself,
    set_daily_cap,
    spent_by_itself,
)
from allybook.services.reading.auto import how_it_stands, refresh_by_itself
from allybook.services.reading.read_list import plan_list_posts, read_list
from allybook.services.sign_in.who import sign_in

LIST = "9001"


def posts(clock, count, *, before=timedelta()):
    moment = clock.now() - before
    ids = [id_at(moment, sequence=number) for number in range(1, count + 1)]
    return [Post(post, "31", moment, "Beds tonight") for post in reversed(ids)]


@pytest.fixture
def timeline(network, clock):
    network.timeline = network.found = posts(clock, 30, before=timedelta(hours=2))
    return network


def test_the_first_reading_takes_the_page(desk, timeline, ticket):
    plan = plan_list_posts(desk, LIST)
    assert (plan.since, str(plan.quote.dollars), plan.quote.others) == ("", "1.500", ())
    assert read_list(desk, plan, ticket).items == 30
    assert dict(desk.cache.sources())[Source(Origin.LIST, LIST)] == 30
    assert str(spent_this_month(desk)) == "0.15"


def test_on_the_same_day_the_page_is_as_cheap_and_brings_more(desk, timeline, ticket, clock):
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    clock.advance(seconds=3600)
    timeline.timeline = [*posts(clock, 4), *timeline.timeline]
    plan = plan_list_posts(desk, LIST)
    assert plan.since == ""
    assert [other.words for other in plan.quote.others] == ["searching for 300 new posts"]
    before = spent_this_month(desk)
    read_list(desk, plan, ticket)
    assert str(spent_this_month(desk) - before) == "0.02"


def test_on_another_day_a_search_pays_for_news_only(desk, timeline, ticket, clock):
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    clock.advance(seconds=86_400)
    timeline.found = [*posts(clock, 4), *timeline.found]
    plan = plan_list_posts(desk, LIST)
    assert plan.since
    assert plan.quote.because == (
        "A search brings only what is newer than the last post read, and nothing that private "
        "members wrote; reading 300 posts of the list's page would cost $1.50."
    )
    before = spent_this_month(desk)
    assert read_list(desk, plan, ticket).items == 4
    assert str(spent_this_month(desk) - before) == "0.02"
    assert "search" in timeline.asked


def test_what_a_search_cannot_reach_is_read_from_the_page(desk, timeline, ticket, clock):
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    clock.advance(seconds=8 * 86_400)
    assert plan_list_posts(desk, LIST).since == ""


def test_a_page_ends_where_known_posts_begin(desk, timeline, ticket, clock):
    timeline.timeline = posts(clock, 250, before=timedelta(hours=2))
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    clock.advance(seconds=60)
    timeline.timeline = [*posts(clock, 7), *timeline.timeline]
    timeline.asked.clear()
    reading = read_list(desk, plan_list_posts(desk, LIST), ticket)
    assert (reading.complete, timeline.asked) == (True, ["list_posts"])


def by_a_private_member(desk):
    followed = frozenset({Connection.FOLLOWING})
    closed = Account("31", "RowanbridgeCo", private=True, connections=followed)
    desk.cache.save_accounts([closed], desk.clock.now())


def on_the_list_without_posts(desk):
    desk.cache.save_accounts([Account("32", "RowanbridgeCo", private=True)], desk.clock.now())
    desk.cache.save_members(LIST, ["32"], complete=True, as_of=desk.clock.now())


def test_of_members_that_were_read_nobody_is_told_to_be_private(desk, timeline, ticket, clock):
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    desk.cache.save_members(LIST, ["31"], complete=True, as_of=clock.now())
    clock.advance(seconds=86_400)
    assert plan_list_posts(desk, LIST).quote.because.startswith(
        "A search brings only what is newer than the last post read; reading"
    )


@pytest.mark.parametrize("make", [by_a_private_member, on_the_list_without_posts])
def test_a_list_with_private_members_is_read_by_its_page(desk, timeline, ticket, clock, make):
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    make(desk)
    clock.advance(seconds=86_400)
    timeline.timeline, timeline.found = [*posts(clock, 4), *timeline.timeline], []
    plan = plan_list_posts(desk, LIST)
    assert plan.quote.because == (
        "1 member is private, and no search shows what they write; the list's page does; searching "
        "for 300 new posts would cost $1.50."
    )
    read_list(desk, plan, ticket)
    assert desk.cache.newest(Source(Origin.LIST, LIST)) == timeline.timeline[0].post_id


@pytest.fixture
def known(desk, timeline, ticket, clock):
    """A list with a private member, of which the page was read yesterday, and much is new."""
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    on_the_list_without_posts(desk)
    clock.advance(seconds=86_400)
    timeline.timeline = [*posts(clock, 250), *timeline.timeline]
    return timeline


@pytest.mark.parametrize("most", [10, 100, 280])
def test_known_posts_of_the_page_are_among_those_that_are_quoted(desk, known, ticket, most):
    plan = plan_list_posts(desk, LIST, most)
    before = spent_this_month(desk)
    assert read_list(desk, plan, ticket).items == most
    assert spent_this_month(desk) - before == plan.quote.dollars == most * Decimal("0.005")


def test_the_page_is_read_by_itself_within_the_usual_dollars_of_a_day(desk, known, ticket):
    sign_in(desk)
    change_read_by_itself(desk, lambda _before: [f"list:{LIST}"])
    set_daily_cap(desk, Decimal("0.25"))
    standing = how_it_stands(desk)
    assert (standing.most, standing.least) == (50, Decimal("0.05"))
    assert refresh_by_itself(desk, ticket).items == 50
    assert spent_by_itself(desk) == Decimal("0.25")
