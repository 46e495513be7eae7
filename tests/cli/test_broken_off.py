"""What was read, and paid, is printed whatever ends it on the way."""

import io
import json
import re
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


FORMS = [(), ("--json",)]


def posts_told(told, form):
    """Return how many posts an answer says were read, and how many of them new."""
    if form:
        answer = json.loads(told)
        return answer["read"], answer["new"]
    words = re.search(r"(\d+) posts read(?:, (\d+) of them new| in 1 gap)", told)
    return int(words[1]), int(words[2] or words[1])


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_refresh_tells_what_came_before_it_broke_off(desk, network, chat, form):
    network.page_size = 4
    network.timeline = network.found
    network.trouble["home"] = [None, None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "refresh", *form)
    assert (status, posts_told(told, form)) == (CreditsGone, (8, 8))
    assert "left out" in told or json.loads(told)["complete"] is False
    assert "left out" in told or json.loads(told)["gaps"] == 1


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_search_tells_what_came_before_the_budget_ended_it(profile, clock, network, chat, form):
    network.page_size = 10
    network.found = written(clock, *range(5, 45))
    desk = make_desk(profile, clock, network, budget="0.14")
    status, told, _ = end(desk, "refresh", "search", "beds", *form)
    assert (status, posts_told(told, form)) == (OverBudget, (20, 20))


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_filling_gaps_tells_what_came_before_it_broke_off(desk, network, clock, chat, form):
    network.found = written(clock, *range(5, 65))
    assert end(desk, "refresh", "search", "beds", "--most", "10")[0] == 1
    network.page_size = 10
    network.trouble["search"] = [None, None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "refresh", "gaps", *form)
    assert (status, posts_told(told, form)) == (CreditsGone, (20, 20))


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_names_tell_whom_x_showed_before_it_broke_off(desk, network, clock, form):
    people = [str(1000 + number) for number in range(130)]
    network.people = {one: Account(one, f"person_{one}", "Person") for one in people}
    network.found = [
        replace(post, author_id=one)
        for post, one in zip(written(clock, *range(5, 135)), people, strict=True)
    ]
    end(desk, "refresh", "search", "beds")
    network.trouble["accounts"] = [None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "refresh", "names", "#beds", *form)
    assert status is CreditsGone
    wanted = "130 names asked for, 100 told\n"
    assert (json.loads(told)["told"] == 100) if form else told == wanted


@pytest.mark.parametrize("words", [("refresh",), ("refresh", "search", "beds")], ids=str)
def test_a_refresh_that_brought_nothing_prints_nothing(desk, network, chat, words):
    network.trouble = {"home": [CreditsGone("None.")], "search": [CreditsGone("None.")]}
    assert end(desk, *words, "--json")[:2] == (CreditsGone, "")


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_pull_tells_whom_it_saw_before_it_broke_off(desk, network, form):
    made = network.create_list("Large", "", private=True)
    desk.cache.save_list(replace(made, members=150))
    desk.cache.set_mirror(desk.book().info.book_id, made.list_id)
    network.people = {str(n): Account(str(n), f"h{n}", f"N{n}") for n in range(100, 250)}
    network.on_lists[made.list_id] = list(network.people)
    network.trouble["members"] = [CreditsGone("No credits.")]
    assert end(desk, "list", "pull", *form)[:2] == (CreditsGone, "")
    network.trouble["members"] = [None, CreditsGone("No credits.")]
    status, told, _ = end(desk, "list", "pull", *form)
    assert status is CreditsGone
    assert (len(json.loads(told)) if form else told.count("@h")) == 100
