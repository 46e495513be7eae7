"""Spans: stretches of posts by their ids, and what is left of them where others are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOW = 2**63 - 1
"""The newer end of what is not over yet."""


class Span(Struct, frozen=True, order=True):
    """All posts between two ids, neither of which is among them."""

    older: int
    newer: int

    @property
    def is_open(self) -> bool:
        """Return whether posts may still come to it."""
        return self.newer == NOW

    def holds(self, post: int) -> bool:
        """Return whether a post is within."""
        return self.older < post < self.newer


def join(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans as few as say the same, oldest first."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if _is_any(span)):
        if joined and span.older < joined[-1].newer:
            joined[-1] = Span(joined[-1].older, max(joined[-1].newer, span.newer))
        else:
            joined.append(span)
    return tuple(joined)


def without(wanted: Iterable[Span], known: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is wanted and not known, oldest first."""
    left = join(wanted)
    for taken in join(known):
        left = tuple(part for span in left for part in _cut(span, taken))
    return left


def within(spans: Iterable[Span], wanted: Span) -> tuple[Span, ...]:
    """Return the parts of spans that are wanted, oldest first."""
    parts = (Span(max(s.older, wanted.older), min(s.newer, wanted.newer)) for s in spans)
    return join(parts)


def hold(spans: Sequence[Span], post: int) -> bool:
    """Return whether one of the spans has a post."""
    return any(span.holds(post) for span in spans)


def _cut(span: Span, taken: Span) -> tuple[Span, ...]:
    """Return what is before and after what was taken, of which an end is no part."""
    before = Span(span.older, min(span.newer, taken.older + 1))
    after = Span(max(span.older, taken.newer - 1), span.newer)
    if taken.newer - 1 <= span.older or taken.older + 1 >= span.newer:
        return (span,)
    return tuple(part for part in (before, after) if _is_any(part))


def _is_any(span: Span) -> bool:
    return span.newer - span.older > 1
