"""Programs that a test begins and talks with by lines: none is waited for without an end."""

from __future__ import annotations

from contextlib import contextmanager
from subprocess import TimeoutExpired
from threading import Timer

import pytest

PATIENCE = 40
"""Seconds: far above what a program takes to start on two busy cores."""


@contextmanager
def deadline(running, seconds=PATIENCE):
    """Kill a program that is still waited for after so long, and say so."""
    late = []

    def kill():
        late.append(running.pid)
        running.kill()

    timer = Timer(seconds, kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join(PATIENCE)
        if late:
            pytest.fail(f"A program was waited for in vain for {seconds} seconds, and was killed.")


def next_line(running, seconds=PATIENCE):
    """Return the next line that a program says, as soon as it says it."""
    with deadline(running, seconds):
        return running.stdout.readline()


def ends_within(running, seconds):
    """Wait for a program's end, no longer than so many seconds; return whether it came."""
    try:
        running.wait(seconds)
    except TimeoutExpired:
        return False
    return True


@contextmanager
def ending(running, seconds=PATIENCE):
    """Yield a program that ends by itself within so long; if the test fails, it is killed."""
    with running:
        try:
            yield running
            if running.stdin:
                running.stdin.close()
            if not ends_within(running, seconds):
                pytest.fail(f"A program did not end within {seconds} seconds, and was killed.")
        finally:
            running.kill()
