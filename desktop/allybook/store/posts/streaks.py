"""Streaks of self-promotion among the posts of the cache: who promoted which page when.

What a post promotes, and how many make a streak, is told in ``domain/noise/streaks``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.noise.streaks import LONG
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.moments import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

WIDTH = 4
IDS = msgspec.json.Decoder(list[int])
KEEP = "INSERT OR IGNORE INTO promotions VALUES"
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


def lay_streaks(connection: apsw.Connection, promotions: Sequence[int | str]) -> set[int]:
    """Note what posts promote; return which of them, and of those around, are in a streak.

    The rows of ``promotions`` follow each other: author, page, moment (microseconds), post.
    """
    if not promotions:
        return set()
    put(connection, KEEP, promotions, WIDTH)
    values = iter(promotions)
    rows = list(zip(values, values, values, values, strict=True))
    found = gather(connection, FIND, (encode(rows),), IDS)
    return set(found)
