"""Streaks of self-promotion among the posts of the cache: who promoted which page when.

What a post promotes, and how many make a streak, is told in ``domain/noise/streaks``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.noise.streaks import LONG, can_promote, pages_of
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.moments import DAY, micros
from allybook.store.posts.reading import read_posts
from allybook.store.posts.rows import author_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import apsw

    from allybook.domain.posts import Post
    from allybook.store.posts.rows import Promoted

WIDTH = 4
IDS = msgspec.json.Decoder(list[int])
KEEP = "INSERT OR IGNORE INTO promotions VALUES"
FORGET = """
    DELETE FROM promotions WHERE (author_id, page, at, post_id) IN (
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM jsonb_each(?)
    )
"""
# A third after it still has three of its own.
NEXT = f"""
    SELECT json_group_array(DISTINCT next.value) FROM jsonb_each(?) AS gone CROSS JOIN json_each((
        SELECT json_group_array(post_id) FROM (
            SELECT post_id FROM promotions
            WHERE author_id = gone.value ->> 0 AND page = gone.value ->> 1
                AND (at, post_id) >= (gone.value ->> 2, gone.value ->> 3)
                AND at < gone.value ->> 2 + {DAY}
            ORDER BY at, post_id LIMIT {LONG - 1}
        )
    )) AS next
"""  # noqa: S608 (numbers of our own)
# A post can end a streak itself, or make the next two end one: a third had three before already.
# All questions stop at the third post, so a page promoted all day long costs no more than another;
# most pages are promoted less often than that, and of those nothing more is asked.
FIND = f"""
    WITH told AS MATERIALIZED (
        SELECT value ->> 0 AS author_id, value ->> 1 AS page, value ->> 2 AS at,
            value ->> 3 AS post_id
        FROM jsonb_each(?)
        WHERE EXISTS (
            SELECT 1 FROM promotions
            WHERE author_id = value ->> 0 AND page = value ->> 1 LIMIT 1 OFFSET {LONG - 1}
        )
    ), touched AS MATERIALIZED (
        SELECT author_id, page, next.value ->> 0 AS at, next.value ->> 1 AS post_id
        FROM told CROSS JOIN jsonb_each((
            SELECT jsonb_group_array(jsonb_array(at, post_id)) FROM (
                SELECT later.at, later.post_id FROM promotions AS later
                WHERE later.author_id = told.author_id AND later.page = told.page
                    AND (later.at, later.post_id) >= (told.at, told.post_id)
                    AND later.at < told.at + {DAY}
                ORDER BY later.at, later.post_id LIMIT {LONG}
            )
        )) AS next
        GROUP BY 4, 2
    )
    SELECT json_group_array(DISTINCT post_id) FROM touched WHERE EXISTS (
        SELECT 1 FROM promotions AS earlier
        WHERE earlier.author_id = touched.author_id AND earlier.page = touched.page
            AND (earlier.at, earlier.post_id) <= (touched.at, touched.post_id)
            AND earlier.at > touched.at - {DAY}
        ORDER BY earlier.at DESC, earlier.post_id DESC LIMIT 1 OFFSET {LONG - 1}
    )
"""  # noqa: S608 (numbers of our own)


def lay_streaks(
    connection: apsw.Connection, promotions: Sequence[int | str], known: Mapping[int, Post]
) -> tuple[set[int], set[int]]:
    """Note what posts promote; return which of them, and of those around, are in a streak.

    And which of those around are in none: what ``known`` posts promoted before, and do no more, is
    forgotten. The rows of ``promotions`` follow each other: author, page, moment (microseconds),
    post.
    """
    values = iter(promotions)
    rows = list(zip(values, values, values, values, strict=True))
    # What is told as before is left alone: most of what comes again is.
    gone = set(_promotions_of(known)).difference(rows) if known else set()
    around = _take_out(connection, sorted(gone)) if gone else {}
    if not rows and not around:
        return set(), set()
    put(connection, KEEP, promotions, WIDTH)
    found = gather(connection, FIND, (encode([*rows, *_promotions_of(around)]),), IDS)
    streaks = set(found)
    return streaks, around.keys() - streaks


def _promotions_of(posts: Mapping[int, Post]) -> list[Promoted]:
    """Return what posts promote."""
    return [
        (author_number(post.author_id), page, micros(post.created_at), key)
        for key, post in posts.items()
        if can_promote(post)
        for page in pages_of(post)
    ]


def _take_out(connection: apsw.Connection, gone: Sequence[Promoted]) -> dict[int, Post]:
    """Forget promotions; return the posts whose streak can have rested on one of them."""
    told = encode(gone)
    connection.execute(FORGET, (told,))
    around = gather(connection, NEXT, (told,), IDS)
    return read_posts(connection, around)
