"""Run Allybook: ``python -m allybook``."""

from __future__ import annotations

import gc
import sys

TYPE_CHECKING = False
"""As ``typing`` has it, which takes long enough to load for somebody to press Ctrl+C."""

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from allybook.app.reader import Reader

GROWTH = 50_000
"""After so many new objects Python looks for rubbish; few of what a command makes is in circles."""


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        # What runs is told by ``start``; this is for who stops it before that, or at its end.
        from allybook.app.haste import STOPPED  # noqa: PLC0415

        if sys.stderr:
            sys.stderr.write(f"{STOPPED}\n")
        return 1


def _run(words: Sequence[str]) -> int:
    gc.set_threshold(GROWTH)
    # All that is loaded stays: nobody need look for rubbish meanwhile.
    from allybook.app.haste import READ_APART, load_msgspec  # noqa: PLC0415

    if words[:1] == [READ_APART]:
        return _read(words[1], sys.stdout.buffer)
    from allybook.app.stops import heed  # noqa: PLC0415

    heed()
    ahead = _begin(words)
    try:
        load_msgspec()
        from allybook.app import start  # noqa: PLC0415

        return start.main(words, ahead)
    finally:
        if ahead is not None:
            ahead.close()
            # All goes with the process: nobody need look through it first.
            gc.freeze()


def _begin(words: Sequence[str]) -> Reader | None:
    """Return who reads a file of an import already; nothing is loaded where none is asked for."""
    if "import" not in words:
        return None
    from allybook.app.reader import begin  # noqa: PLC0415

    return begin(words, _read)


def _read(path: str, pipe: IO[bytes]) -> int:
    """Read a file for another process; return the exit status."""
    from allybook.app.haste import load_msgspec  # noqa: PLC0415
    from allybook.app.stops import ignore  # noqa: PLC0415

    # Whoever asked ends this process; a key pressed in the terminal is not meant for it.
    ignore()
    load_msgspec()
    from allybook.app.reading import serve  # noqa: PLC0415

    return serve(path, pipe)


if __name__ == "__main__":
    sys.exit(main())
