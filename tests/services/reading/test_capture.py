from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput, Fate, NeedsSignIn, Offline, OverBudget, Unreachable
from allybook.domain.people.accounts import Problem, Reason
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.hours import Hours
from allybook.services.jobs.paging import Reading
from allybook.services.money.doubts import held_this_month
from allybook.services.reading.capture import (
    capture,
    chat_source,
    count_posts,
    is_read,
    plan_capture,
    quote_capture,
    quote_count,
    read_chat,
)
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.refresh import HOME, quote_refresh, refresh
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import DARK


def posts(clock, number, *, start=0):
    made = []
    for n in range(start, start + number):
        at = clock.now() - timedelta(minutes=number - n)
        made.append(
            Post(
                id_at(at, sequence=n),
                str(100 + n % 7),
                at,
                f"A{n} #SwHelper",
                hashtags=("SwHelper",),
            )
        )
    return sorted(made, key=lambda post: -int(post.post_id))


def spent(desk):
    return desk.ledger.spent(date.min, date.max)


def test_the_quote_after_counting_is_what_is_billed(desk, network, clock, ticket):
    network.found = posts(clock, 230)
    counted = count_posts(desk, "#SwHelper", ticket)
    quote = quote_capture(desk, "SwHelper", counted)
    before = spent(desk)
    reading = capture(desk, "SwHelper", ticket)
    assert (reading.items, reading.complete) == (230, True)
    assert spent(desk) - before == quote.dollars == Decimal("1.15")
    assert quote.exact
    assert before == Decimal("0.005")


def test_what_was_counted_is_read_to_its_end_however_few_posts_are_on_a_page(
    desk, network, clock, ticket
):
    network.found, network.page_size = posts(clock, 14), 3
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    before = spent(desk)
    reading = read_chat(desk, plan, ticket)
    assert (reading.items, reading.complete, gaps(desk)) == (14, True, ())
    assert spent(desk) - before == plan.quote.dollars == Decimal("0.07")


def test_no_more_is_read_than_was_counted_though_the_chat_goes_on(desk, network, clock, ticket):
    network.found = posts(clock, 40)
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    clock.advance(seconds=900)
    network.found = posts(clock, 200) + network.found
    before = spent(desk)
    reading = read_chat(desk, plan, ticket)
    assert (reading.items, reading.complete, plan.quote.exact) == (40, False, True)
    assert spent(desk) - before == plan.quote.dollars == Decimal("0.20")
    # X counted no more than that.
    assert [gap.about for gap in gaps(desk)] == [1]


@pytest.mark.parametrize("page", [None, 12])
def test_posts_that_x_deleted_since_are_not_read_instead(desk, network, clock, page):
    ticket, network.found = Patience(), posts(clock, 100)
    start, end = (clock.now() - timedelta(minutes=one, seconds=30) for one in (80, 30))
    capture(desk, "SwHelper", ticket, window=Hours(start=start, end=end))
    clock.advance(seconds=86_400)
    network.found, network.page_size = network.found[:40] + network.found[60:], page
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    before = spent(desk)
    reading = read_chat(desk, plan, ticket)
    assert (plan.most, plan.quote.dollars) == (30, Decimal("0.15"))
    # X's short pages leave fewer than ten, and it finds no fewer at once.
    assert reading.items == (24 if page else 30)
    assert spent(desk) - before == reading.items * Decimal("0.005")
    # What is left is a gap, and can be had.
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert len(desk.cache.posts(chat_source("swhelper"))) == 100


@pytest.mark.parametrize("gone", [10, 20, 28, 30, 34, 35, 45])
@pytest.mark.parametrize("page", [None, 12])
def test_what_x_deleted_since_makes_no_price_higher_than_told(
    desk, network, clock, ticket, gone, page
):
    network.found = posts(clock, 100)
    start, end = (clock.now() - timedelta(minutes=one, seconds=30) for one in (80, 15))
    capture(desk, "SwHelper", ticket, window=Hours(start=start, end=end))
    clock.advance(seconds=86_400)
    network.found, network.page_size = network.found[:20] + network.found[20 + gone :], page
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    before = spent(desk)
    read_chat(desk, plan, ticket)
    assert spent(desk) - before <= plan.quote.dollars
    is_ten = 0 < plan.most < 10
    assert is_ten is ("X finds no fewer than 10 at once." in plan.quote.because)
    assert is_ten is not plan.quote.exact


