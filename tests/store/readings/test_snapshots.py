"""Readings of followers and following."""

from __future__ import annotations

from datetime import timedelta

import pytest

from allybook.domain.check.followback import Side, Snapshot
from allybook.domain.errors import BadInput
from tests.fakes.clock import NOON


def a_snapshot(*people: str, days: int = 0, side: Side = Side.FOLLOWERS) -> Snapshot:
    moment = NOON + timedelta(days=days)
    return Snapshot(side, frozenset(people), complete=True, source="archive", as_of=moment)


def test_readings_come_back_newest_first(cache):
    newer, older = a_snapshot("10", "9223372036854775807", days=2), a_snapshot(days=1)
    other = a_snapshot("11", side=Side.FOLLOWING)
    for snapshot in (newer, older, other):
        cache.save_snapshot("7001", snapshot)
    assert list(cache.snapshots("7001", Side.FOLLOWERS)) == [newer, older]
    assert list(cache.snapshots("7001", Side.FOLLOWING)) == [other]
    assert list(cache.snapshots("7002", Side.FOLLOWERS)) == []


def test_readings_can_be_sliced_and_are_fetched_one_by_one(cache):
    for days in range(4):
        cache.save_snapshot("7001", a_snapshot(str(days), days=days))
    readings = cache.snapshots("7001", Side.FOLLOWERS)
    assert len(readings) == 4
    assert list(readings[:2]) == [a_snapshot("3", days=3), a_snapshot("2", days=2)]
    assert readings[-1] == a_snapshot("0", days=0)
    assert next((one for one in readings if one.complete), None) == a_snapshot("3", days=3)


def test_a_hundred_thousand_followers_come_back(cache):
    snapshot = a_snapshot(*(str(number) for number in range(100_000)))
    cache.save_snapshot("7001", snapshot)
    assert cache.snapshots("7001", Side.FOLLOWERS)[0] == snapshot


@pytest.mark.parametrize("word", ["", "1 2", "٣", "-1", "9223372036854775808", "1_0", "ana"])
def test_what_is_no_id_is_refused_and_nothing_is_kept(cache, word):
    with pytest.raises(BadInput):
        cache.save_snapshot("7001", a_snapshot("10", word))
    assert list(cache.glimpses("7001")) == []
