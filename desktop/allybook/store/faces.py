"""Names and states of very many accounts at once, without the rest of their profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.accounts import Face
from allybook.store.ids import known_numbers, listed
from allybook.store.lot import gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    import apsw

FACES = msgspec.json.Decoder(list[Face])
PLAIN_DIGITS = 18
"""Up to so many digits a number is one that SQLite holds."""
BY_ID = """
    SELECT json_group_array(json_array(
        CAST(id AS TEXT), ifnull(handle, ''), ifnull(name, ''),
        json(iif(private = 1, 'true', 'false')), standing,
        ifnull(CAST(latest_post_id AS TEXT), '')
    ))
    FROM profiles WHERE id IN (SELECT value FROM json_each(?))
"""


def read_faces(connection: apsw.Connection, user_ids: Sequence[str]) -> dict[str, Face]:
    """Return the known ones of these, by id."""
    rows = gather(connection, BY_ID, (_listed(user_ids),), FACES)
    return {face.user_id: face for face in rows}


def _listed(user_ids: Sequence[str]) -> str:
    """Return ids as one binding; where all are plain, without a look at each of them."""
    text = ",".join(user_ids)
    plain = text.isascii() and text.replace(",", "").isdigit()
    if plain and max(map(len, user_ids)) <= PLAIN_DIGITS and ",0" not in f",{text}":
        return f"[{text}]"
    return listed(known_numbers(user_ids))
