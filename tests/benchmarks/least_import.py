"""The least that an import into SQLite can be: posts out of JSON, a row and a search index.

No noise, no accounts, no links, nothing known before: a limit to hold the real one against.
"""

from __future__ import annotations

import sys
from pathlib import Path

import apsw
import msgspec
from msgspec import Struct

TABLES = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE posts (id INTEGER PRIMARY KEY, author INTEGER, at TEXT, lang TEXT, body TEXT);
    CREATE VIRTUAL TABLE post_words USING fts5(words, content = '', columnsize = 0);
"""


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
    with connection, pages.open("rb") as lines:
        for line in lines:
            posts = decoder.decode(line).data
            rows = [(int(p.id), int(p.author_id), p.created_at, p.lang, p.text) for p in posts]
            connection.executemany("INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?, ?)", rows)
            words = [(int(p.id), p.text) for p in posts]
            connection.executemany("INSERT INTO post_words (rowid, words) VALUES (?, ?)", words)
    connection.close()


if __name__ == "__main__":
    keep(Path(sys.argv[1]), Path(sys.argv[2]))
