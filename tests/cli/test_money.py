"""``allybook quote``, ``allybook ledger`` and the budget: nothing is spent unseen."""

from contextlib import ExitStack
from decimal import Decimal

import pytest

from allybook.domain.accounts import Account
from allybook.domain.errors import BadInput, OverBudget, XError
from allybook.domain.posts import Post, id_at
from allybook.store.profile import Profile
from tests.cli.conftest import Terminal
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

JOBS = [
    ("sign-in",),
    ("refresh",),
    ("chat", "#swhelper"),
    ("check",),
    ("check", "followers"),
    ("check", "My allies"),
    ("list",),
]


@pytest.mark.parametrize("words", JOBS, ids=" ".join)
def test_a_quote_says_everything_and_costs_nothing(allybook, network, words):
    allybook("allies", "add", "@a1")
    before = allybook("ledger", "--json").json
    quote = allybook("quote", *words, "--json").json
    assert {"dollars", "requests", "minutes", "plan", "because"} <= set(quote)
    assert quote["dollars"] == pytest.approx(sum(step["dollars"] for step in quote["plan"]))
    assert quote["requests"] == sum(step["requests"] for step in quote["plan"])
    assert quote["because"].endswith(".")
    assert "Together" in allybook("quote", *words).out
    assert network.asked == []
    assert allybook("ledger", "--json").json == before == {"month": 0, "budget": 5, "lines": []}


@pytest.mark.parametrize("words", [("quote", "list", "Alies"), ("check", "--of", "folowers")])
def test_a_misspelt_book_is_not_made(allybook, desk, words):
    allybook("allies", "list")
    with pytest.raises(BadInput, match="no book"):
        allybook(*words)
    assert [info.name for info in desk.shelf.books()] == ["My allies"]


def test_a_quote_for_a_chat_needs_its_hashtag(allybook):
    with pytest.raises(BadInput, match="Which chat"):
        allybook("quote", "chat")


def chat(clock, count):
    ids = [id_at(clock.now(), sequence=number) for number in range(1, count + 1)]
    text = "Beds #SwHelper"
    posts = [Post(i, "31", clock.now(), text, hashtags=("SwHelper",)) for i in ids]
    return posts[::-1]


def test_the_ledger_tells_what_a_command_spent(allybook, clock, network):
    network.found = chat(clock, 3)
    network.people = {"31": Account("31", "HarborRowSN", "Harbor Row")}
    said = allybook("chat", "swhelper", "--json")
    assert (said.status, said.json["posts"]) == (0, 3)
    ledger = allybook("ledger", "--json").json
    assert {line["job"] for line in ledger["lines"]} == {
        *("count #swhelper", "chat #swhelper", "names")
    }
    for line in ledger["lines"]:
        assert set(line) == {"day", "class", "job", "resources", "dollars"}
    assert ledger["month"] == pytest.approx(sum(line["dollars"] for line in ledger["lines"]))
    assert "Spent this month: $" in allybook("ledger").out


def test_the_budget_stops_before_the_request_that_would_break_it(profile_of, network):
    clock = FixedClock()
    desk = make_desk(profile_of(clock), clock, network, budget="0.01")
    network.found = chat(clock, 3)
    with pytest.raises(OverBudget, match=r"\$0\.01") as refused:
        Terminal(desk)("chat", "swhelper")
    assert refused.value.exit_status == 3
    assert desk.ledger.lines(clock.now().date(), clock.now().date())[0].dollars <= Decimal("0.01")


@pytest.fixture
def profile_of(tmp_path):
    with ExitStack() as stack:
        yield lambda clock: stack.enter_context(Profile(tmp_path / "p", clock))


def test_without_a_count_no_more_is_read_than_was_quoted(allybook, clock, network):
    network.found = chat(clock, 700)
    network.people = {"31": Account("31", "HarborRowSN", "Harbor Row")}
    network.trouble = {"count": [XError("X does not count here.")]}
    said = allybook("chat", "swhelper", "--json")
    assert "at most $2.50" in said.err
    assert (said.status, said.json["posts"]) == (1, 500)
