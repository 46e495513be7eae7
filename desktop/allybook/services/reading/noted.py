"""The gaps that were noted, and what was read; kept beside the posts that they lie between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.expressions import expression
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.questions import without_authors
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import Span, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.services.desk import Desk

MARK = "gaps"
_UNCLEAR = expression(r"(?<![-\w])(?:from|to):[0-9]{1,15}(?!\w)")
"""Whom an earlier Allybook asked for by digits: X could take such a handle for somebody's id."""
_QUOTED = expression(r'"[^"]*"')
_DIGITS = expression(r"[0-9]{1,15}")


def noted(desk: Desk) -> tuple[Gap, ...]:
    """Return every gap that was noted, those noted last at the end."""
    return read_gaps(desk.cache.mark(MARK))


def note(desk: Desk, change: Callable[[tuple[Gap, ...]], Iterable[Gap]]) -> None:
    """Put what ``change`` makes of the gaps in their place; no other program comes between."""
    before = noted(desk)
    desk.cache.change_mark(MARK, lambda text: write_gaps(change(read_gaps(text))))
    if noted(desk) != before:
        desk.announcer.announce(Changed(posts=True))


def end_gaps(desk: Desk, source: Source) -> None:
    """Forget the gaps of a source that is no more: X gives nothing of it to anybody."""
    note(desk, lambda known: [gap for gap in known if gap.source != source])


def noted_spans(desk: Desk, mark: str) -> tuple[Span, ...]:
    """Return the spans that were noted under a name, oldest first."""
    return _read_spans(desk.cache.mark(mark))


def note_span(desk: Desk, mark: str, span: Span) -> None:
    """Note one more span under a name."""
    desk.cache.change_mark(mark, lambda text: _write_spans([*_read_spans(text), span]))


def _read_spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(older, newer) for older, newer in json.loads(text or "[]"))


def _write_spans(spans: Iterable[Span]) -> str:
    return json.dumps([(span.older, span.newer) for span in join(spans)])


def read_gaps(text: str) -> tuple[Gap, ...]:
    """Return the gaps that a mark holds, but those for which X may give a stranger's posts."""
    rows = json.loads(text or "[]")
    return tuple(
        Gap(Source(Origin(origin), name), asked, older, newer, about)
        for origin, name, query, older, newer, about in rows
        if (asked := _clear(query)) is not None
    )


def _clear(query: str) -> str | None:
    """Return a query that asks X for nobody of whom it cannot tell who is meant, or None."""
    if not _is_unclear(query):
        return query
    asked = without_authors(query, lambda name: _DIGITS.fullmatch(name) is not None)
    return None if asked is None or _is_unclear(asked) else asked


def _is_unclear(query: str) -> bool:
    """Return whether X could take a handle for an id; words in quotation marks are no handles."""
    return _UNCLEAR.search(_QUOTED.sub("", query)) is not None


def write_gaps(gaps: Iterable[Gap]) -> str:
    """Return the text of a mark."""
    rows = [
        (gap.source.origin.value, gap.source.name, gap.query, gap.older, gap.newer, gap.about)
        for gap in gaps
    ]
    return json.dumps(rows, ensure_ascii=False)
