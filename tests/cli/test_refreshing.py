"""``refresh``: the price first, then what is new, from wherever it is wanted."""

from datetime import timedelta

import pytest

from allybook.domain.accounts import Account
from allybook.domain.errors import BadInput, NeedsSignIn
from allybook.domain.lists import XList
from allybook.domain.posts import Post, id_at


@pytest.fixture
def new(network, clock):
    ids = [id_at(clock.now(), sequence=number) for number in (3, 2, 1)]
    network.timeline = network.found = [Post(i, "31", clock.now(), "Beds") for i in ids]
    return network


def test_home_is_read_where_nothing_else_is_said(allybook, new):
    said = allybook("refresh")
    assert (said.status, said.out) == (0, "3 posts read, 3 of them new\n")
    assert said.err.startswith("refresh: at most $1.51.")
    assert allybook("refresh", "home").out == "0 posts read, 0 of them new\n"


def test_a_search_goes_by_the_filter_and_its_options_are_none(allybook, new):
    said = allybook("refresh", "search", "beds", "-is:repost", "--json").json
    assert said["queries"] == ['(beds OR "ｂｅｄｓ") -is:retweet']  # noqa: RUF001 (wide letters, too)
    assert (said["source"], said["read"], said["complete"]) == ("search", 3, True)
    assert said["quote"]["dollars"] == 1.5


def test_a_list_is_named_and_sifted(allybook, desk, new):
    desk.cache.save_list(XList("9001", "Housing"))
    said = allybook("refresh", "list", "Housing", "lang:en", "--most", "50", "--json").json
    assert (said["name"], said["read"]) == ("Housing", 3)
    assert said["quote"]["dollars"] == 0.25


def test_more_than_was_wanted_is_done_in_part(allybook, new, network, clock):
    network.page_size = 1
    assert allybook("refresh", "search", "beds", "--most", "10").status == 1


@pytest.mark.parametrize(
    "words",
    [("list",), ("book",), ("home", "beds"), ("search",), ("book", "Nobody"), ("list", "Nobody")],
)
def test_what_cannot_be_read_is_said(allybook, new, words):
    with pytest.raises(BadInput):
        allybook("refresh", *words)
    assert new.asked == []


@pytest.mark.parametrize("words", [("refresh",), ("quote",)], ids="".join)
def test_home_is_read_whole_and_says_so(allybook, new, words):
    with pytest.raises(BadInput, match="read whole, reposts and replies as well"):
        allybook(*words, "home", "-is:repost")
    assert allybook("quote", "home", "--json").json["dollars"] > 0
    assert new.asked == []


def test_a_time_is_all_that_x_is_asked_for(allybook, new, clock):
    clock.advance(seconds=3 * 3600)
    said = allybook("refresh", "search", "beds", "newer:1h")
    assert said.out == "0 posts read, 0 of them new\n"
    assert "X is asked only for the time that the filter names." in said.err
    said = allybook("quote", "search", "beds", "older:2h")
    assert "X is asked only for the time that the filter names." in said.out
    assert allybook("refresh", "search", "beds", "older:2h").out.startswith("3 posts read")
    said = allybook("quote", "search", "beds", "older:2h", "newer:1d")
    assert said.out.startswith("Together: $0.00")
    assert "All of it was read before." in said.out
    with pytest.raises(BadInput, match="seven days only"):
        allybook("quote", "search", "beds", "older:8d")


def test_another_filter_in_the_same_words_tells_what_was_left_out(allybook, new, network):
    network.page_size = 1
    allybook("refresh", "search", "beds", "--most", "10")
    said = allybook("refresh", "search", "beds", "min_likes:3")
    assert said.out.startswith("0 posts read, 0 of them new. About ")
    assert "“allybook refresh gaps”" in said.out


