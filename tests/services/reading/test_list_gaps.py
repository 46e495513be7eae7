"""Gaps of lists: the cheaper honest way, the list's own page where a search does not reach."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import (
    CreditsGone,
    Garbled,
    NotThere,
    NotUnderstood,
    OverBudget,
    RateLimited,
    Refused,
    SpendCapReached,
    Unreachable,
)
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.gaps import fill_gap, gaps, is_lost, quote_gap
from allybook.services.reading.list_gaps import LOOKED_UP
from allybook.services.reading.noted import note, noted
from allybook.services.reading.read_list import plan_list_posts, read_list
from tests.fakes.clock import NOON
from tests.fakes.desk import Patience, make_desk

LIST = "9001"
SOURCE = Source(Origin.LIST, LIST)
DAY = 86_400


def posts(clock, count, *, every=timedelta(minutes=10)):
    moments = [clock.now() - number * every for number in range(1, count + 1)]
    return [Post(id_at(moment, sequence=5), "31", moment, "Beds tonight") for moment in moments]


def kept(desk):
    return {post.post_id for post in desk.cache.posts(SOURCE)}


@pytest.fixture
def cut(desk, network, clock, ticket):
    """Of 300 posts of a list the newest hundred were read."""
    network.timeline = network.found = posts(clock, 300)
    assert not read_list(desk, plan_list_posts(desk, LIST, 100), ticket).complete
    return network


def test_the_page_goes_on_where_it_was_left(desk, cut, ticket, clock):
    (gap,) = gaps(desk)
    clock.advance(seconds=DAY)
    quote, before = quote_gap(desk, gap), spent_this_month(desk)
    assert "The list's page goes on where it was left; searching for them" in quote.because
    cut.asked.clear()
    fill_gap(desk, gap, ticket)
    assert set(cut.asked) == {"list_posts"}
    assert spent_this_month(desk) - before == Decimal("1.00") <= quote.dollars
    assert kept(desk) == {post.post_id for post in cut.timeline}
    assert noted(desk) == ()


def test_a_gap_that_is_too_old_for_a_search_can_still_be_read(desk, cut, ticket, clock):
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    assert not is_lost(desk, gap)
    fill_gap(desk, gap, ticket)
    assert kept(desk) == {post.post_id for post in cut.timeline}


def test_a_no_that_is_not_about_the_place_leaves_it_as_it_is(desk, cut, ticket, clock):
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    cheap = quote_gap(desk, gap)
    cut.trouble["list_posts"] = [Refused("X refused the request.")]
    with pytest.raises(Refused):
        fill_gap(desk, gap, ticket)
    assert quote_gap(desk, gap).dollars == cheap.dollars


def test_a_place_that_x_forgot_is_found_from_the_top_at_its_price(desk, cut, ticket, clock):
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    cheap = quote_gap(desk, gap)
    cut.trouble["list_posts"] = [NotUnderstood("X does not know this page.")]
    with pytest.raises(NotUnderstood):
        fill_gap(desk, gap, ticket)
    quote, before = quote_gap(desk, gap), spent_this_month(desk)
    assert quote.dollars - cheap.dollars == Decimal("0.50")
    assert "begins at its newest post, so 100 known ones come first" in quote.because
    fill_gap(desk, gap, ticket)
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert spent_this_month(desk) - before <= quote.dollars
    assert kept(desk) == {post.post_id for post in cut.timeline}


@pytest.mark.parametrize(
    "error",
    [
        CreditsGone("Used up."),
        SpendCapReached("The spending limit.", None),
        RateLimited("Tomorrow.", NOON + timedelta(days=30)),
        Garbled("Half an answer."),
        Unreachable("X did not answer.", passing=False),
    ],
)
def test_what_says_nothing_of_a_place_leaves_it(desk, cut, ticket, clock, error):
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    quote = quote_gap(desk, gap)
    cut.trouble["list_posts"] = [error, error]
    with pytest.raises(type(error)):
        fill_gap(desk, gap, ticket)
    assert quote_gap(desk, gap) == quote
    cut.trouble.clear()
    fill_gap(desk, gap, ticket)
    assert kept(desk) == {post.post_id for post in cut.timeline}


@pytest.mark.parametrize("error", [CreditsGone("Used up."), Refused("Not any more.")])
def test_a_page_that_fails_leaves_the_place_before_it(desk, network, clock, ticket, error):
    network.timeline = network.found = posts(clock, 300)
    network.trouble["list_posts"] = [None, None, error]
    with pytest.raises(type(error)):
        read_list(desk, plan_list_posts(desk, LIST, 300), ticket)
    (gap,) = gaps(desk)
    clock.advance(seconds=9 * DAY)
    quote, before = quote_gap(desk, gap), spent_this_month(desk)
    assert "The list's page goes on where it was left." in quote.because
    fill_gap(desk, gap, ticket)
    assert spent_this_month(desk) - before == Decimal("0.50")
    assert kept(desk) == {post.post_id for post in network.timeline}


def test_a_budget_that_ends_a_reading_leaves_the_place_too(profile, network, clock, ticket):
    desk = make_desk(profile, clock, network, budget="1.20")
    network.timeline = network.found = posts(clock, 300)
    with pytest.raises(OverBudget):
        read_list(desk, plan_list_posts(desk, LIST, 300), ticket)
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    assert "The list's page goes on where it was left." in quote_gap(desk, gap).because


@pytest.mark.parametrize(
    ("error", "is_over"),
    [
        (NotThere("X has no list 9001."), True),
        (NotThere("X does not have what was asked for.", (LIST,)), True),
        (NotThere("X does not have what was asked for."), False),
        (NotThere("X has no post 77.", ("77",)), False),
    ],
)
def test_of_a_list_that_x_names_as_gone_nothing_is_left_to_be_read(
    desk, cut, ticket, clock, error, is_over
):
    (gap,) = gaps(desk)
    other = replace(gap, source=Source(Origin.LIST, "9002"), query="list:9002")
    note(desk, lambda known: [*known, other])
    clock.advance(seconds=9 * DAY)
    cut.trouble["list_posts"] = [error]
    with pytest.raises(NotThere):
        fill_gap(desk, gap, ticket)
    assert noted(desk) == ((other,) if is_over else (gap, other))


def test_of_a_list_that_is_gone_while_it_is_read_no_gap_is_left(desk, network, clock, ticket):
    network.timeline = network.found = posts(clock, 300)
    network.trouble["list_posts"] = [None, None, NotThere("X has no list 9001.")]
    with pytest.raises(NotThere):
        read_list(desk, plan_list_posts(desk, LIST, 300), ticket)
    assert len(kept(desk)) == 200
    assert noted(desk) == ()


def test_from_the_top_a_search_is_cheaper_where_it_reaches(desk, cut, ticket, clock):
    (gap,) = gaps(desk)
    desk.cache.set_mark(f"list page:{LIST}", "")
    clock.advance(seconds=DAY)
    quote = quote_gap(desk, gap)
    assert [other.dollars - quote.dollars for other in quote.others] == [Decimal("0.50")]
    cut.asked.clear()
    fill_gap(desk, gap, ticket)
    assert set(cut.asked) == {"search"}


def test_what_private_members_wrote_is_on_the_page_only(desk, cut, ticket, clock):
    desk.cache.save_accounts([Account("32", "RowanbridgeCo", private=True)], clock.now())
    desk.cache.save_members(LIST, ["32"], complete=True, as_of=clock.now())
    desk.cache.set_mark(f"list page:{LIST}", "")
    (gap,) = gaps(desk)
    quote = quote_gap(desk, gap)
    assert "1 member is private, and no search shows what they write" in quote.because
    assert "searching for them" in quote.because
    assert [other.words for other in quote.others] == ["searching for them"]
    cut.asked.clear()
    fill_gap(desk, gap, ticket)
    assert set(cut.asked) == {"list_posts"}


def test_who_stops_above_a_gap_has_read_nothing_of_it(desk, cut, clock):
    desk.cache.save_accounts([Account("32", "RowanbridgeCo", private=True)], clock.now())
    desk.cache.save_members(LIST, ["32"], complete=True, as_of=clock.now())
    desk.cache.set_mark(f"list page:{LIST}", "")
    before = noted(desk)
    cut.page_size = 20
    assert fill_gap(desk, before[0], Patience(stop_after=2)).items == 40
    assert noted(desk) == before


def test_where_the_page_ends_before_what_is_known_the_rest_stays_noted(
    desk, network, clock, ticket
):
    network.timeline = network.found = posts(clock, 20)
    read_list(desk, plan_list_posts(desk, LIST), ticket)
    clock.advance(seconds=20 * DAY)
    network.timeline = network.found = posts(clock, 300, every=timedelta(hours=1))
    read_list(desk, plan_list_posts(desk, LIST, 100), ticket)
    (gap,) = gaps(desk)
    fill_gap(desk, gap, ticket)
    (lost,) = noted(desk)
    assert (lost.older, lost.newer) == (gap.older, network.timeline[-1].post_id)
    assert is_lost(desk, lost)
    assert gaps(desk) == ()


def test_no_more_of_a_page_is_read_than_was_said(desk, cut, ticket, clock):
    clock.advance(seconds=9 * DAY)
    (gap,) = gaps(desk)
    quote, before = quote_gap(desk, gap, 20), spent_this_month(desk)
    assert fill_gap(desk, gap, ticket, most=20).items == 20
    assert spent_this_month(desk) - before == quote.dollars == Decimal("0.10")


def test_a_price_counts_more_known_posts_above_than_are_looked_up(desk, cut, ticket, clock):
    """Of the known ones above the gap only the newest are looked up; all of them are paid for."""
    (gap,) = gaps(desk)
    desk.cache.set_mark(f"list page:{LIST}", "")
    clock.advance(seconds=9 * DAY)
    above = posts(clock, LOOKED_UP + 50, every=timedelta(minutes=1))
    desk.cache.save_posts(above, SOURCE)
    assert len(desk.cache.posts(SOURCE)) == LOOKED_UP + 150
    cut.timeline = [*above, *cut.timeline]
    quote, before = quote_gap(desk, gap), spent_this_month(desk)
    assert quote.steps[-1].resources == LOOKED_UP + 150
    fill_gap(desk, gap, ticket)
    assert spent_this_month(desk) - before <= quote.dollars
    assert kept(desk) == {post.post_id for post in cut.timeline}


class Midnight(Patience):
    """A ticket under which the day ends after the first page."""

    def __init__(self, clock):
        super().__init__()
        self._clock = clock

    def report(self, done, total):
        if not self.reports:
            self._clock.advance(seconds=DAY)
        super().report(done, total)


@pytest.fixture
def private(desk, cut, clock):
    """The same with a private member: the list's page is read from its top, 20 at a time."""
    desk.cache.save_accounts([Account("32", "RowanbridgeCo", private=True)], clock.now())
    desk.cache.save_members(LIST, ["32"], complete=True, as_of=clock.now())
    desk.cache.set_mark(f"list page:{LIST}", "")
    cut.page_size = 20
    return cut


