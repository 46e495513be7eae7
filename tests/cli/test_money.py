"""``allybook quote``, ``allybook ledger`` and the budget: nothing is spent unseen."""

from contextlib import ExitStack
from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import (
    BadInput,
    CreditsGone,
    NotThere,
    OverBudget,
    RateLimited,
    Refused,
    Unreachable,
)
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.services.line import Line
from allybook.store.profile import Profile
from tests.cli.conftest import Terminal
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

JOBS = [
    ("sign-in",),
    ("refresh",),
    ("count",),
    ("chat", "#swhelper"),
    ("names",),
    ("names", "#swhelper"),
    ("names", "meeting"),
    ("check",),
    ("check", "followers"),
    ("check", "--of", "following"),
    ("check", "My allies"),
    ("list",),
    ("list-posts", "9001"),
    ("home",),
    ("search", "#swhelper", "-is:repost"),
    ("search", "#swhelper OR beds", "--most", "50"),
    ("gaps",),
    ("names", "from:a1 OR from:a2"),
]
NOTHING = {"month": 0, "in_doubt": 0, "budget": 5, "left": 5, "lines": [], "doubts": []}


@pytest.mark.parametrize("words", JOBS, ids=" ".join)
def test_a_quote_says_everything_and_costs_nothing(allybook, network, words):
    allybook("allies", "add", "@a1")
    before = allybook("ledger", "--json").json
    quote = allybook("quote", *words, "--json").json
    assert {"dollars", "requests", "minutes", "plan", "because", "others", "left"} <= set(quote)
    assert quote["dollars"] == pytest.approx(sum(step["dollars"] for step in quote["plan"]))
    assert quote["requests"] == sum(step["requests"] for step in quote["plan"])
    assert quote["because"].endswith(".")
    assert "Together" in allybook("quote", *words).out
    assert network.asked == []
    assert allybook("ledger", "--json").json == before == NOTHING


@pytest.mark.parametrize(
    ("words", "dollars"),
    [
        (("refresh",), 1.51),
        (("home",), 1.51),
        (("refresh", "--most", "20"), 0.11),
        (("search", "beds", "-is:repost", "--most", "20"), 0.1),
        (("book", "My allies", "-is:repost"), 1.51),
        (("book", "My allies", "--most", "20"), 0.11),
        (("chat", "#swhelper", "--most", "20"), 0.105),
        (("list-posts", "9001", "--most", "20"), 0.1),
        (("gaps",), 0),
        (("names", "from:a1 OR from:a2"), 0.02),
        (("names", "a1 -is:repost"), 0),
    ],
    ids=str,
)
def test_a_quote_is_what_refresh_then_says(allybook, network, words, dollars):
    allybook("allies", "add", "@a1")
    allybook("allies", "approve", "@a1")
    quoted = allybook("quote", *words, "--json").json
    assert quoted["dollars"] == pytest.approx(dollars)
    assert network.asked == []
    if words[0] in {"search", "book"}:
        assert allybook("refresh", *words, "--json").json["quote"]["plan"] == quoted["plan"]


@pytest.mark.parametrize("words", [(), ("#swhelper",), ("Beds",), ("My allies",)], ids=str)
def test_names_are_quoted_as_they_are_asked_for(allybook, network, clock, words):
    allybook("allies", "add", "@a1")
    network.found = [
        replace(post, author_id=str(31 + number)) for number, post in enumerate(chat(clock, 7))
    ]
    people = ("31", "32", "33", "34", "35", "36", "37")
    network.people = {one: Account(one, f"Row{one}", "Row") for one in people}
    allybook("refresh", "search", "beds")
    quoted = allybook("quote", "names", *words, "--json").json
    before = allybook("ledger", "--json").json["month"]
    told = allybook("refresh", "names", *words, "--json").json
    assert told["quote"]["plan"] == quoted["plan"]
    assert quoted["dollars"] == pytest.approx(told["asked"] * 0.01)
    spent = allybook("ledger", "--json").json["month"] - before
    assert spent == pytest.approx(quoted["dollars"])
    assert told["told"] == (0 if words == ("My allies",) else 7)


def test_a_budget_that_is_passed_already_is_said_so(profile_of, network):
    clock = FixedClock()
    network.found = chat(clock, 30)
    profile = profile_of(clock)
    Terminal(make_desk(profile, clock, network))("refresh", "search", "beds")
    poorer = make_desk(profile, clock, network, budget="0.02")
    with pytest.raises(OverBudget) as refused:
        Terminal(poorer)("--budget", "0.02", "refresh", "search", "doors")
    said = "The budget of $0.02 is passed already: $0.15 is spent this month. "
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith("is kept. “--budget DOLLARS” raises it.")


def test_a_second_count_of_a_day_tells_of_new_posts(allybook, clock, network):
    network.found = chat(clock, 3)
    network.people = {"31": Account("31", "HarborRowSN", "Harbor Row")}
    assert "X counts 3 posts with #swhelper." in allybook("chat", "swhelper").err
    assert "X counts 0 more posts with #swhelper." in allybook("chat", "swhelper").err


