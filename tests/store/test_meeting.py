"""What is asked about worlds parts their posts: by each condition, and by none hardly ever."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.zones import ZONES
from tests.store.filters.test_sql import MET, near_in, refill
from tests.store.meeting import EVERY_CONDITION, filters_about, note_told, seeds
from tests.store.pieces import NOW
from tests.store.worlds import LEAST, worlds

OFTEN = 8
WORLDS = 40
"""As many as the properties of the store are tried on (``test_sql``)."""


def test_each_condition_tells_posts_apart(cache):
    """A condition that a compiler took for never or for always would be found, by many filters."""
    told: Counter[str] = Counter()

    # The same worlds each time: another forty could be short of one condition.
    @settings(max_examples=WORLDS, deadline=None, derandomize=True, database=None)
    @given(world=worlds(), seed=seeds, zone=st.sampled_from(ZONES))
    def ask(world, seed, zone):
        refill(cache, world)
        subjects, now = world.subjects(near_in(cache)), NOW.astimezone(zone)
        assert len(subjects) >= LEAST
        for node in filters_about(subjects.values(), seed, MET):
            note_told(told, node, subjects, now)

    ask()
    seldom = {name: told[name] for name in EVERY_CONDITION if told[name] < OFTEN}
    assert seldom == {}
