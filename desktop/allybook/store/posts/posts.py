"""Posts in the cache: many at a time, each once, with the sources that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.filters.words import tag_word
from allybook.domain.noise import PLAIN, Mark
from allybook.domain.sources import Origin, Source
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.packing import PostRow, named, unpack
from allybook.store.posts.judging import laid_judgement, settle_first
from allybook.store.posts.merge import merge
from allybook.store.posts.near import copies_among, forget_copies, lay_near
from allybook.store.posts.rows import BATCH, ReadyPosts, cut, make_rows, words_of
from allybook.store.posts.streaks import lay_streaks
from allybook.store.posts.sums import change_marks, mark_chat, tags_of_chats

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import apsw

    from allybook.domain.noise.judgement import Judgement
    from allybook.domain.posts import Post
    from allybook.store.posts.rows import Batch, Rows

# Plain numbers: an import adds them up for every post.
NEAR, STREAK, CHAT = map(int, (Mark.NEAR, Mark.STREAK, Mark.CHAT))
KEYS = msgspec.json.Decoder(list[int])
ANY_UNMARKED = "SELECT EXISTS (SELECT 1 FROM posts INDEXED BY posts_unmarked WHERE reasons < 0)"
UNMARKED = """
    SELECT json_group_array(id) FROM (
        SELECT id FROM posts INDEXED BY posts_unmarked WHERE reasons < 0 ORDER BY id LIMIT ?
    )
"""
POST_ROWS = msgspec.json.Decoder(list[PostRow])

SAVE_POSTS = "INSERT OR REPLACE INTO posts VALUES"
SAVE_BODIES = "INSERT OR REPLACE INTO bodies VALUES"
# One statement for all: the search index goes to the disk before each one that follows.
SAVE_WORDS = """
    INSERT INTO post_words (rowid, words) SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)
"""
FORGET_WORDS = "DELETE FROM post_words WHERE rowid IN (SELECT value FROM json_each(?))"
FORGET_LINKS = "DELETE FROM links WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_LINKS = "INSERT OR IGNORE INTO links VALUES"
FORGET_ECHOES = "DELETE FROM echoes WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_ECHOES = "INSERT OR IGNORE INTO echoes VALUES"
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


def save_posts(
    connection: apsw.Connection,
    posts: Sequence[Post],
    source: Source,
    judgement: Judgement = PLAIN,
) -> int:
    """Keep posts under ``source``; return how many were new.

    ``judgement`` is that of a cache without posts.
    """
    settle_first(connection, judgement)
    key = _key(connection, source) or _add_source(connection, source)
    ground = Ground(laid_judgement(connection), tags_of_chats(connection))
    parts = posts.batches if isinstance(posts, ReadyPosts) else cut(posts)
    return sum(_save_batch(connection, batch, key, ground) for batch in parts)


def has_unmarked(connection: apsw.Connection) -> bool:
    """Return whether an older version kept posts without marks."""
    found: int = connection.execute(ANY_UNMARKED).get
    return bool(found)


def mark_anew(connection: apsw.Connection) -> bool:
    """Mark some of the posts that an older version kept without marks; return whether any was."""
    ids = gather(connection, UNMARKED, (BATCH,), KEYS)
    if not ids:
        return False
    batch = dict(sorted(read_posts(connection, ids).items()))
    ground = Ground(laid_judgement(connection), tags_of_chats(connection))
    forget_copies(connection, list(batch))
    _write(connection, batch, batch, ground, _rows_of(batch, batch, batch))
    return True


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


def read_sources(connection: apsw.Connection) -> list[Source]:
    """Return the sources alone."""
    rows = connection.execute("SELECT origin, name FROM sources ORDER BY origin, folded, name")
    return [Source(Origin(origin), name) for origin, name in rows]


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


def _add_source(connection: apsw.Connection, source: Source) -> int:
    """Return the number of a source that is new; a chat's hashtag is known from now on."""
    key: int = connection.execute(
        SAVE_SOURCE, (source.origin.value, source.name, named(source.name))
    ).get
    if source.origin is Origin.CHAT:
        mark_chat(connection, source.name)
    return key