def test_the_quote_of_the_gaps_is_their_sum(allybook, network, clock):
    network.found = chat(clock, 120)
    assert allybook("refresh", "search", "beds", "--most", "20").status == 1
    assert allybook("refresh", "search", "doors", "--most", "20").status == 1
    quote = allybook("quote", "gaps", "--json").json
    assert len(quote["plan"]) == 2
    assert quote["because"] == (
        "More posts were left out, in 2 gaps. Too little was read to tell how many."
    )
    before = allybook("ledger", "--json").json["month"]
    allybook("refresh", "gaps")
    assert allybook("ledger", "--json").json["month"] - before <= quote["dollars"] + 1e-9


@pytest.mark.parametrize("words", [("quote", "search"), ("quote", "book"), ("quote", "book", "No")])
def test_what_cannot_be_quoted_is_said(allybook, words):
    with pytest.raises(BadInput):
        allybook(*words)


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


@pytest.mark.parametrize("refusal", [Refused("Not here."), NotThere("Not there.")])
def test_without_a_count_no_more_is_read_than_was_quoted(allybook, clock, network, refusal):
    network.found = chat(clock, 700)
    network.people = {"31": Account("31", "HarborRowSN", "Harbor Row")}
    network.trouble = {"count": [refusal]}
    said = allybook("chat", "swhelper", "--json")
    assert "at most $2.50" in said.err
    assert (said.status, said.json["posts"]) == (1, 500)


def test_each_price_of_a_chat_is_said_before_it_is_paid(allybook, clock, network):
    network.found = chat(clock, 3)
    network.people = {"31": Account("31", "HarborRowSN", "Harbor Row")}
    said = allybook("chat", "swhelper", "--json").err.splitlines()
    assert [line.partition(".")[0] for line in said] == [
        *("count: $0", "chat #swhelper: $0", "names: $0")
    ]
    assert said[0].startswith("count: $0.005. ")


TOMORROW = FixedClock().now() + timedelta(days=1)


@pytest.mark.parametrize(
    "trouble", [CreditsGone("No credits."), RateLimited("Wait.", TOMORROW)], ids=repr
)
def test_a_count_that_fails_for_all_requests_ends_the_chat(allybook, network, trouble):
    network.trouble = {"count": [trouble]}
    with pytest.raises(type(trouble)):
        allybook("chat", "swhelper")
    assert network.asked == ["count"]


def test_a_quote_for_a_chat_has_its_count_and_names_the_rest(allybook):
    quote = allybook("quote", "chat", "swhelper", "--json").json
    assert [step["endpoint"] for step in quote["plan"]] == [
        *("GET /2/tweets/counts/recent", "GET /2/tweets/search/recent")
    ]
    assert (quote["dollars"], quote["exact"]) == (10.005, False)
    assert "names of people who are not known yet come on top, $0.01 each" in quote["because"]
    assert "X counts them first, for $0.005, and no more than it counts" in quote["because"]
    assert "is read and paid: a chat of 500 posts costs $2.50. “--most" in quote["because"]
    told = allybook("quote", "chat", "swhelper").out
    assert "is left, so chat would read no more posts than there is room for; “allyb" in told
    few = allybook("quote", "chat", "swhelper", "--most", "100", "--json").json
    assert few["dollars"] == 0.505
    assert "it counts is read and paid. “--most" in few["because"]


@pytest.mark.parametrize("most", [(), ("--most", "2500")], ids=str)
def test_a_chat_that_x_counts_costs_no_more_than_was_quoted(allybook, clock, network, most):
    allybook("budget", "50")
    network.found = chat(clock, 2100)
    quoted = allybook("quote", "chat", "swhelper", *most, "--json").json["dollars"]
    said = allybook("chat", "swhelper", "--no-nominate", *most, "--json").json
    lines = allybook("ledger", "--json").json["lines"]
    spent = sum(line["dollars"] for line in lines if line["job"] != "names")
    assert said["posts"] == (2100 if most else 2000)
    assert spent <= quoted + 1e-9


def test_a_quote_tells_the_ways_not_taken_and_what_is_left(allybook, desk, clock):
    me = Account("1", "NorthbankCircle", "Northbank Circle", followers=400, following=300)
    desk.cache.save_accounts([me, Account("21", "a1", "A")], clock.now())
    desk.settings.write("me", "1")
    allybook("allies", "add", "@a1")
    quote = allybook("quote", "check", "--json").json
    assert quote["dollars"] == 0.01
    words = "reading all following and followers"
    assert quote["others"] == [{"words": words, "dollars": 7.01, "bounded": True}]
    told = allybook("quote", "check").out
    assert "Not taken: reading all following and followers, $7.01" in told
    assert "$5.00 of this month's $5.00 is left.\n" in told
    dear = allybook("quote", "check", "followers").out
    assert "so this would stop on the way; “allybook budget DOLLARS” raises the budget." in dear


