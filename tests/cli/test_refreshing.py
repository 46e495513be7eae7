"""``refresh``: the price first, then what is new, from wherever it is wanted."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput, BeingRead, NeedsSignIn
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.domain.posts import Post, id_at
from allybook.services.line import Line
from allybook.services.reading.alone import alone as hold
from allybook.services.reading.alone import alone_with
from allybook.services.reading.capture import chat_source
from allybook.services.reading.gaps import fill_gap, gaps
from tests.cli.conftest import Terminal
from tests.fakes.desk import Patience


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
    assert said.out.startswith("0 posts read, 0 of them new. More posts were left out: ")
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
    cut = allybook("refresh", "--most", "30")
    assert cut.status == 1
    assert "About 30 posts were left out: “allybook refresh gaps” reads them" in cut.out
    filled = allybook("refresh", "gaps", "--json")
    assert filled.err.startswith("gap: at most $0.15")
    assert filled.json["new"] >= 21


def test_names_are_asked_for_by_a_filter_and_then_it_finds(allybook, new):
    new.people = {"31": Account("31", "HarborRowSN", "Harbor Row", verified=True)}
    allybook("refresh", "search", "beds")
    asked = allybook("posts", "beds is:verified", "--count")
    assert asked.out == "0\n"
    assert asked.err == (
        "X was not asked yet who 1 of the authors is, so nobody knows here whether they are "
        "verified or private.\nAsking X who they are costs at most $0.01.\n"
        '“allybook refresh names "beds is:verified"” asks.\n'
    )
    said = allybook("refresh", "names", "beds", "is:verified")
    assert (said.status, said.out) == (0, "1 name asked for, 1 told\n")
    assert said.err.startswith("names: $0.01.")
    asked = allybook("posts", "beds is:verified", "--count")
    assert (asked.out, asked.err) == ("3\n", "")
    assert allybook("refresh", "names", "--json").json["asked"] == 0


def test_a_file_tells_of_its_own_people(allybook, tmp_path):
    file = tmp_path / "posts.jsonl"
    file.write_text(
        '{"id": "1774000000000000001", "author_id": "31", "text": "Beds"}', encoding="utf-8"
    )
    asked = allybook("posts", "--input", file, "from:zoe", "--count")
    assert (asked.out, asked.err) == ("0\n", "")


def test_one_word_stands_for_one_job(allybook, desk, new):
    desk.cache.save_list(XList("9001", "Housing"))
    quoted = allybook("quote", "list-posts", "Housing", "lang:en", "--most", "50", "--json").json
    said = allybook("refresh", "list-posts", "Housing", "lang:en", "--most", "50", "--json").json
    assert (said["source"], said["name"]) == ("list", "Housing")
    assert quoted["dollars"] == said["quote"]["dollars"] == 0.25
    assert allybook("quote", "home").out == allybook("quote", "refresh").out


@pytest.mark.parametrize("words", [("list-posts",), ("list-posts", "Nope")], ids=str)
def test_a_quote_of_a_list_asks_for_the_same_words_as_its_reading(allybook, network, words):
    told = []
    for reads in ("quote", "refresh"):
        with pytest.raises(BadInput) as refused:
            allybook(reads, *words)
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert network.asked == []


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


@pytest.fixture
def cut(allybook, desk, network, clock):
    """Of home and of a search the newest ten posts of a hundred were read."""
    moments = [clock.now() - timedelta(minutes=number) for number in range(100)]
    rows = [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]
    network.timeline = network.found = rows
    said = allybook("refresh", "home", "--most", "10")
    assert said.out.endswith("More posts were left out: “allybook refresh gaps” reads them\n")
    said = allybook("refresh", "search", "beds", "--most", "10")
    assert said.out == (
        "10 posts read, 0 of them new; there is more. More posts were left out: “allybook refresh "
        "gaps beds” reads them. Elsewhere more posts were left out, in 1 gap\n"
    )
    return network


def spent(allybook):
    return allybook("ledger", "--json").json["month"]


def test_most_bounds_all_that_gaps_are_read_for(allybook, desk, cut, clock):
    clock.advance(seconds=86_400)
    before = spent(allybook)
    quoted = allybook("quote", "gaps", "--most", "10", "--json").json
    said = allybook("refresh", "gaps", "--most", "10")
    assert said.out == "10 posts read in 1 gap; there is more\n"
    assert said.status == 1
    assert spent(allybook) - before == pytest.approx(0.05) == quoted["dollars"]
    assert allybook("refresh", "gaps", "--most", "40", "--json").json["read"] == 40


@pytest.mark.parametrize("command", ["quote", "refresh"])
def test_of_gaps_no_fewer_than_ten_are_read_and_that_is_said(allybook, cut, command):
    asked = len(cut.asked)
    with pytest.raises(BadInput, match=r"no fewer than ten posts at once.* --most 10 or more"):
        allybook(command, "gaps", "--most", "5")
    assert len(cut.asked) == asked


@pytest.mark.parametrize("command", ["quote", "refresh"])
@pytest.mark.parametrize("words", [("search", "beds"), ("gaps",)])
def test_who_wants_fewer_than_x_finds_at_once_pays_for_no_more(allybook, cut, command, words):
    asked = len(cut.asked)
    with pytest.raises(BadInput, match=r"no fewer than ten posts at once.* --most 10 or more"):
        allybook(command, *words, "--most", "5")
    assert len(cut.asked) == asked


@pytest.mark.parametrize("words", [("quote", "chat", "beds"), ("chat", "beds")])
def test_a_chat_is_not_read_for_more_than_somebody_wants(allybook, cut, words):
    asked = len(cut.asked)
    with pytest.raises(BadInput, match="no fewer than ten posts at once"):
        allybook(*words, "--most", "9")
    assert len(cut.asked) == asked


@pytest.mark.parametrize("words", [("home",), ("list", "Housing")])
def test_of_home_and_of_a_list_s_page_as_few_are_read_as_somebody_wants(allybook, desk, new, words):
    desk.cache.save_list(XList("9001", "Housing"))
    assert allybook("refresh", *words, "--most", "2", "--json").json["read"] == 2


def test_how_many_are_left_out_is_only_told_where_it_is_known(allybook, cut, clock):
    said = allybook("quote", "gaps", "source:home").out
    assert "More posts were left out, in 1 gap. Too little was read to tell how many." in said
    clock.advance(seconds=3600)
    moments = [clock.now() - timedelta(minutes=number) for number in range(60)]
    cut.timeline = [Post(id_at(one, sequence=5), "31", one, "Beds") for one in moments]
    allybook("refresh", "home", "--most", "30")
    said = allybook("quote", "gaps").out
    assert "posts and more were left out, in 3 gaps. Of some, too little was read to" in said


@pytest.mark.parametrize("words", ["beds", "source:home"])
def test_words_choose_the_gaps_that_are_read(allybook, desk, cut, words):
    quoted = allybook("quote", "gaps", words, "--json").json
    assert len(quoted["plan"]) == 1
    said = allybook("refresh", "gaps", words)
    assert said.out.startswith("90 posts read in 1 gap. Elsewhere")
    left = allybook("refresh", "gaps", "--json").json
    assert (left["filled"], left["gaps"]) == (1, [])


def test_words_without_a_gap_read_none(allybook, desk, cut):
    asked = len(cut.asked)
    assert allybook("refresh", "gaps", "doors").out.startswith("0 posts read in 0 gaps. Elsewhere")
    assert "No reading of this was cut short" in allybook("quote", "gaps", "doors").out
    with pytest.raises(BadInput, match="There is no X List “Nobody” here"):
        allybook("refresh", "gaps", "list:Nobody")
    assert len(cut.asked) == asked


@pytest.mark.parametrize("command", ["quote", "refresh"])
def test_who_asks_again_hears_what_was_left_out_before(allybook, cut, command):
    said = allybook(command, "search", "beds")
    told = "Earlier readings were cut short: more posts were left out, and “allybook refresh gaps "
    assert f"{told}beds” asks for all of that." in said.out + said.err


class Meanwhile:
    """Does something once when X is asked for a part of home."""

    def __init__(self, network, act):
        self._network, self._act = network, act

    def __getattr__(self, name):
        return getattr(self._network, name)

    def home(self, *words, **more):
        act, self._act = self._act, lambda: None
        act()
        return self._network.home(*words, **more)


def test_what_is_being_read_is_neither_filled_nor_counted_by_a_command(allybook, desk, cut):
    asked = len(cut.asked)
    for gap in gaps(desk):
        with alone_with(desk, gap), pytest.raises(BeingRead, match="paid for once"):
            allybook("refresh", "gaps", "beds" if gap.query else "source:home")
    with hold(desk, chat_source("beds"), ["#beds -is:retweet"]), pytest.raises(BeingRead):
        allybook("chat", "beds")
    assert len(cut.asked) == asked


def test_a_gap_that_another_read_meanwhile_is_not_asked_for(allybook, desk, cut):
    """The window reads the search's gap while the command reads that of home."""
    (search,) = (gap for gap in gaps(desk) if gap.query)

    def read_it():
        with alone_with(desk, search):
            fill_gap(desk, search, Patience(), most=300)

    network = Meanwhile(cut, read_it)
    told = Terminal(replace(desk, line=Line(network)))("refresh", "gaps")
    assert told.out == "90 posts read in 1 gap\n"
    assert told.err.count("gap: ") == 1
    assert cut.asked[-2:] == ["search", "home"]


