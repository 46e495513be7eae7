"""How often X may be asked, over restarts, and without writing to the disk at each answer."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.money.limits import Allowance, Scope
from allybook.store.database.migration import DatabaseKind, Scripts, migrate, open_database
from allybook.store.profile import Profile
from tests.fakes.clock import NOON

FOLLOWERS = "GET /2/users/:id/followers"
SOON = NOON + timedelta(minutes=9)
OPEN = Allowance(FOLLOWERS, Scope.USER_15, 15, 14, SOON, NOON)
SHUT = replace(OPEN, remaining=0)
DAY = replace(SHUT, scope=Scope.APP_24H, limit=500, reset_at=NOON + timedelta(hours=21))


@pytest.fixture
def limits(profile):
    return profile.limits("7001")


def writes(profile):
    """Return how often the outbox of the account was written to since it was opened."""
    connections = profile.outbox("7001")._connections
    with connections.read() as connection:
        return connection.total_changes()


def test_a_closed_window_closes_its_endpoint_only_and_for_one_account(profile, limits):
    limits.note([SHUT])
    assert limits.until(FOLLOWERS, NOON) == SOON
    assert limits.until("GET /2/users/:id/following", NOON) is None
    assert profile.limits("7002").until(FOLLOWERS, NOON) is None
    assert limits.until(FOLLOWERS, SOON) is None


def test_windows_are_there_after_a_restart(tmp_path, clock):
    with Profile(tmp_path / "p", clock) as before:
        before.limits("7001").note([SHUT, DAY])
    with Profile(tmp_path / "p", clock) as after:
        assert after.limits("7001").until(FOLLOWERS, NOON) == DAY.reset_at
        assert after.limits("7001").until(FOLLOWERS, DAY.reset_at) is None


def test_two_programs_see_each_others_closed_windows(tmp_path, clock):
    with Profile(tmp_path / "p", clock) as one, Profile(tmp_path / "p", clock) as other:
        assert other.limits("7001").until(FOLLOWERS, NOON) is None
        one.limits("7001").note([SHUT])
        assert other.limits("7001").until(FOLLOWERS, NOON) == SOON


def test_x_may_open_a_window_before_its_time(limits):
    limits.note([SHUT])
    limits.note([replace(OPEN, remaining=15)])
    assert limits.until(FOLLOWERS, NOON) is None


def test_a_window_costs_the_disk_two_writes_however_many_requests_it_takes(profile, limits):
    before = writes(profile)
    for left in range(14, -1, -1):
        limits.note([replace(OPEN, remaining=left, noted_at=NOON + timedelta(seconds=15 - left))])
    assert writes(profile) - before == 2
    limits.note([])
    assert writes(profile) - before == 2


def test_an_outbox_from_before_keeps_its_notes_and_takes_limits(tmp_path):
    path = tmp_path / "outbox.sqlite3"
    migrate(path, DatabaseKind.OUTBOX, NOON, Scripts(DatabaseKind.OUTBOX)[:2])
    connections = open_database(path, DatabaseKind.OUTBOX, NOON)
    with connections.read() as connection:
        assert connection.execute("SELECT count(*) FROM limits").get == 0
    connections.close()
