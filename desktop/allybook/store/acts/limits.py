"""How often X may be asked: the windows of each endpoint, kept as they open and as they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.money.limits import Allowance, Scope, closed_until, is_news
from allybook.store.database.moments import micros, moment_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.store.database.connection import Connections


class SqliteLimits:
    """The limits of one account, in its outbox database.

    Most answers only tell that one request fewer is left; that is not written, so that asking X
    costs no disk. Two programs over one profile see each other's closed windows.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def note(self, told: Sequence[Allowance]) -> None:
        """Keep what an answer told about the windows of one endpoint."""
        known = {one.scope: one for one in self._known(told[0].endpoint)} if told else {}
        news = [one for one in told if is_news(known.get(one.scope), one)]
        if not news:
            return
        with self._connections.write() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO limits VALUES (?, ?, ?, ?, ?, ?)", map(_row, news)
            )

    def until(self, endpoint: str, now: datetime) -> datetime | None:
        """Return until when (UTC) an endpoint is not to be asked, or None where it may be."""
        return closed_until(self._known(endpoint), now)

    def _known(self, endpoint: str) -> list[Allowance]:
        with self._connections.read() as connection:
            rows = connection.execute("SELECT * FROM limits WHERE endpoint = ?", (endpoint,))
            return [_allowance(row) for row in rows]


def _row(one: Allowance) -> tuple[str | int, ...]:
    return (
        one.endpoint,
        one.scope.value,
        one.limit,
        one.remaining,
        micros(one.reset_at),
        micros(one.noted_at),
    )


def _allowance(row: tuple[str, str, int, int, int, int]) -> Allowance:
    endpoint, scope, limit, remaining, reset_at, noted_at = row
    return Allowance(
        endpoint, Scope(scope), limit, remaining, moment_at(reset_at), moment_at(noted_at)
    )
