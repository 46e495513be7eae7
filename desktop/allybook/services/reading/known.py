"""What is known of a chat: the stretches that were read, whole or between two moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.tree import EVERYTHING, Not, On, Term
from allybook.domain.gaps import MOST, Gap, share_of
from allybook.domain.posts import id_at
from allybook.domain.spans import NOW, Span, hold, join, within, without
from allybook.services.reading.noted import note, noted, noted_spans
from allybook.services.reading.stretch import Stretch, searched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.sources import Source
    from allybook.ports import Window
    from allybook.services.desk import Desk

NO_REPOSTS = Not(Term(On.IS, "repost"))


class Way(Struct, frozen=True):
    """How a chat is captured: from where, and with the plain ``reposts`` or without."""

    source: Source
    reposts: bool = False


def query_of(desk: Desk, way: Way) -> str:
    """Return what X is asked to search for."""
    kept = EVERYTHING if way.reposts else NO_REPOSTS
    return desk.write_query(kept, f"#{way.source.name}").text


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
    query, cut = query_of(desk, way), _gaps(desk, way)
    return tuple(
        Stretch(
            way.source,
            query,
            str(span.older) if span.older else "",
            searched(desk, str(span.older or "")),
            "" if span.is_open else str(span.newer),
            _expected(cut, span),
            known=_mark(way),
        )
        for span in missing(desk, way, window)
    )


def read(desk: Desk, way: Way) -> tuple[Span, ...]:
    """Return what was read; who captured with the reposts has the other posts, too."""
    cut = [Span(int(gap.older), int(gap.newer)) for gap in _gaps(desk, way)]
    spans = without(_told(desk, way), cut)
    return spans if way.reposts else join([*spans, *read(desk, Way(way.source, reposts=True))])


def leave_rest(
    desk: Desk, way: Way, window: Window | None, before: Sequence[Span], posts: Sequence[int]
) -> None:
    """Note as gaps what a capture was cut short before, at the pace of what it read.

    ``before`` is what had been read when it began, ``posts`` are all that are here of the chat.
    """
    now_read = without(read(desk, way), before)
    told = [*_told(desk, way), *read(desk, way)]
    left = _in_reach(desk, without([wanted_of(desk, window)], told))
    holes = [span for span in left if not span.is_open]
    if not holes or not now_read:
        return
    brought = sum(1 for post in posts if hold(now_read, post))
    floor, query = int(searched(desk, "")), query_of(desk, way)
    made = [_hole(way, query, span, floor) for span in holes]
    priced = [replace(gap, about=_pace(desk, brought, now_read, gap)) for gap in made]
    note(desk, lambda known: [*known, *priced])


def _hole(way: Way, query: str, span: Span, floor: int) -> Gap:
    return Gap(way.source, query, str(max(span.older, floor)), str(span.newer), 0)


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
    """Return all that was read or lies in a gap; once only the newest post was noted."""
    name = f"captured:{way.source.name}"
    mark = desk.cache.mark(name if way.reposts else f"{name}:without reposts")
    before = (Span(0, int(mark) + 1),) if mark else ()
    return (*before, *noted_spans(desk, _mark(way)))


def _gaps(desk: Desk, way: Way) -> tuple[Gap, ...]:
    query = query_of(desk, way)
    return tuple(gap for gap in noted(desk) if (gap.source, gap.query) == (way.source, query))


def _expected(cut: Sequence[Gap], span: Span) -> int:
    """Return how many posts the gaps within a span are said to have."""
    parts = ((gap, within([Span(int(gap.older), int(gap.newer))], span)) for gap in cut)
    return sum(_share(gap, part) for gap, found in parts for part in found)


def _share(gap: Gap, part: Span) -> int:
    return share_of(gap, replace(gap, older=str(part.older), newer=str(part.newer)))


def _mark(way: Way) -> str:
    return f"read:{way.source.name}" if way.reposts else f"read:{way.source.name}:without reposts"
