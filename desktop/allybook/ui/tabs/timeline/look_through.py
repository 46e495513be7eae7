"""Look through the cache: everything that one view of the timeline shows, in one answer."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.match import matches
from allybook.domain.filters.reasons import why
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.filters.tree import EVERYTHING, And, On, Term
from allybook.domain.posts import time_of
from allybook.services.people.resolve import unnamed
from allybook.services.reading.missing import missing
from allybook.services.timeline.mutes import MUTED
from allybook.services.timeline.spare import spared
from allybook.services.timeline.unasked import unasked
from allybook.services.timeline.unmet import unmet
from allybook.services.timeline.view import LOUDEST, QUIET_ABOVE, divide, explain, walk
from allybook.ui.charts.days import Day
from allybook.ui.models.posts import Why
from allybook.ui.tabs.timeline.saying import say_filter
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from allybook.domain.filters.tree import Node
    from allybook.domain.gaps import Gap
    from allybook.domain.spoken import Spoken
    from allybook.ports import Row
    from allybook.services.desk import Desk
    from allybook.services.timeline.view import Division

CHART_DAYS = 28
FIRST = 100
"""So many posts are shown before the rest of them is known."""
NEAR = 300
"""So many posts from the top are looked at for authors without a name."""


class Wish(Struct, frozen=True):
    """What a person wants to see: a filter, one stretch of days (or all), quiet posts or not.

    ``quiet_only`` is the quiet folder.
    """

    chosen: Node = EVERYTHING
    days: tuple[date, date] | None = None
    with_quiet: bool = False
    quiet_only: bool = False


class Sight(Struct, frozen=True):
    """What there is to see: ids newest first, both counts, and the days of the chart.

    ``nameless`` are the ids of authors near the top whose names the cache does not know;
    ``spared`` the filters whose posts are never quiet; ``gaps`` what was not read. Where it is not
    ``whole``, these are the first posts only, and nothing is counted yet. ``unmet`` says, where
    nothing is found, what no post can fit, and ``unasked`` of whom X said nothing yet.
    """

    wish: Wish
    order: Sequence[int]
    kept: int
    quiet: int
    days: tuple[Day, ...]
    nameless: tuple[str, ...] = ()
    spared: tuple[Node, ...] = ()
    gaps: tuple[Gap, ...] = ()
    whole: bool = True
    unmet: tuple[Spoken, ...] = ()
    unasked: tuple[Spoken, ...] = ()


NOTHING = Sight(Wish(), array("q"), 0, 0, (), whole=False)


def _go_on() -> None:
    """Go on to the end."""


def look_first(desk: Desk, wish: Wish) -> Sight:
    """Read the first posts of a view, which are there before anybody can count them."""
    kind = spared(desk)
    shown = _narrow(_shown(divide(wish.chosen, kind), wish), wish.days)
    order, left_out = desk.cache.order(shown, limit=FIRST), _missing(desk, wish)
    return Sight(wish, order, 0, 0, (), spared=kind, gaps=left_out, whole=False)


def look_through(desk: Desk, wish: Wish, go_on: Callable[[], None] = _go_on) -> Sight:
    """Read everything that a view shows; may take a while, so it runs as a job.

    ``go_on`` is called before each question, and raises ``Cancelled`` where nobody waits any more.
    """
    kind = spared(desk)
    halves = divide(wish.chosen, kind)
    order = desk.cache.order(_narrow(_shown(halves, wish), wish.days))
    go_on()
    kept = desk.cache.count(_narrow(halves.kept, wish.days))
    go_on()
    quiet = desk.cache.count(_narrow(halves.quiet, wish.days))
    go_on()
    return Sight(
        wish,
        order,
        kept,
        quiet,
        _read_chart(desk, halves, wish),
        _nameless(desk, order),
        kind,
        _missing(desk, wish),
        unmet=() if order else unmet(desk, wish.chosen),
        unasked=() if order else unasked(desk, wish.chosen),
    )


def _missing(desk: Desk, wish: Wish) -> tuple[Gap, ...]:
    """Return the gaps in what is seen; what is quiet or muted has none of its own."""
    aside = wish.quiet_only or wish.chosen == MUTED
    return () if aside else missing(desk, wish.chosen)


def _read_chart(desk: Desk, halves: Division, wish: Wish) -> tuple[Day, ...]:
    """Read how many posts there are on each day of four weeks: the last of them has some."""
    folder = wish.quiet_only
    newest = desk.cache.order(halves.quiet if folder else halves.everything, limit=1)
    for row in walk(desk, newest):
        last = row.post.created_at.date()
        weeks = last - timedelta(days=CHART_DAYS - 1), last
        kept = {} if folder else dict(desk.cache.days(_narrow(halves.kept, weeks)))
        quiet = dict(desk.cache.days(_narrow(halves.quiet, weeks)))
        found = sorted(kept.keys() | quiet | {weeks[0]})
        return tuple(Day(day, kept.get(day, 0), quiet.get(day, 0)) for day in found)
    return ()


def _nameless(desk: Desk, order: Sequence[int]) -> tuple[str, ...]:
    return unnamed(desk, [row.post.author_id for row in walk(desk, order[:NEAR])])


def reasons_of(row: Row, sight: Sight, now: datetime) -> Why:
    """Return why a post is shown, or why it waits in the quiet folder."""
    chosen, subject = sight.wish.chosen, _subject(row)
    if row.noise > limit_of(chosen):
        rule = rule_of(row, sight, now)
        if rule is not None:
            return Why((translate("timeline", "you keep %1").replace("%1", say_filter(rule)),))
        heavy = sorted(explain(row), key=lambda reason: -reason.points)
        return Why(
            tuple(in_words(reason.short) for reason in heavy if reason.points > 0), quiet=True
        )
    known = chosen if matches(chosen, subject, now) else EVERYTHING
    return Why(tuple(map(in_words, why(known, subject, now))))


def limit_of(chosen: Node) -> int:
    """Return the noise above which a post is shown as quiet.

    Where a filter asks for loud posts by themselves (muted ones, say), they are quiet elsewhere.
    """
    limit = divide(chosen).limit
    return QUIET_ABOVE if limit == LOUDEST else limit


def rule_of(row: Row, sight: Sight, now: datetime) -> Node | None:
    """Return the filter that keeps a noisy post out of the quiet folder, if one does."""
    if row.noise <= limit_of(sight.wish.chosen):
        return None
    subject = _subject(row)
    return next((one for one in sight.spared if matches(one, subject, now)), None)


def _subject(row: Row) -> Subject:
    standing = {"": Standing(tags=frozenset(row.book_tags))} if row.ally else {}
    return Subject(row.post, row.author, standing, noise=row.noise)


def days_of(order: Sequence[int]) -> tuple[date, date] | None:
    """Return the first and the last day of posts, newest first; None where they tell none."""
    ends = [time_of(str(order[place])) for place in (-1, 0)] if order else []
    moments = [one for one in ends if one is not None]
    return (moments[0].date(), moments[-1].date()) if moments else None


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
