"""Ports that a test lets go and takes again: nobody else is given them meanwhile."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count, islice
from socket import create_server

FIRST, MOST, ROOM = 20_000, 12, 1_000
"""Systems give ports from 32768 on to whoever wants any. Each worker has a thousand below those."""

# From run to run others come first: two runs beside each other seldom ask for the same.
_numbers = count(os.getpid())


def free_port() -> int:
    """Return a port of this computer that nobody has, and that this process did not draw lately."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    for number in islice(_numbers, ROOM):
        port = FIRST + worker % MOST * ROOM + number % ROOM
        with suppress(OSError), create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("None of a thousand ports is free.")
