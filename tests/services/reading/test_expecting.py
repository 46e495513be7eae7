"""How many posts a gap is said to have, by what is here of it and by what was read around it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.gaps import TELLING, Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.spans import Span
from allybook.services.jobs.paging import Reading
from allybook.services.reading.known import KnownWay, calm
from allybook.services.reading.noted import note, note_span, noted

FILE = Source(Origin.FILE, "posts.jsonl")
WAY = KnownWay(Source(Origin.SEARCH), "beds", parse("beds"))
SAID = 500
HOUR = timedelta(hours=1)


def expected(desk, reading, *, hours):
    """Return how many posts a gap of the last hours is said to have after a reading."""
    now = desk.clock.now()
    gap = Gap(WAY.source, WAY.query, id_at(now - hours * HOUR), id_at(now), SAID)
    note(desk, lambda _known: [gap])
    calm(desk, WAY, (), reading)
    (gap,) = noted(desk)
    return gap.about


def keep(desk, count, *, since, every):
    """Keep posts from a file: so many, the first one ``since`` before now."""
    start = desk.clock.now() - since
    moments = [start + number * every for number in range(count)]
    found = [Post(id_at(one, sequence=5), "31", one, "Beds tonight") for one in moments]
    desk.cache.save_posts(found, FILE)


@pytest.mark.parametrize(
    ("new", "about"),
    [(0, 60), (5, 120), (6, SAID), (10, SAID)],
    ids=["all were here", "half were here", "fewer than half", "none was here"],
)
def test_where_half_of_what_came_was_here_what_is_here_tells_of_the_rest(desk, new, about):
    """Of the newer half of the gap, 30 posts are here: of the older half, nobody has any."""
    keep(desk, 30, since=30 * HOUR, every=HOUR)
    found = expected(desk, Reading(10, complete=False, new=new), hours=60)
    assert found == pytest.approx(about, abs=3)


def test_what_was_read_around_it_tells_of_a_moment_at_least_one_post(desk):
    keep(desk, TELLING, since=40 * HOUR, every=HOUR)
    ends = [int(id_at(desk.clock.now() - hours * HOUR)) for hours in (41, 2)]
    note_span(desk, WAY.mark, Span(*ends))
    assert expected(desk, Reading(10, complete=False, new=10), hours=0.01) == 1


def test_what_was_read_around_it_tells_of_hours_as_many_as_came_in_those(desk):
    keep(desk, TELLING, since=27 * HOUR, every=HOUR)
    ends = [int(id_at(desk.clock.now() - hours * HOUR)) for hours in (27, 3)]
    note_span(desk, WAY.mark, Span(*ends))
    assert expected(desk, Reading(10, complete=False, new=10), hours=3) == pytest.approx(3, abs=0.5)
