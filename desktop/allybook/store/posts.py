"""Posts in the cache: many at a time, each once, with the sources that they came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, field

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.words import fold, index_words, tag_word
from allybook.domain.mutes import echoed_handles
from allybook.domain.noise import PLAIN, Mark, mark
from allybook.domain.noise.scoring import is_repost
from allybook.domain.sources import Origin, Source
from allybook.store.ids import batches, known_numbers, listed, number
from allybook.store.judging import laid_judgement, settle_first
from allybook.store.lot import encode, gather
from allybook.store.merge import merge
from allybook.store.moments import micros
from allybook.store.near import copies_among, forget_copies, lay_near, text_of
from allybook.store.packing import PostRow, named, pack_whole, traits_of, unpack
from allybook.store.streaks import lay_streaks, promotions_of
from allybook.store.sums import change_marks, mark_chat, tags_of_chats

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Mapping, Sequence

    import apsw

    from allybook.domain.noise.judgement import Judgement
    from allybook.domain.posts import Post
    from allybook.store.near import Text

BATCH = 2_000
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

# A batch goes to SQLite as one text for each table, so that other threads run meanwhile.
SAVE_POSTS = """
    INSERT OR REPLACE INTO posts
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
        value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10
    FROM jsonb_each(?)
"""
SAVE_BODIES = "INSERT OR REPLACE INTO bodies SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
SAVE_WORDS = """
    INSERT INTO post_words (rowid, words) SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)
"""
FORGET_WORDS = "DELETE FROM post_words WHERE rowid IN (SELECT value FROM json_each(?))"
FORGET_LINKS = "DELETE FROM links WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_LINKS = "INSERT OR IGNORE INTO links SELECT value ->> 0, value ->> 1 FROM jsonb_each(?)"
FORGET_ECHOES = "DELETE FROM echoes WHERE post_id IN (SELECT value FROM json_each(?))"
SAVE_ECHOES = """
    INSERT OR IGNORE INTO echoes
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM jsonb_each(?)
"""
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

    They are written in the order of their ids, which is the order of the tables: both the rows
    and the search index then grow at their ends. ``judgement`` is that of a cache without posts.
    """
    settle_first(connection, judgement)
    key = _key(connection, source) or _add_source(connection, source)
    numbered = sorted(((number(post.post_id), post) for post in posts), key=lambda pair: pair[0])
    ground = Ground(laid_judgement(connection), tags_of_chats(connection))
    return sum(_save_batch(connection, batch, key, ground) for batch in batches(numbered, BATCH))


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
    _write(connection, batch, batch, ground, fresh=batch.keys())
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

    def is_of_chat(self, post: Post) -> bool:
        """Return whether a post carries the hashtag of a chat."""
        return any(tag_word(hashtag) in self.chats for hashtag in post.hashtags)

    def sum(self, marks: int, lang: str) -> int:
        """Return the points of marks in a language, each added up once."""
        key = marks, lang
        if key not in self._sums:
            self._sums[key] = self.judgement.laid(marks, lang)
        return self._sums[key]


def _save_batch(
    connection: apsw.Connection,
    numbered: Sequence[tuple[int, Post]],
    source_key: int,
    ground: Ground,
) -> int:
    known = read_posts(connection, [post_id for post_id, _ in numbered])
    latest: dict[int, Post] = {}
    for post_id, post in numbered:
        before = latest.get(post_id) or known.get(post_id)
        latest[post_id] = merge(before, post) if before else post
    fresh = {key for key, post in latest.items() if _is_news(post, known.get(key))}
    _write(connection, latest, known, ground, fresh=fresh)
    connection.execute(ADD_TO_SOURCE, (source_key, listed(latest)))
    return len(latest) - len(known)


def _is_news(post: Post, known: Post | None) -> bool:
    """Return whether a post says what it has not said before."""
    return known is None or post.text != known.text or post.repost_of != known.repost_of


