"""A profile: one folder, opened as needed, closed whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal

import apsw
import pytest
from msgspec.structs import replace

from allybook.domain.acts.ticks import Tick, TickDeed
from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.errors import BadInput, StorageError
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.lists import XList
from allybook.domain.money.pricing import Price
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Metrics
from allybook.domain.reading.sources import Origin, Source
from allybook.ports.cache import Members
from allybook.store.books.trash import OPEN_FILES_GO
from allybook.store.posts.judging import LAID
from allybook.store.posts.reading import CUT
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import HOME, a_post, an_entry

NOON = datetime(2026, 3, 30, 12, tzinfo=UTC)
FILE = Source(Origin.FILE, "posts.jsonl")
FOLLOWERS = Snapshot(
    Side.FOLLOWERS, frozenset("56"), complete=True, source="archive", as_of=NOON, erased=b"\x07"
)
A_TICK = Tick("t1", TickDeed.FOLLOW, NOON, user_id="5")


def test_files_lie_where_the_plan_says(profile, tmp_path):
    profile.cache("7001")
    profile.outbox("7001")
    profile.settings()
    book = profile.shelf().create("Housing")
    folder = tmp_path / "profile"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*.sqlite3")}
    assert files == {
        "profile.sqlite3",
        "accounts/7001/cache.sqlite3",
        "accounts/7001/outbox.sqlite3",
        f"books/{book.info.book_id}.sqlite3",
    }


def test_settings_outlive_a_restart_and_a_change_of_account(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        profile.settings().write("theme", "dark")
        profile.settings().write("theme", "light")
        assert profile.settings().read("book") == ""
    with Profile(tmp_path, clock) as profile:
        profile.cache("7002")
        assert profile.settings().read("theme", "dark") == "light"
        assert profile.settings().read("pace", "20") == "20"


def test_accounts_do_not_see_each_other(profile):
    profile.cache("7001").save_posts([a_post()], HOME)
    assert profile.cache("7002").count(EVERYTHING) == 0


def test_the_chats_that_were_read_are_told_by_account(profile, tmp_path):
    assert profile.chats("7001") == frozenset()
    assert not (tmp_path / "profile" / "accounts" / "7001").exists()
    profile.cache("7001").save_posts([a_post()], Source(Origin.CHAT, "SwHelper"))
    assert profile.chats("7001") == {"#swhelper"}
    assert profile.chats("7002") == frozenset()


def test_the_ledger_and_the_outbox_outlive_a_cache_thrown_away(tmp_path, clock):
    today = date(2026, 3, 30)
    with Profile(tmp_path, clock) as profile:
        profile.cache("7001").save_posts([a_post()], HOME)
        profile.ledger().count(today, Price("post", Decimal("0.005")), ["1"], "refresh")
    (tmp_path / "accounts" / "7001" / "cache.sqlite3").unlink()
    with Profile(tmp_path, clock) as profile:
        assert profile.cache("7001").count(EVERYTHING) == 0
        assert profile.ledger().spent(today, today) == Decimal("0.005")


def test_a_closed_profile_leaves_no_logs_behind(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        cache = profile.cache("7001")
        cache.save_posts([a_post()], HOME)
    assert {file.suffix for file in tmp_path.rglob("*.*")} == {".sqlite3"}
    with pytest.raises(StorageError, match="closed"):
        cache.count(EVERYTHING)


def test_many_threads_share_a_profile(profile):
    def save(number: int) -> int:
        return profile.cache("7001").save_posts([a_post(number)], HOME)

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(save, range(1, 21))) == 20
    assert profile.cache("7001").count(EVERYTHING) == 20


@pytest.mark.parametrize("odd", ["", "..", "../7001", "a/b", "a" * 65, "C:"])
def test_an_account_id_cannot_lead_out_of_the_folder(profile, odd):
    with pytest.raises(BadInput):
        profile.cache(odd)


def test_what_was_gathered_before_signing_in_goes_on_under_the_account(profile, tmp_path):
    profile.cache("local").save_posts([a_post()], HOME)
    profile.adopt("local", "7001")
    assert profile.cache("7001").count(EVERYTHING) == 1
    assert not (tmp_path / "profile" / "accounts" / "local").exists()


def test_what_was_imported_while_signed_out_comes_to_what_the_account_has(profile, tmp_path):
    mine, local = profile.cache("7001"), profile.cache("local")
    mine.save_posts([a_post(1), a_post(2)], HOME)
    mine.save_accounts([Account("5", "now", name="Told by X")], NOON)
    local.save_posts([a_post(2), a_post(3)], FILE)
    local.save_accounts([Account("5", "before", name="Of a file"), Account("6", "six")], NOON)
    local.save_accounts([Account("8", "now")], NOON)
    local.save_snapshot("7001", FOLLOWERS)
    profile.outbox("local").ticks.lay([A_TICK])
    for _ in range(2):
        profile.adopt("local", "7001")
    assert mine.posts(FILE) == [a_post(2), a_post(3)]
    assert mine.count(EVERYTHING) == 3
    known = mine.accounts(["5", "6", "8"])
    assert [known[i].handle for i in ("5", "6")] == ["now", "six"]
    assert known["5"].name == "Told by X"
    assert "8" in known
    assert list(mine.snapshots("7001", Side.FOLLOWERS)) == [FOLLOWERS]
    assert profile.outbox("7001").ticks.ticks() == [A_TICK]
    assert not (tmp_path / "profile" / "accounts" / "local").exists()


def test_what_x_told_the_account_stays_and_nothing_of_before_is_unread(profile):
    mine, local = profile.cache("7001"), profile.cache("local")
    told = a_post(1, "Beds tonight, call Ana", metrics=Metrics(12, 40, 150, 7, 9000))
    bare = a_post(2, "Beds", lang="en")
    mine.save_posts([told, bare], HOME)
    mine.set_mark("unread", "[2]")
    local.save_posts([replace(told, text="Beds tonight…", metrics=Metrics(0, 9, 30))], FILE)
    local.save_posts([replace(bare, text="Soup", reply_to="1"), a_post(3)], FILE)
    profile.adopt("local", "7001")
    assert mine.post("1") == told
    assert mine.post("2") == replace(bare, reply_to="1")
    assert mine.posts(FILE) == [told, replace(bare, reply_to="1"), a_post(3)]
    assert mine.mark("unread") == "[2]"


def test_lists_and_marks_come_to_what_the_account_has(profile):
    mine, local = profile.cache("7001"), profile.cache("local")
    mine.save_list(XList("76", "Of the account"))
    mine.save_members("76", ["5"], complete=True, as_of=NOON)
    mine.set_mark("newest", "9")
    local.save_list(XList("76", "Of before"))
    local.save_list(XList("77", "Housing"))
    local.save_members("76", ["6"], complete=True, as_of=NOON)
    local.save_members("77", ["6", "8"], complete=False, as_of=NOON)
    local.set_mark("newest", "7")
    local.set_mark("unread", "[1]")
    # What was done to the posts of that file is not done to those of this one.
    for own in (CUT, LAID):
        local.set_mark(own, "of this file")
    profile.adopt("local", "7001")
    assert [(one.list_id, one.name) for one in mine.lists()] == [
        ("77", "Housing"),
        ("76", "Of the account"),
    ]
    assert mine.members("76") == Members(frozenset("5"), complete=True, as_of=NOON)
    assert mine.members("77") == Members(frozenset("68"), complete=False, as_of=NOON)
    assert [mine.mark(name) for name in ("newest", "unread", CUT, LAID)] == ["9", "[1]", "", ""]


@pytest.mark.parametrize("has_some", [True, False], ids=["beside its own", "as it is"])
def test_what_another_window_still_writes_is_refused_and_not_lost(profile, tmp_path, has_some):
    with Profile(tmp_path / "profile", FixedClock()) as other:
        cache, outbox = other.cache("local"), other.outbox("local")
        cache.save_posts([a_post(1)], FILE)
        outbox.ticks.lay([A_TICK])
        if has_some:
            profile.cache("7001").save_posts([a_post(2)], HOME)
        profile.adopt("local", "7001")
        for write in (
            lambda: cache.save_accounts([Account("5", "late")], NOON),
            lambda: outbox.set_mark("late", "x"),
            # A thread that has not had it open yet.
            lambda: ThreadPoolExecutor(1).submit(cache.set_mark, "late", "x").result(20),
        ):
            with pytest.raises(StorageError, match=r"Another window moved \w+\.sqlite3 out of"):
                write()
        assert not other.frozen()
        assert cache.count(EVERYTHING) == 1
    mine = profile.cache("7001")
    assert mine.count(EVERYTHING) == 1 + has_some
    assert profile.outbox("7001").ticks.ticks() == [A_TICK]
    # Whoever opens it anew begins with nothing, and is adopted the next time.
    with Profile(tmp_path / "profile", FixedClock()) as anew:
        anew.cache("local").save_posts([a_post(3)], FILE)
    profile.adopt("local", "7001")
    assert mine.count(EVERYTHING) == 2 + has_some


class Interrupted(Profile):
    """Somebody else does something once it has copied what it takes over."""

    def __init__(self, folder, clock, interrupt):
        super().__init__(folder, clock)
        self._interrupt = interrupt

    def _merge(self, old_id, new_id):
        super()._merge(old_id, new_id)
        self._interrupt()


def test_who_writes_after_the_copy_waits_and_is_told(profile, tmp_path):
    cache, writes = profile.cache("local"), []
    cache.save_posts([a_post(1)], FILE)
    profile.cache("7001").save_posts([a_post(2)], HOME)

    def write():
        writes.append(pool.submit(cache.set_mark, "late", "x"))
        assert not wait(writes, 0.2).done

    with (
        ThreadPoolExecutor(1) as pool,
        Interrupted(tmp_path / "profile", FixedClock(), write) as adopting,
    ):
        adopting.adopt("local", "7001")
        assert "Another window moved" in str(writes[0].exception(20))


class Returning(Profile):
    """Another Allybook begins without an account as soon as all is taken over."""

    def _take_over(self, old_id, new_id):
        super()._take_over(old_id, new_id)
        with Profile(self._folder, FixedClock()) as anew:
            anew.cache(old_id).save_posts([a_post(3)], FILE)


@pytest.mark.skipif(not OPEN_FILES_GO, reason="there nobody begins before the old file is gone")
def test_who_begins_anew_while_another_adopts_loses_nothing(profile, tmp_path):
    profile.cache("local").save_posts([a_post(1)], FILE)
    profile.cache("7001").save_posts([a_post(2)], HOME)
    profile.close()
    for count in (2, 3):
        with Returning(tmp_path / "profile", FixedClock()) as adopting:
            adopting.adopt("local", "7001")
            assert adopting.cache("7001").count(EVERYTHING) == count
    with Profile(tmp_path / "profile", FixedClock()) as anew:
        assert anew.cache("local").count(EVERYTHING) == 1


def test_an_adoption_that_was_cut_off_is_done_again_and_nothing_is_twice(profile):
    mine, local = profile.cache("7001"), profile.cache("local")
    local.save_posts([a_post(1)], FILE)
    local.save_snapshot("7001", FOLLOWERS)
    # All but the last step, as where the program was killed before that.
    profile._merge("local", "7001")
    assert profile.cache("local").count(EVERYTHING) == 1
    profile.adopt("local", "7001")
    assert (mine.count(EVERYTHING), len(mine.snapshots("7001", Side.FOLLOWERS))) == (1, 1)


def test_nobody_has_nothing_to_adopt(profile, tmp_path):
    profile.adopt("nobody", "7002")
    assert not (tmp_path / "profile" / "accounts" / "7002").exists()


def test_a_file_that_another_program_reads_is_named_until_what_was_erased_has_left_it(profile):
    book = profile.shelf().create("Housing")
    book.append([an_entry(1)])
    [connections] = profile.shelf().connections()
    with closing(apsw.Connection(str(connections.path))) as reader:
        reader.execute("BEGIN; SELECT * FROM entries").fetchall()
        with connections.read() as connection:
            connection.execute("PRAGMA busy_timeout = 0").fetchall()
        book.append([replace(an_entry(1), entry_id="erased", erased=True)])
        assert connections.path.name in profile.lingering()
    assert profile.lingering() == ""
