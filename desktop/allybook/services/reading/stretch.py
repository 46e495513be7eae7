"""Stretches: what is new in a source, or was left out of it, read from its newer end down.

How far a reading came is noted whatever ends it, the budget or a line that breaks as well: all
posts up to the mark of a source were read or lie in a gap, so none is lost, and none paid twice.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import id_at, time_of
from allybook.domain.reading.gaps import (
    MOST_AT_HOME,
    TELLING,
    Gap,
    expect,
    left_of,
    share_of,
    shared,
    usual,
)
from allybook.domain.reading.questions import question, wider
from allybook.domain.reading.spans import NOW, Span, within, without
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.reading.arrivals import begin_noting
from allybook.services.reading.noted import note, note_span, noted_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from allybook.domain.posts import Post
    from allybook.domain.reading.pages import Page
    from allybook.domain.reading.sources import Source
    from allybook.ports.surroundings import Clock, Ticket
    from allybook.services.desk import Desk

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
"""How far back X searches, and gives of home whatever else it says."""
REACH = WEEK - timedelta(minutes=10)
"""How far back it is asked to, less what a long reading takes."""
HOUR = timedelta(hours=1)
MARGIN = timedelta(minutes=2)
"""How long X may take until a new post is found."""
HOME_END = "home end"
"""The mark of the post below which X gave nothing of home any more."""


class Stretch(Struct, frozen=True):
    """What is wanted of a source: all posts after ``since``; X gives those after ``floor``.

    ``query`` is what X searches for, empty for the home timeline. Where nothing was read before,
    ``since`` is empty and all that X gives is wanted. ``newer`` is the post before which it ends,
    with ``about`` so many posts in it; without one it is all that is new, and ``mark`` names where
    the newest post read is noted. ``known`` names where the stretch itself is noted instead; its
    ends are moments then, and posts may be there. A search has a ``reach``: the post
    after which X said that it searches, ``"0"`` before it said so. It is cut by X's clock then,
    and so is home.
    Of what is ``paid`` for in part, the price was told for that day of X's (UTC): it is read no
    further than that. What X ``counted`` is read to the last post, however few are on a page.
    """

    source: Source
    query: str
    since: str
    floor: str
    newer: str = ""
    about: int = 0
    mark: str = ""
    known: str = ""
    reach: str = ""
    paid: date | None = None
    counted: bool = False

    @property
    def older(self) -> str:
        """Return after what all is wanted."""
        return self.since or self.floor


class _Seen(Struct):
    """From which post down to which a reading came, page by page."""

    posts: list[int] = field(default_factory=list)
    new: int = 0

    @property
    def newest(self) -> str:
        """Return the newest post, ``""`` where there was none."""
        return str(max(self.posts, default=""))

    @property
    def oldest(self) -> str:
        """Return the oldest post, ``""`` where there was none."""
        return str(min(self.posts, default=""))

    def add(self, posts: Sequence[Post]) -> None:
        """Take the posts of one page."""
        self.posts += [int(post.post_id) for post in posts]


class _ForToday:
    """A ticket that ends with the day of a price: from then on all is charged anew.

    It may be over before the first page, or X may tell with it that it is another day.
    """

    def __init__(self, ticket: Ticket, clock: Clock, day: date) -> None:
        self._ticket, self._clock, self._day = ticket, clock, day
        self.waiting, self.report = ticket.waiting, ticket.report

    def cancelled(self) -> bool:
        """Return whether the person stopped, or it is not the day of the price."""
        return self._clock.now().date() != self._day or self._ticket.cancelled()


def in_reach(desk: Desk, post_id: str) -> bool:
    """Return whether X's search still finds what is newer than a post."""
    written = time_of(post_id) if post_id else None
    return written is not None and desk.clock.now() - written < REACH


def searched(desk: Desk, since: str) -> str:
    """Return down to where a search brings what is newer than a post, or all (``""``)."""
    return max(since or "0", id_at(desk.clock.now() - WEEK), key=int)


def paged(desk: Desk, since: str) -> str:
    """Return down to where a list's pages are read, which end where known posts begin."""
    return since or id_at(desk.clock.now() - WEEK)


