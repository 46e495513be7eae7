"""Files of books that something damaged: whole, or one page of a table."""

import sqlite3
from contextlib import closing

NONSENSE = b"nothing" * 1000


def spoil(path, written=NONSENSE):
    """Lay another file at a path."""
    path.rename(path.with_name("elsewhere"))
    path.write_bytes(written)


def spoil_leaf(path, table):
    """Overwrite the last page of a table, which is so large that its first one has none of it.

    Nobody has the file open: all of it is in its place.
    """
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    laid = bytearray(path.read_bytes())
    first = (root - 1) * size
    # SQLite's page on the file format, 1.6: an inner page has the number of its last one there.
    assert laid[first] in {2, 5}
    last = int.from_bytes(laid[first + 8 : first + 12])
    laid[(last - 1) * size : last * size] = b"\xff" * size
    path.write_bytes(laid)


def newer(path):
    """Let a file be of a newer Allybook."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
