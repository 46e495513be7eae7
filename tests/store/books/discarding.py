"""Discard a book over and over, each time killed one line later, until one comes to its end.

``python -m tests.store.books.discarding FOLDER`` makes a profile for each kill in a folder of its
own. The process kills itself (SIGKILL) before the line that it has come to, in ``trash`` or
``copying``: so every step between two lines is met, without luck and without waiting.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.store.samples import an_entry

WATCHED = ("store/books/trash.py", "store/database/copying.py")
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
LONGEST = 200


def main(folder: Path) -> int:
    """Return how many processes were killed, or -1 where none came to its end."""
    for at in range(1, LONGEST):
        child = os.fork()
        if not child:
            discard(folder / f"{at:03}", at)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return at - 1
    return -1


def discard(folder: Path, at: int) -> None:
    """Discard a book, and die before the line of this number."""
    with Profile(folder, FixedClock(NOW)) as profile:
        shelf = profile.shelf()
        book = shelf.create("Housing")
        book.append([an_entry(1)])
        left = at

        def trace(frame, event, _given):
            nonlocal left
            if not frame.f_code.co_filename.endswith(WATCHED):
                return None
            left -= event == "line"
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        shelf.discard(book.info.book_id)
        sys.settrace(None)


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))  # noqa: T201 (this is what it is for)
