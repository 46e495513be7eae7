"""Many rows handed over at once, in few statements.

Row by row, a thread gives up Python's lock and waits for it again each time: with a busy job
beside it, the window would wait for a second while it reads what it is about to show.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

T = TypeVar("T")

MOST_VALUES = 5_000
"""So many values go into one statement: a longer one takes longer than two."""
STEP = 5
"""Rows that are left over go by the fifth part as many, so that few statements serve all lots."""


def encode(rows: object) -> str:
    """Return rows as one text, for SQLite's ``jsonb_each``."""
    return msgspec.json.encode(rows).decode()


def put(connection: apsw.Connection, statement: str, rows: Sequence[Sequence[int | str]]) -> None:
    """Run ``INSERT INTO ... VALUES`` for rows of one width, some hundreds at a time."""
    if not rows:
        return
    start, width = 0, len(rows[0])
    size = MOST_VALUES // width
    while start < len(rows):
        while start + size > len(rows):
            size = size // STEP or 1
        values = tuple(chain.from_iterable(rows[start : start + size]))
        connection.execute(_with_room(statement, width, size), values)
        start += size


@lru_cache(maxsize=64)
def _with_room(statement: str, width: int, rows: int) -> str:
    """Return a statement with the places of so many rows."""
    row = f"({','.join('?' * width)})"
    return f"{statement} {','.join([row] * rows)}"


def gather(
    connection: apsw.Connection,
    statement: str,
    bindings: Sequence[str | int],
    decoder: msgspec.json.Decoder[T],
) -> T:
    """Return what a statement gathers into one text (``json_group_array``), decoded."""
    text: str = connection.execute(statement, bindings).get
    return decoder.decode(text)
