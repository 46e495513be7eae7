"""One condition on a row of ``posts``, and the pieces that several of them are made of."""

from __future__ import annotations

from msgspec import Struct


class Condition(Struct, frozen=True):
    """A condition on a row of ``posts`` that is always 0 or 1, and what its question marks are."""

    sql: str
    bindings: tuple[str | int, ...] = ()


# Not a bare 0: with one, SQLite forgets all else that is asked, and with it which index can answer.
NOTHING = Condition("(0 = 1)")
EVERYTHING = Condition("1")

# Lists of posts reach no further than the stretch of ids that is looked through; its ends are the
# first two bindings of every statement (``view``).
WITHIN = "BETWEEN ?1 AND ?2"
ALLIES = "posts.author_id IN (SELECT author_id FROM standings)"
