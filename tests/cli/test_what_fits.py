"""Where all does not fit into what is left of the month's budget, what fits is read."""

from contextlib import ExitStack
from datetime import timedelta

import pytest

from allybook.domain.errors import OverBudget
from allybook.domain.posts import Post, id_at
from allybook.store.profile import Profile
from tests.cli.conftest import Terminal
from tests.fakes.desk import make_desk


@pytest.fixture
def poor(tmp_path, network, clock):
    """Return what makes a terminal of somebody with so many dollars a month, not signed in."""
    stack = ExitStack()

    def make(dollars):
        moments = [clock.now() - timedelta(minutes=number) for number in range(300)]
        network.timeline = [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]
        profile = stack.enter_context(Profile(tmp_path / "poor", clock))
        desk = make_desk(profile, clock, network, budget=dollars)
        desk.settings.write("budget", dollars)
        return Terminal(desk)

    with stack:
        yield make


def test_where_all_does_not_fit_what_fits_is_read(poor, network):
    said = poor("0.50")("refresh", "home")
    assert said.err.startswith(
        "refresh: at most $1.51 is more than the $0.50 that is left of this month's budget, so "
        "fewer posts are asked for, for at most $0.46.\n"
    )
    assert said.out.startswith("90 posts read, 90 of them new; there is more.")


def test_of_gaps_what_fits_is_read(poor, network):
    allybook = poor("0.51")
    allybook("refresh", "home", "--most", "50")
    network.found = network.timeline[150:250]
    allybook("refresh", "search", "beds", "--most", "10")
    said = allybook("refresh", "gaps", "--json")
    assert said.status == 1
    assert (said.json["read"], len(said.json["gaps"])) == (40, 2)
    assert said.err.endswith("no room for what else was left out: it was not begun.\n")
    assert (
        "gap: at most $4.00 is more than the $0.20 that is left of this month's budget" in said.err
    )
    with pytest.raises(OverBudget):
        allybook("refresh", "gaps")


def test_of_a_chat_what_fits_is_read(poor, network, clock):
    moments = [clock.now() - timedelta(minutes=number) for number in range(1, 121)]
    network.found = [
        Post(id_at(one, sequence=5), "31", one, "#beds", hashtags=("beds",)) for one in moments
    ]
    said = poor("0.30")("chat", "beds", "--no-nominate")
    assert (
        "chat #beds: at most $0.60 is more than the $0.295 that is left of this month's budget, so "
        "fewer posts are asked for, for at most $0.25.\n"
    ) in said.err
    assert "Only the newest 50 of them are read." in said.err
    assert "50 posts by" in said.out
    assert said.status == 1


def test_of_a_chat_nothing_is_read_where_nothing_fits(poor, network, clock):
    network.found = [Post(id_at(clock.now()), "31", clock.now(), "#beds", hashtags=("beds",))] * 20
    allybook = poor("0.05")
    with pytest.raises(OverBudget, match=r"the smallest reading may cost \$0.05: nothing was read"):
        allybook("chat", "beds", "--no-nominate")
    assert "search" not in network.asked


def test_where_nothing_fits_that_is_said_before_signing_in(poor, network):
    with pytest.raises(OverBudget, match=r"the smallest reading may cost \$0.06: nothing was read"):
        poor("0.05")("refresh", "home")
    assert network.asked == []
