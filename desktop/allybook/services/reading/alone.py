"""Reading alone: what two windows, or two commands, read at the same time is asked for once."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from allybook.domain.reading.questions import question, wider
from allybook.domain.reading.spans import Span, within
from allybook.services.reading.noted import noted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from allybook.domain.reading.gaps import Gap
    from allybook.domain.reading.sources import Source
    from allybook.services.desk import Desk


@contextmanager
def alone(desk: Desk, source: Source, queries: Iterable[str] = ()) -> Iterator[None]:
    """Hold the right to read a source by these queries; ``BeingRead`` where another holds it.

    Whoever asks X the same question reads the same, and whoever asks a wider one reads it, too.
    Without a query it is the source's own page.
    """
    asked = {question(query): wider(query) for query in queries}
    names = asked or {f"{source.origin.value}:{source.name}": ()}
    with ExitStack() as held:
        for name in sorted(names):
            beside = (one for one in names[name] if one not in names)
            held.enter_context(desk.cache.turn(name, beside))
        yield


@contextmanager
def alone_with(desk: Desk, gap: Gap) -> Iterator[Gap | None]:
    """Hold the right to read a gap, as ``alone``, and tell what it is by now.

    Another window may have read it while somebody looked at its price: then it is the newest part
    that is left, or none.
    """
    with alone(desk, gap.source, [gap.query] if gap.query else ()):
        span = Span(int(gap.older), int(gap.newer))
        same = (one for one in noted(desk) if one.is_of(gap.source, gap.query))
        left = (one for one in same if within([Span(int(one.older), int(one.newer))], span))
        yield max(left, key=lambda one: int(one.newer), default=None)
