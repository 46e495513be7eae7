"""View posts through a filter: what is kept, what waits in the quiet folder, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.domain.noise import Verdict, mark, reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.noise import NoiseReason
    from allybook.ports import Row
    from allybook.services.desk import Desk

QUIET_ABOVE = 40
"""Posts with more noise than this wait in the quiet folder (0 to 100)."""
BATCH = 500


class Division(Struct, frozen=True):
    """A filter in two halves: the posts it keeps, and those it keeps but for their noise."""

    kept: Node
    quiet: Node
    everything: Node
    limit: int


def divide(chosen: Node, spared: Sequence[Node] = ()) -> Division:
    """Divide a filter by its ``noise<=N``; without one, posts above ``QUIET_ABOVE`` are quiet.

    What one of the ``spared`` filters keeps is never quiet.
    """
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    limits = [int(p.value) for p in parts if isinstance(p, Term) and p.on is On.NOISE_UP_TO]
    rest = tuple(p for p in parts if not (isinstance(p, Term) and p.on is On.NOISE_UP_TO))
    limit = min(limits, default=QUIET_ABOVE)
    calm, loud = Term(On.NOISE_UP_TO, str(limit)), Term(On.NOISE_ABOVE, str(limit))
    return Division(
        kept=And((*rest, Or((calm, *spared)) if spared else calm)),
        quiet=And((*rest, loud, *map(Not, spared))),
        everything=And(rest),
        limit=limit,
    )


def walk(desk: Desk, order: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of an order, fetched in batches."""
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        rows = desk.cache.rows(part)
        yield from (rows[post_id] for post_id in part if post_id in rows)


def explain(row: Row) -> tuple[NoiseReason, ...]:
    """Return the named reasons for a post's noise, those that lower it included."""
    return reasons(row.post, row.verdict or Verdict(mark(row.post), ally=row.ally))
