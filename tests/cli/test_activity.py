"""``activity``, ``take-back`` and ``ticks`` at the command line."""

from __future__ import annotations

import pytest

from allybook.domain.acts.outbox import Act, Deed
from allybook.domain.acts.ticks import TickDeed
from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.ticks import lay_people
from allybook.services.sign_in.who import sign_in

PEOPLE = [Account("21", "SafeRoof", "Safe Roof"), Account("22", "AnaHollow", "Ana Hollow")]


@pytest.fixture
def published(allybook, desk, network):
    network.people = {one.user_id: one for one in PEOPLE}
    sign_in(desk)
    desk.cache.save_accounts(PEOPLE, desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, [one.handle for one in PEOPLE])
    approve(desk, book, [ally.key for ally in book.allies()])
    assert allybook("list", "publish", "--yes").status == 0
    return desk.cache.mirror(book.info.book_id)


@pytest.fixture
def ticks(desk):
    lay_people(desk, TickDeed.FOLLOW, PEOPLE)


def test_activity_begins_empty(allybook):
    assert allybook("activity", "--json").json == []
    assert "Nothing was sent" in allybook("activity").out


def test_activity_lists_acts_and_ticks_newest_first(allybook, published, clock, ticks):
    rows = allybook("activity", "--json").json
    assert {row["kind"] for row in rows} == {"act", "tick"}
    assert [row["at"] for row in rows] == sorted((row["at"] for row in rows), reverse=True)
    added = next(row for row in rows if row["what"] == "add_member")
    assert (added["outcome"], added["dollars"], added["undoes"]) == ("added", 0.01, "")
    assert {row["dollars"] for row in rows if row["kind"] == "tick"} == {0.0}
    told = allybook("activity").out
    assert "@SafeRoof" in told
    assert "create list" in told


def test_taking_back_says_its_price_and_needs_a_word(allybook, network, published):
    key = next(r["id"] for r in allybook("activity", "--json").json if r["handle"] == "SafeRoof")
    with pytest.raises(BadInput, match="@SafeRoof comes off the X List") as said:
        allybook("take-back", key)
    assert "publishing would do it again" in str(said.value)
    assert len(network.on_lists[published]) == 2
    done = allybook("take-back", key, "--yes")
    assert (done.status, done.out) == (0, "Taken back: @SafeRoof.\n")
    assert "$" in done.err
    assert network.on_lists[published] == ["22"]
    with pytest.raises(BadInput, match="taken back already"):
        allybook("take-back", key, "--yes")


def test_a_new_list_is_taken_back_for_good(allybook, network, published):
    rows = allybook("activity", "--json").json
    key = next(row["id"] for row in rows if row["what"] == "create_list")
    with pytest.raises(BadInput, match="go from X for good"):
        allybook("take-back", key)
    assert allybook("take-back", key, "--yes").status == 0
    assert network.lists == {}


def test_taking_back_stays_within_the_budget(allybook, desk, published, network):
    rows = allybook("activity", "--json").json
    key = next(row["id"] for row in rows if row["handle"] == "SafeRoof")
    desk.settings.write("budget", "0.01")
    with pytest.raises(OverBudget, match="nothing was sent"):
        allybook("take-back", key, "--yes")
    assert len(network.on_lists[published]) == 2
    assert desk.outbox.waiting() == 0


def test_what_ended_early_is_said_and_waits(allybook, desk, published, network):
    rows = allybook("activity", "--json").json
    key = next(row["id"] for row in rows if row["handle"] == "SafeRoof")
    network.trouble["remove 21"] = [OverBudget("The budget is used up.")]
    done = allybook("take-back", key, "--yes")
    assert (done.status, done.out) == (3, "")
    assert "The budget is used up." in done.err
    assert desk.outbox.waiting() == 1


def test_what_waits_is_dropped(allybook, desk, published):
    now = desk.clock.now()
    desk.outbox.put([Act("w", Deed.ADD_MEMBER, "b", published, "30", "Later", now)])
    assert "Dropped before it was sent: @Later" in allybook("take-back", "w").out
    assert desk.outbox.waiting() == 0


def test_an_act_that_is_not_there_is_said(allybook):
    with pytest.raises(BadInput, match="activity --json"):
        allybook("take-back", "nobody")


def test_the_tick_list_goes_one_by_one(allybook, ticks):
    assert [row["user_id"] for row in allybook("ticks", "list", "--json").json] == ["21", "22"]
    said = allybook("ticks", "next")
    assert said.out == "https://x.com/intent/follow?user_id=21\n"
    assert "Follow @SafeRoof, free" in said.err
    assert allybook("ticks", "next").out == said.out
    assert allybook("ticks", "done").out == "@SafeRoof: follow, done.\n"
    assert allybook("ticks", "next", "--json").json["address"].endswith("user_id=22")
    assert allybook("ticks", "skip", "--json").json["outcome"] == "skipped"
    assert "empty" in allybook("ticks", "next").out
    assert allybook("ticks", "list", "--json").json == []
    assert allybook("ticks", "next", "--json").json is None


def test_a_tick_can_be_named(allybook, ticks):
    second = allybook("ticks", "list", "--json").json[1]["id"]
    assert allybook("ticks", "done", second).status == 0
    with pytest.raises(BadInput, match="not on the tick list"):
        allybook("ticks", "done", second)
    with pytest.raises(BadInput, match="nobody"):
        allybook("ticks", "skip", "nobody")


def test_a_done_follow_is_taken_back_by_hand(allybook, ticks):
    key = allybook("ticks", "done", "--json").json["id"]
    said = allybook("take-back", key)
    assert said.out == "https://x.com/intent/user?user_id=21\n"
    assert "ticks done" in said.err
    waiting = allybook("ticks", "list", "--json").json
    assert waiting[0]["undoes"] == key


def test_a_post_with_a_link_goes_out_by_hand_for_nothing(allybook):
    said = allybook("ticks", "post", "Open house: example.org/evening #SwHelper")
    assert said.out == "On the tick list: Open house: example.org/evening #SwHelper\n"
    assert "45 of 280, 1 link: free in the browser, $0.20 by X's API." in said.err
    assert allybook("ticks", "next").out.startswith("https://x.com/intent/tweet?text=Open%20house")
    assert "$0.015" in allybook("ticks", "post", "No link").err
    assert "shorten it" in allybook("ticks", "post", "é" * 281).err
    with pytest.raises(BadInput, match="nothing to post"):
        allybook("ticks", "post")


def test_a_list_read_in_part_goes_with_at_least_who_is_known(allybook, desk, published, clock):
    rows = allybook("activity", "--json").json
    key = next(row["id"] for row in rows if row["what"] == "create_list")
    desk.cache.save_members(published, ["21"], complete=False, as_of=clock.now())
    with pytest.raises(BadInput, match="and its at least 2 members go from X for good"):
        allybook("take-back", key)


def test_why_somebody_does_not_come_back_is_said(allybook, desk, published, network, clock):
    rows = allybook("activity", "--json").json
    allybook("take-back", next(r["id"] for r in rows if r["handle"] == "SafeRoof"), "--yes")
    rows = allybook("activity", "--json").json
    removal = next(row["id"] for row in rows if row["what"] == "remove_member")
    desk.cache.empty()
    network.people["21"] = Account("21", "SafeRoof", "Safe Roof", bio="No lists, please.")
    done = allybook("take-back", removal, "--yes")
    assert (done.status, done.out) == (1, "")
    assert "\n\n" not in done.err
    assert done.err.splitlines()[-1] == "Not taken back: @SafeRoof (no lists)."
