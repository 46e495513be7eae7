"""A process that goes on as this one does its work in a group of its own, and is waited for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks a reader")

# Each is a program of its own: this one has threads, and may not fork.
WORKED = """
import os, sys
from allybook.app.fork import Fork

def work(pipe):
    pipe.write(f"{os.getpid()} {os.getpgid(0)}".encode())
    return 3

with Fork(work) as process:
    own, group = map(int, process.stdout.read().split())
assert own == group == process.pid != os.getpid()
assert process.returncode == 3
process.kill()
print("once")
"""
STOPPED = """
import os, signal, sys
from allybook.app.fork import Fork

def wait(pipe):
    pipe.write(b"here")
    pipe.flush()
    signal.pause()

with Fork(wait) as process:
    assert process.stdout.read(4) == b"here"
    process.kill()
assert process.returncode == -signal.SIGKILL
"""
LEFT = """
import os, sys
from allybook.app.fork import Fork

def write_on(pipe):
    try:
        while True:
            pipe.write(bytes(1 << 20))
            pipe.flush()
    except BrokenPipeError:
        os._exit(0)

print(Fork(write_on).pid, flush=True)
"""
PRESSED = """
import os, signal, sys
from allybook.app.fork import Fork

def work(pipe):
    # What was pressed before this process had a group of its own has reached nobody.
    assert signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    return 0

with Fork(work) as process:
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
assert process.returncode == 0
"""
BROKEN = """
import os
from contextlib import suppress
from allybook.app.fork import Fork

def fail(pipe):
    raise OSError("The stick was pulled out.")

# Who cannot fork does without it.
with suppress(OSError):
    process = Fork(fail)
with process:
    pass
assert process.returncode == 1
print("once", flush=True)
"""
FULL = """
import errno, os, resource
from allybook.app.fork import Fork

os.setuid(65534)
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
before = os.listdir("/proc/self/fd")
try:
    Fork(lambda pipe: 0)
except OSError as error:
    assert error.errno == errno.EAGAIN
    assert os.listdir("/proc/self/fd") == before
    print("none")
"""


def run(program):
    return subprocess.run(
        (sys.executable, "-c", program), capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_the_work_is_done_in_a_group_of_its_own_and_told_once():
    assert run(WORKED) == "once\n"


def test_who_is_ended_is_waited_for():
    assert run(STOPPED) == ""


def test_a_key_of_the_terminal_reaches_nobody_before_the_work_begins():
    assert run(PRESSED) == ""


def test_who_is_left_by_the_other_one_ends():
    # ``run`` waits until nobody holds standard output any more: also who goes on.
    assert int(run(LEFT)) != os.getpid()


def test_who_cannot_do_the_work_does_not_go_on_as_its_maker():
    assert run(BROKEN) == "once\n"


@pytest.mark.skipif(os.getuid() != 0, reason="only root may become somebody else")
def test_where_no_process_can_be_made_nothing_is_left_open():
    assert run(FULL) == "none\n"
