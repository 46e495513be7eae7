"""Look through the cache: everything that one view of the timeline shows, in one answer.

What is asked only where nothing is found, or once all is known, is loaded then.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from array import array
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.match import matches
from allybook.domain.filters.reasons import why
from allybook.domain.filters.times import day_of, midnight
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term, terms_of
from allybook.domain.reading.unread import MARK as UNREAD
from allybook.domain.reading.unread import unread_in
from allybook.services.reading.missing import missing
from allybook.services.timeline.mutes import MUTED
from allybook.services.timeline.spare import spared
from allybook.services.timeline.view import (
    PLACES,
    Division,
    Spared,
    divide,
    explain,
    folder_of,
    read_spared,
    subject_of,
    walk,
)
from allybook.ui.charts.days import DayPosts
from allybook.ui.models.posts import Explanation
from allybook.ui.tabs.timeline.saying import say_filter
from allybook.ui.tabs.timeline.source_names import name_sources
from allybook.ui.tabs.timeline.wish import Wish
from allybook.ui.wording import in_words, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.filters.subject import Subject
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Quote
    from allybook.domain.reading.gaps import Gap
    from allybook.domain.reading.sources import Source
    from allybook.domain.spoken import Spoken
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk
    from allybook.ui.tabs.timeline.shown import Shown

CHART_DAYS = 28
FIRST = 100
"""So many posts are shown before the rest of them is known."""
NEAR = 300
"""So many posts from the top are looked at for authors without a name."""


NO_PRICES: Mapping[Gap, Quote] = {}
NO_NAMES: Mapping[Source, str] = {}
UNSPARED = Spared()


class Below(Struct, frozen=True):
    """The numbers of a sight but for what is newer than a list whose newest post is ``top``.

    Quiet posts between that one and the next that would be shown are among them.
    """

    top: int
    kept: int
    quiet: int
    days: tuple[DayPosts, ...]


class Sight(Struct, frozen=True):
    """What there is to see: ids newest first, both counts, and the days of the chart.

    ``nameless`` are the ids of authors near the top whose names the cache does not know;
    ``spared`` what is never quiet; ``gaps`` what was not read, and ``prices``
    what those of them would cost that X still gives, and ``names`` what their sources are called.
    Where it is not ``whole``, these are the first posts only, nothing is counted or priced yet, and
    books in the trash have no name. ``unmet`` says, where
    nothing is found, what no post can fit, and ``unasked`` of whom X said nothing yet. ``unread``
    are the unread posts of all, whatever the wish; ``ends`` are the first and the last day of those
    that are shown. ``below`` is there where newer and older posts came to a list.
    """

    wish: Wish
    order: Sequence[int]
    kept: int
    quiet: int
    days: tuple[DayPosts, ...]
    nameless: tuple[str, ...] = ()
    spared: Spared = UNSPARED
    gaps: tuple[Gap, ...] = ()
    prices: Mapping[Gap, Quote] = NO_PRICES
    whole: bool = True
    unread: Sequence[int] = ()
    ends: tuple[date, date] | None = None
    unmet: tuple[Spoken, ...] = ()
    unasked: tuple[Spoken, ...] = ()
    below: Below | None = None
    names: Mapping[Source, str] = NO_NAMES


NOTHING = Sight(Wish(), array("q"), 0, 0, (), whole=False)


def _go_on() -> None:
    """Go on to the end."""


def look_first(desk: Desk, wish: Wish) -> Sight:
    """Read the first posts of a view, which are there before anybody can count them."""
    wanted = _narrow(desk, _wanted(_divide(desk, wish), wish), wish.days)
    order, left_out = desk.cache.order(wanted, limit=FIRST), _missing(desk, wish)
    kept = read_spared(desk, wanted, wish.limit, most=FIRST)
    names = name_sources(desk, left_out, trash=False)
    return Sight(wish, order, 0, 0, (), spared=kept, gaps=left_out, whole=False, names=names)


def look_through(
    desk: Desk, wish: Wish, go_on: Callable[[], None] = _go_on, shown: Shown | None = None
) -> Sight:
    """Read everything that a view shows; may take a while, so it runs as a job.

    ``go_on`` is called before each question, and raises ``Cancelled`` where nobody waits any more.
    ``shown`` is the list of the same wish that there is by now.
    """
    halves = _divide(desk, wish)
    wanted = _narrow(desk, _wanted(halves, wish), wish.days)
    order = desk.cache.order(wanted)
    go_on()
    kept = desk.cache.count(_narrow(desk, halves.kept, wish.days))
    go_on()
    quiet = desk.cache.count(_narrow(desk, halves.quiet, wish.days))
    go_on()
    below = _count_below(desk, halves, wish, order, shown) if shown and shown.order else None
    go_on()
    unmet, unasked = ((), ()) if order else _why_nothing(desk, wish.chosen)
    left_out = _missing(desk, wish)
    return Sight(
        wish,
        order,
        kept,
        quiet,
        _read_chart(desk, halves, wish),
        _nameless(desk, order),
        read_spared(desk, wanted, wish.limit),
        left_out,
        _price(desk, left_out, go_on) if left_out else NO_PRICES,
        unread=unread_in(desk.cache.mark(UNREAD)),
        ends=_days_of(desk, wanted, order),
        unmet=unmet,
        unasked=unasked,
        below=below,
        names=name_sources(desk, left_out, trash=True),
    )


def count_shown(desk: Desk, wish: Wish) -> int:
    """Return how many posts a view shows; may take a moment, so it runs as a job."""
    return desk.cache.count(_narrow(desk, _wanted(_divide(desk, wish), wish), wish.days))


def _count_below(
    desk: Desk, halves: Division, wish: Wish, order: Sequence[int], shown: Shown
) -> Below | None:
    """Count what a view has before the first of the posts that are newer than a list.

    None where there are none, or all that came to the list is newer, or where ids do not tell the
    times of their posts.
    """
    if not shown.newer(order) or shown.older(order) == shown.order or desk.cache.has_astray():
        return None
    first = desk.cache.post(str(shown.next_of(order)))
    if first is None:
        return None
    until = Term(On.UNTIL, first.created_at.isoformat())
    kept, quiet, everything = (
        And((half, until)) for half in (halves.kept, halves.quiet, halves.everything)
    )
    return Below(
        shown.top,
        desk.cache.count(_narrow(desk, kept, wish.days)),
        desk.cache.count(_narrow(desk, quiet, wish.days)),
        _read_chart(desk, Division(kept, quiet, everything, halves.limit), wish),
    )


def _why_nothing(desk: Desk, chosen: Node) -> tuple[tuple[Spoken, ...], tuple[Spoken, ...]]:
    """Return what no post can fit, and of whom X said nothing yet."""
    from allybook.services.people.unasked import unasked
    from allybook.services.timeline.unmet import unmet

    return unmet(desk, chosen), unasked(desk, chosen)


def _missing(desk: Desk, wish: Wish) -> tuple[Gap, ...]:
    """Return the gaps in what is seen; what is quiet or muted has none of its own."""
    return () if wish.quiet_only or wish.chosen == MUTED else missing(desk, wish.chosen)


def _price(desk: Desk, left_out: Sequence[Gap], go_on: Callable[[], None]) -> dict[Gap, Quote]:
    """Quote the gaps that X still gives, as far as the budget has room for them."""
    from allybook.services.reading.gaps import is_lost, quote_within

    prices: dict[Gap, Quote] = {}
    for gap in left_out:
        go_on()
        if not is_lost(desk, gap):
            prices[gap] = quote_within(desk, gap)
    return prices


def _read_chart(desk: Desk, halves: Division, wish: Wish) -> tuple[DayPosts, ...]:
    """Read how many posts there are on each day of four weeks: the last of them has some."""
    folder = wish.is_aside
    all_loud = folder and not wish.quiet_only
    quiet_ones = halves.everything if all_loud else halves.quiet
    last = _last_day(desk, quiet_ones if folder else halves.everything)
    if last is None:
        return ()
    # A date that nobody knows may be the first of the calendar.
    weeks = last - min(timedelta(days=CHART_DAYS - 1), last - date.min), last
    kept = {} if folder else dict(desk.cache.days(_narrow(desk, halves.kept, weeks)))
    quiet = dict(desk.cache.days(_narrow(desk, quiet_ones, weeks)))
    found = sorted(kept.keys() | quiet | {weeks[0]})
    return tuple(DayPosts(day, kept.get(day, 0), quiet.get(day, 0)) for day in found)


def _last_day(desk: Desk, node: Node) -> date | None:
    """Return the last day that has posts of a filter; a day to come is none."""
    zone = desk.clock.zone
    tomorrow = midnight(day_of(desk.clock.now(), zone) + timedelta(days=1), zone)
    so_far = And((node, Term(On.UNTIL, tomorrow.isoformat())))
    days = _days_of(desk, so_far, desk.cache.order(so_far, limit=1))
    return days[1] if days else None


def _nameless(desk: Desk, order: Sequence[int]) -> tuple[str, ...]:
    from allybook.services.people.resolve import unnamed

    return unnamed(desk, [row.post.author_id for row in walk(desk, order[:NEAR])])


def reasons_of(row: Row, sight: Sight, now: datetime) -> Explanation:
    """Return why a post is shown, or why it waits in the quiet folder.

    ``now`` is in the zone whose days filters mean.
    """
    chosen, subject = sight.wish.chosen, subject_of(row)
    if row.noise > sight.wish.limit:
        rule = rule_of(row, sight, now)
        if rule is not None:
            return Explanation(
                (translate("timeline", "you keep %1").replace("%1", say_filter(rule)),)
            )
        heavy = sorted(explain(row), key=lambda reason: -reason.points)
        return Explanation(
            tuple(in_words(reason.short) for reason in heavy if reason.points > 0), quiet=True
        )
    known = _leave_out_places(chosen, subject, now)
    known = known if matches(known, subject, now) else EVERYTHING
    return Explanation(tuple(map(in_words, why(known, subject, now))))


def _leave_out_places(node: Node, subject: Subject, now: datetime) -> Node:
    """Return a filter without what a row does not tell: which book, list or chat it is from.

    The cache knows that; that a post is there at all says that it holds.
    """
    if not any(term.on in PLACES for term in terms_of(node)):
        return node
    if isinstance(node, Term | Not):
        return EVERYTHING
    parts = (_leave_out_places(part, subject, now) for part in node.parts)
    if isinstance(node, And):
        return And(tuple(parts))
    told = Or(tuple(part for part in parts if part != EVERYTHING))
    return told if matches(told, subject, now) else EVERYTHING


def rule_of(row: Row, sight: Sight, now: datetime) -> Node | None:
    """Return the filter that keeps a noisy post out of the quiet folder, if one does."""
    return sight.spared.keeper_of(row, now) if row.noise > sight.wish.limit else None


def _days_of(desk: Desk, node: Node, order: Sequence[int]) -> tuple[date, date] | None:
    """Return the first and the last day of posts, as they tell it; None where there are none.

    Where no id tells another time than its post, the ends of the order are those of the time.
    """
    if desk.cache.has_astray():
        found = desk.cache.ends(node)
    else:
        posts = [desk.cache.post(str(order[at])) for at in (-1, 0)] if order else []
        made = [post.created_at for post in posts if post]
        found = (made[0], made[-1]) if made else None
    return (day_of(found[0], desk.clock.zone), day_of(found[1], desk.clock.zone)) if found else None


def _divide(desk: Desk, wish: Wish) -> Division:
    """Divide the filter of a wish; in the quiet folder it looks among what is quiet anyway."""
    kept = spared(desk)
    halves = divide(wish.chosen, kept)
    return replace(halves, quiet=folder_of(wish.chosen, kept)) if wish.quiet_only else halves


def _wanted(halves: Division, wish: Wish) -> Node:
    if wish.quiet_only:
        return halves.quiet
    return halves.everything if wish.with_quiet else halves.kept


def _narrow(desk: Desk, node: Node, days: tuple[date, date] | None) -> Node:
    """Return what a filter keeps of a stretch of days, as the person counts them."""
    if days is None:
        return node
    ends = days[0], days[1] + timedelta(days=1)
    since, until = (midnight(day, desk.clock.zone).isoformat() for day in ends)
    return And((node, Term(On.SINCE, since), Term(On.UNTIL, until)))
