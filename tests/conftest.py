"""What holds for all tests."""

import os

from hypothesis import settings

# Generated cases differ from run to run here, so that every day finds something new; before a
# change lands they are always the same ones, so that it lands or does not by what it changes.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
