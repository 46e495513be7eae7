"""What came last is unread, whatever its id, until it is read."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.reading.unread import MOST, NONE, add, take_away, unread_in

ids = st.lists(st.integers(0, 2**63 - 1), unique=True, max_size=40)


def test_nothing_is_noted_before_somebody_looked():
    assert add("", [3, 1]) == ""
    assert unread_in("") == []


def test_a_note_of_an_older_version_is_read_as_it_was():
    assert unread_in("[9, [7, 8]]") == [7, 8]
    assert unread_in(add("[9, [7, 8]]", [2])) == [7, 8, 2]
    assert unread_in("[9, 7]") == [9, 7]


@given(ids, ids, ids)
def test_what_came_is_unread_until_it_is_read(first, then, read):
    note = add(add(NONE, first), then)
    assert unread_in(note) == [*first, *then]
    assert unread_in(take_away(note, read)) == [one for one in [*first, *then] if one not in read]


def test_of_a_long_reading_which_comes_newest_first_the_newest_are_unread():
    note = NONE
    for page in range(20):
        note = add(note, range(10_000 - 100 * page, 9_900 - 100 * page, -1))
    assert len(unread_in(note)) == 2 * MOST
    assert {*range(9_501, 10_001), *range(8_001, 8_501)} == set(unread_in(note))


def test_what_comes_last_is_unread_however_many_newer_ones_are():
    """Posts of odd files tell of days to come: they keep nothing else from being unread."""
    note = add(NONE, range(10**9, 10**9 + 3 * MOST))
    assert {1, 2, 3} < set(unread_in(add(note, [1, 2, 3])))
    assert len(unread_in(add(note, [1, 2, 3]))) == 2 * MOST
