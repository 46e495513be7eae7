"""``check --compare``, and checks of names from elsewhere and of X Lists."""

import csv

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import UNDATED, Side, Snapshot
from allybook.domain.errors import BadInput, UnreadableFile
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account, Connection
from allybook.services.sign_in.who import sign_in

ANA, BEN, CYD = (Account(str(n), name) for n, name in ((11, "ana_k"), (12, "ben_l"), (13, "cyd_m")))
DATES = ("2026-03-31", "2026-04-30")


@pytest.fixture
def month(allybook, network, clock):
    """Two complete checks, thirty days apart."""
    for followers in ([ANA, BEN], [BEN, CYD]):
        network.sides = {Side.FOLLOWERS: followers, Side.FOLLOWING: [ANA]}
        allybook("check", "--of", "followers", "--anew")
        clock.advance(seconds=30 * 86_400)
    network.asked.clear()


def test_what_changed_is_told_row_by_row_and_costs_nothing(allybook, month, network):
    said = allybook("check", "--compare", *DATES, "--json")
    assert said.status == 0
    assert said.json == [
        {
            "user_id": user_id,
            "handle": handle,
            "side": "followers",
            "turn": turn,
            "after": "2026-03-31T09:00:00Z",
            "by": "2026-04-30T09:00:00Z",
        }
        for user_id, handle, turn in (("11", "ana_k", "unfollowed"), ("13", "cyd_m", "followed"))
    ]
    rows = list(csv.DictReader(allybook("check", "--compare", *DATES, "--csv").out.splitlines()))
    assert [row["handle"] for row in rows] == ["ana_k", "cyd_m"]
    assert network.asked == []


def test_a_person_reads_sentences(allybook, month):
    told = allybook("check", "--compare", *DATES).out
    assert "followers, 31 March 2026 to 30 April 2026: 1 followed, 1 unfollowed" in told
    assert "following, 31 March 2026 to 30 April 2026: nothing changed" in told
    assert "@ana_k" in told
    assert "follows us no more" in told


def test_an_archive_of_no_known_date_names_no_day(allybook, desk, clock):
    me = sign_in(desk).user_id
    for as_of, ids in ((UNDATED, frozenset({"11"})), (clock.now(), frozenset({"12"}))):
        desk.cache.save_snapshot(
            me, Snapshot(Side.FOLLOWERS, ids, complete=True, source="pages", as_of=as_of)
        )
    dates = ("2006-03-21", "2026-03-31")
    told = allybook("check", "--compare", *dates, "--of", "followers")
    assert told.out.startswith("followers, no known date to 31 March 2026: ")
    rows = allybook("check", "--compare", *dates, "--of", "followers", "--json").json
    assert {(row["after"], row["by"]) for row in rows} == {(None, "2026-03-31T09:00:00Z")}


def test_one_side_or_one_book_can_be_asked_for(allybook, month):
    assert allybook("check", "--compare", *DATES, "--of", "following", "--json").json == []
    for side, other in (("followers", "following"), ("following", "followers")):
        told = allybook("check", "--compare", *DATES, "--of", side)
        assert f"{side}, 31 March 2026 to 30 April 2026: " in told.out
        assert f"{other}, " not in told.out
    allybook("allies", "add", "@cyd_m")
    allybook("check")
    told = allybook("check", "--compare", *DATES, "--of", "My allies", "--json").json
    assert [one["handle"] for one in told] == ["cyd_m"]


def test_without_two_readings_it_says_which_there_are(allybook, month):
    with pytest.raises(BadInput, match="31 March 2026, 30 April 2026"):
        allybook("check", "--compare", "2026-04-01", "2026-04-02")
    with pytest.raises(BadInput, match="no date such as"):
        allybook("check", "--compare", "yesterday", "2026-04-02")


def test_who_of_these_follows_me_from_a_text_of_handles(allybook, network, desk, tmp_path):
    network.people = {
        "11": replace(ANA, connections=frozenset({Connection.FOLLOWED_BY})),
        "12": replace(BEN, connections=frozenset()),
    }
    names = tmp_path / "names.txt"
    names.write_text("@ana_k\nben_l\n@nobody_here\n", encoding="utf-8")
    said = allybook("check", "--names", names, "--json")
    assert {one["handle"]: one["class"] for one in said.json} == {
        "ana_k": "fan",
        "ben_l": "stranger",
        "nobody_here": "unknown",
    }
    assert said.status == 1
    assert "at most $0.03" in said.err
    # The names went into no book, and what was told today is not paid for again.
    assert allybook.keys() == set()
    asked = len(network.asked)
    desk.line.switch(up=False)
    assert allybook("check", "--names", names, "--json").json[0]["class"] == "fan"
    assert len(network.asked) == asked


def test_a_file_that_names_nobody_is_refused(allybook, tmp_path):
    (tmp_path / "empty.txt").write_text("   \n", encoding="utf-8")
    with pytest.raises(UnreadableFile):
        allybook("check", "--names", tmp_path / "empty.txt")


def test_the_members_of_an_x_list_can_be_checked(allybook, network, desk, clock):
    network.people = {"11": replace(ANA, connections=frozenset({Connection.FOLLOWED_BY}))}
    desk.cache.save_list(XList("900", "Our list"))
    with pytest.raises(BadInput, match="list pull"):
        allybook("check", "--of", "list:Our list")
    desk.cache.save_members("900", ["11"], complete=True, as_of=clock.now())
    said = allybook("check", "--of", "list:Our list", "--json")
    assert [(one["user_id"], one["class"]) for one in said.json] == [("11", "fan")]
    assert allybook("quote", "check", "--of", "list:900", "--json").json["dollars"] == 0
    with pytest.raises(BadInput, match="“Our list”"):
        allybook("check", "--of", "list:Other")


def test_the_last_day_of_the_calendar_is_a_day_as_well(allybook, month):
    told = allybook("check", "--compare", "2026-03-31", "9999-12-31", "--json").json
    assert [one["handle"] for one in told] == ["ana_k", "cyd_m"]


def test_a_file_is_looked_up_on_one_side_and_beside_no_book(allybook, network, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("@ana_k\n", encoding="utf-8")
    allybook("allies", "add", "@ben_l")
    for of in ("My allies", "list:Ours"):
        with pytest.raises(BadInput, match="--of can only be followers or following beside it"):
            allybook("check", "--names", names, "--of", of)
    assert network.asked == []
    network.people = {"11": replace(ANA, connections=frozenset())}
    assert allybook("check", "--names", names, "--json").json[0]["class"] == "stranger"
    assert allybook("check", "--names", names, "--of", "followers", "--json").json == []
