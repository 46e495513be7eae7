"""Posts that an older version took otherwise: found by what they say, and put right.

It glued the sign to the word in ``Allies™`` and ``members¹``. Few posts have such a sign, and most
can be passed over without a look at their letters: they are of ASCII alone. So nothing waits for
this when a cache is opened, and no copy of it is laid; it is done in the background, once.

And it took neither ``Q3: Name one ...`` nor ``Does anyone know ...`` for a question. Those the
search index finds by their number, and by the words that such openings have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.chat.questions import HIGHEST
from allybook.domain.noise.asking import openings
from allybook.domain.noise.kinds import Mark
from allybook.domain.noise.scoring import mark_wording
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
NOT_ASKED = "cut"
"""The words are cut anew, and questions are still to be marked: all, or those after an id."""
NUMBERED = " OR ".join(
    f'"{form}{number}"' for number in range(1, HIGHEST + 1) for form in ("q", "q ", "question ")
)
ASKING = """
    SELECT json_group_array(rowid) FROM (
        SELECT rowid FROM post_words WHERE post_words MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?
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
    if place.startswith(NOT_ASKED):
        return _mark_questions(connection, int(place.removeprefix(NOT_ASKED) or 0))
    low = int(place or 0)
    posts, high = next(connection.execute(SPANNED, (low, SPAN)))
    found = gather(connection, FOUND, (low, high, HUNG_ON, MOST), KEYS)
    write_anew(connection, found)
    if len(found) == MOST:
        high = found[-1]
    if posts < SPAN and len(found) < MOST:
        return _mark_questions(connection, 0)
    connection.execute(NOTE, (CUT, str(high)))
    return True


def _mark_questions(connection: apsw.Connection, low: int) -> bool:
    """Mark some of the questions that have no sign of one; return whether there may be more."""
    words = " OR ".join((NUMBERED, *(f'"{head}"' for head in sorted(openings().heads))))
    found = gather(connection, ASKING, (words, low, MOST), KEYS)
    posts = read_posts(connection, found)
    asking = [key for key, post in posts.items() if mark_wording(post.text) == Mark.QUESTION]
    change_marks(connection, dict.fromkeys(asking, Mark.QUESTION))
    is_last = len(found) < MOST
    connection.execute(NOTE, (CUT, WHOLE if is_last else f"{NOT_ASKED}{found[-1]}"))
    return not is_last
