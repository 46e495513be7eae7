"""Posts in the cache: many at a time, each once, with the sources that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.words import fold, index_words
from allybook.domain.noise import score
from allybook.domain.sources import Origin, Source
from allybook.store.ids import batches, known_numbers, listed, number
from allybook.store.merge import merge
from allybook.store.moments import micros
from allybook.store.packing import named, pack, traits_of, unpack, writable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import apsw

    from allybook.domain.posts import Post

BATCH = 2_000

SAVE_POST = "INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SAVE_BODY = "INSERT OR REPLACE INTO bodies VALUES (?, ?)"
SAVE_LINK = "INSERT OR IGNORE INTO links VALUES (?, ?)"
FORGET_LINKS = "DELETE FROM links WHERE post_id = ?"
SAVE_WORDS = "INSERT OR REPLACE INTO post_words (rowid, words) VALUES (?, ?)"
SAVE_SOURCE = """
    INSERT INTO sources (origin, name, folded) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET name = name RETURNING id
"""
POSTS_OF_SOURCE = """
    SELECT whole_posts.* FROM post_sources JOIN whole_posts ON whole_posts.id = post_id
    WHERE source_id = ? ORDER BY post_id
"""
POSTS = """
    SELECT whole_posts.* FROM json_each(?) AS wanted
    CROSS JOIN whole_posts ON whole_posts.id = wanted.value
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
    rows = connection.execute(POSTS, (listed(ids),))
    return {row[0]: unpack(row) for row in rows}


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
        latest[post_id] = writable(merge(before, post) if before else post)
    connection.executemany(SAVE_POST, _columns(latest))
    connection.executemany(SAVE_BODY, ((key, pack(post)) for key, post in latest.items()))
    connection.executemany(SAVE_WORDS, _words(latest, known))
    connection.executemany(FORGET_LINKS, ((key,) for key in known))
    connection.executemany(SAVE_LINK, _links(latest))
    connection.executemany(
        "INSERT OR IGNORE INTO post_sources VALUES (?, ?)", ((source_key, key) for key in latest)
    )
    return len(latest) - len(known)


def _columns(posts: Mapping[int, Post]) -> Iterator[tuple[int | str, ...]]:
    """Yield what filters ask. Noise rests on the post alone, whoever its author turns out to be."""
    for post_id, post in posts.items():
        yield (
            post_id,
            number(post.author_id),
            micros(post.created_at),
            post.lang.lower(),
            traits_of(post),
            score(post, None),
            post.metrics.replies,
            post.metrics.reposts,
            post.metrics.likes,
            addressee(post),
        )


def _words(posts: Mapping[int, Post], known: Mapping[int, Post]) -> Iterator[tuple[int, str]]:
    """Yield the search words of posts that are new, or whose words are no longer what they were."""
    for post_id, post in posts.items():
        words = index_words(post)
        if post_id not in known or words != index_words(known[post_id]):
            yield post_id, " ".join(words)


def _links(posts: Mapping[int, Post]) -> Iterator[tuple[int, str]]:
    return ((post_id, fold(link)) for post_id, post in posts.items() for link in post.links)
