"""The approved allies of each book, laid in the cache so that filters can ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind, Status
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.packing import named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import apsw

    from allybook.domain.book.ally import Ally
    from allybook.domain.book.line import AllyLine


def lay_roster(
    connection: apsw.Connection, book: str, allies: Iterable[Ally | AllyLine], mark: str = ""
) -> None:
    """Put these allies in the place of those that the book had before; hashtags are left out."""
    connection.execute("DELETE FROM roster WHERE book = ?", (book,))
    _lay_each(connection, book, allies, mark)


def lay_allies(
    connection: apsw.Connection,
    book: str,
    keys: Collection[str],
    allies: Iterable[Ally | AllyLine],
    mark: str,
) -> None:
    """Put these allies in the place of what the book had under ``keys``; the others stay."""
    connection.execute(
        "DELETE FROM roster WHERE book = ? AND key IN (SELECT value FROM json_each(?))",
        (book, listed(keys)),
    )
    _lay_each(connection, book, allies, mark)


def read_marks(connection: apsw.Connection) -> Mapping[str, str]:
    """Return by name of each book how much of it its roster knows, as it was last told."""
    return dict(connection.execute("SELECT book, mark FROM roster_marks WHERE mark <> ''"))


def _lay_each(
    connection: apsw.Connection, book: str, allies: Iterable[Ally | AllyLine], mark: str
) -> None:
    last: int = connection.execute("SELECT coalesce(max(id), 0) FROM roster").get
    counted = [
        ally for ally in allies if ally.status is Status.APPROVED and ally.kind is not Kind.HASHTAG
    ]
    numbered = list(enumerate(counted, last + 1))
    folded = named(book)
    connection.executemany(
        "INSERT INTO roster (id, book, book_folded, user_id, handle, category_folded, key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((number, book, folded, *_facts(ally)) for number, ally in numbered),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO roster_tags VALUES (?, ?, ?)",
        ((number, tag, named(tag)) for number, ally in numbered for tag in ally.tags),
    )
    connection.execute("INSERT OR REPLACE INTO roster_marks VALUES (?, ?)", (book, mark))


def _facts(ally: Ally | AllyLine) -> tuple[int | None, str, str, str]:
    user_id = next(iter(known_numbers([ally.user_id or ""])), None)
    return user_id, ally.handle.lower(), named(ally.category), ally.key