ODD = (Problem("77", Reason.OTHER, "the post 77: lang is not text"),)


def test_what_could_not_be_used_is_told_beside_the_answer(allybook, new):
    new.broken = ODD
    said = allybook("refresh")
    assert (said.status, said.out) == (1, "3 posts read, 3 of them new\n")
    assert said.err.endswith(
        "1 part of what X sent could not be used and was left out, and X charges it all the same "
        "(the post 77: lang is not text).\n"
    )
    new.broken = ()
    assert allybook("refresh").status == 0


def test_where_x_did_not_send_all_it_is_told_and_what_is_left_stays_a_gap(allybook, new):
    new.unshown = (Problem("", Reason.OTHER, "Something went wrong."),)
    said = allybook("refresh")
    assert (said.status, "3 posts read, 3 of them new; there is more" in said.out) == (1, True)
    assert "X did not send all of it (Something went wrong.); read it again later." in said.err
    new.unshown = ()
    assert allybook("refresh", "gaps").status == 0


def test_what_could_not_be_used_counts_towards_the_most(allybook, new, network, clock):
    # X charges it, so another ten for its sake would cost more than was said.
    ids = [id_at(clock.now(), sequence=number) for number in range(30, 0, -1)]
    network.found = [Post(i, "31", clock.now(), "Beds") for i in ids]
    network.page_size, network.broken = 9, ODD
    allybook("refresh", "search", "beds", "--most", "10")
    assert network.asked.count("search") == 1
