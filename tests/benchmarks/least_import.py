"""The least that an import into SQLite can be: posts out of JSON, a row and a search index.

No noise, no accounts, no links, no copies, nothing known before, and one index only: a limit to
hold the real one against. What is kept is kept as the cache keeps it: in lots, each a transaction
that need not reach the disk at once, and words in an index of the same form.
"""

from __future__ import annotations

import sys
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

LOT = 2_000
TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER, at TEXT, lang TEXT, body TEXT);
    CREATE VIRTUAL TABLE post_words USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '#@_'"
    );
    INSERT INTO post_words (post_words, rank) VALUES ('pgsz', 4000);
    INSERT INTO post_words (post_words, rank) VALUES ('automerge', 8);
"""
SAVE = "INSERT INTO posts VALUES (?, ?, ?, ?, ?)"
INDEX = "INSERT INTO post_words (rowid, words) VALUES"
Row = tuple[int, int, str, str, str]


class Post(Struct):
    """What is kept of a post."""

    id: str
    text: str
    author_id: str
    created_at: str
    lang: str = ""


class Page(Struct):
    """One of X's answers."""

    data: list[Post]


def keep(pages: Path, into: Path) -> None:
    """Keep the posts of a file of pages in a new database."""
    decoder = msgspec.json.Decoder(Page)
    connection = apsw.Connection(str(into))
    connection.execute(TABLES).fetchall()
    rows: list[Row] = []
    with pages.open("rb") as lines:
        for line in lines:
            for post in decoder.decode(line).data:
                kept = post.created_at, post.lang, post.text
                rows.append((int(post.id), int(post.author_id), *kept))
            if len(rows) >= LOT:
                _write(connection, rows)
                rows = []
    _write(connection, rows)
    connection.close()


def _write(connection: apsw.Connection, rows: Sequence[Row]) -> None:
    if not rows:
        return
    rows = sorted(rows, key=itemgetter(0))
    words = chain.from_iterable((key, text.lower()) for key, *_, text in rows)
    with connection:
        connection.executemany(SAVE, rows)
        # In one statement: after each the index writes what it has gathered.
        connection.execute(f"{INDEX} {','.join(['(?, ?)'] * len(rows))}", tuple(words))


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