def test_what_cannot_be_used_of_one_part_leaves_less_for_the_next(desk, network, clock, ticket):
    network.found = posts(clock, 40)
    start, end = (clock.now() - timedelta(minutes=one, seconds=30) for one in (20, 10))
    capture(desk, "SwHelper", ticket, window=Hours(start=start, end=end))
    network.broken = tuple(Problem(str(n), Reason.OTHER, "lang is not text") for n in range(1, 9))
    network.asked.clear()
    reading = capture(desk, "SwHelper", ticket, most=20)
    # Another ten would make it more than twenty that X charges.
    assert (reading.items, reading.charged, network.asked) == (10, 18, ["search"])


def test_of_what_x_counts_no_more_nothing_is_asked(desk, network, clock, ticket):
    network.found = posts(clock, 30)
    capture(desk, "SwHelper", ticket)
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    network.asked.clear()
    assert read_chat(desk, plan, ticket) == Reading(0, complete=True)
    assert (plan.quote.dollars, network.asked, gaps(desk)) == (0, [], ())


def test_a_time_in_which_x_counts_nothing_is_read(desk, network, clock, ticket):
    start, network.found = clock.now() - timedelta(hours=5), posts(clock, 30)
    hour = Hours(start=start, end=start + timedelta(hours=1))
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket, hour), hour)
    network.asked.clear()
    assert read_chat(desk, plan, ticket) == Reading(0, complete=True)
    assert network.asked == []
    assert is_read(desk, "SwHelper", hour)
    assert not is_read(desk, "SwHelper")


@pytest.mark.parametrize("number", [53, 105, 230])
@pytest.mark.parametrize("page", [None, 7])
def test_what_was_counted_in_several_parts_leaves_less_than_a_page_at_most(
    desk, network, clock, number, page
):
    ticket, network.found = Patience(), posts(clock, number)
    # Below it are three posts.
    start = clock.now() - timedelta(minutes=number - 3, seconds=30)
    known = Hours(start=start, end=start + timedelta(minutes=10))
    capture(desk, "SwHelper", ticket, window=known)
    clock.advance(seconds=86_400)
    network.page_size = page
    plan = plan_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    before = spent(desk)
    reading = read_chat(desk, plan, ticket)
    assert number - 20 < reading.items <= plan.most == number - 10
    assert spent(desk) - before <= plan.quote.dollars
    assert reading.complete is not bool(gaps(desk))
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    assert len(desk.cache.posts(chat_source("swhelper"))) == number


def test_posts_read_today_are_not_quoted_again(desk, network, clock, ticket):
    network.timeline = network.found = posts(clock, 120)
    refresh(desk, ticket, most=100)
    quote = quote_capture(desk, "SwHelper", count_posts(desk, "SwHelper", ticket))
    before = spent(desk)
    capture(desk, "SwHelper", ticket)
    assert spent(desk) - before == quote.dollars == Decimal("0.10")
    assert "read today" in quote.because


def test_a_second_capture_asks_only_for_what_is_new(desk, network, clock, ticket):
    network.found = posts(clock, 50)
    capture(desk, "SwHelper", ticket)
    clock.advance(seconds=3600)
    network.found = posts(clock, 3) + network.found
    assert count_posts(desk, "SwHelper", ticket) == 3
    assert capture(desk, "SwHelper", ticket).items == 3
    assert len(desk.cache.posts(chat_source("swhelper"))) == 53


def test_what_was_read_before_a_failure_is_kept(desk, network, clock, ticket):
    network.found = posts(clock, 230)
    network.trouble["search"] = [None, *DARK]
    with pytest.raises(Unreachable):
        capture(desk, "SwHelper", ticket)
    assert len(desk.cache.posts(chat_source("swhelper"))) == 100
    assert capture(desk, "SwHelper", ticket).items == 130
    assert len(desk.cache.posts(chat_source("swhelper"))) == 230


