"""Places found as far as somebody looks: the same as all of them found at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.ui.models.allies import AllyColumn, AllyRow
from allybook.ui.models.ally_marked import AHEAD, PART, SPARSE, Marked, Order
from allybook.ui.models.ally_rows import ListedRows

MANY = 5 * AHEAD
PLACES = st.integers(-MANY - 2, MANY + 2)
CASES = st.tuples(st.integers(1, 7919), st.integers(0, MANY), st.integers(0, 100))


def shuffled(case):
    seed, size, share = case
    order = Order(sorted(range(size), key=lambda place: place * seed % 997))
    marks = bytes(place * seed % 100 < share for place in range(size))
    return order, marks, [place for place in order.places if marks[place]]


@given(case=CASES, looks=st.lists(st.tuples(PLACES, PLACES), max_size=4))
def test_any_look_is_that_at_a_list(case, looks):
    order, marks, plain = shuffled(case)
    found = Marked(order, marks)
    assert len(found) == len(plain)
    for start, stop in looks:
        assert found[start:stop] == plain[start:stop]
        assert found[stop:start:-1] == plain[stop:start:-1]
        if -len(plain) <= start < len(plain):
            assert found[start] == plain[start]
    assert list(found) == plain


@given(case=CASES, picked=st.data())
def test_a_place_stands_where_a_list_has_it(case, picked):
    order, marks, plain = shuffled(case)
    if plain:
        place = picked.draw(st.sampled_from(plain))
        assert Marked(order, marks).index(place) == plain.index(place)
    with pytest.raises(ValueError, match="no mark"):
        Marked(order, marks).index(-1)


def test_what_nobody_has_is_past_the_end():
    with pytest.raises(IndexError):
        Marked(Order([0, 1, 2]), b"\1\0\1")[2]


@given(case=CASES, descending=st.booleans())
def test_few_and_many_marks_come_in_the_same_order(case, descending):
    seed, size, _ = case
    rows = ListedRows(AllyRow(str(at), f"N{at * seed % 9}", "h") for at in range(size))
    order = list(rows.order(AllyColumn.ALLY, descending=descending))
    for every in (1, 2, SPARSE * 2):
        marks = bytes(place % every == 0 for place in range(size))
        kept = rows.marked(AllyColumn.ALLY, marks, descending=descending)
        assert list(kept) == [place for place in order if marks[place]]
        rows.prime()
        assert list(rows.marked(AllyColumn.ALLY, marks, descending=descending)) == list(kept)


@pytest.mark.parametrize("size", [0, 1, PART, PART + 1, 2 * PART + 7])
def test_an_order_is_asked_part_by_part(size):
    order, marks, plain = shuffled((31, size, 40))
    found = Marked(order, marks)
    assert [found.index(place) for place in plain[::97]] == [*range(0, len(plain), 97)]
    assert list(found) == plain
