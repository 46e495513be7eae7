"""Posts whose words an older version cut otherwise: found by what they say, and kept anew.

It glued the sign to the word in ``Allies™`` and ``members¹``. Few posts have such a sign, and most
can be passed over without a look at their letters: they are of ASCII alone. So nothing waits for
this when a cache is opened, and no copy of it is laid; it is done in the background, once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.store.database.lot import gather
from allybook.store.posts.posts import write_anew
from allybook.store.posts.reading import CUT, WHOLE, cut_up_to

if TYPE_CHECKING:
    import apsw

SPAN = 20_000
"""So many posts are gone through at a time."""
MOST = 1_000
"""At most so many are kept anew at a time."""
HUNG_ON = "*[™℠²³¹⁰⁴-⁹]*"
"""Bodies with a sign that hangs on a word (``domain/filters/words``)."""
NOTE = "INSERT OR REPLACE INTO marks VALUES (?, ?)"
SPANNED = """
    SELECT count(*), coalesce(max(id), 0)
    FROM (SELECT id FROM bodies WHERE id > ? ORDER BY id LIMIT ?)
"""
FOUND = """
    SELECT json_group_array(id) FROM (
        SELECT id FROM bodies
        WHERE id > ? AND id <= ? AND length(body) <> octet_length(body) AND body GLOB ?
        ORDER BY id LIMIT ?
    )
"""
KEYS = msgspec.json.Decoder(list[int])


def cut_anew(connection: apsw.Connection) -> bool:
    """Go through some of the posts; return whether there are more."""
    place = cut_up_to(connection)
    if place == WHOLE:
        return False
    low = int(place or 0)
    posts, high = next(connection.execute(SPANNED, (low, SPAN)))
    found = gather(connection, FOUND, (low, high, HUNG_ON, MOST), KEYS)
    write_anew(connection, found)
    if len(found) == MOST:
        high = found[-1]
    is_last = posts < SPAN and len(found) < MOST
    connection.execute(NOTE, (CUT, WHOLE if is_last else str(high)))
    return not is_last
