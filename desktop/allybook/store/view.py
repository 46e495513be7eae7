"""What a view asks: which posts, in which order, and the rows that are visible."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.noise import clamp
from allybook.ports import Row
from allybook.store.accounts import read_accounts
from allybook.store.ids import known_numbers, listed
from allybook.store.moments import DAY, day_at
from allybook.store.posts import read_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    import apsw

    from allybook.store.filter_sql import Choice

NOISE = "SELECT id, noise FROM posts WHERE id IN (SELECT value FROM json_each(?))"
TAGS = """
    SELECT DISTINCT author_id, tag FROM standings LEFT JOIN roster_tags USING (roster_id)
    WHERE author_id IN (SELECT value FROM json_each(?)) ORDER BY tag
"""
# Conditions are made of fixed words (filter_terms.py); what people type is bound.
GATHER = """
    SELECT json_group_array(id) FROM (
        SELECT posts.id FROM {tables} WHERE {where} ORDER BY {key} DESC LIMIT ?
    )
"""
COUNT = "SELECT count(*) FROM {tables} WHERE {where}"
DAYS = """
    SELECT created_at / {day} AS day, count(*) FROM {tables} WHERE {where}
    GROUP BY day ORDER BY day
"""
decode_ids = msgspec.json.Decoder(list[int]).decode


def read_rows(connection: apsw.Connection, post_ids: Sequence[int]) -> dict[int, Row]:
    """Return the known ones of these posts as rows."""
    posts = read_posts(connection, post_ids)
    author_ids = {post.author_id for post in posts.values()}
    authors = read_accounts(connection, author_ids)
    tags = _tags(connection, author_ids)
    rows: dict[int, Row] = {}
    for post_id, noise in connection.execute(NOISE, (listed(posts),)):
        post = posts[post_id]
        is_ally = post.author_id in tags
        rows[post_id] = Row(
            post,
            authors.get(post.author_id),
            ally=is_ally,
            noise=clamp(noise, ally=is_ally),
            book_tags=tags.get(post.author_id, ()),
        )
    return rows


def read_order(connection: apsw.Connection, choice: Choice, limit: int | None) -> array[int]:
    """Return the ids of the posts that hold, newest first.

    SQLite gathers them into one text, so that other threads run meanwhile: handing over a million
    rows one by one would keep Python's lock.
    """
    gathered: str = connection.execute(
        _written(GATHER, choice), (*choice.where.bindings, -1 if limit is None else limit)
    ).get
    return array("q", decode_ids(gathered))


def count(connection: apsw.Connection, choice: Choice) -> int:
    """Return how many posts hold."""
    found: int = connection.execute(_written(COUNT, choice), choice.where.bindings).get
    return found


def count_days(connection: apsw.Connection, choice: Choice) -> list[tuple[date, int]]:
    """Return how many posts hold on each UTC day that has any, oldest first."""
    rows = connection.execute(_written(DAYS, choice), choice.where.bindings)
    return [(day_at(day), posts) for day, posts in rows]


def _written(statement: str, choice: Choice) -> str:
    """Return a statement about the posts of a choice."""
    return statement.format(tables=choice.tables, key=choice.key, where=choice.where.sql, day=DAY)


def _tags(connection: apsw.Connection, author_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the tags of those authors that any book lists."""
    tags: dict[str, tuple[str, ...]] = {}
    for number, tag in connection.execute(TAGS, (listed(known_numbers(author_ids)),)):
        author_id = str(number)
        tags[author_id] = tags.get(author_id, ()) + (() if tag is None else (tag,))
    return tags
