"""Disks for the files of a profile."""

import pytest


@pytest.fixture
def disk():
    stuck = pytest.importorskip("tests.fakes.stuck_disk").StuckDisk()
    yield stuck
    stuck.let_go()
