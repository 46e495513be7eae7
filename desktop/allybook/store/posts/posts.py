"""Posts in the cache: many at a time, each once, with the sources that they came from."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, cast

import apsw
import msgspec
from msgspec import Struct

from allybook.domain.filters.words import index_words, tag_word
from allybook.domain.noise import PLAIN, Mark
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.unread import MARK, add
from allybook.store.database.ids import listed
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.marks import change_within
from allybook.store.database.packing import hashtags_in, named
from allybook.store.posts.judging import laid_judgement, settle_first
from allybook.store.posts.merge import merge, merge_adopted, merge_file
from allybook.store.posts.near import copies_among, forget_copies, lay_near, make_sketches
from allybook.store.posts.reading import read_posts, read_sources, source_key
from allybook.store.posts.rows import (
    LANG,
    REASONS,
    SUM,
    WIDTH,
    make_ready,
    make_rows,
)
from allybook.store.posts.streaks import lay_streaks
from allybook.store.posts.sums import change_marks, mark_chat, tags_of_chats

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from allybook.domain.noise.judgement import Judgement
    from allybook.domain.posts import Post
    from allybook.store.posts.rows import Rows, Values

# Plain numbers: an import adds them up for every post.
NEAR, STREAK, CHAT = map(int, (Mark.NEAR, Mark.STREAK, Mark.CHAT))
KEYS = msgspec.json.Decoder(list[int])
UNMARKED = """
    SELECT json_group_array(id) FROM (
        SELECT id FROM posts INDEXED BY posts_unmarked WHERE reasons < 0 ORDER BY id LIMIT ?
    )
"""
ANEW = 2_000
"""So many posts of an older version are marked at a time, while somebody may look at others."""
ANY_BETWEEN = "SELECT EXISTS (SELECT 1 FROM posts WHERE id BETWEEN ? AND ?)"

FILES = frozenset({Origin.OWN, Origin.FILE})
"""Sources that may tell what was, and not what is."""

SAVE_POSTS = "INSERT OR REPLACE INTO posts VALUES"
SAVE_BODIES = "INSERT OR REPLACE INTO bodies VALUES"
# All in one statement: before each, the search index writes what it has gathered as a part of its
# own. As one text they need not be handed over one by one.
SAVE_WORDS = """
    INSERT INTO post_words (rowid, words) SELECT CAST(key AS INTEGER), value FROM json_each(?)
"""
FORGET_WORDS = "DELETE FROM post_words WHERE rowid IN (SELECT value FROM json_each(?))"
FORGET_LINKS = "DELETE FROM links WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_LINKS = "INSERT OR IGNORE INTO links VALUES"
FORGET_ECHOES = "DELETE FROM echoes WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_ECHOES = "INSERT OR IGNORE INTO echoes VALUES"
ADD_TO_SOURCE = "INSERT OR IGNORE INTO post_sources SELECT ?, value FROM carray(?)"
SAVE_SOURCE = """
    INSERT INTO sources (origin, name, folded) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET name = name RETURNING id
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
    coming = OF_FILE if source.origin in FILES else TOLD
    return _save(connection, posts, source, judgement, coming)


def adopt_posts(
    connection: apsw.Connection,
    posts: Sequence[Post],
    source: Source,
    judgement: Judgement,
) -> None:
    """Take over posts of another cache: what is known of them here stays, and none is unread."""
    _save(connection, posts, source, judgement, ADOPTED)


def _save(
    connection: apsw.Connection,
    posts: Sequence[Post],
    source: Source,
    judgement: Judgement,
    coming: Coming,
) -> int:
    settle_first(connection, judgement)
    key = source_key(connection, source) or _add_source(connection, source)
    ground = Ground.of(connection)
    lots = make_ready(posts).lots
    return sum(_save_lot(connection, rows, key, ground, coming) for rows in lots)


def mark_anew(connection: apsw.Connection) -> bool:
    """Mark some of the posts that an older version kept without marks; return whether any was."""
    ids = gather(connection, UNMARKED, (ANEW,), KEYS)
    write_anew(connection, ids)
    return bool(ids)


def write_anew(connection: apsw.Connection, ids: Sequence[int]) -> None:
    """Keep posts as if they came now: their words and marks are made of their texts again."""
    if not ids:
        return
    batch = dict(sorted(read_posts(connection, ids).items()))
    ground = Ground.of(connection)
    forget_copies(connection, list(batch))
    _write(connection, make_rows(batch.items()), batch, ground)


def drop_sources(connection: apsw.Connection, is_gone: Callable[[Source], bool]) -> None:
    """Drop the sources of which ``is_gone`` says so, but none of their posts."""
    for source in filter(is_gone, read_sources(connection)):
        key = (source_key(connection, source),)
        connection.execute("DELETE FROM post_sources WHERE source_id = ?", key)
        connection.execute("DELETE FROM sources WHERE id = ?", key)


def _add_source(connection: apsw.Connection, source: Source) -> int:
    """Return the number of a source that is new; a chat's hashtag is known from now on."""
    key: int = connection.execute(
        SAVE_SOURCE, (source.origin.value, source.name, named(source.name))
    ).get
    if source.origin is Origin.CHAT:
        mark_chat(connection, source.name)
    return key


