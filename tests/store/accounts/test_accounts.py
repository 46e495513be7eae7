"""Accounts in the cache: what is known stays known, whoever tells less later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account, Connection, Problem, Reason, Standing
from allybook.store.accounts.profiles import account_of, facts_of
from tests.fakes.clock import NOON
from tests.store.samples import an_account
from tests.structs import builds

LATER = NOON + timedelta(days=1)
EARLIER = NOON - timedelta(days=900)
FULL = Account(
    "10",
    "SafeRoof",
    "Safe Roof",
    "Homes for everyone",
    private=True,
    verified=True,
    followers=120,
    following=80,
    posts=900,
    listed=4,
    created_at=EARLIER,
    latest_post_id="99",
    connections=frozenset({Connection.FOLLOWING, Connection.FOLLOWED_BY}),
)


TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_an_account_comes_back_as_it_went_in(cache):
    cache.save_accounts([FULL], NOON)
    assert cache.account("10") == FULL
    assert cache.accounts(["10", "11", "odd"]) == {"10": FULL}


def test_a_name_turns_no_sentence_around(cache):
    turning = "Ann\u202e \u2067דנה\u2069\u200f 🏳️\u200d🌈"
    cache.save_accounts([Account("10", "dana", turning)], NOON)
    # What belongs to a word or an emoji stays.
    assert cache.account("10").name == "Ann דנה\u200f 🏳️\u200d🌈"


def test_nor_one_that_an_older_version_kept():
    name, unsaid = "Ann\u202e evil \u2067דנה\u2069", (None,) * 9
    row = (10, "dana", name, None, *unsaid, Standing.ACTIVE.value)
    assert account_of(row) == Account("10", "dana", "Ann evil דנה")


@given(
    builds(
        Account,
        st.just("7"),
        st.sampled_from(["", "ana"]),
        name=st.text(st.characters(exclude_categories=["Cs"], exclude_characters=TURNING)),
        bio=st.text(st.characters(exclude_categories=["Cs"])),
        private=st.booleans(),
        verified=st.booleans(),
        followers=st.none() | st.integers(0, 10**9),
        connections=st.none() | st.frozensets(st.sampled_from(Connection)),
        standing=st.sampled_from(Standing),
    )
)
def test_facts_are_exact_both_ways(account):
    *facts, standing = facts_of(account)
    row = (7, account.handle or None, *facts, standing or "active")
    assert account_of(row) == account


def test_a_fact_that_is_not_told_overwrites_none(cache):
    cache.save_accounts([FULL], NOON)
    cache.save_accounts([Account("10", "")], LATER)
    cache.save_accounts([Account("10", "saferoof")], LATER)
    assert cache.account("10") == Account(
        **{name: getattr(FULL, name) for name in FULL.__slots__} | {"handle": "saferoof"}
    )


def test_a_full_reading_takes_facts_back(cache):
    cache.save_accounts([FULL], NOON)
    shown = Account("10", "SafeRoof", "Safe Roof", followers=121, connections=frozenset())
    cache.save_accounts([shown], LATER)
    found = cache.account("10")
    assert (found.bio, found.private, found.verified) == ("", False, False)
    assert (found.followers, found.following) == (121, 80)
    assert found.connections == frozenset()


def test_an_older_file_fills_gaps_and_overwrites_nothing(cache):
    cache.save_accounts([an_account(name="Safe Roof", followers=120)], NOON)
    cache.save_accounts([an_account(10, "oldroof", name="Old", followers=3, posts=7)], EARLIER)
    found = cache.account("10")
    assert (found.handle, found.name, found.followers) == ("saferoof", "Safe Roof", 120)
    assert found.posts == 7
    assert cache.old_handles("10") == ["oldroof"]


def test_the_last_of_two_in_one_batch_counts(cache):
    cache.save_accounts([an_account(followers=1), an_account(followers=2)], NOON)
    assert cache.account("10").followers == 2


def test_renaming_is_remembered_newest_first(cache):
    for days, handle in enumerate(("first", "Second", "third")):
        cache.save_accounts([an_account(10, handle)], NOON + timedelta(days=days))
    assert cache.account("10").handle == "third"
    assert cache.old_handles("10") == ["Second", "first"]
    assert cache.accounts_by_handle(["FIRST", "Third"]) == {"third": an_account(10, "third")}


def test_writing_a_handle_in_other_capitals_is_no_renaming(cache):
    cache.save_accounts([an_account(10, "saferoof")], NOON)
    cache.save_accounts([an_account(10, "SafeRoof")], LATER)
    assert cache.account("10").handle == "SafeRoof"
    assert cache.old_handles("10") == []


def test_a_handle_belongs_to_the_one_last_seen_with_it(cache):
    cache.save_accounts([an_account(10, "roof")], NOON)
    cache.save_accounts([an_account(11, "Roof")], LATER)
    assert cache.accounts_by_handle(["roof"])["roof"].user_id == "11"
    assert cache.account("10").handle == ""
    assert cache.old_handles("10") == ["roof"]


def test_an_older_file_does_not_take_a_handle_away(cache):
    cache.save_accounts([an_account(11, "roof")], NOON)
    cache.save_accounts([an_account(10, "roof")], EARLIER)
    assert cache.accounts_by_handle(["roof"])["roof"].user_id == "11"
    assert cache.account("10").handle == ""


def test_two_accounts_may_swap_handles_at_once(cache):
    cache.save_accounts([an_account(10, "left"), an_account(11, "right")], NOON)
    cache.save_accounts([an_account(10, "right"), an_account(11, "left")], LATER)
    found = cache.accounts_by_handle(["left", "right"])
    assert {handle: one.user_id for handle, one in found.items()} == {"left": "11", "right": "10"}


def test_two_accounts_with_one_handle_in_one_batch_cannot_both_have_it(cache):
    cache.save_accounts([an_account(10, "roof"), an_account(11, "roof")], NOON)
    assert cache.accounts_by_handle(["roof"])["roof"].user_id == "11"


def test_suspended_and_gone_are_kept_and_showing_up_again_heals(cache):
    cache.save_accounts([FULL], NOON)
    problems = [Problem("10", Reason.SUSPENDED), Problem("12", Reason.GONE)]
    cache.save_problems([*problems, Problem("13", Reason.OTHER), Problem("x", Reason.GONE)], NOON)
    assert cache.account("10").standing is Standing.SUSPENDED
    assert cache.account("10").bio == ""
    assert cache.account("12").standing is Standing.GONE
    assert cache.account("13") is None
    cache.save_accounts([an_account()], LATER)
    assert cache.account("10").standing is Standing.SUSPENDED
    cache.save_accounts([FULL], LATER)
    assert cache.account("10").standing is Standing.ACTIVE


def test_thousands_of_accounts_are_kept_at_once(cache):
    many = [an_account(number, f"user{number}") for number in range(1, 2502)]
    cache.save_accounts(many, NOON)
    assert len(cache.accounts([str(number) for number in range(1, 3000)])) == 2501


def test_an_id_that_cannot_be_one_is_refused_whole(cache):
    for odd in ("", "x", "-1", "1 ", "٣", str(2**63)):
        with pytest.raises(BadInput, match="not an id"):
            cache.save_accounts([an_account(), Account(odd, "roof")], NOON)
    assert cache.account("10") is None
    assert cache.account("odd") is None


def test_half_an_emoji_in_a_name_does_not_stop_the_rest(cache):
    cache.save_accounts([an_account(name="Safe \ud83d Roof", bio="\ude00")], NOON)
    assert cache.account("10").name == "Safe ? Roof"


def test_only_what_x_told_of_our_ties_dates_a_look_up(cache):
    cache.save_accounts([FULL, Account("11", "quietone")], NOON)
    cache.save_accounts([Account("10", "SafeRoof")], LATER)
    assert cache.looked_up_at(["10", "11", "odd"]) == {"10": NOON}
    cache.save_accounts([FULL], LATER)
    assert cache.looked_up_at(["10"]) == {"10": LATER}
