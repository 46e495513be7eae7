"""How many posts a filter keeps, and on which days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.domain.filters.times import zone_of
from allybook.store.database.condition import EVERYTHING
from allybook.store.database.moments import DAY
from allybook.store.filters.choice import Choice
from allybook.store.filters.days import QUARTER, day_in, days_between, write_number
from allybook.store.filters.quick import find_quick, find_words, split_unwanted
from allybook.store.filters.span import find_span, write_within
from allybook.store.filters.sql import compile_choice, divide_choice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, tzinfo

    import apsw

    from allybook.domain.filters.tree import Node
    from allybook.store.filters.choice import Sway
    from allybook.store.filters.days import Day
    from allybook.store.posts.judging import Judged

COUNT = """
    WITH span AS (VALUES (?1, ?2))
    SELECT count(*) FROM {tables} WHERE {where}
"""
# SQLite knows how to count rows alone, but not beside a condition that always holds.
COUNT_EVERY = "SELECT count(*) FROM posts"
EVERY_POST = Choice(EVERYTHING)
# Of the posts that lie aside because they are muted: how many more are kept than if none were.
SWAY = """
    WITH span AS (VALUES (?1, ?2))
    SELECT coalesce(sum(({more}) - ({less})), 0) FROM {{tables}} WHERE {{where}}
"""
QUARTERS = f"""
    WITH span AS (VALUES (?1, ?2))
    SELECT created_at / {QUARTER} AS quarter, count(*) FROM {{tables}} WHERE {{where}}
    GROUP BY quarter ORDER BY quarter
"""  # noqa: S608 (fixed words)
# One sign for each post, which says of which day it is.
SIGNS = """
    WITH span AS (VALUES (?1, ?2))
    SELECT coalesce(group_concat(char({number} + ?), ''), '') FROM {{tables}} WHERE {{where}}
"""
FIRST_SIGN = ord("!")
FEW_DAYS = 60


def count(connection: apsw.Connection, node: Node, now: datetime, judged: Judged) -> int:
    """Return how many posts a filter keeps at the moment ``now`` (UTC), as noise is judged."""
    split = split_unwanted(node, now, judged)
    if split is None:
        return _count_one(connection, node, now, judged)
    every, with_words = split
    without = _count_one(connection, with_words, now, judged)
    return _count_one(connection, every, now, judged) - without


def _count_one(connection: apsw.Connection, node: Node, now: datetime, judged: Judged) -> int:
    """Return how many posts a filter keeps; its unwanted words are asked of each post."""
    words = find_words(node, now, judged)
    if words is not None:
        return _count(connection, words)
    choice, sway = divide_choice(node, now, judged)
    kept = _count_kept(connection, node, choice, now, judged)
    return kept + _swayed(connection, sway) if sway else kept


def _count_kept(
    connection: apsw.Connection, node: Node, choice: Choice, now: datetime, judged: Judged
) -> int:
    """Return how many posts there are in what a filter was compiled to."""
    plain = judged.without_mutes()
    knows_mutes = choice != compile_choice(node, now, plain)
    quick = None if knows_mutes else find_quick(node, now, plain)
    if quick is None:
        return _count(connection, choice)
    left_out = _count(connection, quick.left_out) if quick.left_out else 0
    return _count(connection, quick.all) - left_out


def count_days(
    connection: apsw.Connection, node: Node, now: datetime, judged: Judged
) -> list[tuple[date, int]]:
    """Return how many posts a filter keeps on each day that has any, oldest first.

    The days are those of the zone of ``now``. A few weeks are counted day by day, because sorting
    posts by their day takes far longer.
    """
    choice, sway = divide_choice(node, now, judged)
    zone = zone_of(now)
    days = _few_days(choice, zone)
    if days is None:
        return _count_all_days(connection, compile_choice(node, now, judged), zone)
    kept = _count_each(connection, choice, days)
    if sway is not None:
        swayed = (_swayed(connection, sway.on_day(day)) for day in days)
        kept = [posts + more for posts, more in zip(kept, swayed, strict=True)]
    return [(day.date, posts) for day, posts in zip(days, kept, strict=True) if posts]


def _count_each(connection: apsw.Connection, choice: Choice, days: Sequence[Day]) -> list[int]:
    """Return how many posts of a choice were made on each of a few days."""
    if not choice.by_author:
        return [_count(connection, choice.on_day(day)) for day in days]
    if not days:
        return []
    # Posts in the order of their authors are gone through once, not once for each day.
    span = find_span(connection, choice)
    statement = write_within(SIGNS.format(number=write_number(days)), choice, span)
    bindings = (*span, FIRST_SIGN, *choice.where.bindings)
    signs: str = connection.execute(statement, bindings).get
    return [signs.count(chr(FIRST_SIGN + number)) for number in range(len(days))]


def _count(connection: apsw.Connection, choice: Choice) -> int:
    if choice == EVERY_POST:
        every: int = connection.execute(COUNT_EVERY).get
        return every
    span = find_span(connection, choice)
    found: int = connection.execute(
        write_within(COUNT, choice, span), (*span, *choice.where.bindings)
    ).get
    return found


def _swayed(connection: apsw.Connection, sway: Sway) -> int:
    """Return by how much mutes change the number of posts of a choice."""
    span = find_span(connection, sway.choice)
    statement = write_within(SWAY.format(more=sway.more.sql, less=sway.less.sql), sway.choice, span)
    parts = sway.more, sway.less, sway.choice.where
    bindings = [value for part in parts for value in part.bindings]
    found: int = connection.execute(statement, (*span, *bindings)).get
    return found


def _few_days(choice: Choice, zone: tzinfo) -> Sequence[Day] | None:
    """Return the days between which all of a choice was made; None for more than some weeks."""
    since, until = choice.since, choice.until
    if since is None or until is None or until - since > FEW_DAYS * DAY:
        return None
    return days_between(since, until, zone)


def _count_all_days(
    connection: apsw.Connection, choice: Choice, zone: tzinfo
) -> list[tuple[date, int]]:
    span = find_span(connection, choice)
    rows = connection.execute(write_within(QUARTERS, choice, span), (*span, *choice.where.bindings))
    counted: Counter[date] = Counter()
    for quarter, posts in rows:
        counted[day_in(quarter, zone)] += posts
    return list(counted.items())
