"""Adopt what was gathered without an account into the files of one that has some already.

Each step may be done again: a program that is killed in between begins anew, and nothing is twice.
Where both files know a thing, that of the account stays, because X told it; of counts, which go up,
the higher stays. What is taken over was here before: none of it is unread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.store.posts.judging import LAID
from allybook.store.posts.reading import CUT, count_sources, read_posts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import apsw

    from allybook.domain.reading.sources import Source
    from allybook.store.cache import SqliteCache
    from allybook.store.database.connection import Connections

BATCH = 2_000
ACCOUNTS = "accounts"
NAMELESS = {"handle", "folded"}
"""What an account goes without where another one has its handle by now."""
BESIDE = ("handles", "look_ups", "falls", "lists")
"""Tables whose rows have keys of their own."""
OWN_STATE = f"('{CUT}', '{LAID}')"
"""Marks that tell what was done to the posts of one file, not what was read into it."""
MARKS = f"SELECT name, value FROM marks WHERE name NOT IN {OWN_STATE}"  # noqa: S608 (our own)
READINGS = "SELECT list_id, complete, as_of FROM list_readings"
ADD_READING = "INSERT OR IGNORE INTO list_readings (list_id, complete, as_of) VALUES (?, ?, ?)"
MEMBERS = "SELECT list_id, user_id FROM list_members WHERE list_id = ?"
ADD_MEMBER = "INSERT OR IGNORE INTO list_members (list_id, user_id) VALUES (?, ?)"
POSTS_OF = """
    SELECT post_id FROM post_sources JOIN sources ON sources.id = source_id
    WHERE origin = ? AND name = ? AND post_id > ? ORDER BY post_id LIMIT ?
"""
SNAPSHOTS = "SELECT owner_id, side, complete, source, as_of, people, erased FROM snapshots"
ADD_SNAPSHOT = """
    INSERT INTO snapshots (owner_id, side, complete, source, as_of, people, erased)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
        SELECT 1 FROM snapshots
        WHERE owner_id = ?1 AND side = ?2 AND source = ?4 AND as_of = ?5
    )
"""


def adopt_cache(old: Connections, new: Connections, cache: SqliteCache) -> None:
    """Take over accounts, posts with their sources, lists, readings and marks into ``cache``.

    ``new`` are the connections of that cache, ``old`` those of the one that is left.
    """
    with old.read() as left, new.write() as taken:
        _copy_accounts(left, taken)
        for table in BESIDE:
            _copy(left, taken, table)
        for row in left.execute(SNAPSHOTS):
            taken.execute(ADD_SNAPSHOT, row)
        _copy_list_readings(left, taken)
    with old.read() as left:
        for source, _posts in count_sources(left):
            for ids in _batches(left, source):
                cache.adopt_posts(tuple(read_posts(left, ids).values()), source)
    # They say how far was read: only once that is there.
    with old.read() as left, new.write() as taken:
        for row in left.execute(MARKS):
            _insert(taken, "marks", ("name", "value"), row)


def adopt_ticks(old: Connections, new: Connections) -> None:
    """Take over what a person wanted to do by hand; what waits on both lists waits once."""
    with old.read() as left, new.write() as taken:
        _copy(left, taken, "ticks", without={"number"})


def _copy_accounts(left: apsw.Connection, taken: apsw.Connection) -> None:
    names = _columns(left, ACCOUNTS)
    for row in left.execute(f"SELECT {', '.join(names)} FROM {ACCOUNTS}"):  # noqa: S608
        if taken.execute(f"SELECT 1 FROM {ACCOUNTS} WHERE id = ?", (row[0],)).fetchone():  # noqa: S608
            continue
        _insert(taken, ACCOUNTS, names, row)
        if not taken.changes():
            bare = [None if name in NAMELESS else it for name, it in zip(names, row, strict=True)]
            _insert(taken, ACCOUNTS, names, bare)


def _copy_list_readings(left: apsw.Connection, taken: apsw.Connection) -> None:
    """Take over who was on the lists that the account has not read by itself."""
    for reading in left.execute(READINGS):
        taken.execute(ADD_READING, reading)
        if taken.changes():
            taken.executemany(ADD_MEMBER, left.execute(MEMBERS, reading[:1]))


def _copy(
    left: apsw.Connection,
    taken: apsw.Connection,
    table: str,
    *,
    without: frozenset[str] | set[str] = frozenset(),
) -> None:
    names = [name for name in _columns(left, table) if name not in without]
    for row in left.execute(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608
        _insert(taken, table, names, row)


def _insert(
    connection: apsw.Connection, table: str, names: Sequence[str], row: Sequence[object]
) -> None:
    marks = ", ".join("?" * len(names))
    words = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    connection.execute(words, tuple(row))


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return [str(name) for (name,) in rows]


def _batches(connection: apsw.Connection, source: Source) -> Iterator[list[int]]:
    """Yield the ids of a source's posts, oldest first."""
    last = -1
    while True:
        asked = (source.origin.value, source.name, last, BATCH)
        ids = [int(post_id) for (post_id,) in connection.execute(POSTS_OF, asked)]
        if not ids:
            return
        yield ids
        last = ids[-1]