def _write(
    connection: apsw.Connection,
    latest: Mapping[int, Post],
    known: Mapping[int, Post],
    ground: Ground,
    *,
    fresh: Collection[int],
) -> None:
    """Write posts as they are now; what is ``fresh`` is compared with all that is there."""
    forget_copies(connection, [key for key in fresh if key in known])
    rows = _Rows(ground)
    for key, post in latest.items():
        rows.add(key, post, known.get(key), fresh=key in fresh)
    copies = lay_near(connection, rows.texts)
    copies |= copies_among(connection, known) if known else {}
    streaks = lay_streaks(connection, rows.promotions)
    rows.write(connection, known, copies, streaks)
    change_marks(connection, _elsewhere(latest, copies, streaks))


def _elsewhere(
    latest: Mapping[int, Post], copies: Iterable[int], streaks: Iterable[int]
) -> dict[int, int]:
    """Return the marks that came to posts of before."""
    found = {key: NEAR for key in copies if key not in latest}
    for key in streaks:
        if key not in latest:
            found[key] = found.get(key, 0) | STREAK
    return found


class _Rows(Struct, frozen=True):
    """The rows of one batch, by table, and what other posts are asked about them."""

    ground: Ground
    posts: list[tuple[int, Post, int]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    echoes: list[tuple[int, int, str]] = field(default_factory=list)
    promotions: list[tuple[int, str, int, int]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def add(self, post_id: int, told: Post, known: Post | None, *, fresh: bool) -> None:
        """Add the rows of one post; its words only where they are not ``known`` already."""
        post, body = pack_whole(told)
        self.posts.append((post_id, post, self._mark(post)))
        self.bodies.append((post_id, body))
        words = index_words(post)
        if known is None or words != index_words(known):
            self.words.append((post_id, " ".join(words)))
        text = text_of(post_id, post) if fresh else None
        if text:
            self.texts.append(text)
        self._add_ties(post_id, post)

    def write(
        self,
        connection: apsw.Connection,
        known: Collection[int],
        copies: Container[int],
        streaks: Container[int],
    ) -> None:
        """Write the rows, table by table."""
        rows = [
            _columns(key, post, marks + _around(key, copies, streaks), self.ground)
            for key, post, marks in self.posts
        ]
        connection.execute(SAVE_POSTS, (encode(rows),))
        connection.execute(SAVE_BODIES, (encode(self.bodies),))
        again = listed(known)
        connection.execute(FORGET_WORDS, (listed(key for key, _ in self.words if key in known),))
        connection.execute(SAVE_WORDS, (encode(self.words),))
        connection.execute(FORGET_LINKS, (again,))
        connection.execute(SAVE_LINKS, (encode(self.links),))
        connection.execute(FORGET_ECHOES, (again,))
        connection.execute(SAVE_ECHOES, (encode(self.echoes),))

    def _mark(self, post: Post) -> int:
        """Return the marks that a post brings by itself, and for the hashtag of a chat."""
        of_chat = self.ground.chats and post.hashtags and self.ground.is_of_chat(post)
        return mark(post) + (CHAT if of_chat else 0)

    def _add_ties(self, post_id: int, post: Post) -> None:
        """Add what ties a post to others: its links, what it echoes, what it promotes."""
        if post.links:
            self.links.extend((post_id, fold(link)) for link in post.links)
        if post.quote_of is not None or is_repost(post):
            self.echoes.extend(_echoes(post_id, post))
        if post.links or post.mentions:
            self.promotions.extend(promotions_of(post_id, post))


def _around(key: int, copies: Container[int], streaks: Container[int]) -> int:
    """Return the marks that other posts lend to one."""
    return (key in copies) * NEAR + (key in streaks) * STREAK


def _echoes(post_id: int, post: Post) -> Iterable[tuple[int, int, str]]:
    """Yield what a repost or quote is about, as far as it says so."""
    originals = known_numbers(filter(None, (post.repost_of, post.quote_of))) or [0]
    handles = echoed_handles(post) or ("",)
    return ((post_id, original, handle) for original in originals for handle in handles)


def _columns(post_id: int, post: Post, marks: int, ground: Ground) -> tuple[int | str, ...]:
    """Return what filters ask. Noise rests on posts alone, whoever their authors are."""
    counts, lang = post.metrics, post.lang.lower()
    return (
        post_id,
        number(post.author_id),
        micros(post.created_at),
        lang,
        traits_of(post),
        ground.sum(marks, lang),
        counts.replies,
        counts.reposts,
        counts.likes,
        addressee(post),
        marks,
    )
