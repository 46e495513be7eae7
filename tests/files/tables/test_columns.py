"""Which column of a table says what."""

import pytest

from allybook.files.tables.columns import guess_columns


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        ([["id", "author", "text"], ["1", "@jane", "Beds"], ["2", "bob_9", "Soup"]], True),
        # Names of people: those of one word look like handles.
        ([["id", "author", "text"], ["1", "Jane", "Beds"], ["2", "Jane Doe", "Soup"]], False),
        ([["title", "author"], ["The Republic", "Plato"], ["Emma", "Jane Austen"]], False),
    ],
)
def test_an_author_is_a_handle_only_where_all_are(rows, taken):
    columns = guess_columns(rows)
    assert (columns is not None and "handle" in columns.places) is taken
