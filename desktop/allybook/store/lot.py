"""Many rows handed over at once, as one text.

Row by row, a thread gives up Python's lock and waits for it again each time: with a busy job
beside it, the window would wait for a second while it reads what it is about to show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

T = TypeVar("T")


def encode(rows: object) -> str:
    """Return rows as one text, for SQLite's ``jsonb_each``."""
    return msgspec.json.encode(rows).decode()


def gather(
    connection: apsw.Connection,
    statement: str,
    bindings: Sequence[str | int],
    decoder: msgspec.json.Decoder[T],
) -> T:
    """Return what a statement gathers into one text (``json_group_array``), decoded."""
    text: str = connection.execute(statement, bindings).get
    return decoder.decode(text)
