"""Names and states of very many accounts at once, without the rest of their profiles."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

import msgspec

from allybook.domain.filters.words import fold
from allybook.domain.people.accounts import Face
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

FACES = msgspec.json.Decoder(list[Face])
PLAIN_DIGITS = 18
"""Up to so many digits a number is one that SQLite holds."""
GATHERED = """
    SELECT json_group_array(json_array(
        CAST(id AS TEXT), ifnull(handle, ''), ifnull(name, ''),
        json(iif(private = 1, 'true', 'false')), standing,
        ifnull(CAST(latest_post_id AS TEXT), '')
    ))
    FROM profiles
"""
BY_ID = f"{GATHERED} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 (ours alone)
SHOWN = "coalesce(nullif(name, ''), handle)"
PLAIN = f"length({SHOWN}) = length(CAST({SHOWN} AS BLOB))"
# SQLite folds ASCII as Python does; what is beyond is folded by Python, and is not much.
FIRST_PLAIN = f"""
    {GATHERED} WHERE id IN (
        SELECT id FROM profiles WHERE {PLAIN} AND {SHOWN} <> ''
        ORDER BY {SHOWN} COLLATE NOCASE, id LIMIT ?
    )
"""  # noqa: S608 (ours alone)
BEYOND = f"{GATHERED} WHERE NOT ({PLAIN})"
NAMED = "SELECT count(*) FROM profiles WHERE name <> ''"


def read_faces(connection: apsw.Connection, user_ids: Sequence[str]) -> dict[str, Face]:
    """Return the known ones of these, by id."""
    rows = gather(connection, BY_ID, (_listed(user_ids),), FACES)
    return {face.user_id: face for face in rows}


def read_first_faces(connection: apsw.Connection, limit: int) -> list[Face]:
    """Return the accounts that come first by name, or by handle where they have no name."""
    plain = gather(connection, FIRST_PLAIN, (limit,), FACES)
    beyond = gather(connection, BEYOND, (), FACES)
    found = plain + beyond
    return nsmallest(limit, found, key=lambda face: (fold(face.name or face.handle), face.user_id))


def count_named(connection: apsw.Connection) -> int:
    """Return how many accounts have a name here."""
    return int(connection.execute(NAMED).get)


def _listed(user_ids: Sequence[str]) -> str:
    """Return ids as one binding; where all are plain, without a look at each of them."""
    text = ",".join(user_ids)
    plain = text.isascii() and text.replace(",", "").isdigit()
    if plain and max(map(len, user_ids)) <= PLAIN_DIGITS and ",0" not in f",{text}":
        return f"[{text}]"
    return listed(known_numbers(user_ids))
