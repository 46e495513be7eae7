"""What is missing from what a filter shows: the gaps in the sources that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.sources import Origin
from allybook.services.reading.aiming import aim, is_at_hand, name_source
from allybook.services.reading.noted import noted

if TYPE_CHECKING:
    from allybook.domain.filters.tree import Node
    from allybook.domain.gaps import Gap
    from allybook.services.desk import Desk

MOST = 20
"""So many of the newest gaps are told; more would be a list of nothing else."""


def missing(desk: Desk, chosen: Node) -> tuple[Gap, ...]:
    """Return the gaps in what a filter shows, newest first; also what X gives no more.

    A filter that names a source is about that one. Any other is about all that is read, but for
    searches, each of which is about what it looked for.
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
        about = [gap for gap in about if _is_asked(gap, chosen)]
    return tuple(sorted(about, key=lambda gap: -int(gap.newer))[:MOST])


def _is_asked(gap: Gap, chosen: Node) -> bool:
    return gap.source.origin is not Origin.SEARCH or gap.source.name == show(chosen)
