"""``python -m tests.stories.stricken ... UNTIL``: the program, that dies once it wrote enough.

It is killed from outside before, as a rule. Where whoever kills has no turn for so long, it kills
itself as soon as its profile has ``UNTIL`` bytes: so it never comes to its end instead.
"""

import os
import signal
import sys
from pathlib import Path

import apsw

from allybook.__main__ import main
from tests.stories.killing import written

STEPS = 20_000
"""How many steps SQLite goes between two looks."""


def watch(folder, until):
    """Let every connection look now and then how much there is."""

    def look():
        if written(folder) >= until:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    apsw.connection_hooks.append(lambda connection: connection.set_progress_handler(look, STEPS))


if __name__ == "__main__":
    watch(Path(sys.argv[sys.argv.index("--profile") + 1]), int(sys.argv.pop()))
    sys.exit(main())
