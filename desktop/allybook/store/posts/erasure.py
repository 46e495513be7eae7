"""Erase what X said: of an account that wants or has to be forgotten, or all of it.

X's developer policy: content that was deleted, protected or suspended goes from every copy. Rows
are overwritten as they are deleted (``secure_delete``); the search index keeps the words of deleted
posts until it is merged, and the log until it is moved: ``scrub`` does both.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.noise import Mark
from allybook.domain.reading.unread import MARK, take_away
from allybook.store.database.ids import listed
from allybook.store.database.marks import change_within
from allybook.store.database.packing import Trait
from allybook.store.posts.near import groups_of, mend_groups
from allybook.store.posts.reading import read_posts
from allybook.store.posts.sums import change_marks
from allybook.store.readings.snapshots import erase_from_snapshots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from allybook.store.database.connection import Connections

BY_AUTHOR = "SELECT id FROM posts WHERE author_id IN (SELECT value FROM json_each(?))"
HANDLES = "SELECT folded FROM handles WHERE user_id IN (SELECT value FROM json_each(?))"
REPOSTS = f"""
    SELECT id FROM post_words JOIN posts ON posts.id = post_words.rowid
    WHERE post_words MATCH ? AND traits & {Trait.REPOST:d}
"""  # noqa: S608 (a number of our own)
POST_TABLES = (
    ("bodies", "id"),
    ("links", "post_id"),
    ("post_sources", "post_id"),
    ("post_words", "rowid"),
    ("posts", "id"),
    ("echoes", "post_id"),
    ("near", "post_id"),
    ("bands", "post_id"),
    ("promotions", "post_id"),
)
ACCOUNT_TABLES = (
    ("handles", "user_id"),
    ("look_ups", "user_id"),
    ("falls", "user_id"),
    ("accounts", "id"),
)
ON_OTHERS_LISTS = """
    FROM list_members WHERE user_id IN (SELECT value FROM json_each(?1))
    AND list_id NOT IN (SELECT value FROM json_each(?2))
"""
BLANK = "UPDATE accounts SET name = NULL, bio = NULL WHERE id IN (SELECT value FROM json_each(?))"


def erase_posts_by(connection: apsw.Connection, authors: Iterable[int]) -> int:
    """Erase the posts of authors, and the reposts of them; return how many."""
    ids = listed(authors)
    own = {key for (key,) in connection.execute(BY_AUTHOR, (ids,))}
    posts = own | _reposts_of(connection, ids)
    if posts:
        groups = groups_of(connection, posts)
        _delete(connection, POST_TABLES, posts)
        change_within(connection, MARK, lambda note: take_away(note, posts) if note else note)
        _mend(connection, groups)
    return len(posts)


def _mend(connection: apsw.Connection, groups: Iterable[int]) -> None:
    """Give the copies of erased posts another oldest one, which is no copy any more."""
    laid, freed = mend_groups(connection, groups, partial(read_posts, connection))
    near = int(Mark.NEAR)
    change_marks(connection, dict.fromkeys(laid, near), dict.fromkeys(freed, near))


def erase_accounts(
    connection: apsw.Connection, user_ids: Sequence[int], mirrors: Iterable[str] = ()
) -> int:
    """Erase all that the cache holds of accounts; return how many posts went with them.

    Of the lists that are ``mirrors`` of books their bare ids stay, as in the outbox: who is not
    known to be there is never taken off. Any other list that had them is not known whole any more.
    """
    posts = erase_posts_by(connection, user_ids)
    _delete(connection, ACCOUNT_TABLES, user_ids)
    _leave_others_lists(connection, (listed(user_ids), json.dumps(sorted(mirrors))))
    erase_from_snapshots(connection, user_ids)
    return posts


def _leave_others_lists(connection: apsw.Connection, whom: tuple[str, str]) -> None:
    found = f"SELECT list_id {ON_OTHERS_LISTS}"
    connection.execute(f"UPDATE list_readings SET complete = 0 WHERE list_id IN ({found})", whom)  # noqa: S608 (our own words)
    connection.execute(f"DELETE {ON_OTHERS_LISTS}", whom)


def blank_profiles(connection: apsw.Connection, user_ids: Iterable[int]) -> None:
    """Erase the names and bios of accounts; who they are and how they stand to us stays."""
    connection.execute(BLANK, (listed(user_ids),))


def empty(connection: apsw.Connection, scripts: Iterable[str]) -> None:
    """Erase every table of a cache and lay new ones; within one transaction."""
    for kind in ("view", "table"):
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'post_words_%' ORDER BY name",
            (kind,),
        )
        for (name,) in list(names):
            connection.execute(f'DROP {kind} IF EXISTS "{name}"')
    for script in scripts:
        connection.execute(script)


def scrub(connections: Connections) -> None:
    """Rewrite the search index and move the log away, so that nothing erased is on the disk.

    Nor is it in the copies that were laid before a migration: a cache can be read anew.
    """
    with connections.write() as connection:
        connection.execute("INSERT INTO post_words (post_words) VALUES ('optimize')")
    connections.tidy()
    connections.drop_copies()


def _reposts_of(connection: apsw.Connection, ids: str) -> set[int]:
    """Return the reposts that begin with ``RT @handle:``, for each handle these ever had."""
    found: set[int] = set()
    for (handle,) in list(connection.execute(HANDLES, (ids,))):
        keys = [key for (key,) in connection.execute(REPOSTS, (f'"@{handle}"',))]
        start = f"rt @{handle}:"
        posts = read_posts(connection, keys)
        found.update(key for key, post in posts.items() if post.text.lower().startswith(start))
    return found


def _delete(
    connection: apsw.Connection, tables: Sequence[tuple[str, str]], ids: Iterable[int]
) -> None:
    wanted = listed(ids)
    for table, column in tables:
        connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608
            (wanted,),
        )
