"""What was paid for today is free until midnight (UTC): a press after that is no press for more."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.sources import plan_source, read_source
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience
from tests.fakes.midnight import MidnightLine, pay_for_a_name

DAY = 86_400


@pytest.fixture
def paid_in_part(desk, network, clock):
    """A chat of whose forty posts thirty were paid for today."""
    moments = [clock.now() - number * timedelta(hours=1) for number in range(1, 41)]
    posts = [
        Post(id_at(at, sequence=5), "31", at, "#beds tonight", hashtags=("beds",)) for at in moments
    ]
    network.found = posts[10:]
    sign_in(desk)
    wanted = Source(Origin.SEARCH), parse("tonight")
    read_source(desk, plan_source(desk, *wanted), Patience())
    network.found = posts


@pytest.fixture
def shown(paid_in_part, desk, open_tab):
    return open_tab(desk)


@pytest.fixture
def tab(shown, calm):
    """That chat, which X has counted."""
    count(shown, calm)
    calm(lambda: shown.capture_button.text() == "Capture 40 posts, $0.05")
    return shown


def count(tab, calm):
    tab.open_chat("#beds")
    calm(lambda: tab.count_button.isVisible() and tab.count_button.isEnabled())
    tab.count_button.click()
    calm(lambda: tab.buying.counted and tab.capture_button.isVisible())


def press(tab, desk, calm):
    before = spent(desk)
    tab.capture_button.click()
    calm(lambda: not tab.buying.busy)
    return spent(desk) - before


def spent(desk):
    return desk.ledger.spent(date.min, date.max)


def test_on_the_same_day_it_costs_what_was_said(tab, desk, calm):
    assert press(tab, desk, calm) == Decimal("0.05")


def test_after_midnight_the_price_is_said_anew_and_nothing_is_read(tab, desk, clock, network, calm):
    clock.advance(seconds=DAY)
    asked = len(network.asked)
    assert press(tab, desk, calm) == 0
    assert len(network.asked) == asked
    assert tab.note.accessibleName() == (
        "The price has changed. It costs $0.20 now; it was $0.05. Nothing was read."
    )
    calm(lambda: tab.capture_button.text() == "Capture 40 posts, $0.20")
    assert press(tab, desk, calm) == Decimal("0.20")


def test_no_more_is_read_than_was_counted(tab, desk, clock, network, calm):
    """Twenty posts were written since."""
    clock.advance(seconds=DAY)
    press(tab, desk, calm)
    calm(lambda: tab.capture_button.text() == "Capture 40 posts, $0.20")
    moments = [clock.now() - number * timedelta(minutes=1) for number in range(1, 21)]
    new = [Post(id_at(at, sequence=5), "31", at, "#beds", hashtags=("beds",)) for at in moments]
    network.found = [*new, *network.found]
    assert press(tab, desk, calm) == Decimal("0.20")


@pytest.mark.usefixtures("paid_in_part")
def test_midnight_just_before_it_is_read_is_said(desk, open_tab, clock, network, calm):
    line = MidnightLine(network, clock)
    tab = open_tab(replace(desk, line=line))
    count(tab, calm)
    calm(lambda: tab.capture_button.text() == "Capture 40 posts, $0.05")
    line.armed, asked = True, len(network.asked)
    assert press(tab, desk, calm) == 0
    assert len(network.asked) == asked
    assert tab.note.accessibleName() == (
        "Nothing was read. That price held until midnight (UTC). The new one stands on the button."
    )
    calm(lambda: tab.capture_button.text() == "Capture 40 posts, $0.20")


def test_names_paid_for_today_are_not_looked_up_for_that_price_tomorrow(
    tab, desk, clock, network, calm
):
    pay_for_a_name(desk, "31")
    network.people["31"] = Account("31", "HarborRowSN", "Harbor Row")
    press(tab, desk, calm)
    calm(lambda: tab.names_button.text() == "Show 1 name, free")
    clock.advance(seconds=DAY)
    asked = len(network.asked)
    for charged in ("0", "0.01"):
        before = spent(desk)
        tab.names_button.click()
        calm(lambda: not tab.buying.busy)
        assert spent(desk) - before == Decimal(charged)
    assert network.asked[asked:] == ["accounts"]
