"""What the noise of posts rests on, counted: a few hundred rows, however many posts there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from allybook.domain.noise.judgement import own
from allybook.ports.cache import Tally
from allybook.store.database.condition import ALLIES
from allybook.store.database.ids import listed
from allybook.store.database.lot import gather
from allybook.store.filters.muted import is_muted
from allybook.store.filters.span import EVERYWHERE

if TYPE_CHECKING:
    import apsw

    from allybook.store.filters.choice import Choice
    from allybook.store.posts.judging import Judged

COUNT = """
    WITH span AS (VALUES (?1, ?2)), mine AS MATERIALIZED (SELECT value FROM json_each(?3))
    SELECT json_group_array(json_array(reasons, other, ally, muted, posts)) FROM (
        SELECT max(posts.reasons, 0) AS reasons, posts.lang NOT IN mine AS other,
            {allies} AS ally, {muted} AS muted, count(*) AS posts
        FROM {tables} WHERE {where} GROUP BY 1, 2, 3, 4
    )
"""
ROWS = msgspec.json.Decoder(list[tuple[int, int, int, int, int]])


def read_tally(connection: apsw.Connection, choice: Choice, judged: Judged) -> list[Tally]:
    """Return how many posts of a choice have the same marks, languages, mutes and allies."""
    judgement, muted = judged.judgement, is_muted(judged)
    statement = COUNT.format(
        allies=ALLIES, muted=muted.sql, tables=choice.tables, where=choice.where.sql
    )
    codes = listed(sorted(own(judgement.languages)))
    bindings = (*EVERYWHERE, codes, *muted.bindings, *choice.where.bindings)
    return [
        Tally(marks, bool(other and judgement.languages), bool(ally), bool(silent), posts)
        for marks, other, ally, silent, posts in gather(connection, statement, bindings, ROWS)
    ]