@pytest.mark.parametrize("told", ["0", "-1", "many"])
@pytest.mark.parametrize(
    "words",
    [("refresh", "home", "--most"), ("posts", "--limit"), ("chat", "swhelper", "--most")],
    ids=" ".join,
)
def test_how_many_is_a_whole_number_from_one_on(allybook, new, words, told):
    with pytest.raises(BadInput, match=f"“{told}” is no whole number from 1 on, such as 100") as no:
        allybook(*words, told)
    assert "“ " not in str(no.value)
    assert new.asked == []


def test_without_an_account_nothing_is_refreshed(alone):
    with pytest.raises(NeedsSignIn):
        alone("refresh")


def test_what_was_cut_short_is_said_and_read_on_demand(allybook, network, clock):
    def timeline(count):
        moments = [clock.now() - timedelta(minutes=number) for number in range(count)]
        return [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]

    network.timeline = timeline(5)
    allybook("refresh")
    clock.advance(seconds=60 * 60)
    network.timeline = timeline(65)
    cut = allybook("refresh", "--most", "20")
    assert cut.status == 1
    assert "About 40 posts were left out: “allybook refresh gaps” reads them" in cut.out
    filled = allybook("refresh", "gaps", "--json")
    assert filled.err.startswith("gap: at most $0.20")
    assert filled.json["new"] >= 31


def test_names_are_asked_for_by_a_filter_and_then_it_finds(allybook, new):
    new.people = {"31": Account("31", "HarborRowSN", "Harbor Row", verified=True)}
    allybook("refresh", "search", "beds")
    asked = allybook("posts", "beds is:verified", "--count")
    assert asked.out == "0\n"
    assert asked.err == (
        "X was not asked yet who 1 of the authors is, so nobody knows here whether they are "
        "verified or private.\nAsking X who they are costs at most $0.01.\n"
        "“allybook refresh names beds is:verified” asks.\n"
    )
    said = allybook("refresh", "names", "beds", "is:verified")
    assert (said.status, said.out) == (0, "1 name asked for, 1 told\n")
    assert said.err.startswith("names: $0.01.")
    asked = allybook("posts", "beds is:verified", "--count")
    assert (asked.out, asked.err) == ("3\n", "")
    assert allybook("refresh", "names", "--json").json["asked"] == 0


def test_a_file_tells_of_its_own_people(allybook, tmp_path):
    file = tmp_path / "posts.jsonl"
    file.write_text('{"id": "1774000000000000001", "author_id": "31", "text": "Beds"}')
    asked = allybook("posts", "--input", file, "from:zoe", "--count")
    assert (asked.out, asked.err) == ("0\n", "")


def test_one_word_stands_for_one_job(allybook, desk, new):
    desk.cache.save_list(XList("9001", "Housing"))
    quoted = allybook("quote", "list-posts", "Housing", "lang:en", "--most", "50", "--json").json
    said = allybook("refresh", "list-posts", "Housing", "lang:en", "--most", "50", "--json").json
    assert (said["source"], said["name"]) == ("list", "Housing")
    assert quoted["dollars"] == said["quote"]["dollars"] == 0.25
    assert allybook("quote", "home").out == allybook("quote", "refresh").out


@pytest.mark.parametrize(
    "words",
    [
        ["in:My allies", "--count"],
        ["in:my allies beds", "--count"],
        ["beds", "IN:My allies", "--count"],
        ['in:"My allies"', "--count"],
        ["list:Warm houses -is:repost", "--count"],
    ],
    ids=str,
)
def test_a_name_whose_quotes_the_shell_took_is_understood(allybook, desk, new, words):
    desk.book("My allies")
    desk.cache.save_list(XList("9001", "Warm houses"))
    allybook("refresh", "list", "Warm houses")
    assert allybook("posts", *words).out == ("3\n" if "list" in words[0] else "0\n")
    assert allybook("posts", "-in:My allies", "--count").out == "3\n"


def test_a_filter_in_one_pair_of_quotes_stays_what_it_is(allybook, desk, new):
    desk.book("My allies")
    allybook("refresh")
    assert allybook("posts", "lang:und beds", "--count").out == "3\n"
    assert "no book “Their”" in allybook("posts", "in:Their allies", "--count").err
