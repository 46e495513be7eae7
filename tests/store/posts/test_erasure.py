"""Forgetting, down to the bytes on the disk."""

from datetime import timedelta

import pytest

from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.people.accounts import Connection, Problem, Reason
from allybook.domain.posts import Mention
from tests.fakes.clock import NOON
from tests.store.samples import HOME, a_post, an_account

LATER = NOON + timedelta(days=1)
BIO = "Zephyr-quilts for the neighbourhood"
SECRETIVE = "Marigold umbrellas everywhere"


def written(profile_folder):
    """Return every byte under a folder."""
    return b"".join(path.read_bytes() for path in profile_folder.rglob("*") if path.is_file())


def fill(cache):
    cache.save_accounts(
        [an_account(10, "quiltzephyr", name="Quilt Zephyr", bio=BIO, followers=3)], NOON
    )
    cache.save_accounts([an_account(11, "neighbour", followers=4)], NOON)
    posts = [
        a_post(1, SECRETIVE, links=("https://marigold.example/umbrella",)),
        a_post(2, "Good morning", author_id="11"),
        a_post(
            3,
            f"RT @QuiltZephyr: {SECRETIVE}",
            author_id="11",
            repost_of="1",
            mentions=(Mention("QuiltZephyr", "10"),),
        ),
        a_post(4, "thanks @QuiltZephyr", author_id="11", mentions=(Mention("QuiltZephyr", "10"),)),
    ]
    cache.save_posts(posts, HOME)
    cache.save_members("77", ["10", "11"], complete=True, as_of=NOON)
    people = frozenset({"10", "11"})
    reading = Snapshot(Side.FOLLOWERS, people, complete=True, source="archive", as_of=NOON)
    cache.save_snapshot("1", reading)


def test_one_account_is_forgotten_and_the_others_stay(cache, profile, tmp_path):
    fill(cache)
    assert cache.erase(["10"]) == 2
    assert cache.account("10") is None
    assert cache.old_handles("10") == []
    assert [cache.post(key) is not None for key in "1234"] == [False, True, False, True]
    assert cache.members("77").user_ids == {"11"}
    assert cache.snapshots("1", Side.FOLLOWERS)[0].user_ids == {"11"}
    assert cache.account("11").handle == "neighbour"
    profile.close()
    left = written(tmp_path)
    for word in (BIO, SECRETIVE, "Quilt Zephyr", "marigold.example", "umbrellas"):
        assert word.encode() not in left
        assert word.lower().encode() not in left


def test_everything_is_forgotten_and_the_cache_goes_on(cache, profile, tmp_path):
    fill(cache)
    cache.set_mark("refreshed", "4")
    cache.set_mirror("book", "77")
    cache.empty()
    assert (cache.account("11"), cache.sources(), cache.mark("refreshed")) == (None, [], "")
    assert cache.mirror("book") == "77"
    profile.close()
    left = written(tmp_path)
    for word in (BIO, SECRETIVE, "quiltzephyr", "neighbour", "Good morning"):
        assert word.encode() not in left
    again = profile.cache("7001")
    fill(again)
    assert again.post("1").text == SECRETIVE


def test_copies_from_before_a_migration_are_forgotten_too(cache, tmp_path):
    fill(cache)
    [database] = tmp_path.rglob("cache.sqlite3")
    copy = database.with_name("cache.sqlite3.2026-01-01T000000Z.v4.bak")
    copy.write_bytes(BIO.encode())
    cache.erase(["10"])
    assert not copy.exists()


def test_who_became_private_takes_their_posts_along(cache):
    fill(cache)
    closed = an_account(10, "quiltzephyr", private=True, followers=3)
    cache.save_accounts([closed], LATER)
    assert cache.post("1") is None
    assert cache.post("3") is None
    assert cache.account("10").private


@pytest.mark.parametrize(
    ("connections", "kept"),
    [(frozenset({Connection.FOLLOWING}), True), (frozenset(), False), (None, False)],
)
def test_who_turns_out_to_be_private_keeps_posts_only_if_we_follow(cache, connections, kept):
    cache.save_posts([a_post(1, "Hello")], HOME)
    private = an_account(10, "calm", private=True, followers=1, connections=connections)
    cache.save_accounts([private], LATER)
    assert (cache.post("1") is not None) is kept


def test_what_a_private_account_shows_us_stays(cache):
    private = an_account(10, "calm", private=True, followers=1)
    cache.save_accounts([private], NOON)
    cache.save_posts([a_post(1, "Hello")], HOME)
    cache.save_accounts([private], LATER)
    assert cache.post("1").text == "Hello"


@pytest.mark.parametrize("reason", [Reason.SUSPENDED, Reason.GONE])
def test_who_fell_leaves_id_and_handle_only(cache, reason):
    fill(cache)
    cache.save_problems([Problem("10", reason)], LATER)
    left = cache.account("10")
    assert (left.handle, left.name, left.bio) == ("quiltzephyr", "", "")
    assert cache.post("1") is None
    assert cache.post("2").text == "Good morning"


def test_old_news_of_a_fall_takes_nothing(cache):
    fill(cache)
    cache.save_accounts([an_account(10, "quiltzephyr", bio=BIO, followers=3)], LATER)
    cache.save_problems([Problem("10", Reason.SUSPENDED)], NOON)
    assert cache.account("10").bio == BIO
    assert cache.post("1").text == SECRETIVE
