"""The time in which all lies that a filter keeps, as far as the filter itself says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from msgspec import Struct

from allybook.domain.filters.times import read_moment, read_span, zone_of
from allybook.domain.filters.tree import And, Node, Not, On, Term
from allybook.domain.posts import id_at
from allybook.domain.reading.spans import Span

_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_FROM_THEN_ON = {On.SINCE, On.NEWER}


class Extent(Struct, frozen=True):
    """From ``start`` (included) to ``end`` (not), in UTC; empty where it ends before it starts."""

    start: datetime = _FIRST
    end: datetime = _LAST

    @property
    def starts(self) -> bool:
        """Return whether there is anything before it."""
        return self.start > _FIRST

    @property
    def ends(self) -> bool:
        """Return whether there is anything after it."""
        return self.end < _LAST

    @property
    def seconds(self) -> Extent:
        """Return the whole seconds that it lies in: X writes when a post was made in these."""
        end = self.end.replace(microsecond=0)
        if self.ends and end < self.end:
            end = min(end, _LAST - _SECOND) + _SECOND
        return Extent(self.start.replace(microsecond=0), end)

    @property
    def span(self) -> Span:
        """Return between which posts it lies."""
        whole = self.seconds
        return Span(int(id_at(whole.start)) - 1, int(id_at(whole.end)))


EVER = Extent()


def extent_of(node: Node, now: datetime) -> Extent:
    """Return the time outside of which a filter keeps no post at the moment ``now``.

    What all parts keep lies in the time of each; of alternatives it is the time of them all. The
    zone of ``now`` says what a day is, as in ``match``.
    """
    return _extent_of(node, now, negated=False)


def _extent_of(node: Node, now: datetime, *, negated: bool) -> Extent:
    if isinstance(node, Not):
        return _extent_of(node.part, now, negated=not negated)
    if isinstance(node, Term):
        return _extent_of_term(node, now, negated=negated)
    parts = [_extent_of(part, now, negated=negated) for part in node.parts]
    if isinstance(node, And) is not negated:
        latest = max((part.start for part in parts), default=_FIRST)
        return Extent(latest, min((part.end for part in parts), default=_LAST))
    earliest = min((part.start for part in parts), default=_LAST)
    return Extent(earliest, max((part.end for part in parts), default=_FIRST))


def _extent_of_term(term: Term, now: datetime, *, negated: bool) -> Extent:
    edge = _edge(term, now)
    if edge is None:
        return EVER
    return Extent(start=edge) if (term.on in _FROM_THEN_ON) is not negated else Extent(end=edge)


def _edge(term: Term, now: datetime) -> datetime | None:
    """Return the moment that a condition divides all time by, if by any."""
    if term.on in {On.SINCE, On.UNTIL}:
        return read_moment(term.value, zone_of(now))
    if term.on in {On.NEWER, On.OLDER}:
        length = read_span(term.value)
        return None if length is None else now.astimezone(UTC) - length
    return None
