"""``python -m tests.stories.refreshing``: read the home timeline and its gaps, and no more.

There is no command for it; whoever wants to kill it needs a process of its own.
"""

import sys
from contextlib import ExitStack

from allybook.app.desks import lay_desk
from allybook.cli.words import read_words
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.refresh import refresh
from tests.fakes.desk import Patience

EVERYTHING = 10_000

if __name__ == "__main__":
    # “ledger” stands for any command: only the words before it are looked at.
    options, _words = read_words([*sys.argv[1:], "ledger"])
    with ExitStack() as stack:
        desk = lay_desk(options, stack, goes=lambda _desk, _quote: None)
        reading = refresh(desk, Patience(), most=EVERYTHING)
        while left := gaps(desk):
            fill_gap(desk, left[0], Patience())
    sys.exit(0 if reading.complete else 1)
