"""Reading posts from the cache, and the sources that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.reading.sources import Origin, Source
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import gather
from allybook.store.database.packing import PostRow, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

    from allybook.domain.posts import Post

CUT = "words"
WHOLE = "worded"
CUT_UP_TO = "SELECT value FROM marks WHERE name = ?"
ANY_UNMARKED = "SELECT EXISTS (SELECT 1 FROM posts INDEXED BY posts_unmarked WHERE reasons < 0)"
POST_ROWS = msgspec.json.Decoder(list[PostRow])
POSTS_OF_SOURCE = """
    SELECT whole_posts.* FROM post_sources JOIN whole_posts ON whole_posts.id = post_id
    WHERE source_id = ? ORDER BY post_id
"""
POSTS = """
    SELECT json_group_array(json_array(
        posts.id, author_id, created_at, replies, reposts, likes, body
    ))
    FROM json_each(?) AS wanted CROSS JOIN whole_posts AS posts ON posts.id = wanted.value
"""
SOURCES = """
    SELECT origin, name, (SELECT count(*) FROM post_sources WHERE source_id = sources.id)
    FROM sources ORDER BY origin, folded, name
"""
LATEST = """
    SELECT author_id, max(id) FROM posts
    WHERE author_id IN (SELECT value FROM json_each(?)) GROUP BY author_id
"""


def cut_up_to(connection: apsw.Connection) -> str:
    """Return up to which id the words of posts were looked through (``recut``), or ``WHOLE``."""
    place: str | None = connection.execute(CUT_UP_TO, (CUT,)).get
    return place or ""


def has_unmarked(connection: apsw.Connection) -> bool:
    """Return whether an older version kept posts without marks."""
    found: int = connection.execute(ANY_UNMARKED).get
    return bool(found)


def read_posts(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, Post]:
    """Return the known ones of these posts, by id."""
    return {row[0]: unpack(row) for row in gather(connection, POSTS, (listed(ids),), POST_ROWS)}


def read_source(connection: apsw.Connection, source: Source) -> list[Post]:
    """Return all posts of one source, oldest first."""
    return list(map(unpack, connection.execute(POSTS_OF_SOURCE, (source_key(connection, source),))))


def count_sources(connection: apsw.Connection) -> list[tuple[Source, int]]:
    """Return the sources and how many posts each has."""
    rows = connection.execute(SOURCES)
    return [(Source(Origin(origin), name), posts) for origin, name, posts in rows]


def read_sources(connection: apsw.Connection) -> list[Source]:
    """Return the sources alone."""
    rows = connection.execute("SELECT origin, name FROM sources ORDER BY origin, folded, name")
    return [Source(Origin(origin), name) for origin, name in rows]


def read_newest(connection: apsw.Connection, source: Source) -> str | None:
    """Return the newest post id of a source."""
    newest: int | None = connection.execute(
        "SELECT max(post_id) FROM post_sources WHERE source_id = ?",
        (source_key(connection, source),),
    ).get
    return None if newest is None else str(newest)


def read_latest(connection: apsw.Connection, user_ids: Iterable[str]) -> dict[str, str]:
    """Return the newest post id of each author that has one."""
    rows = connection.execute(LATEST, (listed(known_numbers(user_ids)),))
    return {str(author): str(post) for author, post in rows}


def source_key(connection: apsw.Connection, source: Source) -> int | None:
    """Return the number of a source; None, which equals nothing in SQL, for an unknown one."""
    key: int | None = connection.execute(
        "SELECT id FROM sources WHERE origin = ? AND name = ?",
        (source.origin.value, source.name),
    ).get
    return key
