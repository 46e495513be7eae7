"""Gaps: what a reading was cut short before is noted, told with its price, and read on demand."""

from __future__ import annotations

import json
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.gaps import Gap, expect
from allybook.domain.posts import time_of
from allybook.domain.pricing import Quote
from allybook.domain.sources import Origin, Source
from allybook.domain.spoken import speak
from allybook.ports import Window
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.money.quote import post_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.pages import Page
    from allybook.domain.posts import Post
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

HOME = "GET /2/users/:id/timelines/reverse_chronological"
SEARCH = "GET /2/tweets/search/recent"
MARK = "gaps"
PAGE = 100
LEAST = 10
REACH = timedelta(days=7) - timedelta(minutes=10)
"""How far back X searches, less what a long reading takes."""


class Stretch(Struct):
    """From which post down to which a reading came, page by page."""

    posts: int = 0
    newest: str = ""
    oldest: str = ""

    def add(self, posts: Sequence[Post]) -> None:
        """Take the posts of one page."""
        ids = sorted((post.post_id for post in posts), key=int)
        if ids:
            self.newest = max(self.newest or ids[-1], ids[-1], key=int)
            self.oldest = min(self.oldest or ids[0], ids[0], key=int)
            self.posts += len(ids)


def note_end(
    desk: Desk, source: Source, query: str, since: str, read: Stretch, reading: Reading
) -> None:
    """Note the gap that a reading of what is newer than ``since`` left, if it was cut short."""
    if reading.complete or not since or not read.posts or int(read.oldest) <= int(since):
        return
    about = expect(read.posts, read.newest, read.oldest, since)
    _write(desk, [*gaps(desk), Gap(source, query, since, read.oldest, about)])


def gaps(desk: Desk) -> tuple[Gap, ...]:
    """Return the gaps, those found last at the end; what X no longer reaches is none."""
    rows = json.loads(desk.cache.mark(MARK) or "[]")
    known = (
        Gap(Source(Origin(origin), name), query, older, newer, about)
        for origin, name, query, older, newer, about in rows
    )
    return tuple(gap for gap in known if not gap.query or _in_reach(desk, gap.newer))


def quote_gap(desk: Desk, gap: Gap) -> Quote:
    """Quote reading a gap: about as many posts as are expected in it."""
    most = _most(gap)
    endpoint = SEARCH if gap.query else HOME
    steps = post_steps(desk, endpoint, most, speak("{n} posts", n=most), page=PAGE)
    because = speak(
        "About {n} posts were not read when the last reading was cut short.", n=gap.about
    )
    return Quote("gap", steps, because, exact=False)


def fill_gap(desk: Desk, gap: Gap, ticket: Ticket) -> Reading:
    """Read a gap from its newer end down, no more than its price; what is left stays a gap."""
    network, read = desk.line.network(), Stretch()
    written = time_of(gap.newer)
    end = written + timedelta(milliseconds=1) if written else None
    since = gap.older if not gap.query or _in_reach(desk, gap.older) else None
    window = Window(since_id=since, end=end)
    me = desk.settings.read("me")

    def ask(page: str | None, wanted: int | None) -> Page[Post]:
        size = max(LEAST, min(PAGE, wanted or PAGE))
        if gap.query:
            return network.search(gap.query, window=window, page=page, size=size)
        return network.home(me, since_id=since, until_id=gap.newer, page=page, size=size)

    def keep(page: Page[Post]) -> None:
        read.add(page.items)
        desk.cache.save_posts(page.items, gap.source, accounts=page.accounts)
        desk.announcer.announce(Changed(posts=True))

    with desk.jobs.named("gap"):
        most = _most(gap)
        reading = read_pages(desk, ticket, ask, keep, most=most - LEAST + 1, total=most)
    _shrink(desk, gap, read, reading)
    return reading


def _shrink(desk: Desk, gap: Gap, read: Stretch, reading: Reading) -> None:
    others = [one for one in gaps(desk) if one != gap]
    if reading.complete or not read.posts:
        _write(desk, others if reading.complete else [*others, gap])
        return
    about = expect(read.posts, gap.newer, read.oldest, gap.older)
    _write(desk, [*others, replace(gap, newer=read.oldest, about=about)])


def _most(gap: Gap) -> int:
    return max(1, ceil(gap.about / LEAST)) * LEAST


def _in_reach(desk: Desk, post_id: str) -> bool:
    written = time_of(post_id)
    return written is not None and desk.clock.now() - written < REACH


def _write(desk: Desk, found: Sequence[Gap]) -> None:
    rows = [
        (gap.source.origin.value, gap.source.name, gap.query, gap.older, gap.newer, gap.about)
        for gap in found
    ]
    desk.cache.set_mark(MARK, json.dumps(rows, ensure_ascii=False))
    desk.announcer.announce(Changed(posts=True))
