"""``chat`` and ``check``: what was read, and paid, is printed whatever ends it on the way."""

import io
import json
from collections import Counter
from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.cli.out import Out
from allybook.cli.run import run
from allybook.cli.words import read_words
from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput, CreditsGone, OverBudget, Unreachable
from allybook.domain.people.accounts import Account, Connection
from allybook.domain.posts import Post, id_at
from allybook.services.people.nominate import nominate_handles
from tests.fakes.desk import make_desk
from tests.fakes.network import DARK

POSTS, PEOPLE = 12, 3
FOLLOWED = frozenset({Connection.FOLLOWED_BY})


def written(clock, *minutes):
    """Return posts of a chat, each so many minutes old."""
    moments = [(number, clock.now() - timedelta(minutes=number)) for number in minutes]
    return [
        Post(id_at(at), str(31 + number % PEOPLE), at, "#beds tonight", hashtags=("beds",))
        for number, at in moments
    ]


@pytest.fixture
def chat(network, clock):
    """Let three people write twelve posts of a chat."""
    network.people = {str(31 + n): Account(str(31 + n), f"person_{n}") for n in range(PEOPLE)}
    network.found = written(clock, *range(5, 5 + POSTS))


def end(desk, *words):
    """Run a command to its end; return its status or what ended it, its answer and remarks."""
    out = Out(io.StringIO(), io.StringIO())
    options, told = read_words(list(words))
    try:
        status = run(desk, told, options, out)
    except (OverBudget, Unreachable, CreditsGone, BadInput) as error:
        out.remark(str(error))
        status = type(error)
    return status, out.answers.getvalue(), out.remarks.getvalue()


@pytest.mark.parametrize(
    ("trouble", "kind"), [([CreditsGone("No credits.")], CreditsGone), (list(DARK), Unreachable)]
)
def test_a_chat_is_printed_though_nobody_in_it_could_be_named(desk, network, chat, trouble, kind):
    network.trouble["accounts"] = trouble
    status, told, _ = end(desk, "chat", "#beds", "--json")
    assert (status, json.loads(told)["posts"]) == (kind, POSTS)


def test_a_chat_is_printed_though_the_budget_has_no_room_for_names(profile, clock, network, chat):
    desk = make_desk(profile, clock, network, budget="0.08")
    status, told, remarks = end(desk, "chat", "beds", "--csv")
    assert (status, len(told.splitlines())) == (OverBudget, 1 + POSTS)
    assert "“allybook refresh names chat:beds” asks for them later.\n" in remarks
    assert "could cost $0.03" in remarks
    assert remarks.endswith("“allybook budget DOLLARS” raises it.\n")


@pytest.mark.parametrize(("call", "kind"), [("count", Unreachable), ("search", CreditsGone)])
def test_what_is_here_of_a_chat_is_printed_where_more_is_refused(
    desk, network, clock, chat, call, kind
):
    assert end(desk, "chat", "beds", "--json")[0] == 0
    clock.advance(seconds=3600)
    network.found = [*written(clock, 5), *network.found]
    network.trouble[call] = [kind("X says no.")] * 4
    status, told, _ = end(desk, "chat", "beds", "--json")
    assert (status, json.loads(told)["posts"]) == (kind, POSTS)


def test_what_came_before_a_reading_broke_off_is_printed(desk, network, chat):
    network.page_size = 4
    network.trouble["search"] = [None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "chat", "beds", "--json")
    assert (status, json.loads(told)["posts"]) == (CreditsGone, 4)


def test_a_chat_of_which_nothing_is_here_is_no_answer(desk, network, chat):
    network.trouble["search"] = [CreditsGone("No credits.")]
    assert end(desk, "chat", "beds", "--json")[:2] == (CreditsGone, "")


def test_wrong_words_print_nothing(desk, network, chat):
    end(desk, "chat", "beds")
    assert end(desk, "chat", "beds", "--most", "5", "--json")[:2] == (BadInput, "")


def test_a_check_prints_what_was_read_before_it_broke_off(desk, network):
    network.sides = {Side.FOLLOWERS: [Account("41", "fan")], Side.FOLLOWING: [Account("42", "ida")]}
    network.trouble["follows"] = [None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "check", "--of", "followers", "--json")
    assert (status, network.asked.count("follows")) == (CreditsGone, 2)
    assert {one["user_id"]: one["class"] for one in json.loads(told)} == {"42": "unknown"}


def test_a_check_that_learned_nothing_prints_nothing(desk, network):
    network.trouble["me"] = [CreditsGone("No credits.")]
    assert end(desk, "check", "--of", "followers", "--json")[:2] == (CreditsGone, "")


def test_a_check_of_a_book_prints_whom_it_looked_up_before_it_broke_off(desk, network):
    network.me_ = replace(network.me_, followers=90_000, following=90_000)
    people = [Account(str(n), f"ally_{n}", connections=FOLLOWED) for n in range(100, 220)]
    network.people = {one.user_id: one for one in people}
    book = desk.book("My allies")
    nominate_handles(desk, book, [one.handle for one in people])
    network.trouble["accounts_by_handle"] = [None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "check", "--json")
    rows = json.loads(told)
    assert (status, len(rows)) == (CreditsGone, len(people))
    assert Counter(one["class"] for one in rows) == {"fan": 100, "unknown": 20}
