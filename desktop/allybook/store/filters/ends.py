"""When the first and the last post of a filter were made, as they say themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.store.database.moments import moment_at
from allybook.store.filters.span import BY_ASTRAY, find_span, write_within

if TYPE_CHECKING:
    from datetime import datetime

    import apsw

    from allybook.store.filters.choice import Choice

ANY_ASTRAY = f"SELECT EXISTS (SELECT 1 {BY_ASTRAY})"
ENDS = """
    WITH span AS (VALUES (?1, ?2))
    SELECT min(created_at), max(created_at) FROM {tables} WHERE {where}
"""


def has_astray(connection: apsw.Connection) -> bool:
    """Return whether any post tells another time than its id does."""
    return bool(connection.execute(ANY_ASTRAY).get)


def read_ends(connection: apsw.Connection, choice: Choice) -> tuple[datetime, datetime] | None:
    """Return when the first and the last post that hold were made (UTC); looks at all of them."""
    span = find_span(connection, choice)
    bindings = (*span, *choice.where.bindings)
    first, last = next(connection.execute(write_within(ENDS, choice, span), bindings))
    return None if first is None else (moment_at(first), moment_at(last))
