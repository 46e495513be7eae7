"""The clock of a laptop with a wrong time is still never behind what it has seen."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book.clock import tick
from allybook.domain.book.entry import Stamp
from tests.structs import builds

STAMPS = builds(Stamp, st.integers(0, 2**45), st.integers(0, 2**16))
MOMENTS = st.integers(0, 2**45)


@given(STAMPS, MOMENTS)
def test_a_tick_is_later_than_the_last(last, now_ms):
    assert tick(last, now_ms) > last
    assert tick(last, now_ms).milliseconds >= now_ms


def test_the_wall_is_followed_when_it_is_ahead():
    assert tick(Stamp(5, 9), 7) == Stamp(7)
    assert tick(Stamp(5, 9), 3) == Stamp(5, 10)
