"""What holds for all tests."""

import os
from datetime import UTC, datetime
from functools import partialmethod
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork

# Generated cases differ from run to run here, so that every day finds something new; before a
# change lands they are always the same ones, so that it lands or does not by what it changes.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# The locks that accounts take turns by lie beside no profile: those of the tests go with the tests.
STATE = TemporaryDirectory(prefix="allybook-tests-")
os.environ["XDG_STATE_HOME"] = STATE.name


PATIENT_MS = 20_000
"""So long (milliseconds) a test waits for what must come: far above what two busy cores need."""


def pytest_unconfigure():
    STATE.cleanup()


class PatientBot(QtBot):
    """A bot that is as quick as ever, and gives up later: what comes late has come all the same."""

    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENT_MS)  # noqa: N815 (Qt's names)
    waitCallback = partialmethod(QtBot.waitCallback, timeout=PATIENT_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENT_MS)  # noqa: N815
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENT_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENT_MS)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENT_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp, request):
    """A patient bot in place of pytest-qt's own."""
    return PatientBot(request)


# A room that needs another time or another X has a clock or a network of its own.


@pytest.fixture
def clock():
    """A clock that stands at nine in the morning (UTC) of 31 March 2026."""
    return FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))


@pytest.fixture
def network():
    """An X in memory, with nobody on it."""
    return MemoryNetwork()


@pytest.fixture
def profile(tmp_path, clock):
    """A new profile."""
    with Profile(tmp_path / "profile", clock) as profile:
        yield profile


@pytest.fixture
def desk(profile, clock, network):
    """A desk on the new profile and on the network in memory."""
    return make_desk(profile, clock, network)
