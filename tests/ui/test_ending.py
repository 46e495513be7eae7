"""Whoever asks the program to end is heard by an idle window, and closes it as its cross does."""

import os
import signal
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from allybook.ui.ending import ENDS, Ending

# Windows has no way to ask another program politely.
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")

AT_ITS_WINDOW = """
import os, signal, sys
# Whoever runs the tests may ignore some, which children inherit.
signal.signal(int(sys.argv[1]), signal.default_int_handler)
from allybook.app.window import begin
session = begin()
from PySide6.QtCore import QTimer
waited = []
def press():
    if any(one.isVisible() for one in session.application.topLevelWidgets()):
        timer.stop()
        print("pressed", flush=True)
        os.kill(os.getpid(), int(sys.argv[1]))
timer = QTimer(interval=1)
timer.timeout.connect(press)
timer.start()
from allybook.app.start import main
sys.exit(main(sys.argv[2:]))
"""
AT_THE_START = """
import os, signal, sys
signal.signal(int(sys.argv[1]), signal.default_int_handler)
class Pressing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            print("pressed", flush=True)
            os.kill(os.getpid(), int(sys.argv[1]))
sys.meta_path.insert(0, Pressing())
from allybook.app.stops import heed
heed()
from allybook.app.start import main
sys.exit(main(sys.argv[2:]))
"""


@contextmanager
def handled(how, handler):
    """Have a signal handled in some way, whatever whoever runs the tests does about it."""
    before = signal.signal(how, handler)
    try:
        yield
    finally:
        signal.signal(how, before)


@pytest.mark.parametrize("how", ENDS)
def test_each_is_heard_while_nothing_runs_and_left_alone_afterwards(qtbot, how):
    with handled(how, signal.SIG_DFL):
        with closing(Ending()) as ending:
            with qtbot.waitSignal(ending.asked):
                os.kill(os.getpid(), how)
            with qtbot.waitSignal(ending.asked):
                os.kill(os.getpid(), how)
        assert signal.getsignal(how) is signal.SIG_DFL


def test_who_ignores_a_signal_is_obeyed(qtbot):
    with handled(signal.SIGHUP, signal.SIG_IGN), closing(Ending()):
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def run(program, how, folder, *words):
    more = words or ("--practice",)
    return subprocess.run(
        [sys.executable, "-c", program, str(int(how)), "--profile", str(folder), *more],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.parametrize("how", ENDS)
def test_a_window_closes_by_itself_when_the_program_is_asked_to_end(tmp_path, how):
    ended = run(AT_ITS_WINDOW, how, tmp_path / "p")
    assert (ended.returncode, ended.stdout) == (0, "pressed\n"), ended
    assert "Traceback" not in ended.stderr


def test_ctrl_c_while_the_window_is_being_made_closes_it_once_it_is_there(tmp_path):
    ended = run(AT_THE_START, signal.SIGINT, tmp_path / "p")
    assert (ended.returncode, ended.stdout) == (0, "pressed\n"), ended
    assert "Traceback" not in ended.stderr


def test_ctrl_c_ends_the_tour_in_one_sentence(tmp_path):
    out = tmp_path / "out"
    ended = run(AT_THE_START, signal.SIGINT, tmp_path / "p", "tour", "--out", str(out))
    assert (ended.returncode, ended.stdout) == (1, "pressed\n"), ended
    assert "Traceback" not in ended.stderr
    assert ended.stderr.endswith("Stopped as you asked; what was done so far is kept.\n")
    assert list(out.iterdir()) == []