class Ground(Struct, frozen=True):
    """What the sums of new posts hang on: the judgement that is laid, and the chats' hashtags."""

    judgement: Judgement
    chats: frozenset[str]
    _sums: dict[tuple[int, str], int] = field(default_factory=dict)

    def sum(self, marks: int, lang: str) -> int:
        """Return the points of marks in a language, each added up once."""
        key = marks, lang
        if key not in self._sums:
            self._sums[key] = self.judgement.laid(marks, lang)
        return self._sums[key]


def _save_batch(connection: apsw.Connection, batch: Batch, source_key: int, ground: Ground) -> int:
    known = read_posts(connection, [post_id for post_id, _ in batch.numbered])
    latest: dict[int, Post] = {}
    for post_id, post in batch.numbered:
        before = latest.get(post_id) or known.get(post_id)
        latest[post_id] = merge(before, post) if before else post
    again = [key for key, post in known.items() if _is_news(latest[key], post)]
    forget_copies(connection, again)
    are_new = not known and len(latest) == len(batch.numbered)
    rows = batch.rows if are_new and batch.rows else _rows_of(latest, known, again)
    _write(connection, latest, known, ground, rows)
    connection.execute(ADD_TO_SOURCE, (source_key, listed(latest)))
    return len(latest) - len(known)


def _is_news(post: Post, known: Post) -> bool:
    """Return whether a post says what it has not said before."""
    return post.text != known.text or post.repost_of != known.repost_of


def _rows_of(latest: Mapping[int, Post], known: Mapping[int, Post], again: Collection[int]) -> Rows:
    """Return the rows that change: known posts are compared ``again`` only where they differ."""
    same = known.keys() - set(again)
    rows = make_rows(latest.items(), alone=same)
    if known:
        rows.words = [
            (key, words)
            for key, words in rows.words
            if key not in known or words != words_of(known[key])
        ]
    return rows


def _write(
    connection: apsw.Connection,
    latest: Mapping[int, Post],
    known: Mapping[int, Post],
    ground: Ground,
    rows: Rows,
) -> None:
    """Write posts as they are now; those of the ``texts`` are compared with all that is there."""
    copies = lay_near(connection, rows.texts, rows.bands)
    copies |= copies_among(connection, known) if known else {}
    streaks = lay_streaks(connection, rows.promotions)
    chatting = _of_chats(latest, ground.chats)
    laid = []
    for key, own, lang, before, after in rows.posts:
        marks = own + (key in copies) * NEAR + (key in streaks) * STREAK + (key in chatting) * CHAT
        laid.append((*before, ground.sum(marks, lang), *after, marks))
    _forget(connection, known, rows)
    put(connection, SAVE_POSTS, laid)
    put(connection, SAVE_BODIES, rows.bodies)
    connection.execute(SAVE_WORDS, (encode(rows.words),))
    put(connection, SAVE_LINKS, rows.links)
    put(connection, SAVE_ECHOES, rows.echoes)
    change_marks(connection, _elsewhere(latest, copies, streaks))


def _of_chats(posts: Mapping[int, Post], chats: frozenset[str]) -> Collection[int]:
    """Return which posts carry the hashtag of a chat."""
    if not chats:
        return ()
    return {
        key for key, post in posts.items() if not chats.isdisjoint(map(tag_word, post.hashtags))
    }


def _forget(connection: apsw.Connection, known: Collection[int], rows: Rows) -> None:
    """Forget what the tables have of known posts that is written anew."""
    if known:
        spoken = listed(key for key, _ in rows.words if key in known)
        connection.execute(FORGET_WORDS, (spoken,))
        connection.execute(FORGET_LINKS, (listed(known),))
        connection.execute(FORGET_ECHOES, (listed(known),))


def _elsewhere(
    latest: Mapping[int, Post], copies: Iterable[int], streaks: Iterable[int]
) -> dict[int, int]:
    """Return the marks that came to posts of before."""
    found = {key: NEAR for key in copies if key not in latest}
    for key in streaks:
        if key not in latest:
            found[key] = found.get(key, 0) | STREAK
    return found