def test_a_price_of_yesterday_is_not_read_for_today(desk, private, clock, ticket):
    (gap,) = gaps(desk)
    day = clock.now().date()
    small = replace(gap, about=10)
    assert quote_gap(desk, small).dollars == Decimal("0.05")
    before, asked = desk.ledger.spent(date.min, date.max), len(private.asked)
    clock.advance(seconds=DAY)
    reading = fill_gap(desk, small, ticket, day=day)
    assert (reading.items, reading.complete) == (0, False)
    assert (desk.ledger.spent(date.min, date.max), len(private.asked)) == (before, asked)
    assert (noted(desk), gaps(desk)) == ((gap,), (gap,))


def test_midnight_while_x_asks_to_wait_ends_what_was_free(desk, private, clock):
    (gap,) = gaps(desk)
    day = clock.now().date()
    midnight = datetime.combine(day + timedelta(days=1), time(), UTC)
    clock.advance(seconds=(midnight - clock.now()).total_seconds() - 60)
    private.trouble["list_posts"] = [RateLimited("Too many.", clock.now() + timedelta(minutes=10))]
    before = desk.ledger.spent(date.min, date.max)
    assert not fill_gap(desk, gap, Patience()).complete
    assert (clock.now().date() - day).days == 1
    assert (desk.ledger.spent(date.min, date.max), noted(desk)) == (before, (gap,))


def test_what_is_free_today_is_not_read_on_tomorrow(desk, private, clock, ticket):
    cut = private
    (gap,) = gaps(desk)
    before = desk.ledger.spent(date.min, date.max)
    assert not fill_gap(desk, gap, Midnight(clock)).complete
    # The known posts that come first were free that day; the rest has a price of the new one.
    assert desk.ledger.spent(date.min, date.max) == before
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert kept(desk) == {post.post_id for post in cut.timeline}


def test_of_a_lists_page_nought_is_a_bound_and_not_none(desk, cut, ticket):
    (gap,) = gaps(desk)
    before = len(kept(desk))
    assert quote_gap(desk, gap, 0).dollars <= Decimal("0.05")
    fill_gap(desk, gap, ticket, most=0)
    assert len(kept(desk)) - before <= 10
