"""What a test waits for has an end, also where the program that it waits for is broken."""

import subprocess
import sys

import pytest

from tests.programs import PATIENCE, deadline, ending, ends_within, next_line

SILENT = "import threading; threading.Event().wait()"
SPEAKS = "print('ready', flush=True); input()"


def begin(words):
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", words], stdin=pipe, stdout=pipe, text=True)


def test_a_program_that_speaks_and_ends_is_left_to_itself():
    with ending(begin(SPEAKS)) as running:
        assert next_line(running) == "ready\n"
        running.stdin.write("\n")
    assert running.returncode == 0


def test_a_program_that_says_nothing_is_killed_and_told():
    with ending(begin(SILENT)) as running:
        with pytest.raises(pytest.fail.Exception, match=r"in vain for 0\.1 seconds"):
            next_line(running, 0.1)
        assert ends_within(running, PATIENCE)


def test_a_program_that_does_not_end_is_killed_and_told():
    running = begin(SILENT)
    with (
        pytest.raises(pytest.fail.Exception, match=r"not end within 0\.1 seconds"),
        ending(running, 0.1),
    ):
        pass
    assert running.returncode != 0


def test_a_test_that_fails_leaves_no_program_behind():
    running = begin(SILENT)
    with pytest.raises(ZeroDivisionError), ending(running), deadline(running):
        _ = 1 / 0
    assert running.returncode != 0
