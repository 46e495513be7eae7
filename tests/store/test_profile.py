"""A profile: one folder, opened as needed, closed whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from allybook.domain.errors import BadInput, StorageError
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.pricing import Price
from allybook.store.profile import Profile
from tests.store.samples import HOME, a_post


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
    assert sorted(file.suffix for file in tmp_path.rglob("*.*")) == [".sqlite3", ".sqlite3"]
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


def test_an_account_with_a_cache_of_its_own_adopts_nothing(profile):
    profile.cache("local").save_posts([a_post()], HOME)
    profile.cache("7001")
    profile.adopt("local", "7001")
    profile.adopt("nobody", "7002")
    assert profile.cache("7001").count(EVERYTHING) == 0
    assert profile.cache("local").count(EVERYTHING) == 1
