"""``check``: the way that a person chooses, and answers that stream."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.cli.out import LOT, Out
from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account, Connection
from allybook.services.sign_in.who import sign_in

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
    told = allybook("check", "--of", "followers", "--json")
    assert told.status == 0
    assert [one["user_id"] for one in told.json] == [one.user_id for one in crowd]
    assert [one["class"] for one in told.json[:3]] == ["mutual", "mutual", "fan"]
    assert tuple(told.json[0]) == COLUMNS
    table = list(csv.DictReader(allybook("check", "--of", "followers", "--csv").out.splitlines()))
    assert [row["user_id"] for row in table] == [one["user_id"] for one in told.json]
    assert json.loads(table[0]["complete"].lower()) is True
