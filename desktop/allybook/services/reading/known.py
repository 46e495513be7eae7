"""What is known of a chat or a search: the parts that were read, whole or between two moments.

It is noted by the question that X was asked, whoever asked it: a chat and a search in the same
words know of each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.tree import And, On, Term
from allybook.domain.posts import INSTANT, id_at, time_of
from allybook.domain.reading.gaps import MOST, TELLING, Gap, expect, share_of, usual
from allybook.domain.reading.questions import question, wider
from allybook.domain.reading.spans import NOW, Span, hold, join, within, without
from allybook.services.reading.noted import note, noted, noted_spans
from allybook.services.reading.stretch import Stretch, note_none, searched

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from allybook.domain.filters.tree import Node
    from allybook.domain.reading.hours import Hours
    from allybook.domain.reading.sources import Source
    from allybook.services.desk import Desk
    from allybook.services.jobs.paging import Reading

NO_REPOSTS = " -is:retweet"
_CHAT = re.compile(rf"#([^\s()]+?)({NO_REPOSTS})?")
"""What X is asked for a chat, without the plain reposts or with them."""


class KnownWay(Struct, frozen=True):
    """What X is asked to search for, part by part, and what was read of it.

    ``kept`` are its posts. All up to the post ``until`` was read by readings that note no parts.
    Who reads one of the ``wider`` ways has these posts, too. Its price was told for a ``day`` of
    X's (UTC), for today where none is given, and for as many posts as X ``counted``, if it did.
    """

    source: Source
    query: str
    kept: Node
    until: str = ""
    wider: tuple[KnownWay, ...] = ()
    day: date | None = None
    counted: int | None = None

    @property
    def mark(self) -> str:
        """Return the name under which its parts are noted."""
        return mark_of_parts(self.query)


def way_to(desk: Desk, source: Source, query: str, kept: Node, until: str = "") -> KnownWay:
    """Return how a question is asked part by part; all up to ``until`` was read, or lies in a gap.

    What was read with fewer conditions counts as well: a chat that was read with its reposts has
    all that it has without them.
    """
    until = max(until, read_until(desk, query), key=lambda post: int(post or 0))
    others = (KnownWay(source, name, kept, read_until(desk, name)) for name in wider(query))
    known = tuple(one for one in others if one.until or parts_of(desk, one))
    return KnownWay(source, query, kept, until, known)


def read_until(desk: Desk, query: str) -> str:
    """Return the post up to which all that a question finds was read, or lies in a gap."""
    # Once it was noted by the query as somebody had typed it.
    marks = [desk.cache.mark(mark_of(query)), desk.cache.mark(f"search:{query}")]
    asked = _CHAT.fullmatch(question(query))
    if asked:
        # Once only the newest post of a chat was noted.
        marks.append(desk.cache.mark(f"captured:{_called(asked)}"))
    return max(marks, key=lambda mark: int(mark or 0))


def parts_of(desk: Desk, way: KnownWay) -> tuple[Span, ...]:
    """Return the parts that were noted of a way, oldest first."""
    asked = _CHAT.fullmatch(question(way.query))
    # Once chats noted theirs by their hashtags, and searches by the query as it was typed.
    names = {way.mark, f"parts:{way.query}", *([f"read:{_called(asked)}"] if asked else ())}
    return join(span for name in names for span in noted_spans(desk, name))


def mark_of(query: str) -> str:
    """Return the name under which it is noted up to which post a search was read."""
    return f"search:{question(query)}"


def mark_of_parts(query: str) -> str:
    """Return the name under which the parts are noted that were read of a search."""
    return f"parts:{question(query)}"


def _called(asked: re.Match[str]) -> str:
    tag, without_reposts = asked.groups()
    return f"{tag}:without reposts" if without_reposts else str(tag)


def wanted_of(desk: Desk, window: Hours | None) -> Span:
    """Return what a window of time holds of what X still gives, or all that there is."""
    if window is None:
        return Span(0, NOW)
    span = span_of(window)
    is_over = window.end is not None and window.end <= desk.clock.now() + INSTANT
    return Span(max(int(searched(desk, "")), span.older), span.newer if is_over else NOW)


def span_of(window: Hours) -> Span:
    """Return all that lies in a window of time, whether X still gives it or not."""
    older = int(id_at(window.start)) - 1 if window.start else 0
    return Span(older, int(id_at(window.end)) if window.end else NOW)


def read_of(desk: Desk, way: KnownWay, window: Hours) -> tuple[Span, ...]:
    """Return the parts of a window that were read, as they were noted.

    What was read up to a post tells of no part: how far back X gave anything then is not noted.
    """
    parts = replace(way, until="", wider=tuple(replace(one, until="") for one in way.wider))
    return within(read(desk, parts), span_of(window))


def is_here(desk: Desk, way: KnownWay, window: Hours) -> bool:
    """Return whether anything of a window was read, or a post of it came otherwise."""
    here = map(span_of(window).holds, desk.cache.order(way.kept))
    return any(here) or bool(read_of(desk, way, window))


def is_whole(desk: Desk, way: KnownWay, window: Hours) -> bool:
    """Return whether all of a window was read, also of what X gives no more.

    One that has no start begins where X does, if X gives anything of it.
    """
    span, floor = span_of(window), int(searched(desk, ""))
    if span.older >= floor or (window.start is None and span.newer > floor):
        return not missing(desk, way, window)
    return not without([span], read_of(desk, way, window))


def missing(desk: Desk, way: KnownWay, window: Hours | None) -> tuple[Span, ...]:
    """Return what is to be asked for, newest first: what was not read, as far as X gives it."""
    return _in_reach(desk, without([wanted_of(desk, window)], read(desk, way)))


def stretches(desk: Desk, way: KnownWay, window: Hours | None) -> tuple[Stretch, ...]:
    """Return what is to be asked for as stretches, newest first."""
    cut, left = gaps_of(desk, way), missing(desk, way, window)
    here = desk.cache.order(way.kept) if left else ()
    day = way.day or desk.clock.now().date()
    return tuple(
        Stretch(
            way.source,
            way.query,
            str(span.older) if span.older else "",
            searched(desk, str(span.older or "")),
            "" if span.is_open else str(span.newer),
            _expected(cut, span),
            known=way.mark,
            paid=day if any(map(span.holds, here)) else None,
            counted=way.counted is not None,
        )
        for span in left
    )


def settle_none(desk: Desk, way: KnownWay, window: Hours | None) -> None:
    """Note all that is missing as read, for X counts no post in it."""
    for stretch in stretches(desk, way, window):
        note_none(desk, stretch)


def read(desk: Desk, way: KnownWay) -> tuple[Span, ...]:
    """Return what was read, in this way or in one that brings as much."""
    cut = [Span(int(gap.older), int(gap.newer)) for gap in gaps_of(desk, way)]
    return join([*without(_told(desk, way), cut), *read_wider(desk, way)])


def read_wider(desk: Desk, way: KnownWay) -> tuple[Span, ...]:
    """Return what was read in ways that bring as much, and more."""
    return join(span for one in way.wider for span in read(desk, one))


def leave_rest(desk: Desk, way: KnownWay, window: Hours | None, before: Sequence[Span]) -> None:
    """Note as gaps what a reading was cut short before, at the pace of what it read.

    ``before`` is what had been read when it began.
    """
    now_read = without(read(desk, way), before)
    told = [*_told(desk, way), *read(desk, way)]
    left = _in_reach(desk, without([wanted_of(desk, window)], told))
    holes = [span for span in left if not span.is_open]
    if not holes or not now_read:
        return
    floor = int(searched(desk, ""))
    made = [_hole(way, span, floor) for span in holes]
    note(desk, lambda known: [*known, *made])


def calm(desk: Desk, way: KnownWay, before: Collection[Gap], reading: Reading) -> None:
    """Expect no more in a gap that was just left than all that was read of its way tells.

    Who stops within the hour of a chat has seen nothing but a burst, and who read a few posts no
    pace. Where at least half of what a ``reading`` brought was here before, from whatever source,
    what is here of the gap tells how many posts it has. Where all that X counted was read, hardly
    one is left. ``before`` were the gaps when it began.
    """
    new = [gap for gap in gaps_of(desk, way) if gap not in before]
    if not new:
        return
    here = desk.cache.order(way.kept)
    spans = _this_week(desk, read(desk, way))
    posts = [post for post in here if hold(spans, post)]
    number = usual(posts) if len(posts) >= TELLING else 0
    told = {gap: [gap.about, _pace(number, spans, gap)] for gap in new}
    if reading.items and 2 * reading.new <= reading.items:
        share = 1 - reading.new / reading.items
        for gap, ways in told.items():
            ways.append(round(_expect_here(desk, here, gap) / share))
    if way.counted is not None and reading.charged >= way.counted:
        told = {gap: [1] for gap in new}
    most = {gap: min(filter(None, ways), default=0) for gap, ways in told.items()}
    note(desk, lambda known: [replace(gap, about=most.get(gap, gap.about)) for gap in known])


def _hole(way: KnownWay, span: Span, floor: int) -> Gap:
    return Gap(way.source, way.query, str(max(span.older, floor)), str(span.newer), 0)


def _pace(number: int, spans: Sequence[Span], gap: Gap) -> int:
    """Return how many posts a gap has where they come as often as in spans; 0 for no pace."""
    time = sum(part.newer - part.older for part in spans)
    missing_time = int(gap.newer) - int(gap.older)
    if not number or not time:
        return 0
    return min(MOST, max(1, round(number * missing_time / time)))


def _expect_here(desk: Desk, here: Sequence[int], gap: Gap) -> int:
    """Return how many posts a gap has by those of it that are here; 0 where they are no pace.

    They are here for the time from which there are posts of any kind.
    """
    number = sum(1 for post in here if int(gap.older) < post < int(gap.newer))
    ends = time_of(gap.older), time_of(gap.newer)
    if number < TELLING or not ends[0] or not ends[1]:
        return 0
    span = Term(On.SINCE, ends[0].isoformat()), Term(On.UNTIL, ends[1].isoformat())
    oldest = max(min(desk.cache.order(And(span)), default=0), int(gap.older))
    before = expect(number, gap.newer, str(oldest), gap.older)
    return min(MOST, number + (before if oldest - int(gap.older) > 1 else 0))


def _this_week(desk: Desk, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of spans in what X gives now."""
    return within(spans, Span(int(searched(desk, "")), int(id_at(desk.clock.now()))))


def _in_reach(desk: Desk, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return those of which X gives anything, newest first."""
    floor = int(searched(desk, ""))
    return tuple(sorted((span for span in spans if span.newer > floor + 1), reverse=True))


def _told(desk: Desk, way: KnownWay) -> tuple[Span, ...]:
    """Return all that was read or lies in a gap."""
    before = (Span(0, int(way.until) + 1),) if way.until else ()
    return (*before, *parts_of(desk, way))


def gaps_of(desk: Desk, way: KnownWay) -> tuple[Gap, ...]:
    """Return the gaps in what is read in a way."""
    return tuple(gap for gap in noted(desk) if gap.is_of(way.source, way.query))


def _expected(cut: Sequence[Gap], span: Span) -> int:
    """Return how many posts the gaps within a span are said to have."""
    parts = ((gap, within([Span(int(gap.older), int(gap.newer))], span)) for gap in cut)
    return sum(_share(gap, part) for gap, found in parts for part in found)


def _share(gap: Gap, part: Span) -> int:
    return share_of(gap, replace(gap, older=str(part.older), newer=str(part.newer)))
