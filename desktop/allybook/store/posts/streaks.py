"""Streaks of self-promotion: the third post in a day by which one author promotes one page.

A page is the site that a post links to, or the author's own name; replies and reposts promote
nothing. How large an account is plays no part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.noise.scoring import find_own_name
from allybook.store.database.lot import encode, gather, put
from allybook.store.database.moments import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

    from allybook.domain.posts import Post

LONG = 3
OWN_NAME = "@"
X_SITES = frozenset({"x.com", "twitter.com", "t.co"})
IDS = msgspec.json.Decoder(list[int])
KEEP = "INSERT OR IGNORE INTO promotions VALUES"
# A post can end a streak itself, or make the next two end one: a third had three before already.
# Both questions stop at the third post, so a page promoted all day long costs no more than another.
FIND = f"""
    WITH told AS MATERIALIZED (
        SELECT value ->> 0 AS author_id, value ->> 1 AS page, value ->> 2 AS at,
            value ->> 3 AS post_id
        FROM jsonb_each(?)
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


def lay_streaks(connection: apsw.Connection, rows: Sequence[tuple[int, str, int, int]]) -> set[int]:
    """Note what posts promote; return which of them, and of those around, are in a streak."""
    if not rows:
        return set()
    ordered = sorted(rows)
    put(connection, KEEP, ordered)
    found = gather(connection, FIND, (encode(ordered),), IDS)
    return set(found)


def pages_of(post: Post) -> set[str]:
    """Return the pages that a post promotes, unless it is a reply or repost.

    Those are sites outside X, and ``@`` for its author's name.
    """
    pages = {site for link in post.links if (site := _site(link)) and site not in X_SITES}
    return pages | {OWN_NAME} if find_own_name(post) else pages


def _site(link: str) -> str:
    """Return the host of an address, lower-cased and without ``www.``; ``""`` for what is none."""
    host = link.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return host.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")
