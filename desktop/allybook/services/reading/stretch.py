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
from allybook.domain.gaps import MOST_AT_HOME, Gap, expect, left_of, share_of, usual
from allybook.domain.posts import id_at, time_of
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.reading.noted import note

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.domain.sources import Source
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

WEEK = timedelta(days=7)
"""How far back X searches."""
REACH = WEEK - timedelta(minutes=10)
"""How far back it is asked to, less what a long reading takes."""


class Stretch(Struct, frozen=True):
    """What is wanted of a source: all posts after ``since``; X gives those after ``floor``.

    ``query`` is what X searches for, empty for the home timeline. Where nothing was read before,
    ``since`` is empty and all that X gives is wanted. ``newer`` is the post before which it ends,
    with ``about`` so many posts in it; without one it is all that is new, and ``mark`` names where
    the newest post read is noted.
    """

    source: Source
    query: str
    since: str
    floor: str
    newer: str = ""
    about: int = 0
    mark: str = ""

    @property
    def older(self) -> str:
        """Return after what all is wanted."""
        return self.since or self.floor


class _Seen(Struct):
    """From which post down to which a reading came, page by page."""

    posts: list[int] = field(default_factory=list)

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


def in_reach(desk: Desk, post_id: str) -> bool:
    """Return whether X's search still finds what is newer than a post."""
    written = time_of(post_id) if post_id else None
    return written is not None and desk.clock.now() - written < REACH


def searched(desk: Desk, since: str) -> str:
    """Return down to where a search brings what is newer than a post, or all (``""``)."""
    return max(since or "0", id_at(desk.clock.now() - WEEK), key=int)


def paged(desk: Desk, since: str) -> str:
    """Return down to where a timeline's pages are read, which end where known posts begin."""
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
    seen, asked, complete = _Seen(), id_at(desk.clock.now()), False

    def keep(page: Page[Post]) -> None:
        desk.cache.save_posts(page.items, stretch.source, accounts=page.accounts)
        seen.add(page.items)
        desk.announcer.announce(Changed(posts=True))

    try:
        with desk.jobs.named(job):
            reading = read_pages(desk, ticket, ask, keep, most=most, total=most)
        complete = reading.complete
    finally:
        if seen.posts or complete:
            _note_end(desk, stretch, seen, asked, complete=complete)
    return reading


def _note_end(desk: Desk, stretch: Stretch, seen: _Seen, asked: str, *, complete: bool) -> None:
    """Note the gap before the mark: who is killed in between reads again, and loses nothing."""
    top = stretch.newer or max(seen.newest or "0", asked, key=int)
    gap = _gap_below(stretch, seen, top, complete=complete)

    def change(known: tuple[Gap, ...]) -> list[Gap]:
        left = (_left_of(one, stretch, top) for one in known)
        return [*(part for parts in left for part in parts), *gap]

    note(desk, change)
    if stretch.mark and (seen.newest or stretch.since):
        newest = max(seen.newest or "0", stretch.since or "0", key=int)
        desk.cache.set_mark(stretch.mark, newest)


def _left_of(gap: Gap, stretch: Stretch, top: str) -> tuple[Gap, ...]:
    is_same = (gap.source, gap.query) == (stretch.source, stretch.query)
    return left_of(gap, stretch.older, top) if is_same else (gap,)


def _gap_below(stretch: Stretch, seen: _Seen, top: str, *, complete: bool) -> tuple[Gap, ...]:
    """Return the gap between where a reading ended and the end of its stretch, if one is left."""
    bottom = stretch.floor if complete else seen.oldest
    if int(bottom) - int(stretch.older) <= 1:
        return ()
    left = Gap(stretch.source, stretch.query, stretch.older, bottom, 0)
    # X reaches no further: what is below the floor was to be had once.
    about = _expect_lost(stretch, seen, top, left) if complete else _expect(stretch, seen, top)
    about = about if stretch.query else min(about, MOST_AT_HOME)
    return (replace(left, about=about),) if about else ()


def _expect_lost(stretch: Stretch, seen: _Seen, top: str, left: Gap) -> int:
    """Return how many posts X gives no more; 0 for a moment in which there was hardly one."""
    if stretch.newer:
        return share_of(replace(left, newer=stretch.newer, about=stretch.about), left)
    return expect(len(seen.posts), top, stretch.floor, stretch.older)


def _expect(stretch: Stretch, seen: _Seen, top: str) -> int:
    """Return how many posts are left by those that were read; one alone tells of the time since."""
    posts = usual(seen.posts)
    if stretch.newer or len(seen.posts) == 1:
        more = expect(posts, top, seen.oldest, stretch.older)
    else:
        more = expect(posts - 1, seen.newest, seen.oldest, stretch.older)
    return max(1, more - 1)
