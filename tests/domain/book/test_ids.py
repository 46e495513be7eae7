"""Ids of entries sort as their stamps do."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book.entry import Stamp
from allybook.domain.book.ids import entry_id, is_entry_id
from tests.structs import builds

STAMPS = builds(Stamp, st.integers(0, 2**48 - 1), st.integers(0, 2**16 - 1))
RANDOM = st.integers(0, 2**80)


@given(STAMPS, STAMPS, RANDOM, RANDOM)
def test_text_order_is_time_order(one, other, some, more):
    first, second = entry_id(one, some), entry_id(other, more)
    assert (one < other) <= (first < second)
    assert is_entry_id(first)


@given(STAMPS, st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_chance_tells_entries_of_one_moment_apart(at, some, more):
    assert (entry_id(at, some) == entry_id(at, more)) == (some == more)


def test_a_clock_gone_mad_wraps_nothing_around():
    assert entry_id(Stamp(2**60, 2**20), 0) > entry_id(Stamp(2**47), 2**64 - 1)
    assert entry_id(Stamp(-5), 0) == "0" * 26


def test_other_text_is_no_id():
    assert not any(
        map(is_entry_id, ["", "0" * 25, "8" + "0" * 25, "0" * 25 + "U", "0" * 26 + "\n"])
    )
