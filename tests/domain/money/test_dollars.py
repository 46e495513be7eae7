"""Dollars in words and from words."""

from decimal import Decimal

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.money.dollars import in_words, parse_budget, parse_dollars


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        *[("0", "$0.00"), ("-0", "$0.00"), ("0.005", "$0.005"), ("0.29", "$0.29")],
        *[("1.004", "$1.004"), ("2.5", "$2.50"), ("10", "$10.00")],
    ],
)
def test_dollars_are_said_with_as_many_figures_as_they_need(amount, words):
    assert in_words(Decimal(amount)) == words


@pytest.mark.parametrize("typed", ["2.50", "$2.50", " 2.5 "])
def test_a_sum_is_read_as_people_type_it(typed):
    assert parse_dollars(typed) == Decimal("2.5")


@pytest.mark.parametrize(
    "typed",
    ["", "-1", "two", "nan", "inf", "$", ".", "-0", "+1", "1_000", "1e3", "1e-9", "1.2.3", "$$1"],
)
def test_what_is_no_sum_is_refused(typed):
    with pytest.raises(BadInput):
        parse_dollars(typed)


@pytest.mark.parametrize("typed", ["1000000.01", "2000000", "0.004", "2.505", "0.000000001"])
def test_what_the_window_cannot_show_is_no_budget(typed):
    with pytest.raises(BadInput, match="whole cents, such as"):
        parse_budget(typed)


@pytest.mark.parametrize("typed", ["1000000", "0", "0.01", ".5", "3.", "2.500000"])
def test_what_the_window_can_show_is_one(typed):
    assert parse_budget(typed) == Decimal(typed)


@pytest.mark.parametrize("typed", ["0.005", "0.004", "2.505", "0.000000001"])
def test_what_is_spent_in_one_run_at_most_may_be_parts_of_a_cent(typed):
    assert parse_dollars(typed) == Decimal(typed)
