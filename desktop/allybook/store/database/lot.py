"""Many rows handed over at once, in few statements.

Row by row, a thread gives up Python's lock and waits for it again each time: with a busy job
beside it, the window would wait for a second while it reads what it is about to show.
"""

from __future__ import annotations

from functools import lru_cache
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


def put(
    connection: apsw.Connection, statement: str, values: Sequence[int | str], width: int
) -> None:
    """Run ``INSERT INTO ... VALUES`` for rows of one width, some hundreds at a time.

    ``values`` has them one after the other.
    """
    start, rows = 0, len(values) // width
    size = MOST_VALUES // width
    while start < rows:
        while start + size > rows:
            size = size // STEP or 1
        part = tuple(values[start * width : (start + size) * width])
        connection.execute(_with_room(statement, width, size), part)
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
