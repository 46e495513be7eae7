"""What a view asks: which posts, in which order, and the rows that are visible."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import msgspec

from allybook.ports.cache import Row
from allybook.store.accounts.accounts import read_accounts
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import gather
from allybook.store.filters.span import find_span, step_back, write_within
from allybook.store.filters.verdicts import Bench, read_verdicts
from allybook.store.posts.reading import read_posts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    import apsw

    from allybook.domain.noise.judgement import Judgement
    from allybook.store.filters.choice import Choice
    from allybook.store.filters.span import Span

TAGS = """
    SELECT json_group_array(json_array(author_id, tag)) FROM (
        SELECT DISTINCT author_id, tag FROM standings LEFT JOIN roster_tags USING (roster_id)
        WHERE author_id IN (SELECT value FROM json_each(?)) ORDER BY tag
    )
"""
# Conditions are made of fixed words (filter_terms.py); what people type is bound. Each statement
# begins with the ends of the stretch of ids, so that they are its first two bindings.
GATHER = """
    WITH span AS (VALUES (?1, ?2))
    SELECT json_group_array(id) FROM (
        SELECT posts.id FROM {tables} WHERE {where} ORDER BY {key} DESC LIMIT ?
    )
"""
PART = 16_384
IDS = msgspec.json.Decoder(list[int])
TAGGED = msgspec.json.Decoder(list[tuple[int, str | None]])


def read_rows(
    connection: apsw.Connection, post_ids: Sequence[int], judgement: Judgement, now: datetime
) -> dict[int, Row]:
    """Return the known ones of these posts as rows, judged ``now``, in the zone of days."""
    posts = read_posts(connection, post_ids)
    author_ids = {post.author_id for post in posts.values()}
    authors = read_accounts(connection, author_ids)
    tags = _tags(connection, author_ids)
    allies = {key for key, post in posts.items() if post.author_id in tags}
    verdicts = read_verdicts(connection, Bench(posts, authors, allies, judgement), now)
    return {
        key: Row(
            posts[key],
            authors.get(posts[key].author_id),
            ally=verdict.ally,
            noise=verdict.noise,
            book_tags=tags.get(posts[key].author_id, ()),
            verdict=verdict,
        )
        for key, verdict in verdicts.items()
    }


def read_order(connection: apsw.Connection, choice: Choice, limit: int | None) -> array[int]:
    """Return the ids of the posts that hold, newest first.

    The first page of them is looked for among the newest posts, then further and further back, so
    that it does not wait for what nobody looks at yet.
    """
    span = find_span(connection, choice)
    if limit is None:
        return _gather_all(connection, choice, span)
    found: array[int] = array("q")
    for number, step in enumerate(step_back(connection, span, once=choice.by_author)):
        near = choice if number else choice.by_id()
        found += _gather(connection, near, step, limit - len(found))
        if len(found) >= limit:
            break
    return found


def _gather_all(connection: apsw.Connection, choice: Choice, span: Span) -> array[int]:
    """Return all ids of a stretch, some at a time where SQLite can go on from where it was.

    A million ids at once would take eight times the memory that they need in the end.
    """
    if choice.by_author or choice.by_list:
        return _gather(connection, choice, span, -1)
    low, high = span
    found: array[int] = array("q")
    while True:
        part = _gather(connection, choice, (low, high), PART)
        found += part
        if len(part) < PART:
            return found
        high = part[-1] - 1


def _gather(connection: apsw.Connection, choice: Choice, span: Span, limit: int) -> array[int]:
    """Return the ids of a stretch; SQLite gathers them, so that other threads run meanwhile."""
    bindings = (*span, *choice.where.bindings, limit)
    return array("q", gather(connection, write_within(GATHER, choice, span), bindings, IDS))


def _tags(connection: apsw.Connection, author_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the tags of those authors that any book lists."""
    tags: dict[str, tuple[str, ...]] = {}
    ids = listed(known_numbers(author_ids))
    for number, tag in gather(connection, TAGS, (ids,), TAGGED):
        author_id = str(number)
        tags[author_id] = tags.get(author_id, ()) + (() if tag is None else (tag,))
    return tags
