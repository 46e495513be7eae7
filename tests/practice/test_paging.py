import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.practice.paging import WrongToken, cut_page

numbers = st.lists(st.integers(0, 2**63), unique=True, max_size=40).map(
    lambda found: [(number, str(number)) for number in sorted(found, reverse=True)]
)


@given(numbers, st.integers(1, 9))
def test_pages_give_every_row_once_in_order(rows, size):
    seen, token = [], None
    while True:
        sheet = cut_page(rows, size, token, "question")
        assert len(sheet.items) <= size
        seen += sheet.items
        token = sheet.next_token
        if token is None:
            break
        assert len(token) == 19
    assert seen == [text for _, text in rows]


@given(st.text(max_size=25))
def test_invented_tokens_are_refused(token):
    with pytest.raises(WrongToken):
        cut_page([(1, "a")], 1, token, "question")


def test_a_token_fits_its_own_question_only():
    rows = [(2, "b"), (1, "a")]
    token = cut_page(rows, 1, None, "mine").next_token
    with pytest.raises(WrongToken):
        cut_page(rows, 1, token, "yours")


def test_rows_that_come_later_do_not_shift_the_pages():
    token = cut_page([(2, "b"), (1, "a")], 1, None, "q").next_token
    assert cut_page([(3, "c"), (2, "b"), (1, "a")], 1, token, "q").items == ("a",)
