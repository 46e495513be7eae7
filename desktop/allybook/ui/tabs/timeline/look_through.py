"""Look through the cache: everything that one view of the timeline shows, in one answer."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.filters.match import matches
from allybook.domain.filters.reasons import why
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.filters.tree import EVERYTHING, And, On, Term
from allybook.services.resolve import unnamed
from allybook.services.view import divide, explain, walk
from allybook.ui.charts.days import Day
from allybook.ui.models.posts import Why

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from allybook.domain.filters.tree import Node
    from allybook.ports import Row
    from allybook.services.desk import Desk
    from allybook.services.view import Division

CHART_DAYS = 28
NEAR = 300
"""So many posts from the top are looked at for authors without a name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see: a filter, one stretch of days (or all), quiet posts or not.

    ``quiet_only`` is the quiet folder.
    """

    chosen: Node = EVERYTHING
    days: tuple[date, date] | None = None
    with_quiet: bool = False
    quiet_only: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see: ids newest first, both counts, and the days of the chart.

    ``nameless`` are the ids of authors near the top whose names the cache does not know.
    """

    wish: Wish
    order: Sequence[int]
    kept: int
    quiet: int
    days: tuple[Day, ...]
    nameless: tuple[str, ...] = ()


NOTHING = Sight(Wish(), array("q"), 0, 0, ())


def look_through(desk: Desk, wish: Wish) -> Sight:
    """Read everything that a view shows; may take a while, so it runs as a job."""
    halves = divide(wish.chosen)
    kept_days, quiet_days = desk.cache.days(halves.kept), desk.cache.days(halves.quiet)
    kept, quiet = _narrow(halves.kept, wish.days), _narrow(halves.quiet, wish.days)
    shown = _narrow(_shown(halves, wish), wish.days)
    order = desk.cache.order(shown)
    return Sight(
        wish,
        order,
        desk.cache.count(kept),
        desk.cache.count(quiet),
        _chart(dict(kept_days), dict(quiet_days)),
        _nameless(desk, order),
    )


def _nameless(desk: Desk, order: Sequence[int]) -> tuple[str, ...]:
    return unnamed(desk, [row.post.author_id for row in walk(desk, order[:NEAR])])


def reasons_of(row: Row, wish: Wish, now: datetime) -> Why:
    """Return why a post is shown, or why it waits in the quiet folder."""
    halves = divide(wish.chosen)
    if row.noise > halves.limit:
        heavy = sorted(explain(row), key=lambda reason: -reason.points)
        return Why(tuple(reason.short for reason in heavy if reason.points > 0), quiet=True)
    standing = {"": Standing(tags=frozenset(row.book_tags))} if row.ally else {}
    subject = Subject(row.post, row.author, standing, noise=row.noise)
    known = wish.chosen if matches(wish.chosen, subject, now) else EVERYTHING
    return Why(why(known, subject, now))


def _shown(halves: Division, wish: Wish) -> Node:
    if wish.quiet_only:
        return halves.quiet
    return halves.everything if wish.with_quiet else halves.kept


def _narrow(node: Node, days: tuple[date, date] | None) -> Node:
    if days is None:
        return node
    first, last = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in days)
    until = last + timedelta(days=1)
    narrowed = Term(On.SINCE, first.isoformat()), Term(On.UNTIL, until.isoformat())
    return And((node, *narrowed))


def _chart(kept: dict[date, int], quiet: dict[date, int]) -> tuple[Day, ...]:
    """Return the last four weeks that have posts."""
    every = sorted(kept.keys() | quiet.keys())
    if not every:
        return ()
    first = every[-1] - timedelta(days=CHART_DAYS - 1)
    return tuple(Day(day, kept.get(day, 0), quiet.get(day, 0)) for day in every if day >= first)
