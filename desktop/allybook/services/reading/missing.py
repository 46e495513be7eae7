"""What is missing from what a filter shows: the gaps in the sources that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput
from allybook.domain.filters.extent import extent_of
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.reading.questions import question
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import Span, within
from allybook.services.reading.aiming import aim, is_at_hand, name_source
from allybook.services.reading.noted import noted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from allybook.domain.filters.tree import Node
    from allybook.domain.reading.gaps import Gap
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
    same = questions_of(desk, source) if source else frozenset()
    about = [
        gap for gap in noted(desk) if source in (None, gap.source) or question(gap.query) in same
    ]
    if source is None and chosen != EVERYTHING:
        is_any = any(gap.source.origin is Origin.SEARCH for gap in about)
        asked = _queries(desk, chosen) if is_any else frozenset()
        about = [gap for gap in about if _is_asked(gap, chosen, asked)]
    wanted = extent_of(chosen, desk.clock.now().astimezone(desk.clock.zone)).span
    about = [gap for gap in about if within([Span(int(gap.older), int(gap.newer))], wanted)]
    return tuple(sorted(about, key=lambda gap: -int(gap.newer))[:MOST])


def questions_of(desk: Desk, source: Source) -> frozenset[str]:
    """Return what X is asked for a chat, which others may have asked, too."""
    from allybook.services.reading.capture import query_of  # noqa: PLC0415 (then only)

    if source.origin is not Origin.CHAT:
        return frozenset()
    asked = (query_of(desk, source.name, reposts=with_them) for with_them in (False, True))
    return frozenset(map(question, asked))


def left_out(
    gaps: Iterable[Gap], source: Source | None, queries: Collection[str]
) -> tuple[Gap, ...]:
    """Return those of the gaps that a reading of a source is about, newest first; None is all.

    Whoever asks X the same question shares them.
    """
    same = frozenset(map(question, queries))
    found = (gap for gap in gaps if source in (None, gap.source) or question(gap.query) in same)
    return tuple(sorted(found, key=lambda gap: -int(gap.newer)))


def asked_for(desk: Desk, chosen: Node) -> tuple[Source | None, frozenset[str]]:
    """Return which source the gaps of a filter are of, and what X was asked; None for all.

    A filter that names no source is a search, and about what others asked in its words, but not
    about all that is read, as what is ``missing`` from its view: only that is paid for by its name.
    """
    if chosen == EVERYTHING:
        return None, frozenset()
    named, _through = aim(chosen)
    if named is None:
        return Source(Origin.SEARCH, show(chosen)), _queries(desk, chosen)
    source = name_source(desk, named)
    return source, questions_of(desk, source)


def _is_asked(gap: Gap, chosen: Node, queries: Collection[str]) -> bool:
    if gap.source.origin is not Origin.SEARCH:
        return True
    return gap.source.name == show(chosen) or question(gap.query) in queries


def _queries(desk: Desk, chosen: Node) -> frozenset[str]:
    """Return what X would be asked to search for; nothing where it cannot be asked."""
    from allybook.services.reading.asking import write_queries  # noqa: PLC0415 (then only)

    try:
        queries = write_queries(desk.write_query, chosen)
        return frozenset(question(query.text) for query in queries)
    except BadInput:
        return frozenset()
