"""Ids and words on their way into a question."""

from __future__ import annotations

import json

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.errors import BadInput
from allybook.store.database.ids import HIGHEST, known_numbers, listed, number


@given(st.lists(st.integers(0, HIGHEST)) | st.lists(st.text()))
def test_sqlite_finds_what_was_listed(values):
    rows = apsw.Connection(":memory:").execute("SELECT value FROM json_each(?)", (listed(values),))
    assert [value for (value,) in rows] == values


@pytest.mark.parametrize("values", [["\ud83d"], ["ana", "b\ud83d"]])
def test_half_an_emoji_ends_no_question(values):
    assert json.loads(listed(values)) == values


@pytest.mark.parametrize("text", ["9" * 5000, "0" * 5000, str(HIGHEST + 1), "-1", "٣", "²", ""])
def test_what_is_no_id_is_refused_and_found_nowhere(text):
    with pytest.raises(BadInput, match="is not an id of X"):
        number(text)
    assert known_numbers([text, str(HIGHEST), "05"]) == [HIGHEST, 5]
