"""Posts that an older version took otherwise: found by what they say, and put right.

It glued the sign to the word in ``Allies™`` and ``members¹``. Few posts have such a sign, and most
can be passed over without a look at their letters: they are of ASCII alone. So nothing waits for
this when a cache is opened, and no copy of it is laid; it is done in the background, once.

And it took other posts for questions, more for giveaways, for shouting and for a link alone: those
that it marked are looked at again, and the search index finds the other questions by their number,
and by the words that openings have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.chat.askings import HIGHEST
from allybook.domain.noise.cutting import openings
from allybook.domain.noise.kinds import Mark
from allybook.domain.noise.scoring import mark
from allybook.store.database.lot import gather
from allybook.store.posts.posts import write_anew
from allybook.store.posts.reading import CUT, WHOLE, cut_up_to, read_posts
from allybook.store.posts.sums import change_marks

if TYPE_CHECKING:
    import apsw

SPAN = 20_000
"""So many posts are gone through at a time."""
MOST = 1_000
"""At most so many are kept anew at a time."""
HUNG_ON = "*[™℠²³¹⁰⁴-⁹]*"
"""Bodies with a sign that hangs on a word (``domain/filters/words``)."""
WORDED = int(Mark.QUESTION | Mark.GIVEAWAY | Mark.SHOUTING | Mark.LINK_ONLY)
"""The marks that older versions set otherwise."""
MARKED_UP_TO = "wording:"
"""The words are cut anew, and those marks are set anew up to an id."""
ONCE_CUT = ("cut", "asked", "asking:", "asks", "marked", "marking:")
"""What older versions noted when the words were cut anew: they set those marks otherwise."""
NUMBERED = " OR ".join(
    f'"{form}{number}"' for number in range(1, HIGHEST + 1) for form in ("q", "q ", "question ")
)
SOME = "SELECT count(*), max(id) FROM (SELECT id FROM posts WHERE id > ? ORDER BY id LIMIT ?)"
ASKING = """
    SELECT json_group_array(id) FROM (
        SELECT rowid AS id FROM post_words WHERE post_words MATCH ? AND rowid > ? AND rowid <= ?
        UNION SELECT id FROM posts WHERE id > ? AND id <= ? AND reasons & ? <> 0
    )
"""
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
    if place.startswith(MARKED_UP_TO):
        return _mark_wording(connection, int(place.removeprefix(MARKED_UP_TO)))
    if place.startswith(ONCE_CUT):
        return _mark_wording(connection, 0)
    low = int(place or 0)
    posts, high = next(connection.execute(SPANNED, (low, SPAN)))
    found = gather(connection, FOUND, (low, high, HUNG_ON, MOST), KEYS)
    write_anew(connection, found)
    if len(found) == MOST:
        high = found[-1]
    if posts < SPAN and len(found) < MOST:
        return _mark_wording(connection, 0)
    connection.execute(NOTE, (CUT, str(high)))
    return True


def _mark_wording(connection: apsw.Connection, low: int) -> bool:
    """Mark some of the posts anew by what they say; return whether there may be more."""
    posts, high = next(connection.execute(SOME, (low, MOST)))
    if posts:
        words = " OR ".join((NUMBERED, *(f'"{head}"' for head in sorted(openings().said.heads))))
        found = gather(connection, ASKING, (words, low, high, low, high, WORDED), KEYS)
        marks = {key: mark(post) & WORDED for key, post in read_posts(connection, found).items()}
        change_marks(connection, marks, {key: WORDED & ~new for key, new in marks.items()})
    is_last = posts < MOST
    connection.execute(NOTE, (CUT, WHOLE if is_last else f"{MARKED_UP_TO}{high}"))
    return not is_last
