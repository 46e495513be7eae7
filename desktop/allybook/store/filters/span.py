"""Stretches of ids: where posts of a stretch of time lie, and steps back through all posts.

X's ids carry their time (``domain.posts``), to within a second of what a post says of itself. Posts
that tell another time than their ids do (of before November 2010, or of odd files) have an index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.posts import SNOWFLAKE_EPOCH_MS
from allybook.store.database.condition import WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    import apsw

    from allybook.store.filters.choice import Choice

LOWEST, HIGHEST = -(2**63), 2**63 - 1
EVERYWHERE = LOWEST, HIGHEST
TIME_BITS = 22
SECOND_MS = 1000
STEP = 8_192
"""So many of the newest posts are looked through first; then, each time, a stretch of ids that is
``GROWTH`` times as long."""
GROWTH = 4
Span = tuple[int, int]
"""The lowest and the highest id of a stretch, both included."""

# The condition of the index ``posts_astray``.
ASTRAY = "created_at / 1000 - ((id >> 22) + 1288834974657) NOT BETWEEN -1000 AND 1000"
BY_ASTRAY = f"FROM posts INDEXED BY posts_astray WHERE {ASTRAY}"
FIRST_ASTRAY = f"SELECT min(id) {BY_ASTRAY} AND created_at >= ?"
LAST_ASTRAY = f"SELECT max(id) {BY_ASTRAY} AND created_at < ?"
EDGE = "SELECT id FROM posts WHERE id <= ? ORDER BY id DESC LIMIT 1 OFFSET ?"
ENDS = "SELECT (SELECT min(id) FROM posts WHERE id >= ?), (SELECT max(id) FROM posts WHERE id <= ?)"


def find_span(connection: apsw.Connection, choice: Choice) -> Span:
    """Return a stretch of ids outside of which nothing of a choice lies, by its time."""
    low, high = LOWEST, HIGHEST
    if choice.since is not None:
        astray = connection.execute(FIRST_ASTRAY, (choice.since,)).get
        low = min(_id_at(choice.since // 1000 - SECOND_MS), HIGHEST if astray is None else astray)
    if choice.until is not None:
        astray = connection.execute(LAST_ASTRAY, (choice.until,)).get
        last = _id_at(choice.until // 1000 + 2 * SECOND_MS)
        high = max(last, LOWEST if astray is None else astray)
    return low, high


def step_back(connection: apsw.Connection, span: Span, *, once: bool) -> Iterator[Span]:
    """Cut a stretch of ids into steps, from the newest posts back in ever longer ones.

    ``once`` makes one step of all but the newest posts.
    """
    oldest, newest = connection.execute(ENDS, span).get
    low = connection.execute(EDGE, (span[1], STEP - 1)).get
    high = span[1]
    if low is not None and low > oldest:
        yield low, high
        length = newest - low + 1
        low, high = low - GROWTH * length, low - 1
        while low > oldest and not once:
            yield low, high
            length *= GROWTH
            low, high = low - GROWTH * length, low - 1
    yield span[0], high


def write_within(statement: str, choice: Choice, span: Span) -> str:
    """Return a statement about the posts of a choice that lie in a stretch of ids."""
    where = choice.where.sql
    if span != EVERYWHERE:
        # The plus keeps SQLite from walking the ids where a list leads to fewer posts.
        plus = "+" if choice.by_author or choice.by_list else ""
        where += f" AND {plus}{choice.key} {WITHIN}"
    return statement.format(tables=choice.tables, key=choice.key, where=where)


def _id_at(milliseconds: int) -> int:
    """Return the lowest id of a moment; ids below X's first ones that carry time are no use."""
    return max(LOWEST, min((milliseconds - SNOWFLAKE_EPOCH_MS) << TIME_BITS, HIGHEST))