@pytest.mark.parametrize(
    ("dollars", "then"),
    [
        ("0.30", "refresh would ask for as many posts as there is room for"),
        ("0", "nothing would be asked"),
    ],
)
def test_a_quote_of_more_than_there_is_tells_what_refresh_would_do(allybook, dollars, then):
    allybook("budget", dollars)
    assert f"is left, so {then}; “allybook" in allybook("quote", "search", "beds").out


@pytest.mark.parametrize(
    ("words", "then"),
    [
        (("list",), "nothing would be sent"),
        (("count",), "nothing would be asked"),
        (("sign-in",), "nothing would be asked"),
        (("check",), "nothing would be asked"),
        (("check", "followers"), "this would stop on the way"),
    ],
    ids=str,
)
def test_a_quote_of_more_than_there_is_tells_what_the_job_would_do(
    allybook, desk, network, words, then
):
    desk.cache.save_accounts([replace(network.me_, followers=300)], desk.clock.now())
    desk.settings.write("me", network.me_.user_id)
    allybook("allies", "add", "https://x.com/i/user/14")
    desk = replace(allybook.desk, budget=lambda: Decimal("0.004"))
    told = Terminal(desk)("quote", *words).out
    assert f"$0.004 is left, so {then}; “allybook" in told


def test_the_budget_is_read_and_set(allybook):
    assert allybook("budget").out == "Spent this month: $0.00 of $5.00, $5.00 left\n"
    assert allybook("budget", "$8.50", "--json").json == {
        "month": 0,
        "in_doubt": 0,
        "budget": 8.5,
        "left": 8.5,
    }
    assert allybook("budget", "0").out.endswith("or until the budget is raised.\n")
    with pytest.raises(BadInput, match="no sum of dollars"):
        allybook("budget", "a lot")
    assert allybook("budget", "--json").json["budget"] == 0


def test_the_stop_at_the_budget_keeps_what_was_read_and_says_how_to_go_on(
    profile_of, network, clock
):
    desk = make_desk(profile_of(clock), clock, network, budget="1.01")
    network.found = chat(clock, 300)
    with pytest.raises(OverBudget, match=r"is kept\. “allybook budget DOLLARS” raises it\.$"):
        Terminal(desk)("chat", "swhelper", "--no-nominate")
    offline = replace(desk, line=Line(network, up=False))
    assert Terminal(offline)("chat", "swhelper", "--json").json["posts"] == 200
    richer = make_desk(profile_of(clock), clock, network, budget="5")
    said = Terminal(richer)("chat", "swhelper", "--json", "--no-nominate")
    assert (said.status, said.json["posts"]) == (0, 300)
    assert "chat #swhelper: $0.50. X counts 100 more posts with #swhelper." in said.err


def test_a_chat_that_is_here_is_told_whatever_number_is_said(allybook, desk, network, clock):
    network.found = chat(clock, 30)
    start, end = (clock.now() + timedelta(minutes=number) for number in (-60, 1))
    words = ("chat", "swhelper", "--from", start.isoformat(), "--to", end.isoformat(), "--most")
    with pytest.raises(BadInput, match="no fewer than ten"):
        allybook(*words, "5")
    assert network.asked == []
    clock.advance(seconds=600)
    here = allybook(*words, "50", "--json").json["posts"]
    assert here
    asked = len(network.asked)
    offline = Terminal(replace(desk, line=Line(network, up=False)))
    for terminal in (allybook, offline):
        assert terminal(*words, "5", "--json").json["posts"] == here
    assert len(network.asked) == asked


def test_doubts_are_told_and_ended_by_a_person(allybook, desk, clock, network):
    network.found = chat(clock, 3)
    network.trouble = {"count": [Unreachable("X did not answer.", passing=False)]}
    with pytest.raises(Unreachable):
        allybook("chat", "swhelper")
    told = allybook("ledger").out
    assert "in doubt until you say whether X charged them" in told
    assert "$0.00 of $5.00, $0.005 in doubt, $4.995 left" in told
    assert "may still be answered" in allybook("ledger", "--doubts", "charged").err
    clock.advance(seconds=600)
    ledger = allybook("ledger", "--doubts", "charged", "--json").json
    assert (ledger["month"], ledger["in_doubt"], ledger["doubts"]) == (0.005, 0, [])
    assert [line["job"] for line in ledger["lines"]] == ["count #swhelper"]


def test_a_quote_speaks_of_one_request_and_of_two(allybook):
    assert "1 request, less than a minute." in allybook("quote", "sign-in").out
    assert "21 requests, less than a minute." in allybook("quote", "chat", "swhelper").out
    allybook("allies", "add", *(f"@a{number}" for number in range(9)))
    assert ", about 3 minutes." in allybook("quote", "list").out
