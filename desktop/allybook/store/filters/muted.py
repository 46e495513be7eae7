"""The posts that fall under a mute, by themselves or by what they pass on or quote.

Mutes are looked up when a filter is put, so that they begin and end at once, however many posts
there are. What they match is laid aside by each connection until a mute or the cache changes, with
all that filters ask of posts: counts then look at the few muted posts and not at all there are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.words import tag_word, term_words
from allybook.domain.mutes import MuteKind, write_mutes
from allybook.store.database.condition import EVERYTHING, NOTHING, WITHIN, Condition
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.packing import Trait
from allybook.store.posts.judging import SEE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from allybook.domain.mutes import Mute
    from allybook.store.posts.judging import Judged

WORDS = "SELECT rowid FROM post_words WHERE post_words MATCH ?"
AUTHORS = (
    "author_id IN (SELECT value FROM json_each(?) UNION ALL"
    " SELECT id FROM accounts WHERE folded IN (SELECT value FROM json_each(?)))"
)
POSTS = f"SELECT id FROM posts WHERE {AUTHORS}"  # noqa: S608 (fixed words)
IS_REPOST = f"posts.traits & {Trait.REPOST.value} <> 0"
# What reposts within the stretch pass on, where that quotes or passes on something itself. Few do,
# so each is looked up by itself, however old it is.
PASSED_ON = (
    "SELECT echoes.post_id FROM echoes"  # noqa: S608 (fixed words)
    " CROSS JOIN echoes AS passed ON passed.post_id = echoes.original_id"
    " CROSS JOIN posts ON posts.id = echoes.post_id"
    f" WHERE echoes.post_id {WITHIN} AND {IS_REPOST}"
)
PASSED_WORDS = (
    "EXISTS (SELECT 1 FROM post_words WHERE post_words MATCH ? AND rowid = passed.original_id)"
)
PASSED_AUTHORS = f"EXISTS (SELECT 1 FROM posts WHERE id = passed.original_id AND {AUTHORS})"  # noqa: S608 (fixed words)
NAMED = "folded IN (SELECT value FROM json_each(?))"
# The oldest post that is passed on within the stretch: nobody need look further back for others.
OLDEST = f"""(
    SELECT coalesce(min(original_id), ?2) FROM echoes
    WHERE post_id {WITHIN} AND original_id >= (SELECT min(id) FROM posts)
)"""  # noqa: S608 (fixed words)

ASIDE = "temp.muted AS posts"
"""Where a statement finds the muted posts that are laid aside, in place of all posts."""
IS_ASIDE = Condition("(posts.id IN (SELECT id FROM temp.muted))")
_MAKE = (
    """
    CREATE TEMP TABLE IF NOT EXISTS muted (
        id INTEGER PRIMARY KEY, author_id INTEGER, created_at INTEGER, lang TEXT, traits INTEGER,
        noise INTEGER, replies INTEGER, reposts INTEGER, likes INTEGER, to_handle TEXT,
        reasons INTEGER
    )
    """,
    "CREATE TEMP TABLE IF NOT EXISTS muted_when (state TEXT NOT NULL)",
)
_LAY = """
    INSERT OR IGNORE INTO temp.muted
    SELECT posts.id, author_id, created_at, lang, traits, noise, replies, reposts, likes, to_handle,
        reasons
    FROM {which}
