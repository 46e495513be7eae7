"""Refreshing by itself: off at first, and within its dollars of the day."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import (
    CreditsGone,
    NeedsSignIn,
    NotThere,
    RateLimited,
    SpendCapReached,
    Unreachable,
)
from allybook.domain.filters.parse import parse
from allybook.domain.lists import XList
from allybook.domain.posts import Post, id_at
from allybook.services.books.several import create_book, discard_book, rename_book
from allybook.services.reading.allowance import (
    JOB,
    READS,
    change_read_by_itself,
    daily_cap,
    read_by_itself,
    set_daily_cap,
    spent_by_itself,
    usual_cap,
)
from allybook.services.reading.auto import (
    Standing,
    _plan_size,
    how_it_stands,
    most_now,
    refresh_by_itself,
)
from allybook.services.sign_in.who import sign_in


def posts(clock, count):
    moments = [clock.now() - timedelta(minutes=number) for number in range(count)]
    return [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]


def test_nothing_is_refreshed_that_nobody_allowed(desk, network, clock, ticket):
    network.timeline = posts(clock, 30)
    assert (daily_cap(desk), most_now(desk)) == (0, 0)
    assert refresh_by_itself(desk, ticket) is None
    assert network.asked == []


def test_it_stays_within_its_dollars_of_the_day(desk, network, clock, ticket):
    sign_in(desk)
    set_daily_cap(desk, Decimal("0.25"))
    for _quarter in range(20):
        clock.advance(seconds=900)
        network.timeline = posts(clock, 500)
        refresh_by_itself(desk, ticket)
    assert Decimal("0.15") < spent_by_itself(desk) <= Decimal("0.25")
    assert most_now(desk) == 0
    today = clock.now().date()
    assert JOB in {line.job for line in desk.ledger.lines(today, today)}
    clock.advance(seconds=86_400)
    assert most_now(desk) == 50


def test_of_a_chat_it_reads_what_the_day_has_room_for(desk, network, clock, ticket):
    sign_in(desk)
    network.found = posts(clock, 400)
    change_read_by_itself(desk, lambda _before: ["chat:swhelper"])
    set_daily_cap(desk, Decimal("0.25"))
    assert most_now(desk) == 50
    reading = refresh_by_itself(desk, ticket)
    assert reading is not None
    assert 0 < reading.items <= 50
    assert 0 < spent_by_itself(desk) <= Decimal("0.25")
    assert desk.cache.count(parse("chat:swhelper")) == reading.items


def test_switched_off_it_rests(desk, network, ticket):
    set_daily_cap(desk, Decimal("0.25"))
    set_daily_cap(desk, Decimal(0))
    assert refresh_by_itself(desk, ticket) is None


def test_it_reads_what_was_chosen_and_charges_all_of_it_to_itself(desk, network, clock, ticket):
    sign_in(desk)
    desk.cache.save_list(XList("9001", "Housing"))
    network.timeline = network.found = posts(clock, 12)
    assert read_by_itself(desk) == ("source:home",)
    change_read_by_itself(
        desk, lambda _before: ["source:home", "list:Housing -is:repost", "list:gone"]
    )
    set_daily_cap(desk, Decimal("2.00"))
    reading = refresh_by_itself(desk, ticket)
    assert reading.items == 24
    assert network.asked[-2:] == ["home", "search"]
    today = clock.now().date()
    jobs = {line.job for line in desk.ledger.lines(today, today) if line.dollars > 0}
    assert jobs == {JOB, "sign-in"}


def test_a_list_that_x_knows_no_more_stops_no_other_source(desk, network, clock, ticket):
    sign_in(desk)
    network.timeline = posts(clock, 12)
    network.trouble["list_posts"] = [NotThere("X has no such list.")] * 2
    change_read_by_itself(desk, lambda _before: ["list:99999", "source:home"])
    set_daily_cap(desk, Decimal("0.50"))
    for _time in range(2):
        with pytest.raises(NotThere):
            refresh_by_itself(desk, ticket)
    assert network.asked.count("home") == 2
    assert desk.cache.count(parse("source:home")) == 12


@pytest.mark.parametrize(
    "trouble",
    [
        NeedsSignIn("Sign in again."),
        Unreachable("No answer."),
        CreditsGone("No credits are left."),
        SpendCapReached("X spends no more.", None),
        RateLimited("X asks to wait.", datetime(2026, 3, 31, 13, tzinfo=UTC)),
    ],
)
def test_what_ails_every_source_ends_it(desk, network, clock, ticket, trouble):
    sign_in(desk)
    network.timeline = posts(clock, 12)
    network.trouble["search"] = [trouble] * 5
    change_read_by_itself(desk, lambda _before: ["beds", "source:home"])
    set_daily_cap(desk, Decimal("0.50"))
    with pytest.raises(type(trouble)):
        refresh_by_itself(desk, ticket)
    assert "home" not in network.asked


def test_the_first_source_leaves_the_others_their_share(desk, network, clock, ticket):
    sign_in(desk)
    network.timeline = posts(clock, 500)
    network.found = [replace(one, post_id=str(int(one.post_id) + 1)) for one in posts(clock, 500)]
    change_read_by_itself(desk, lambda _before: ["source:home", "beds", "food"])
    set_daily_cap(desk, Decimal("0.50"))
    refresh_by_itself(desk, ticket)
    assert sorted(name for name in network.asked if name != "me") == ["home", "search", "search"]
    assert spent_by_itself(desk) <= Decimal("0.50")


def test_the_last_source_has_its_day_where_the_dollars_end_before_the_sources(
    desk, network, clock, ticket
):
    sign_in(desk)
    texts = ("beds", "food", "tea", "rent", "jobs", "cats")
    asked = [query for text in texts for query in _plan_size(desk, text, 10).queries]
    change_read_by_itself(desk, lambda _before: texts)
    set_daily_cap(desk, Decimal("0.25"))
    for _day in texts:
        clock.advance(seconds=86_400)
        network.found_by = {
            query: [replace(one, post_id=str(int(one.post_id) + more)) for one in posts(clock, 99)]
            for more, query in enumerate(asked)
        }
        for _round in range(3):
            refresh_by_itself(desk, ticket)
        assert spent_by_itself(desk) <= Decimal("0.25")
    assert set(network.queries) == set(asked)


def test_where_nothing_is_chosen_nothing_is_read(desk, network, ticket):
    sign_in(desk)
    asked = len(network.asked)
    set_daily_cap(desk, Decimal("2.00"))
    change_read_by_itself(desk, lambda _before: [])
    assert (refresh_by_itself(desk, ticket), most_now(desk)) == (None, 0)
    assert len(network.asked) == asked


def test_the_cap_is_remembered_while_it_is_off(desk):
    assert usual_cap(desk) == Decimal("0.25")
    set_daily_cap(desk, Decimal("1.00"))
    set_daily_cap(desk, Decimal(0))
    assert (daily_cap(desk), usual_cap(desk)) == (0, Decimal("1.00"))


def test_a_stop_ends_it_before_the_next_source(desk, network, clock, ticket):
    sign_in(desk)
    network.timeline = posts(clock, 12)
    set_daily_cap(desk, Decimal("2.00"))
    ticket._stop_after = 0
    asked = len(network.asked)
    assert refresh_by_itself(desk, ticket) is None
    assert len(network.asked) == asked


def test_switched_off_while_x_makes_it_wait_it_pays_for_no_more(desk, network, clock, ticket):
    sign_in(desk)
    network.timeline = posts(clock, 50)
    set_daily_cap(desk, Decimal("0.25"))
    network.trouble["home"] = [RateLimited("Wait.", clock.now() + timedelta(minutes=15))]

    def wait(seconds):
        # It is another window that switches it off: nobody tells this one.
        set_daily_cap(desk, Decimal(0))
        clock.advance(seconds=seconds)

    assert refresh_by_itself(replace(desk, wait=wait), ticket) is None
    assert (ticket.pauses[-1][0], spent_by_itself(desk)) == (None, 0)


def test_what_it_reads_is_kept_by_id_and_outlasts_another_name(desk, network, clock, ticket):
    sign_in(desk)
    desk.cache.save_list(XList("9001", "Housing"))
    book = create_book(desk, "Friends")
    network.timeline = network.found = posts(clock, 12)
    texts = ["list:Housing -is:repost", "in:friends", "beds"]
    change_read_by_itself(desk, lambda _before: texts)
    set_daily_cap(desk, Decimal("2.00"))
    refresh_by_itself(desk, ticket)
    kept = ("list:9001 -is:repost", f"in:{book.info.book_id}", "beds")
    assert read_by_itself(desk) == kept
    desk.cache.save_list(XList("9001", "Warm beds"))
    rename_book(desk, book.info.book_id, "Allies")
    assert how_it_stands(desk).gone == {}
    clock.advance(seconds=900)
    network.timeline = network.found = [*posts(clock, 3), *network.timeline]
    assert refresh_by_itself(desk, ticket).items > 0


def test_why_nothing_can_be_read_is_known(desk, network):
    sign_in(desk)
    set_daily_cap(desk, Decimal("0.25"))
    assert how_it_stands(desk) == Standing(50, {}, Decimal("0.050"))
    book = create_book(desk, "Friends")
    gone = f"in:{book.info.book_id}"
    discard_book(desk, book.info.book_id)
    change_read_by_itself(desk, lambda _before: ["list:Housing", gone])
    assert how_it_stands(desk) == Standing(0, {"list:Housing": "Housing", gone: "Friends"}, None)
    change_read_by_itself(desk, lambda _before: [])
    assert how_it_stands(desk) == Standing()


def test_a_word_that_an_earlier_allybook_looked_for_is_read_still(desk):
    desk.settings.write(READS, '["beds UND", "source:home"]')
    assert read_by_itself(desk) == ('beds "UND"', "source:home")
    assert how_it_stands(desk).gone == {}
