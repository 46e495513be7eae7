"""Whenever somebody stops a reading: what it did not come to is read the next time."""

from datetime import timedelta

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.gaps import fill_gap, gaps
from allybook.services.reading.sources import plan_source, read_source
from tests.fakes.desk import Patience

SEARCH = Source(Origin.SEARCH)
MANY = " OR ".join(f"from:somebody_{number:04}" for number in range(30))
MINUTE = timedelta(minutes=1)


class Impatience(Patience):
    """A ticket that is cancelled once it was asked so often."""

    def __init__(self, times):
        super().__init__()
        self._left = times

    def cancelled(self):
        self._left -= 1
        return self._left < 0


def posts(clock, count, author):
    moments = [clock.now() - number * MINUTE for number in range(3, count + 3)]
    return [Post(id_at(one, sequence=author), str(author), one, "Beds") for one in moments]


def read(desk, ticket, text):
    return read_source(desk, plan_source(desk, SEARCH, parse(text)), ticket)


@pytest.mark.parametrize("text", [MANY, f"({MANY}) newer:5h"], ids=["all", "hours"])
@pytest.mark.parametrize("times", range(9))
def test_nothing_is_passed_over(desk, network, clock, ticket, text, times):
    plan = plan_source(desk, SEARCH, parse(text))
    assert len(plan.queries) > 1
    lay(network, clock, plan)
    read(desk, ticket, text)
    clock.advance(seconds=3600)
    wanted = lay(network, clock, plan)
    network.page_size = 20
    read(desk, Impatience(times), text)
    read(desk, ticket, text)
    while left := gaps(desk):
        fill_gap(desk, left[0], ticket)
    kept = {post.post_id for source, _ in desk.cache.sources() for post in desk.cache.posts(source)}
    assert wanted <= kept


def lay(network, clock, plan):
    """Have posts for each query, those of the first the newest; return their ids."""
    network.found_by = {
        query: posts(clock, 50 - 10 * place, 31 + place)[place:]
        for place, query in enumerate(plan.queries)
    }
    return {post.post_id for found in network.found_by.values() for post in found}
