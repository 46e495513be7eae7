"""What is made ahead comes in order, ends as its source does, and stops when nobody wants more."""

from __future__ import annotations

from contextlib import closing
from threading import get_ident

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import UnreadableFile
from allybook.services.jobs.ahead import make_ahead


def steps(values, *, end=None, begun=None, closed=None):
    try:
        for value in values:
            if begun is not None:
                begun.append(value)
            yield value
        if end:
            raise end
    finally:
        if closed is not None:
            closed.append(get_ident())


@given(st.lists(st.none() | st.integers() | st.tuples(st.text())))
def test_all_that_is_made_comes_in_its_order(values):
    assert list(make_ahead(steps(values))) == values


def test_what_a_source_raises_comes_after_what_it_made():
    seen = []
    with pytest.raises(UnreadableFile, match="torn"):
        seen.extend(make_ahead(steps([1, 2, 3], end=UnreadableFile("torn"))))
    ahead = make_ahead(steps([1, 2], end=UnreadableFile("torn")))
    assert [next(ahead), next(ahead)] == [1, 2]
    with pytest.raises(UnreadableFile, match="torn"):
        next(ahead)


def test_it_is_two_steps_ahead_at_most():
    begun = []
    with closing(make_ahead(steps(range(100), begun=begun))) as ahead:
        for taken in range(1, 50):
            next(ahead)
            assert len(begun) <= taken + 2


def test_a_source_that_nobody_wants_any_more_is_closed_in_its_own_thread():
    closed = []
    with closing(make_ahead(steps(range(100), closed=closed))) as ahead:
        assert next(ahead) == 0
    assert len(closed) == 1
    assert closed != [get_ident()]


def test_whoever_fails_meanwhile_leaves_no_thread_behind():
    closed = []
    with (
        pytest.raises(ZeroDivisionError),
        closing(make_ahead(steps([1, 0, 2], closed=closed))) as ahead,
    ):
        assert [1 // value for value in ahead] == []
    assert len(closed) == 1
