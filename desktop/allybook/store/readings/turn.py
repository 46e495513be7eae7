"""Reading one thing at a time: what is being read is not begun by another window or command."""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING

from allybook.domain.errors import BeingRead
from allybook.store.database.turn import take_brief_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from allybook.domain.spoken import Pattern

READ: Pattern = (
    "This is being read already, in another window or on the command line, or by the refresh by "
    "itself. Wait until that has ended: what it reads is here then, and paid for once."
)


@contextmanager
def read_turn(folder: Path, name: str, beside: Iterable[str] = ()) -> Iterator[None]:
    """Hold the turn to read what has a name; ``BeingRead`` where somebody else holds it.

    Likewise where somebody reads one of those ``beside``, which bring it as well.
    """
    with take_brief_turn(_file(folder, name), BeingRead(READ)):
        for path in (_file(folder, one) for one in beside):
            if path.exists():
                # It may be that of a program that died.
                with take_brief_turn(path, BeingRead(READ)):
                    pass
        yield


def _file(folder: Path, name: str) -> Path:
    number = blake2b(name.encode(), digest_size=6).hexdigest()
    return folder / f"reading-{number}.lock"
