"""The gaps that were noted, kept beside the posts that they lie between."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from allybook.domain.changes import Changed
from allybook.domain.gaps import Gap
from allybook.domain.sources import Origin, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from allybook.services.desk import Desk

MARK = "gaps"


def noted(desk: Desk) -> tuple[Gap, ...]:
    """Return every gap that was noted, those noted last at the end."""
    return _read(desk.cache.mark(MARK))


def note(desk: Desk, change: Callable[[tuple[Gap, ...]], Iterable[Gap]]) -> None:
    """Put what ``change`` makes of the gaps in their place; no other program comes between."""
    before = noted(desk)
    desk.cache.change_mark(MARK, lambda text: _write(change(_read(text))))
    if noted(desk) != before:
        desk.announcer.announce(Changed(posts=True))


def _read(text: str) -> tuple[Gap, ...]:
    rows = json.loads(text or "[]")
    return tuple(
        Gap(Source(Origin(origin), name), query, older, newer, about)
        for origin, name, query, older, newer, about in rows
    )


def _write(gaps: Iterable[Gap]) -> str:
    rows = [
        (gap.source.origin.value, gap.source.name, gap.query, gap.older, gap.newer, gap.about)
        for gap in gaps
    ]
    return json.dumps(rows, ensure_ascii=False)
