"""Forgetting reaches every file of the profile, and nobody is an ally by it."""

import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Act, Deed, Outcome
from allybook.domain.acts.ticks import Tick, TickDeed, TickState
from allybook.domain.errors import StorageError
from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import add_tags, approve
from allybook.services.books.roster import lay_rosters
from allybook.services.books.several import create_book, discard_book
from allybook.services.check.manners import keep_account, read_manners
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all
from allybook.services.people.nominate import nominate_handles
from tests.fakes.desk import make_desk
from tests.store.samples import HOME, a_post

PEOPLE = {"5": "alice_q", "6": "ben_q", "7": "cleo_q"}


@pytest.fixture
def desk(profile, clock, network):
    """A desk of one of two accounts, which know the same people and one post of each."""
    desks = [make_desk(profile, clock, network, account=one) for one in ("1", "2")]
    for one in desks:
        one.cache.save_accounts([Account(*person) for person in PEOPLE.items()], clock.now())
        one.cache.save_posts([a_post(int(i), author_id=i) for i in PEOPLE], HOME)
    return replace(desks[0], holdings=profile.holdings)


def fill(desk, book, *ids):
    nominate_handles(desk, book, [PEOPLE[one] for one in ids])
    approve(desk, book, ids)
    return book


def allies(cache):
    return {str(post_id) for post_id in cache.order(parse("is:ally"))}


def test_who_is_named_only_in_a_rule_that_cannot_be_read_here_is_remembered(desk):
    desk.settings.write("spared", json.dumps(["is:later from:zoe_q", "#housing"]))
    assert not find_known(desk, "@yves_q").kept
    found = find_known(desk, "@zoe_q")
    assert found.kept
    purge_account(desk, found)
    assert json.loads(desk.settings.read("spared")) == ["#housing"]


def test_forgetting_in_the_trash_makes_nobody_an_ally(desk):
    discard_book(desk, fill(desk, desk.book(), "5", "6").info.book_id)
    fill(desk, create_book(desk, "My allies"), "7")
    assert allies(desk.cache) == {"7"}
    purge_account(desk, find_known(desk, "5"), books=True)
    assert allies(desk.cache) == {"7"}
    assert not lay_rosters(desk)


def files_with(folder, word):
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in found if word in path.read_bytes())


def test_an_ally_leaves_the_filters_of_all_accounts_and_the_disk(desk, profile, tmp_path):
    book = fill(desk, desk.book(), "5", "6")
    add_tags(desk, book, ["5"], ["night-shift-q"])
    other = profile.cache("2")
    lay_rosters(replace(desk, cache=other))
    purge_account(desk, find_known(desk, "5"), books=True)
    assert allies(desk.cache) == allies(other) == {"6"}
    assert files_with(tmp_path, b"alice_q") == []
    assert files_with(tmp_path, b"night-shift-q") == []
    lay_rosters(replace(desk, cache=other))
    assert allies(other) == {"6"}


def test_without_the_books_an_ally_stays_one(desk, profile):
    fill(desk, desk.book(), "5")
    lay_rosters(replace(desk, cache=profile.cache("2")))
    purge_account(desk, find_known(desk, "5"))
    for cache, _ in profile.holdings():
        assert set(cache.roster_marks()) == {"My allies"}
        cache.save_posts([a_post(9, author_id="5")], HOME)
        assert allies(cache) == {"9"}


def test_the_keep_list_forgets_too(desk, tmp_path):
    for user_id in ("5", "6", "687024425530297717"):
        keep_account(desk, user_id, keep=True)
    purge_account(desk, find_known(desk, "@alice_q"))
    assert read_manners(desk).people == {"6", "687024425530297717"}
    known = find_known(desk, "687024425530297717")
    assert known.kept
    purge_account(desk, known)
    assert not find_known(desk, "687024425530297717").kept
    assert files_with(tmp_path, b"687024425530297717") == []


def test_the_tick_list_forgets_who_is_known_by_handle_only(desk, tmp_path):
    now = desk.clock.now()
    waits = Tick("a", TickDeed.FOLLOW, now, handle="Dora_q")
    done = Tick("b", TickDeed.UNFOLLOW, now, handle="dora_q")
    other = Tick("c", TickDeed.FOLLOW, now, handle="ben_q")
    desk.outbox.ticks.lay([waits, done, other])
    desk.outbox.ticks.mark("b", TickState.DONE, now)
    known = find_known(desk, "@dora_Q")
    assert known.kept
    purge_account(desk, known)
    assert {one.tick_id: one.handle for one in desk.outbox.ticks.ticks()} == {"b": "", "c": "ben_q"}
    assert not find_known(desk, "@dora_q").kept
    assert files_with(tmp_path, b"ora_q") == []


def test_acts_forget_who_is_in_no_cache_and_no_book(desk):
    now = desk.clock.now()
    acts = [Act(one, Deed.ADD_MEMBER, "b", "500", one, f"Dora{one}", now) for one in ("91", "92")]
    desk.outbox.put(acts)
    desk.outbox.settle("92", Outcome.ADDED, now + timedelta(hours=1))
    for one in ("91", "92"):
        known = find_known(desk, f"@dora{one}")
        assert known.kept
        purge_account(desk, known)
        assert not find_known(desk, f"@dora{one}").kept
    told = {act.act_id: (act.handle, act.outcome) for act in desk.outbox.acts()}
    assert told == {"91": ("", Outcome.DROPPED), "92": ("", Outcome.ADDED)}


@pytest.mark.parametrize(
    "forget", [lambda desk: purge_account(desk, find_known(desk, "5")), purge_all]
)
def test_what_could_not_leave_the_disk_is_told_after_all_else_is_done(desk, forget):
    said = "cache.sqlite3 is being read."
    with pytest.raises(StorageError, match=said):
        forget(replace(desk, lingering=lambda: said))
    assert not find_known(desk, "5").kept
