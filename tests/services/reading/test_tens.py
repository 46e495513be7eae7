"""Pages that X gives: no reading goes over what was said, and none asks once more than it must."""

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from allybook.services.reading.tens import LEAST, PAGE, page_size, stop_at


def pages(most):
    """Return the sizes of the pages of a reading of which X has no end."""
    sizes = []
    while sum(sizes) < stop_at(most):
        sizes.append(page_size(stop_at(most) - sum(sizes)))
    return sizes


@given(st.integers(LEAST, 3_000))
def test_all_that_was_said_is_read_in_as_few_pages_as_can_be(most):
    sizes = pages(most)
    assert sum(sizes) == most
    assert len(sizes) == ceil(most / PAGE)
    assert all(LEAST <= size <= PAGE for size in sizes)


def test_where_there_is_no_end_pages_are_full():
    assert page_size(None) == PAGE
