"""Counts as spreadsheets and other programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.files.tables.csv_posts import read_count


@pytest.mark.parametrize("cell", ["", "1.2K", "12.5", "1,23", "-3", "1,234.5", "9" * 19, "many"])
def test_what_is_no_whole_number_is_none(cell):
    assert read_count(cell) is None


@given(st.integers(0, 10**15))
def test_a_count_is_read_however_it_is_written(number):
    written = (f"{number}", f"{number}.0", f"{number:,}", f"{number:,}".replace(",", "."))
    assert {read_count(cell) for cell in written} == {number}
