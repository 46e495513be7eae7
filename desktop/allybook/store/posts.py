"""Posts in the cache: many at a time, each once, with the sources that they came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.words import fold, index_words
from allybook.domain.noise import score
from allybook.domain.sources import Origin, Source
from allybook.store.ids import batches, known_numbers, listed, number
from allybook.store.lot import encode, gather
from allybook.store.merge import merge
from allybook.store.moments import micros
from allybook.store.packing import PostRow, named, pack_whole, traits_of, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from allybook.domain.posts import Post

BATCH = 2_000
POST_ROWS = msgspec.json.Decoder(list[PostRow])

# A batch goes to SQLite as one text for each table, so that other threads run meanwhile.
SAVE_POSTS = """
    INSERT OR REPLACE INTO posts
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
        value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9
    FROM jsonb_each(?)
"""
SAVE_BODIES = "INSERT OR REPLACE INTO bodies SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
SAVE_WORDS = """
    INSERT OR REPLACE INTO post_words (rowid, words)
    SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)
"""
FORGET_LINKS = "DELETE FROM links WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_LINKS = "INSERT OR IGNORE INTO links SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
ADD_TO_SOURCE = "INSERT OR IGNORE INTO post_sources SELECT ?, value FROM json_each(?)"
SAVE_SOURCE = """
    INSERT INTO sources (origin, name, folded) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET name = name RETURNING id
"""
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


def save_posts(connection: apsw.Connection, posts: Sequence[Post], source: Source) -> int:
    """Keep posts under ``source``; return how many were new.

    They are written in the order of their ids, which is the order of the tables: both the rows
    and the search index then grow at their ends.
    """
    key: int = connection.execute(
        SAVE_SOURCE, (source.origin.value, source.name, named(source.name))
    ).get
    numbered = sorted(((number(post.post_id), post) for post in posts), key=lambda pair: pair[0])
    return sum(_save_batch(connection, batch, key) for batch in batches(numbered, BATCH))


def read_posts(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, Post]:
    """Return the known ones of these posts, by id."""
    return {row[0]: unpack(row) for row in gather(connection, POSTS, (listed(ids),), POST_ROWS)}


def read_source(connection: apsw.Connection, source: Source) -> list[Post]:
    """Return all posts of one source, oldest first."""
    return list(map(unpack, connection.execute(POSTS_OF_SOURCE, (_key(connection, source),))))


def count_sources(connection: apsw.Connection) -> list[tuple[Source, int]]:
    """Return the sources and how many posts each has."""
    rows = connection.execute(SOURCES)
    return [(Source(Origin(origin), name), posts) for origin, name, posts in rows]


def read_newest(connection: apsw.Connection, source: Source) -> str | None:
    """Return the newest post id of a source."""
    newest: int | None = connection.execute(
        "SELECT max(post_id) FROM post_sources WHERE source_id = ?", (_key(connection, source),)
    ).get
    return None if newest is None else str(newest)


def read_latest(connection: apsw.Connection, user_ids: Iterable[str]) -> dict[str, str]:
    """Return the newest post id of each author that has one."""
    rows = connection.execute(LATEST, (listed(known_numbers(user_ids)),))
    return {str(author): str(post) for author, post in rows}


def _key(connection: apsw.Connection, source: Source) -> int | None:
    """Return the number of a source; None, which equals nothing in SQL, for an unknown one."""
    key: int | None = connection.execute(
        "SELECT id FROM sources WHERE origin = ? AND name = ?",
        (source.origin.value, source.name),
    ).get
    return key


def _save_batch(
    connection: apsw.Connection, numbered: Sequence[tuple[int, Post]], source_key: int
) -> int:
    known = read_posts(connection, [post_id for post_id, _ in numbered])
    latest: dict[int, Post] = {}
    for post_id, post in numbered:
        before = latest.get(post_id) or known.get(post_id)
        latest[post_id] = merge(before, post) if before else post
    rows = _Rows()
    for post_id, post in latest.items():
        rows.add(post_id, post, known.get(post_id))
    connection.execute(SAVE_POSTS, (encode(rows.posts),))
    connection.execute(SAVE_BODIES, (encode(rows.bodies),))
    connection.execute(SAVE_WORDS, (encode(rows.words),))
    connection.execute(FORGET_LINKS, (listed(known),))
    connection.execute(SAVE_LINKS, (encode(rows.links),))
    connection.execute(ADD_TO_SOURCE, (source_key, listed(latest)))
    return len(latest) - len(known)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one batch, by table."""

    posts: list[tuple[int | str, ...]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)

    def add(self, post_id: int, told: Post, known: Post | None) -> None:
        """Add the rows of one post; its words only where they are not ``known`` already."""
        post, body = pack_whole(told)
        self.posts.append(_columns(post_id, post))
        self.bodies.append((post_id, body))
        words = index_words(post)
        if known is None or words != index_words(known):
            self.words.append((post_id, " ".join(words)))
        self.links.extend((post_id, fold(link)) for link in post.links)


def _columns(post_id: int, post: Post) -> tuple[int | str, ...]:
    """Return what filters ask. Noise rests on the post alone, whoever its author is."""
    counts = post.metrics
    return (
        post_id,
        number(post.author_id),
        micros(post.created_at),
        post.lang.lower(),
        traits_of(post),
        score(post, None),
        counts.replies,
        counts.reposts,
        counts.likes,
        addressee(post),
    )
