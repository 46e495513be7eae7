"""The marks and the sums of posts that are kept already: they change with what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.filters.words import tag_word
from allybook.domain.noise.kinds import Mark
from allybook.store.database.ids import listed
from allybook.store.database.lot import encode, gather
from allybook.store.posts.judging import laid_judgement, note_laid

if TYPE_CHECKING:
    from collections.abc import Mapping

    import apsw

    from allybook.domain.noise.judgement import Judgement

CHATS = "SELECT name FROM sources WHERE origin = 'chat'"
READ = """
    SELECT json_group_array(json_array(id, reasons, lang)) FROM posts
    WHERE id IN (SELECT value FROM json_each(?))
"""
WRITE = """
    UPDATE posts SET reasons = told.value ->> 1, noise = told.value ->> 2
    FROM jsonb_each(?) AS told WHERE posts.id = told.value ->> 0
"""
TAGGED = "SELECT json_group_array(rowid) FROM post_words WHERE post_words MATCH ?"
STRETCH = "SELECT id FROM posts WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?"
PART_OF_ALL = """
    SELECT json_group_array(json_array(id, reasons, lang, noise)) FROM posts
    WHERE id BETWEEN ? AND ? AND reasons >= 0
"""
LAY = """
    UPDATE posts SET noise = told.value ->> 1
    FROM jsonb_each(?) AS told WHERE posts.id = told.value ->> 0
"""
MARKED = msgspec.json.Decoder(list[tuple[int, int, str]])
SUMMED = msgspec.json.Decoder(list[tuple[int, int, str, int]])
IDS = msgspec.json.Decoder(list[int])
PART = 10_000
HIGHEST = 2**63 - 1


def tags_of_chats(connection: apsw.Connection) -> frozenset[str]:
    """Return the hashtags of the chats that were read, as the search index has them."""
    return frozenset(tag_word(name) for (name,) in connection.execute(CHATS)) - {""}


def mark_chat(connection: apsw.Connection, name: str) -> None:
    """Mark the posts that carry the hashtag of a chat that is read for the first time."""
    word = tag_word(name)
    if word:
        ids = gather(connection, TAGGED, (f'"{word}"',), IDS)
        change_marks(connection, dict.fromkeys(ids, Mark.CHAT))


def change_marks(
    connection: apsw.Connection, on: Mapping[int, int], off: Mapping[int, int] | None = None
) -> None:
    """Set marks of posts by id, and take others off; their sums follow."""
    gone = off or {}
    ids = {*on, *gone}
    if not ids:
        return
    judgement = laid_judgement(connection)
    rows = []
    for key, marks, lang in gather(connection, READ, (listed(ids),), MARKED):
        changed = (marks | on.get(key, 0)) & ~gone.get(key, 0)
        if marks >= 0 and changed != marks:
            rows.append((key, changed, judgement.laid(changed, lang)))
    connection.execute(WRITE, (encode(rows),))


def first_unlaid(connection: apsw.Connection, judgement: Judgement) -> int:
    """Note that sums are being laid anew, and return the id to begin with."""
    note_laid(connection, judgement, whole=False)
    lowest: int | None = connection.execute("SELECT min(id) FROM posts").get
    return HIGHEST if lowest is None else lowest


def lay_sums(connection: apsw.Connection, judgement: Judgement, low: int) -> int | None:
    """Lay the sums of a part of the posts, from the id ``low`` on; return where the next begins.

    Only rows whose sum is another one now are written.

    None where it was the last one: the sums are laid then.
    """
    following: int | None = connection.execute(STRETCH, (low, PART)).get
    high = HIGHEST if following is None else following - 1
    sums: dict[tuple[int, str], int] = {}
    changed = []
    for key, marks, lang, noise in gather(connection, PART_OF_ALL, (low, high), SUMMED):
        points = sums.get((marks, lang))
        if points is None:
            points = sums[marks, lang] = judgement.laid(marks, lang)
        if points != noise:
            changed.append((key, points))
    connection.execute(LAY, (encode(changed),))
    if following is None:
        note_laid(connection, judgement, whole=True)
    return following
