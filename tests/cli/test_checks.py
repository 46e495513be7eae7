"""``check``: the way that a person chooses, and answers that stream."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.cli.out import LOT, Out
from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.errors import AllybookError, BadInput, CostsMore
from allybook.domain.people.accounts import Account, Connection
from allybook.services.money.quote import spent_this_month
from allybook.services.sign_in.who import sign_in
from tests.fakes.zones import NEW_YORK

ANA, BEN = Account("11", "ana_k", "Ana"), Account("12", "ben_l", "Ben")
FOLLOWED = frozenset({Connection.FOLLOWED_BY})
COLUMNS = ("user_id", "handle", "class", "flags", "source", "as_of", "complete")
ROWS = st.lists(
    st.fixed_dictionaries(
        {"user_id": st.text(), "flags": st.lists(st.text(), max_size=2), "complete": st.booleans()}
    ),
    max_size=4,
)


@pytest.fixture
def names(tmp_path, network, desk):
    network.people = {one.user_id: replace(one, connections=FOLLOWED) for one in (ANA, BEN)}
    network.sides = {Side.FOLLOWERS: [ANA], Side.FOLLOWING: []}
    network.me_ = replace(network.me_, followers=1, following=0)
    sign_in(desk)
    path = tmp_path / "names.txt"
    path.write_text("https://x.com/i/user/11\nhttps://x.com/i/user/12\n", encoding="utf-8")
    return path


def test_the_cheapest_way_is_taken_unless_another_is_named(allybook, names, network):
    cheapest = allybook("check", "--names", names, "--json")
    assert {one["source"] for one in cheapest.json} == {"follower pages"}
    assert "looking up 2 accounts would cost $0.02" in cheapest.err
    named = allybook("check", "--names", names, "--way", "look-ups", "--json")
    assert {(one["user_id"], one["class"]) for one in named.json} == {("11", "fan"), ("12", "fan")}
    assert {one["source"] for one in named.json} == {"look-up"}
    asked = len(network.asked)
    at_hand = allybook("check", "--names", names, "--way", "at-hand", "--json")
    assert len(network.asked) == asked
    assert "known from today" in at_hand.err, at_hand.err
    allybook("check", "--names", names, "--way", "pages", "--json")
    assert network.asked[asked:] == ["follows", "follows"]


@pytest.mark.parametrize("way", ["list", "magic"])
def test_a_way_that_does_not_answer_is_refused_with_those_that_do(allybook, names, network, way):
    asked = len(network.asked)
    with pytest.raises(BadInput, match=r"its ways are: .*pages .*look-ups .*Nothing was asked"):
        allybook("check", "--names", names, "--way", way)
    assert len(network.asked) == asked


@given(ROWS, st.integers(0, 2))
def test_rows_stream_to_the_letter_of_the_whole_array(rows, more):
    rows = rows + rows[:1] * LOT * more
    streamed, whole = Out(io.StringIO(), io.StringIO()), Out(io.StringIO(), io.StringIO())
    streamed.json_rows(iter(rows))
    whole.json(rows)
    assert streamed.answers.getvalue() == whole.answers.getvalue()


def test_a_thousand_followers_come_whole_and_in_order(allybook, network):
    crowd = [Account(str(100 + n), f"person{n}") for n in range(2 * LOT + 1)]
    network.sides = {Side.FOLLOWERS: crowd, Side.FOLLOWING: crowd[:2]}
    network.me_ = replace(network.me_, followers=len(crowd))
    told = allybook("check", "--of", "followers", "--json")
    assert told.status == 0
    assert [one["user_id"] for one in told.json] == [one.user_id for one in crowd]
    assert [one["class"] for one in told.json[:3]] == ["mutual", "mutual", "fan"]
    assert tuple(told.json[0]) == COLUMNS
    table = list(csv.DictReader(allybook("check", "--of", "followers", "--csv").out.splitlines()))
    assert [row["user_id"] for row in table] == [one["user_id"] for one in told.json]
    assert json.loads(table[0]["complete"].lower()) is True


def test_a_check_by_old_numbers_costs_no_more_than_it_told(allybook, names, desk, network, clock):
    clock.advance(seconds=20 * 86_400)
    network.sides[Side.FOLLOWERS] = [Account(str(100 + n), f"person{n}") for n in range(300)]
    network.me_ = replace(network.me_, followers=300)
    before = spent_this_month(desk)
    told = allybook("quote", "check", "--of", "followers", "--json").json
    with pytest.raises(CostsMore, match=r"costs \$3\.00 now; it was \$0\.01\. None of them"):
        allybook("check", "--of", "followers", "--json")
    assert float(spent_this_month(desk) - before) <= told["dollars"]
    assert len(allybook("check", "--of", "followers", "--json").json) == 300


@pytest.fixture
def two_books(allybook, network):
    """Ana follows us; Ben does, and we follow him; Dee does not. Ana and Dee are in a book."""
    dee = Account("14", "dee_n")
    network.people = {one.user_id: one for one in (ANA, BEN, dee)}
    network.sides = {Side.FOLLOWERS: [ANA, BEN], Side.FOLLOWING: [BEN]}
    network.me_ = replace(network.me_, followers=2, following=1)
    allybook("check", "--of", "followers", "--anew")
    allybook("allies", "add", "@ana_k", "https://x.com/i/user/14")
    network.asked.clear()


def test_a_count_is_of_those_who_were_asked_about(allybook, two_books, network, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("@ben_l\n", encoding="utf-8")
    told = {
        (): {"fan": 1, "stranger": 1},
        ("--of", "My allies"): {"fan": 1, "stranger": 1},
        ("--of", "followers"): {"mutual": 1, "fan": 1},
        ("--of", "following"): {"mutual": 1},
        ("--names", names): {"mutual": 1},
    }
    for words, counts in told.items():
        said = allybook("check", "--count", "--json", *words)
        assert {kind: number for kind, number in said.json.items() if number} == counts, words
        assert said.status == 0
    assert network.asked == []


def test_nobody_is_counted_for_a_book_or_a_file_that_is_not_there(allybook, two_books, tmp_path):
    with pytest.raises(BadInput, match="no book “Nope”"):
        allybook("check", "--count", "--of", "Nope")
    with pytest.raises(AllybookError, match=r"missing\.csv"):
        allybook("check", "--count", "--names", tmp_path / "missing.csv")


def test_where_nothing_was_read_nothing_is_counted(allybook, network):
    for side in Side:
        with pytest.raises(BadInput, match="not read yet"):
            allybook("check", "--count", "--of", side)
    allybook("allies", "add", "https://x.com/i/user/14")
    said = allybook("check", "--count")
    assert said.out == "0 mutual, 0 fan, 0 idol, 0 stranger, 1 unknown\n"
    assert said.status == 1
    assert network.asked == []


def test_a_count_writes_nothing(allybook, names, desk):
    allybook("allies", "add", "@ana_k")
    allybook("check", "--of", "followers")
    before = allybook("allies", "list", "--json").json
    assert not before[0]["user_id"]
    allybook("check", "--count")
    assert allybook("allies", "list", "--json").json == before
    desk.line.switch(up=False)
    allybook("check")
    assert [one["user_id"] for one in allybook("allies", "list", "--json").json] == ["11"]


def test_a_count_makes_no_book(allybook, desk):
    for of in ((), ("--of", "My allies")):
        with pytest.raises(BadInput, match="no book here yet"):
            allybook("check", "--count", *of)
    assert desk.shelf.books() == []


def test_days_are_those_of_the_person(allybook, names, desk, clock):
    clock.advance(seconds=17 * 3_600)
    assert ", 1 April 2026" in allybook("check", "--names", names, "--way", "look-ups").out
    clock.zone = NEW_YORK
    desk.line.switch(up=False)
    assert ", 31 March 2026" in allybook("check", "--names", names).out


def test_a_count_of_a_reading_that_was_cut_is_counted_in_part(allybook, desk, clock):
    me = sign_in(desk).user_id
    people = frozenset({"11", "12"})
    for side, ids in ((Side.FOLLOWERS, people), (Side.FOLLOWING, frozenset({"12"}))):
        whole = side is Side.FOLLOWERS
        desk.cache.save_snapshot(me, Snapshot(side, ids, whole, "pages", clock.now()))
    said = allybook("check", "--count", "--of", "followers")
    assert said.out == "1 mutual, 0 fan, 0 idol, 0 stranger, 1 unknown\n"
    assert said.status == 1


@pytest.mark.parametrize("words", [("--names", "missing.csv"), ("--of", "list:X")])
def test_a_comparison_says_what_it_cannot_be_about(allybook, words):
    with pytest.raises(BadInput, match="not of a file or an X List"):
        allybook("check", "--compare", "2026-03-01", "2026-03-02", *words)