@pytest.mark.parametrize("reposts", [False, True])
def test_what_was_cut_short_goes_on_where_it_ended(desk, network, clock, ticket, reposts):
    network.found = posts(clock, 230)
    each = [capture(desk, "SwHelper", ticket, most=90, reposts=reposts) for _ in range(4)]
    assert [(one.items, one.complete) for one in each] == [
        *((90, False), (90, False), (50, True), (0, True)),
    ]
    assert len(desk.cache.posts(chat_source("swhelper"))) == 230
    assert spent(desk) == Decimal("1.15")
    assert gaps(desk) == ()


def test_what_was_left_out_is_a_gap_until_it_is_read_on_any_day(desk, network, clock, ticket):
    network.found = posts(clock, 230)
    capture(desk, "SwHelper", ticket, most=90)
    (gap,) = gaps(desk)
    assert (gap.source, gap.newer) == (chat_source("swhelper"), network.found[89].post_id)
    clock.advance(seconds=86_400)
    network.found = posts(clock, 30) + network.found
    counted = count_posts(desk, "SwHelper", ticket)
    quote, before = quote_capture(desk, "SwHelper", counted), spent(desk)
    assert quote.exact
    assert quote.because.startswith("X counts 170 more posts with #swhelper.")
    assert capture(desk, "SwHelper", ticket).complete
    assert spent(desk) - before == quote.dollars == Decimal("0.85")
    assert len(desk.cache.posts(chat_source("swhelper"))) == 260


def test_a_capture_without_reposts_reads_what_one_with_them_left_out(desk, network, clock, ticket):
    network.found = posts(clock, 230)
    capture(desk, "SwHelper", ticket, most=90, reposts=True)
    assert capture(desk, "SwHelper", ticket).complete
    assert len(desk.cache.posts(chat_source("swhelper"))) == 230


def test_a_chat_that_x_no_longer_reaches_is_asked_for_from_where_it_does(
    desk, network, clock, ticket
):
    network.found = posts(clock, 30)
    capture(desk, "SwHelper", ticket)
    clock.advance(seconds=9 * 86_400)
    network.found = posts(clock, 20)
    assert count_posts(desk, "SwHelper", ticket) == 20
    assert capture(desk, "SwHelper", ticket).items == 20


@pytest.mark.parametrize(
    ("most", "dollars"), [(20, "0.10"), (5, "0.05"), (105, "0.525"), (230, "1.15")]
)
def test_the_quote_knows_how_many_are_wanted(desk, network, clock, most, dollars):
    network.found, ticket = posts(clock, 230), Patience()
    counted = count_posts(desk, "SwHelper", ticket)
    quote, before = quote_capture(desk, "SwHelper", counted, most=most), spent(desk)
    assert (quote.dollars, quote.exact) == (Decimal(dollars), most == 230)
    assert ("Only the newest" in quote.because) is (most < 230)
    assert quote_capture(desk, "SwHelper", most=most).dollars == quote.dollars
    capture(desk, "SwHelper", ticket, most=most)
    assert spent(desk) - before == quote.dollars


def test_a_count_beyond_the_usual_is_quoted_as_a_whole(desk, network, clock):
    assert quote_capture(desk, "SwHelper", 800).dollars == Decimal("4.00")
    assert quote_capture(desk, "SwHelper").dollars == Decimal("2.50")


def test_stopping_keeps_the_pages_read(desk, network, clock):
    network.found = posts(clock, 230)
    reading = capture(desk, "SwHelper", Patience(stop_after=1))
    assert (reading.items, reading.complete) == (100, False)


def test_the_budget_stops_before_the_page_that_could_break_it(profile, clock, network):
    desk = make_desk(profile, clock, network, budget="1.20")
    network.found = posts(clock, 400)
    with pytest.raises(OverBudget):
        capture(desk, "SwHelper", Patience())
    assert spent(desk) == Decimal("1.00")
    assert len(desk.cache.posts(chat_source("swhelper"))) == 200


def test_offline_and_signed_out_are_told_apart(profile, clock, network):
    with pytest.raises(Offline):
        capture(make_desk(profile, clock, network, up=False), "SwHelper", Patience())
    with pytest.raises(NeedsSignIn):
        capture(make_desk(profile, clock, None), "SwHelper", Patience())


