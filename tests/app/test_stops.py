"""A key that falls where Python must not be stopped is heard a little later, and never lost."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")

STARTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from allybook.app.stops import heed
heed()

def press():
    os.kill(os.getpid(), signal.SIGINT)

def wait(first=None):
    try:
        if first:
            __import__(first)
        signal.pause()
    except KeyboardInterrupt:
        return "heard"
"""
WHILE_LOADING = """
class Pressing:
    def find_spec(self, name, path=None, target=None):
        # The part of msgspec that is made of C asks for this one while it is being loaded.
        if name == "msgspec._utils":
            print("pressed")
            press()

sys.meta_path.insert(0, Pressing())
print(wait("msgspec"))
import msgspec
print(msgspec.json.Decoder(list[int]).decode("[1]"))
"""
IN_A_TEXT = """
exec("press(); print('went on')")
print(wait())
sys.exit(3)
"""
IN_A_CALLBACK = """
class Gone:
    def __del__(self):
        press()

Gone()
print(wait())
"""
HEARD_ELSEWHERE = """
from allybook.app.stops import hold
hold()
press()
print("went on")
signal.signal(signal.SIGINT, signal.default_int_handler)
print(wait())
"""
PRESSED_ON = """
from allybook.app.stops import hold
hold()
press()
print("went on", flush=True)
while True:
    press()
"""
IGNORED = """
signal.signal(signal.SIGINT, signal.SIG_IGN)
heed()
press()
print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
"""


def run(program, start=STARTED):
    return subprocess.run(
        (sys.executable, "-c", start + program),
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_key_while_c_is_loaded_is_heard_once_it_is_loaded_whole():
    ran = run(WHILE_LOADING)
    assert (ran.returncode, ran.stdout.splitlines()) == (0, ["pressed", "heard", "[1]"])


def test_a_key_in_code_from_a_text_leaves_the_exit_status_alone():
    ran = run(IN_A_TEXT)
    assert (ran.returncode, ran.stdout.splitlines()) == (3, ["went on", "heard"])


def test_a_key_that_python_loses_is_pressed_again():
    ran = run(IN_A_CALLBACK)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "heard\n", "")


def test_a_key_that_is_held_is_heard_by_whoever_hears_first():
    ran = run(HEARD_ELSEWHERE)
    assert (ran.returncode, ran.stdout.splitlines()) == (0, ["went on", "heard"])


def test_who_presses_on_while_it_is_held_ends_the_program():
    ran = run(PRESSED_ON)
    assert (ran.returncode, ran.stdout, ran.stderr) == (-signal.SIGINT, "went on\n", "")


def test_who_ignores_the_key_is_obeyed():
    ran = run(IGNORED, STARTED.replace("\nheed()\n", "\n", 1))
    assert (ran.returncode, ran.stdout) == (0, "True\n")
