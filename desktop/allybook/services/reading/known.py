"""What is known of a chat or a search: the parts that were read, whole or between two moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.gaps import MOST, Gap, share_of, usual
from allybook.domain.posts import id_at
from allybook.domain.spans import NOW, Span, hold, join, within, without
from allybook.services.reading.noted import note, noted, noted_spans
from allybook.services.reading.stretch import Stretch, searched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from allybook.domain.filters.tree import Node
    from allybook.domain.sources import Source
    from allybook.ports import Window
    from allybook.services.desk import Desk


class Way(Struct, frozen=True):
    """What X is asked to search for, part by part, and what was read of it.

    ``kept`` are its posts, ``mark`` names where the parts are noted. All up to the post ``until``
    was read by readings that note no parts. Who reads the way ``also`` has these posts, too.
    """

    source: Source
    query: str
    kept: Node
    mark: str
    until: str = ""
    also: Way | None = None


def wanted_of(desk: Desk, window: Window | None) -> Span:
    """Return what a window of time holds of what X still gives, or all that there is."""
    if window is None:
        return Span(0, NOW)
    floor = int(searched(desk, ""))
    older = max(floor, int(id_at(window.start)) - 1) if window.start else floor
    is_over = window.end is not None and window.end < desk.clock.now()
    return Span(older, int(id_at(window.end)) if window.end and is_over else NOW)


def missing(desk: Desk, way: Way, window: Window | None) -> tuple[Span, ...]:
    """Return what is to be asked for, newest first: what was not read, as far as X gives it."""
    return _in_reach(desk, without([wanted_of(desk, window)], read(desk, way)))


def stretches(desk: Desk, way: Way, window: Window | None) -> tuple[Stretch, ...]:
    """Return what is to be asked for as stretches, newest first."""
    cut = gaps_of(desk, way)
    return tuple(
        Stretch(
            way.source,
            way.query,
            str(span.older) if span.older else "",
            searched(desk, str(span.older or "")),
            "" if span.is_open else str(span.newer),
            _expected(cut, span),
            known=way.mark,
        )
        for span in missing(desk, way, window)
    )


def read(desk: Desk, way: Way) -> tuple[Span, ...]:
    """Return what was read, in this way or in one that brings as much."""
    cut = [Span(int(gap.older), int(gap.newer)) for gap in gaps_of(desk, way)]
    spans = without(_told(desk, way), cut)
    return join([*spans, *read(desk, way.also)]) if way.also else spans


def leave_rest(desk: Desk, way: Way, window: Window | None, before: Sequence[Span]) -> None:
    """Note as gaps what a reading was cut short before, at the pace of what it read.

    ``before`` is what had been read when it began.
    """
    now_read = without(read(desk, way), before)
    told = [*_told(desk, way), *read(desk, way)]
    left = _in_reach(desk, without([wanted_of(desk, window)], told))
    holes = [span for span in left if not span.is_open]
    if not holes or not now_read:
        return
    brought = sum(1 for post in desk.cache.order(way.kept) if hold(now_read, post))
    floor = int(searched(desk, ""))
    made = [_hole(way, span, floor) for span in holes]
    priced = [replace(gap, about=_pace(desk, brought, now_read, gap)) for gap in made]
    note(desk, lambda known: [*known, *priced])


def calm(desk: Desk, way: Way, before: Collection[Gap]) -> None:
    """Expect no more in a gap that was just left than all that was read of its way tells.

    Who stops within the hour of a chat has seen nothing but a burst. ``before`` were the gaps when
    the reading began.
    """
    new = [gap for gap in gaps_of(desk, way) if gap not in before]
    spans = read(desk, way)
    if not new or not spans:
        return
    number = usual([post for post in desk.cache.order(way.kept) if hold(spans, post)])
    most = {gap: _pace(desk, number, spans, gap) for gap in new}
    note(
        desk,
        lambda known: [replace(gap, about=min(gap.about, most.get(gap, MOST))) for gap in known],
    )


def _hole(way: Way, span: Span, floor: int) -> Gap:
    return Gap(way.source, way.query, str(max(span.older, floor)), str(span.newer), 0)


def _pace(desk: Desk, brought: int, read_now: Sequence[Span], gap: Gap) -> int:
    """Return how many posts a gap has where they come as often as those that were read."""
    seen = Span(int(searched(desk, "")), int(id_at(desk.clock.now())))
    time = sum(part.newer - part.older for part in within(read_now, seen))
    missing_time = int(gap.newer) - int(gap.older)
    return min(MOST, max(1, round(brought * missing_time / time))) if time > 0 else 1


def _in_reach(desk: Desk, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of which X gives anything, newest first."""
    floor = int(searched(desk, ""))
    return tuple(sorted((span for span in spans if span.newer > floor + 1), reverse=True))


def _told(desk: Desk, way: Way) -> tuple[Span, ...]:
    """Return all that was read or lies in a gap."""
    before = (Span(0, int(way.until) + 1),) if way.until else ()
    return (*before, *noted_spans(desk, way.mark))


def gaps_of(desk: Desk, way: Way) -> tuple[Gap, ...]:
    """Return the gaps in what is read in a way."""
    return tuple(gap for gap in noted(desk) if gap.is_of(way.source, way.query))


def _expected(cut: Sequence[Gap], span: Span) -> int:
    """Return how many posts the gaps within a span are said to have."""
    parts = ((gap, within([Span(int(gap.older), int(gap.newer))], span)) for gap in cut)
    return sum(_share(gap, part) for gap, found in parts for part in found)


def _share(gap: Gap, part: Span) -> int:
    return share_of(gap, replace(gap, older=str(part.older), newer=str(part.newer)))
