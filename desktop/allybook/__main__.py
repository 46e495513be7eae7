"""Run Allybook: ``python -m allybook``."""

from __future__ import annotations

import gc
import sys

GROWTH = 50_000
"""After so many new objects Python looks for rubbish; few of what a command makes is in circles."""


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    gc.set_threshold(GROWTH)
    # All that is loaded stays: nobody need look for rubbish meanwhile.
    from allybook.app.haste import READ_APART, load_msgspec  # noqa: PLC0415

    load_msgspec()
    if sys.argv[1:2] == [READ_APART]:
        from allybook.app.reading import serve  # noqa: PLC0415

        return serve(sys.argv[2])
    from allybook.app import start  # noqa: PLC0415

    return start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
