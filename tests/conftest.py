"""What holds for all tests."""

import os
from tempfile import TemporaryDirectory

from hypothesis import settings

# Generated cases differ from run to run here, so that every day finds something new; before a
# change lands they are always the same ones, so that it lands or does not by what it changes.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# The locks that accounts take turns by lie beside no profile: those of the tests go with the tests.
STATE = TemporaryDirectory(prefix="allybook-tests-")
os.environ["XDG_STATE_HOME"] = STATE.name


def pytest_unconfigure():
    STATE.cleanup()
