"""What is loaded ahead: in small steps, and while nobody does anything."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from allybook.ui.ahead import LOADS, REST, Ahead
from allybook.ui.jobs import Jobs

ROOT = Path(__file__).parents[2]
MOST = 45
"""So many modules of this house and of others one step may bring along."""
LOAD = """
import json, sys
import allybook.ui.session, allybook.ui.tabs.timeline.tab
from allybook.ui.ahead import LOADS
brought = {}
for name in LOADS[sys.argv[1]]:
    before = len(sys.modules)
    __import__(name)
    brought[name] = len(sys.modules) - before
print(json.dumps(brought))
"""


@pytest.mark.parametrize("key", LOADS)
def test_each_step_brings_little_along(key):
    ended = subprocess.run(
        [sys.executable, "-c", LOAD, key], capture_output=True, text=True, check=True
    )
    brought = json.loads(ended.stdout)
    assert list(brought) == list(LOADS[key])
    assert all(0 <= many <= MOST for many in brought.values()), brought


def first_uses(folder, key, how):
    words = [sys.executable, "-m", "tests.ui.first_uses", str(folder), key, how]
    ended = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(ended.stdout)


@pytest.mark.parametrize("key", LOADS)
def test_whoever_opens_something_waits_for_no_module(key, tmp_path):
    late = first_uses(tmp_path, key, "ahead")["late"]
    assert late
    assert not any(late.values()), late


@pytest.mark.parametrize("key", LOADS)
def test_nothing_is_loaded_ahead_in_vain(key, tmp_path):
    told = first_uses(tmp_path, key, "cold")
    assert any(told["late"].values())
    assert told["in vain"] == []


@pytest.mark.parametrize(("how", "is_made"), [("ahead", False), ("cold", True)])
def test_the_first_frame_of_the_keyboard_was_tried_ahead(tmp_path, how, is_made):
    words = [sys.executable, "-m", "tests.ui.first_frame", str(tmp_path), how]
    ended = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
    assert (int(ended.stdout) > 0) == is_made


@pytest.fixture
def jobs(qtbot):
    owner = QObject()
    jobs = Jobs(owner)
    yield jobs
    jobs.close()


def test_everything_is_loaded_while_nobody_does_anything(qtbot, jobs):
    window = QWindow()
    ahead = Ahead(window, jobs)
    with qtbot.waitSignal(ahead.done, timeout=20_000):
        pass
    assert all(name in sys.modules for names in LOADS.values() for name in names)


class Seconds:
    """Seconds that go on when they are told to; it counts who looks at them."""

    def __init__(self):
        self.now, self.looks = 50.0, 0

    def __call__(self):
        self.looks += 1
        return self.now


def test_who_does_something_is_not_disturbed(qtbot, jobs):
    window, seconds, loaded = QWindow(), Seconds(), []
    steps = (loaded.append(name) for name in ("first", "second"))
    ahead = Ahead(window, jobs, steps=steps, monotonic=seconds)

    def look_twice():
        seen = seconds.looks
        qtbot.waitUntil(lambda: seconds.looks > seen + 1)

    for _ in range(5):
        seconds.now += 0.9 * REST
        look_twice()
        assert loaded == []
        QApplication.sendEvent(window, QEvent(QEvent.Type.KeyPress))
    with qtbot.waitSignal(ahead.done):
        seconds.now += 2 * REST
    assert loaded == ["first", "second"]
