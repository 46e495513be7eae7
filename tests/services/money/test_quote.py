"""Quotes: the cheapest way, what is left, and what comes along with posts where X charges it."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.app.ground import find_ground
from allybook.app.practice import lay_ground, read_scenario
from allybook.cli.words import Options
from allybook.domain.money.pricing import Other, PricedStep, Quote
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import Terms, XNetwork
from allybook.gateway.vocabulary import POSTS, USERS, Vocabulary
from allybook.practice.adapter import PracticeAdapter
from allybook.practice.bill import Bill
from allybook.practice.world import World
from allybook.services.line import Line
from allybook.services.money.quote import (
    Way,
    budget,
    cheapest,
    fits,
    left,
    set_budget,
    spent_this_month,
)
from allybook.services.reading.capture import capture, quote_capture
from allybook.services.reading.refresh import quote_refresh, refresh
from allybook.services.sign_in.keys import HeldKeys
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import PRICES, make_desk


def quoted(dollars, because="It is so."):
    price = PRICES.price(USERS)
    number = int(Decimal(dollars) / price.dollars)
    return Quote("check", (PricedStep(USERS, number, price, 1, "look-ups"),), because)


def test_the_cheapest_way_tells_the_others_dearest_last():
    best = cheapest(
        Way("walking", quoted("0.30")), Way("flying", quoted("9")), Way("riding", quoted("0.2"))
    )
    assert best.words == "riding"
    assert best.quote.because == "It is so; walking would cost $0.30."
    assert best.quote.others == (
        Other("walking", Decimal("0.3")),
        Other("flying", Decimal(9)),
    )


def test_the_first_way_wins_a_tie():
    assert cheapest(Way("a", quoted("1")), Way("b", quoted("1"))).words == "a"


def test_one_way_needs_no_comparison():
    assert cheapest(Way("a", quoted("1"))).quote == quoted("1")


def test_a_budget_is_set_and_everybody_hears(desk):
    heard = []
    desk.announcer.listen(heard.append)
    set_budget(desk, Decimal("0.25"))
    assert (budget(desk), left(desk)) == (Decimal("0.25"), Decimal("0.25"))
    assert [changed.settings for changed in heard] == [True]
    assert fits(desk, quoted("0.25"))
    assert not fits(desk, quoted("0.26"))


def test_what_comes_along_with_posts_is_in_the_quote_at_worst(desk):
    assert quote_refresh(desk, 100).dollars == Decimal("0.51")
    along = replace(desk, along=lambda: {USERS: 2, POSTS: 2})
    assert quote_refresh(along, 100).dollars == Decimal("0.51") + 2 + 1
    assert not quote_capture(along, "swhelper", 40).exact


@pytest.fixture
def new_words(tmp_path, profile, ticket):
    """A desk on the practice network, asked in X's new words, and what it bills."""
    ground = lay_ground(find_ground(Options(profile=tmp_path)))
    scenario = read_scenario()
    world = World.build(scenario.setting.seed, scenario.setting.anchor, scenario)
    bill = Bill(ground.prices)
    desk = make_desk(profile, ground.clock, None)
    network = XNetwork(
        HeldKeys(Tokens("practice")),
        adapter=PracticeAdapter(world, ground.clock, bill),
        meter=desk.jobs,
        clock=ground.clock,
        terms=Terms(vocabulary=Vocabulary.POST),
    )
    yield replace(desk, line=Line(network), along=lambda: Vocabulary.POST.post.along), bill
    network.close()


@pytest.mark.parametrize(
    ("quote", "job"),
    [
        (lambda desk: quote_refresh(desk, 100), lambda desk, t: refresh(desk, t, most=100)),
        (
            lambda desk: quote_capture(desk, "swhelper", 200),
            lambda desk, t: capture(desk, "swhelper", t, most=200),
        ),
    ],
)
def test_in_the_new_words_the_bill_is_the_ledger_s_and_within_the_quote(
    new_words, ticket, quote, job
):
    desk, bill = new_words
    sign_in(desk)
    before, said = bill.dollars, quote(desk).dollars
    job(desk, ticket)
    assert bill.dollars == spent_this_month(desk)
    assert 0 < bill.dollars - before <= said