"""
_LAY_WORDS = _LAY.format(
    which="post_words CROSS JOIN posts ON posts.id = post_words.rowid WHERE post_words MATCH ?"
)
_LAY_AUTHORS = _LAY.format(which=f"posts WHERE {AUTHORS}")
_LAY_ECHOES = _LAY.format(
    which="echoes CROSS JOIN posts ON posts.id = echoes.post_id"  # noqa: S608 (fixed words)
    f" WHERE original_id IN (SELECT id FROM temp.muted) OR {NAMED}"
)
# A repost is the post that it passes on, and falls under a mute wherever that one does.
_LAY_PASSED_ON = _LAY.format(
    which="echoes CROSS JOIN posts ON posts.id = echoes.post_id"  # noqa: S608 (fixed words)
    f" WHERE original_id IN (SELECT id FROM temp.muted) AND {IS_REPOST}"
)


def is_muted(judged: Judged) -> Condition:
    """Keep posts that fall under a mute, by themselves or by what they pass on or quote.

    Where they are not laid aside, all of them are one list, so that each post is looked up once.
    """
    if judged.all_muted:
        return EVERYTHING
    mutes = judged.judgement.mutes
    if judged.aside:
        return IS_ASIDE if mutes else NOTHING
    question, authors = _question(mutes), _authors(mutes)
    own = [*_by_words(question), *_by_authors(authors)]
    if not own:
        return NOTHING
    lists = [*own, _echoes(question, authors), _passed_on(question, authors)]
    sql = " UNION ALL ".join(one.sql for one in lists)
    return Condition(f"(posts.id IN ({sql}))", tuple(v for one in lists for v in one.bindings))


def is_aside(connection: apsw.Connection, mutes: tuple[Mute, ...]) -> bool:
    """Return whether what these mutes match now is laid aside by this connection."""
    for statement in _MAKE:
        connection.execute(statement)
    state: str | None = connection.execute("SELECT state FROM temp.muted_when").get
    return state == _state(connection, mutes)


def lay_aside(connection: apsw.Connection, mutes: tuple[Mute, ...]) -> None:
    """Lay aside what these mutes match now, where it is not; the cache itself is not written."""
    if is_aside(connection, mutes):
        return
    connection.execute("DELETE FROM temp.muted")
    connection.execute("DELETE FROM temp.muted_when")
    question, authors = _question(mutes), _authors(mutes)
    if question:
        connection.execute(_LAY_WORDS, (question,))
    if authors:
        connection.execute(_LAY_AUTHORS, _named(authors))
    connection.execute(_LAY_ECHOES, (_handles(authors),))
    connection.execute(_LAY_PASSED_ON)
    state = _state(connection, mutes)
    connection.execute("INSERT INTO temp.muted_when VALUES (?)", (state,))


_as_text = lru_cache(maxsize=2)(write_mutes)


def _state(connection: apsw.Connection, mutes: tuple[Mute, ...]) -> str:
    """Return what the posts laid aside hang on: which state of the cache is seen, and the mutes."""
    connection.execute(SEE).get  # noqa: B018 (SQLite looks at the file when it is read)
    return f"{connection.data_version()} {_as_text(mutes)}"


def _question(mutes: Sequence[Mute]) -> str:
    """Return what the mutes of words ask of the search index, or ``""``."""
    return " OR ".join(filter(None, map(_asked, mutes)))


def _asked(mute: Mute) -> str:
    if mute.kind is MuteKind.AUTHOR:
        return ""
    is_tag = mute.kind is MuteKind.HASHTAG
    words = tag_word(mute.value) if is_tag else " ".join(term_words(mute.value))
    return f'"{words}"' if words else ""


def _authors(mutes: Sequence[Mute]) -> list[Mute]:
    return [mute for mute in mutes if mute.kind is MuteKind.AUTHOR]


def _by_words(question: str) -> list[Condition]:
    """List posts with muted words."""
    return [Condition(f"{WORDS} AND rowid {WITHIN}", (question,))] if question else []


def _by_authors(authors: Sequence[Mute]) -> list[Condition]:
    """List posts by muted authors: by id where it is known, else by the handle they have now."""
    if not authors:
        return []
    return [Condition(f"{POSTS} AND id {WITHIN}", _named(authors))]


def _echoes(question: str, authors: Sequence[Mute]) -> Condition:
    """List posts that pass on or quote what is muted; that may be older than the stretch."""
    which: list[Condition] = []
    if question:
        which.append(Condition(f"original_id IN ({WORDS} AND rowid >= {OLDEST})", (question,)))
    if authors:
        posts = f"original_id IN ({POSTS} AND id >= {OLDEST})"
        which.append(Condition(posts, _named(authors)))
        which.append(Condition(NAMED, (_handles(authors),)))
    sql = " OR ".join(one.sql for one in which)
    bindings = tuple(value for one in which for value in one.bindings)
    listing = f"SELECT post_id FROM echoes WHERE post_id {WITHIN} AND ({sql})"  # noqa: S608 (fixed words)
    return Condition(listing, bindings)


def _passed_on(question: str, authors: Sequence[Mute]) -> Condition:
    """List reposts of posts that pass on or quote what is muted."""
    which: list[Condition] = []
    if authors:
        which.append(Condition(f"passed.{NAMED}", (_handles(authors),)))
        which.append(Condition(PASSED_AUTHORS, _named(authors)))
    if question:
        which.append(Condition(PASSED_WORDS, (question,)))
    sql = " OR ".join(one.sql for one in which)
    bindings = tuple(value for one in which for value in one.bindings)
    return Condition(f"{PASSED_ON} AND ({sql})", bindings)


def _named(authors: Sequence[Mute]) -> tuple[str, str]:
    """Return the ids of authors, and the handles of those without."""
    ids = known_numbers(mute.user_id for mute in authors if mute.user_id)
    return listed(ids), listed([mute.value.lower() for mute in authors if mute.user_id is None])


def _handles(authors: Sequence[Mute]) -> str:
    """Return the handles of authors, as posts name those whom they pass on."""
    return listed([mute.value.lower() for mute in authors if mute.value])