def read_stretch(
    desk: Desk,
    ticket: Ticket,
    stretch: Stretch,
    ask: Callable[[str | None, int | None], Page[Post]],
    *,
    job: str,
    most: int,
) -> Reading:
    """Read a stretch, newest first, at most ``most`` posts, and keep each page as it comes.

    It is charged to ``job``. What it did not come to is a gap from then on.
    """
    begin_noting(desk)
    seen, asked, complete = _Seen(), id_at(desk.clock.now()), False
    begun = False
    ticket = _ForToday(ticket, desk.clock, stretch.paid) if stretch.paid else ticket

    def keep(page: Page[Post]) -> None:
        """Keep a page, and tell the window."""
        nonlocal stretch, asked, begun
        if not begun:
            begun, stretch = True, _recut(desk, stretch)
            asked = min(asked, id_at(desk.clock.now()), key=int)
        new = desk.cache.save_posts(page.items, stretch.source, accounts=page.accounts)
        seen.new += new
        # A page that begins above the stretch brings what is known first.
        newer = int(stretch.newer or NOW)
        seen.add([post for post in page.items if int(post.post_id) < newer])
        desk.announcer.announce(Changed(posts=True, read=len(page.items), new=new))

    try:
        with desk.jobs.named(job):
            reading = read_pages(desk, ticket, ask, keep, most=most, total=most)
        complete = reading.complete
    finally:
        if seen.posts or complete:
            _note_end(desk, stretch, seen, asked, complete=complete)
    return replace(reading, new=seen.new)


def note_none(desk: Desk, stretch: Stretch) -> None:
    """Note that a stretch is read, for X counts no post in it."""
    _note_end(desk, stretch, _Seen(), id_at(desk.clock.now()), complete=True)


def _recut(desk: Desk, stretch: Stretch) -> Stretch:
    """Return a stretch down to what X gives by its own clock, which it has told by now."""
    if not stretch.reach:
        return stretch
    floor = max(searched(desk, stretch.since), stretch.reach, key=int)
    return replace(stretch, floor=min(floor, stretch.newer or floor, key=int))


def _note_end(desk: Desk, stretch: Stretch, seen: _Seen, asked: str, *, complete: bool) -> None:
    """Note the gap before the mark: who is killed in between reads again, and loses nothing.

    Another reading may have ended meanwhile: what it read is no gap, and its gaps stay.
    """
    rest = _rest(desk, stretch, seen, asked, complete=complete)
    newest = max(seen.newest or "0", stretch.since or "0", key=int)
    floor = min(stretch.floor, seen.oldest or stretch.floor, key=int)
    bottom = rest.newer if rest else stretch.since or floor
    top = stretch.newer or (max(newest, asked, key=int) if stretch.known else newest)

    def change(known: tuple[Gap, ...]) -> list[Gap]:
        """Return the gaps with what this reading closed or left open."""
        low = rest.older if rest else stretch.older if stretch.known else stretch.since or "0"
        left = (
            _left_of(one, stretch, low if _is_of(one, stretch) else bottom, top) for one in known
        )
        return [*(part for parts in left for part in parts), *_unread(desk, stretch, rest, known)]

    note(desk, change)
    if rest and complete and not stretch.query:
        desk.cache.change_mark(HOME_END, lambda end: max(end or "0", rest.newer, key=int))
    if stretch.mark and newest != "0":
        desk.cache.change_mark(stretch.mark, lambda mark: max(mark or "0", newest, key=int))
    if stretch.known:
        _note_known(desk, stretch, seen)


def _note_known(desk: Desk, stretch: Stretch, seen: _Seen) -> None:
    """Note a stretch, but for its last minutes, in which X may still find posts."""
    newest = int(seen.newest or 0) + 1
    settled = int(id_at(desk.clock.now() - MARGIN))
    newer = max(newest, min(int(stretch.newer), settled)) if stretch.newer else newest
    if newer - int(stretch.older) > 1:
        note_span(desk, stretch.known, Span(int(stretch.older), newer))


def _is_of(gap: Gap, stretch: Stretch) -> bool:
    return gap.is_of(stretch.source, stretch.query)


def _left_of(gap: Gap, stretch: Stretch, low: str, top: str) -> tuple[Gap, ...]:
    """Return what is left of a gap, also of one that a narrower question left."""
    if not _is_of(gap, stretch) and question(stretch.query) not in wider(gap.query):
        return (gap,)
    if stretch.known:
        return left_of(gap, str(int(low) + 1), str(int(top) - 1))
    return left_of(gap, low, top)


