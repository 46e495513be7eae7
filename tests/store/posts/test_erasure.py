"""Forgetting, down to the bytes on the disk."""

import tracemalloc
from datetime import timedelta

import pytest

from allybook.domain.check.followback import Side, Snapshot, knows
from allybook.domain.people.accounts import Connection, Problem, Reason
from allybook.domain.posts import Mention
from allybook.ports.cache import Members
from tests.fakes.clock import NOON
from tests.store.samples import HOME, a_post, an_account

LATER = NOON + timedelta(days=1)
BIO = "Zephyr-quilts for the neighbourhood"
SECRETIVE = "Marigold umbrellas everywhere"
OURS, THEIRS = "77", "78"


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
    for x_list in (OURS, THEIRS):
        cache.save_members(x_list, ["10", "11"], complete=True, as_of=NOON)
    cache.set_mirror("book", OURS)
    people = frozenset({"10", "11"})
    reading = Snapshot(Side.FOLLOWERS, people, complete=True, source="archive", as_of=NOON)
    cache.save_snapshot("1", reading)


def test_one_account_is_forgotten_and_the_others_stay(cache, profile, tmp_path):
    fill(cache)
    assert cache.erase(["10"]) == 2
    assert cache.account("10") is None
    assert cache.old_handles("10") == []
    assert [cache.post(key) is not None for key in "1234"] == [False, True, False, True]
    [reading] = cache.snapshots("1", Side.FOLLOWERS)
    assert (reading.user_ids, reading.complete) == ({"11"}, True)
    assert [knows(reading, key) for key in ("10", "11", "12")] == [None, True, False]
    assert cache.account("11").handle == "neighbour"
    profile.close()
    left = written(tmp_path)
    for word in (BIO, SECRETIVE, "Quilt Zephyr", "marigold.example", "umbrellas"):
        assert word.encode() not in left
        assert word.lower().encode() not in left


def test_who_is_forgotten_stays_known_by_id_on_the_list_of_a_book(cache):
    """Else nobody would take them off."""
    fill(cache)
    cache.erase(["10"])
    assert cache.members(OURS) == Members(frozenset({"10", "11"}), complete=True, as_of=NOON)


def test_a_reading_keeps_no_number_of_who_was_erased_from_it(cache, profile, tmp_path):
    someone = 1_765_432_109_876_543_210
    people = frozenset({str(someone), "11"})
    for side in Side:
        reading = Snapshot(side, people, complete=True, source="archive", as_of=NOON)
        cache.save_snapshot("1", reading)
    cache.erase([str(someone)])
    cache.erase([str(someone)])
    [glimpse, _] = cache.glimpses("1")
    assert (glimpse.people, len(glimpse.erased), glimpse.complete) == (1, 1, True)
    profile.close()
    assert someone.to_bytes(8, "little") not in written(tmp_path)


def test_a_list_of_others_that_had_somebody_forgotten_is_not_known_whole(cache):
    fill(cache)
    cache.save_members("79", ["11"], complete=True, as_of=NOON)
    cache.erase(["10"])
    assert cache.members(THEIRS) == Members(frozenset({"11"}), complete=False, as_of=NOON)
    assert cache.members("79").complete


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


# The end of the first and the beginning of the second, laid side by side, are the third.
ASTRIDE = (0x0807060504030201, 0x100F0E0D0C0B0A09, 0x0C0B0A0908070605)


@pytest.mark.parametrize("more", [0, 20])
@pytest.mark.parametrize("erased", ASTRIDE)
def test_of_a_reading_only_who_is_erased_goes(cache, erased, more):
    """Be it one who is asked for or many, and whatever bytes stand side by side."""
    everyone = frozenset(map(str, (*ASTRIDE[:2], *range(1, 500))))
    reading = Snapshot(Side.FOLLOWERS, everyone, complete=True, source="archive", as_of=NOON)
    cache.save_snapshot("1", reading)
    asked = [str(erased), *(str(10**15 + one) for one in range(more))]
    cache.erase(asked)
    [left] = cache.snapshots("1", Side.FOLLOWERS)
    assert left.user_ids == everyone - {str(erased)}


def test_readings_are_looked_through_one_at_a_time(cache):
    """Who keeps a hundred of them has no memory for all at once."""
    followers = frozenset(map(str, range(10**17, 10**17 + 40_000)))
    for days in range(20):
        reading = Snapshot(
            Side.FOLLOWERS, followers, complete=True, source="pages", as_of=NOON + timedelta(days)
        )
        cache.save_snapshot("1", reading)
    tracemalloc.start()
    try:
        cache.erase(["5"])
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


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
