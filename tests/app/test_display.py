"""Without a display no window is tried: one sentence says so, and what goes without one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from allybook.app.display import NAMES, NONE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display")

ASKED = "from allybook.app.display import has_display; print(has_display())"
NOBODY = 7_351
"""The number of a display that no computer has."""


def run(*words, **told):
    environ = {name: value for name, value in os.environ.items() if name not in NAMES}
    return subprocess.run(
        (sys.executable, *words),
        capture_output=True,
        text=True,
        check=False,
        env={**environ, **told},
    )


def test_the_window_says_in_one_sentence_why_it_does_not_open(tmp_path):
    for told in ({}, {"DISPLAY": f":{NOBODY}"}, {"DISPLAY": "unix:"}):
        ended = run("-m", "allybook", "--practice", "--profile", str(tmp_path / "p"), **told)
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"{NONE}\n")
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({}, "False"),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}, "False"),
        ({"DISPLAY": f":{NOBODY}.0"}, "False"),
        ({"DISPLAY": f"unix:{NOBODY}"}, "False"),
        # What is elsewhere is known only once it was asked.
        ({"DISPLAY": "localhost:10.0"}, "True"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "True"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "True"),
    ],
)
def test_a_display_is_known_before_qt_is_asked(told, shown):
    assert run("-c", ASKED, **told).stdout == f"{shown}\n"


def test_a_display_may_have_a_name_and_no_file():
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(f"\0/tmp/.X11-unix/X{NOBODY}{os.getpid()}")
        server.listen()
        display = f":{NOBODY}{os.getpid()}"
        assert run("-c", ASKED, DISPLAY=display).stdout == "True\n"