def _unread(
    desk: Desk, stretch: Stretch, rest: Gap | None, known: Sequence[Gap]
) -> tuple[Gap, ...]:
    """Return what is left of the rest of a stretch: what no other reading read meanwhile."""
    if rest is None:
        return ()
    whole = Span(int(rest.older), int(rest.newer))
    gaps = [Span(int(gap.older), int(gap.newer)) for gap in known if _is_of(gap, stretch)]
    left: Iterable[Span] = ()
    if stretch.known:
        left = without([whole], without(noted_spans(desk, stretch.known), gaps))
    elif stretch.mark:
        left = [Span(max(whole.older, _mark(desk, stretch)), whole.newer)]
    parts = (
        replace(rest, older=str(part.older), newer=str(part.newer))
        for part in within([*gaps, *left], whole)
    )
    return tuple(shared(rest, part) for part in parts)


def _mark(desk: Desk, stretch: Stretch) -> int:
    """Return up to where a source was read by now."""
    mark = int(desk.cache.mark(stretch.mark) or 0)
    return mark if mark > int(stretch.since or 0) else 0


def _rest(desk: Desk, stretch: Stretch, seen: _Seen, asked: str, *, complete: bool) -> Gap | None:
    """Return what lies between where a reading ended and the end of its stretch, if anything."""
    if complete and stretch.mark and (not stretch.since or _is_whole(stretch, seen)):
        # It was all that X gives, wherever that ends.
        return None
    older = _end(desk, stretch, seen)
    read_to = seen.oldest or older
    bottom = min(stretch.floor, seen.oldest or stretch.floor, key=int) if complete else read_to
    if int(bottom) - int(older) <= 1:
        return None
    top = stretch.newer or max(seen.newest or "0", asked, key=int)
    left = Gap(stretch.source, stretch.query, older, bottom, 0)
    # X reaches no further: what is below the floor was to be had once.
    if complete:
        about = _expect_lost(stretch, seen, top, left)
        return replace(left, about=about) if about or _is_untold(stretch, seen, left) else None
    about = _expect(stretch, seen, left)
    return replace(left, about=about if stretch.query else min(about, MOST_AT_HOME))


def _is_whole(stretch: Stretch, seen: _Seen) -> bool:
    """Return whether home was given down to the mark: X looked beyond its week, and found few.

    Whether it gives a week, so many posts or both, it does not say in one voice.
    """
    written = time_of(seen.oldest) if seen.oldest else None
    week = time_of(stretch.floor)
    if stretch.query or not (written and week):
        return False
    return written < week - DAY and len(seen.posts) < MOST_AT_HOME


def _end(desk: Desk, stretch: Stretch, seen: _Seen) -> str:
    """Return after what all was wanted: X's week, where nothing was read before.

    The newest post tells X's time where the clock of this laptop is wrong.
    """
    if stretch.since or not stretch.mark:
        return stretch.older
    here = next(iter(desk.cache.order(EVERYTHING, limit=1)), 0)
    now = max(int(seen.newest or 0), min(here, int(id_at(desk.clock.now()))))
    told = time_of(str(now))
    return id_at(told - WEEK) if told else stretch.floor


def _expect_lost(stretch: Stretch, seen: _Seen, top: str, left: Gap) -> int:
    """Return how many posts X gives no more; 0 for a moment in which there was hardly one."""
    is_home = not stretch.query
    if stretch.newer and stretch.about and not (is_home and len(seen.posts) >= TELLING):
        about = share_of(replace(left, newer=stretch.newer, about=stretch.about), left)
    else:
        about = expect(len(seen.posts), top, left.newer, left.older)
    if is_home or (stretch.newer and (stretch.about or not stretch.known)):
        # The end of X's week is known as well as the time of the newest post: to about one post.
        return about if about > 1 else 0
    return about


def _is_untold(stretch: Stretch, seen: _Seen, left: Gap) -> bool:
    """Return whether nobody can tell how many posts are lost of a gap, but for a moment of it."""
    ends = time_of(left.older), time_of(left.newer)
    if stretch.known or stretch.about or seen.posts or not stretch.newer:
        return False
    return bool(ends[0] and ends[1] and ends[1] - ends[0] > HOUR)


def _expect(stretch: Stretch, seen: _Seen, left: Gap) -> int:
    """Return how many posts are left by those that were read; 0 where they are no pace."""
    if len(seen.posts) < TELLING:
        return _expect_of_told(stretch, left)
    posts = usual(seen.posts)
    if stretch.newer:
        return max(1, expect(posts, stretch.newer, seen.oldest, left.older) - 1)
    return max(1, expect(posts - 1, seen.newest, seen.oldest, left.older) - 1)


def _expect_of_told(stretch: Stretch, left: Gap) -> int:
    """Return the share of what was expected in a stretch before it was read."""
    if not stretch.about:
        return 0
    whole = replace(left, newer=stretch.newer, about=stretch.about)
    return shared(whole, left).about
