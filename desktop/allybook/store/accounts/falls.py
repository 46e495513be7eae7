"""When accounts were suspended or gone, as X told, and when they were there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.people.accounts import Standing
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.moments import moment_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import apsw

    from allybook.domain.check.follow_events import Fall

FALL = """
    INSERT INTO falls (user_id, standing, told_at)
    SELECT ?1, ?2, ?3 WHERE NOT EXISTS (
        SELECT 1 FROM falls WHERE user_id = ?1 AND standing = ?2 AND ended_at IS NULL
    )
    ON CONFLICT DO UPDATE SET standing = excluded.standing
"""
RISE = """
    UPDATE falls SET ended_at = max(?1, told_at)
    WHERE ended_at IS NULL AND told_at <= ?1 AND user_id IN (SELECT value FROM json_each(?2))
"""
FALLS = """
    SELECT user_id, standing, told_at, ended_at FROM falls
    WHERE user_id IN (SELECT value FROM json_each(?)) ORDER BY told_at
"""


def save_falls(connection: apsw.Connection, fallen: Iterable[tuple[int, str, int]]) -> None:
    """Keep that accounts are suspended or gone since a moment, where that is not known yet."""
    connection.executemany(FALL, fallen)


def end_falls(connection: apsw.Connection, user_ids: Iterable[int], seen_at: int) -> None:
    """Keep that these accounts are there, be it again."""
    connection.execute(RISE, (seen_at, listed(user_ids)))


def read_falls(connection: apsw.Connection, user_ids: Iterable[str]) -> dict[str, Sequence[Fall]]:
    """Return the falls of those of these that have any, oldest first."""
    from allybook.domain.check.follow_events import Fall  # noqa: PLC0415 (few reads are about falls)

    found: dict[str, list[Fall]] = {}
    for key, standing, told_at, ended_at in connection.execute(
        FALLS, (listed(known_numbers(user_ids)),)
    ):
        ended = None if ended_at is None else moment_at(ended_at)
        fall = Fall(Standing(standing), moment_at(told_at), ended)
        found.setdefault(str(key), []).append(fall)
    return {key: tuple(falls) for key, falls in found.items()}