@pytest.mark.parametrize("typed", ["", "#", "two words", "from:nasw"])
def test_what_is_no_hashtag_is_refused(typed):
    with pytest.raises(BadInput):
        chat_source(typed)


def test_refresh_reads_only_newer_posts(desk, network, clock, ticket):
    network.timeline = posts(clock, 40)
    assert not quote_refresh(desk).exact
    assert refresh(desk, ticket).items == 40
    clock.advance(seconds=600)
    network.timeline = posts(clock, 2) + network.timeline
    assert refresh(desk, ticket).items == 2
    assert len(desk.cache.posts(HOME)) == 42


def test_no_more_is_read_than_was_asked_for(desk, network, clock, ticket):
    network.found = posts(clock, 230)
    assert capture(desk, "SwHelper", ticket, most=150).items == 150
    assert capture(desk, "SwHelper", ticket, most=0).items == 0


def test_a_refresh_that_was_cut_short_leaves_a_gap_and_pays_for_nothing_twice(
    desk, network, clock, ticket
):
    network.timeline = posts(clock, 40)
    refresh(desk, ticket)
    clock.advance(seconds=5 * 3600)
    network.timeline = posts(clock, 250) + network.timeline
    assert refresh(desk, ticket, most=100).items == 100
    assert refresh(desk, ticket).items == 0
    (gap,) = gaps(desk)
    assert (gap.source, gap.newer) == (HOME, network.timeline[99].post_id)


def reposts(clock, number):
    return [
        replace(one, post_id=str(int(one.post_id) + 1), repost_of=one.post_id)
        for one in posts(clock, number)
    ]


def test_plain_reposts_are_left_out_unless_somebody_wants_them(desk, network, clock, ticket):
    network.found = posts(clock, 40)
    capture(desk, "SwHelper", ticket)
    assert network.queries == ["#swhelper -is:retweet"]
    assert "Plain reposts are left out" in quote_capture(desk, "SwHelper", 40).because
    capture(desk, "SwHelper", ticket, reposts=True)
    assert network.queries[1:] == ["#swhelper"]
    assert "reposts" not in quote_capture(desk, "SwHelper", 40, reposts=True).because


def test_reposts_can_be_read_after_a_capture_without_them(desk, network, clock, ticket):
    network.found = posts(clock, 40)
    capture(desk, "SwHelper", ticket)
    network.found = sorted(network.found + reposts(clock, 40), key=lambda one: -int(one.post_id))
    counted = count_posts(desk, "SwHelper", ticket, reposts=True)
    quote = quote_capture(desk, "SwHelper", counted, reposts=True)
    before = spent(desk)
    assert capture(desk, "SwHelper", ticket, reposts=True).items == 80
    # The forty that are here already were read today.
    assert spent(desk) - before == quote.dollars == Decimal("0.20")
    # Who has all asks only for what is newer, in both ways.
    assert capture(desk, "SwHelper", ticket).items == 0
    assert capture(desk, "SwHelper", ticket, reposts=True).items == 0


def test_reposts_that_are_here_already_make_no_price_smaller(desk, network, clock, ticket):
    network.timeline = reposts(clock, 40)
    refresh(desk, ticket)
    assert quote_capture(desk, "SwHelper", 40).dollars == Decimal("0.20")


def test_a_count_that_x_may_have_charged_is_not_asked_for_again(desk, network, clock, ticket):
    network.found = posts(clock, 5)
    network.trouble["count"] = [Unreachable("Time-out.")] * 3
    with pytest.raises(Unreachable, match=r"charged up to \$0\.005 for it"):
        count_posts(desk, "SwHelper", ticket)
    told = quote_count(desk).dollars
    assert (network.asked.count("count"), spent(desk), held_this_month(desk)) == (1, 0, told)


def test_a_count_that_x_did_not_answer_costs_nothing_and_is_asked_for_again(
    desk, network, clock, ticket
):
    network.found = posts(clock, 5)
    network.trouble["count"] = [Unreachable("Status 502.", fate=Fate.FAILED)] * 2
    assert count_posts(desk, "SwHelper", ticket) == 5
    assert (spent(desk), held_this_month(desk)) == (quote_count(desk).dollars, 0)
