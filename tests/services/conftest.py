"""Desks for the tests of services."""

from datetime import UTC, datetime

import pytest

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))


@pytest.fixture
def network():
    return MemoryNetwork()


@pytest.fixture
def profile(tmp_path, clock):
    with Profile(tmp_path / "profile", clock) as profile:
        yield profile


@pytest.fixture
def desk(profile, clock, network):
    return make_desk(profile, clock, network)


@pytest.fixture
def ticket():
    return Patience()