class Ground(Struct, frozen=True):
    """What new posts hang on: their sums by the judgement that is laid, the chats' hashtags."""

    sums: Sums
    chats: frozenset[str]

    @classmethod
    def of(cls, connection: apsw.Connection) -> Ground:
        """Return what new posts hang on now."""
        return cls(Sums(laid_judgement(connection)), tags_of_chats(connection))


class Sums(dict[tuple[int, str], int]):
    """The points of marks in a language by a judgement, each added up once."""

    def __init__(self, judgement: Judgement) -> None:
        self._judgement = judgement

    def __missing__(self, key: tuple[int, str]) -> int:
        self[key] = points = self._judgement.laid(*key)
        return points


class Coming(Struct, frozen=True):
    """How posts come: what becomes of those that are known, and whether the others are unread."""

    merged: Callable[[Post, Post], Post]
    unread: bool = True


TOLD = Coming(merge)
OF_FILE = Coming(merge_file)
ADOPTED = Coming(merge_adopted, unread=False)


def _save_lot(
    connection: apsw.Connection, rows: Rows, source_key: int, ground: Ground, coming: Coming
) -> int:
    keys = rows.keys()
    # Files go on where they were: where nothing stands between, no post is looked up.
    around = keys[:1] + keys[-1:]
    known = read_posts(connection, keys) if connection.execute(ANY_BETWEEN, around).get else {}
    told = len(set(keys))
    if known or told < len(keys):
        rows = _merged(connection, rows, known, coming.merged)
    connection.execute(ADD_TO_SOURCE, (source_key, apsw.carray(array("q", keys))))
    if coming.unread:
        came = (key for key in dict.fromkeys(keys) if key not in known)
        change_within(connection, MARK, lambda note: add(note, came))
    _write(connection, rows, known, ground)
    return told - len(known)


def _merged(
    connection: apsw.Connection,
    rows: Rows,
    known: Mapping[int, Post],
    merged_with: Callable[[Post, Post], Post],
) -> Rows:
    """Return the rows of posts with what was known of them before.

    Known posts are compared again only where they differ.
    """
    latest: dict[int, Post] = {}
    for post_id, post in zip(rows.keys(), rows.read_posts(), strict=True):
        before = latest.get(post_id) or known.get(post_id)
        latest[post_id] = merged_with(before, post) if before else post
    again = [key for key, post in known.items() if _is_news(latest[key], post)]
    forget_copies(connection, again)
    merged = make_rows(latest.items(), alone=known.keys() - set(again))
    merged.words = encode(
        {
            key: words
            for key, words in merged.spoken().items()
            if key not in known or tuple(words.split()) != index_words(known[key])
        }
    )
    return merged


def _is_news(post: Post, known: Post) -> bool:
    """Return whether a post says what it has not said before."""
    return post.text != known.text or post.repost_of != known.repost_of


def _write(
    connection: apsw.Connection, rows: Rows, known: Mapping[int, Post], ground: Ground
) -> None:
    """Write posts as they are now; those that are sketched are compared with all that is there."""
    copies = lay_near(connection, make_sketches(rows.texts()))
    copies |= copies_among(connection, known) if known else {}
    streaks, freed = lay_streaks(connection, rows.promotions, known)
    around: dict[int, int] = dict.fromkeys(copies, NEAR)
    for key in streaks:
        around[key] = around.get(key, 0) | STREAK
    keys = rows.keys()
    for key in _of_chats(rows, ground.chats):
        around[key] = around.get(key, 0) | CHAT
    laid = _lay_marks(rows, keys, around, ground.sums)
    _forget(connection, known, rows)
    put(connection, SAVE_POSTS, laid, WIDTH)
    put(connection, SAVE_BODIES, rows.bodies, 2)
    put(connection, SAVE_LINKS, rows.links, 2)
    put(connection, SAVE_ECHOES, rows.echoes, 3)
    here = set(keys)
    elsewhere = {key: more for key, more in around.items() if key not in here}
    change_marks(connection, elsewhere, dict.fromkeys(freed - here, STREAK))
    # Last: with what follows, the search index would have to be ready to be taken back.
    connection.execute(SAVE_WORDS, (rows.words,))


def _lay_marks(rows: Rows, keys: Sequence[int], around: Mapping[int, int], sums: Sums) -> Values:
    """Return the rows of posts with the marks that hang on others too, and with their sums."""
    marks = cast("list[int]", rows.posts[REASONS::WIDTH])
    if around:
        marks = [own | around.get(key, 0) for own, key in zip(marks, keys, strict=True)]
    laid = rows.posts[:]
    langs = cast("list[str]", laid[LANG::WIDTH])
    laid[REASONS::WIDTH] = marks
    laid[SUM::WIDTH] = [sums[told] for told in zip(marks, langs, strict=True)]
    return laid


def _of_chats(rows: Rows, chats: frozenset[str]) -> Collection[int]:
    """Return which posts carry the hashtag of a chat."""
    if not chats:
        return ()
    return [
        key
        for key, body in rows.by_id().items()
        if not chats.isdisjoint(map(tag_word, hashtags_in(body)))
    ]


def _forget(connection: apsw.Connection, known: Collection[int], rows: Rows) -> None:
    """Forget what the tables have of known posts that is written anew."""
    if known:
        spoken = listed(key for key in rows.spoken() if key in known)
        connection.execute(FORGET_WORDS, (spoken,))
        connection.execute(FORGET_LINKS, (listed(known),))
        connection.execute(FORGET_ECHOES, (listed(known),))
