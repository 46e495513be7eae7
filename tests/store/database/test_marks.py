"""Marks: a change is one step, whoever else writes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)


def test_two_who_change_a_mark_at_once_lose_nothing(tmp_path):
    with Profile(tmp_path, FixedClock(NOW)) as profile:
        cache = profile.cache("1")

        def add(letter):
            for _ in range(40):
                cache.change_mark("gaps", lambda text: text + letter)

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(add, "abcd"))
        assert sorted(cache.mark("gaps")) == sorted("abcd" * 40)


def test_a_mark_that_is_not_there_is_changed_from_nothing(tmp_path):
    with Profile(tmp_path, FixedClock(NOW)) as profile:
        profile.cache("1").change_mark("new", lambda text: f"[{text}]")
        assert profile.cache("1").mark("new") == "[]"
