"""What is missing from what a filter shows: the gaps in the sources that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.filters.extent import extent_of
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.sources import Origin
from allybook.domain.spans import Span, within
from allybook.services.reading.aiming import aim, is_at_hand, name_source
from allybook.services.reading.noted import noted

if TYPE_CHECKING:
    from collections.abc import Collection

    from allybook.domain.filters.tree import Node
    from allybook.domain.gaps import Gap
    from allybook.services.desk import Desk

MOST = 20
"""So many of the newest gaps are told; more would be a list of nothing else."""


def missing(desk: Desk, chosen: Node) -> tuple[Gap, ...]:
    """Return the gaps in what a filter shows, newest first; also what X gives no more.

    A filter that names a source is about that one. Any other is about all that is read, but for
    searches, each of which is about what it looked for: also for another filter, where X is asked
    for that one in the same words. What lies outside the time of a filter is not missing.
    """
    if is_at_hand(chosen):
        return ()
    named, _through = aim(chosen)
    try:
        source = name_source(desk, named) if named else None
    except BadInput:
        return ()
    about = [gap for gap in noted(desk) if source in (None, gap.source)]
    if source is None and chosen != EVERYTHING:
        is_any = any(gap.source.origin is Origin.SEARCH for gap in about)
        asked = _queries(desk, chosen) if is_any else frozenset()
        about = [gap for gap in about if _is_asked(gap, chosen, asked)]
    wanted = extent_of(chosen, desk.clock.now().astimezone(desk.clock.zone)).span
    about = [gap for gap in about if within([Span(int(gap.older), int(gap.newer))], wanted)]
    return tuple(sorted(about, key=lambda gap: -int(gap.newer))[:MOST])


def _is_asked(gap: Gap, chosen: Node, queries: Collection[str]) -> bool:
    if gap.source.origin is not Origin.SEARCH:
        return True
    return gap.source.name == show(chosen) or gap.query in queries


def _queries(desk: Desk, chosen: Node) -> frozenset[str]:
    """Return what X would be asked to search for; nothing where it cannot be asked."""
    from allybook.services.reading.asking import write_queries  # noqa: PLC0415 (then only)

    try:
        return frozenset(query.text for query in write_queries(desk.write_query, chosen))
    except BadInput:
        return frozenset()
