"""What a book says, in the cells of a table and back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.book import cells
from allybook.domain.book.ally import Note
from allybook.domain.book.entry import Author, Stamp

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
TAGS = st.lists((WORDS | st.sampled_from(["a,b", 'say "hi"', ";", "=1+1", "x #y"])).map(str.strip))
TEXTS = st.lists(WORDS | st.sampled_from(["2026-01-02 Ben: hi", "  indented", ""])).map("\n".join)
NOTES = st.lists(
    st.tuples(TEXTS, st.sampled_from(["Ana", "Ben: jr", "  Cleo\n D", ""])), max_size=5
)


def note(text, person="Ana"):
    return Note("e", text, Author(person, "d"), Stamp(1_774_915_200_000))


def tidy_tags(tags):
    once = {}
    for tag in tags:
        word = " ".join(tag.split()).lstrip("#").strip()
        if word:
            once.setdefault(word.casefold(), word)
    return tuple(once.values())


@given(TAGS)
def test_tags_come_back_as_they_went(tags):
    tidy = tidy_tags(tags)
    assert cells.read_tags(cells.write_tags(tidy)) == tidy


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("housing, youth", ("housing", "youth")),
        ("housing;mental health\nlegal", ("housing", "mental health", "legal")),
        ("#housing #youth", ("#housing", "#youth")),
        ("mental health", ("mental health",)),
        ('"a, b", c', ("a, b", "c")),
        (", ;", ()),
        ("", ()),
    ],
)
def test_tags_are_read_as_people_write_them(cell, tags):
    assert cells.read_tags(cell) == tags


@given(NOTES)
def test_notes_come_back_one_by_one(notes):
    written = [note(text, person) for text, person in notes if text.strip()]
    cell = cells.write_notes(written)
    found = cells.read_notes(cell)
    assert "\n".join(found) == cell.strip()
    # What is brought in as one note is written again letter by letter.
    assert cells.remark(note(cell, "Dora")) == cell if cell else True


def test_a_note_of_a_year_that_no_calendar_has_is_dated_all_the_same():
    late = Note("e", "met her", Author("Ana", "d"), Stamp(2**48 - 1))
    assert cells.remark(late) == "9999-12-30 Ana: met her"


def test_a_note_is_dated_and_its_further_lines_are_no_other_notes():
    said = cells.write_notes([note("Met Rosa.\n2026-05-01 Ben: not his", "Ana"), note("Second")])
    assert said == "2026-03-31 Ana: Met Rosa.\n  2026-05-01 Ben: not his\n2026-03-31 Ana: Second"
    assert len(cells.read_notes(said)) == 2
    assert cells.undated(cells.read_notes(said)[0]) == "Met Rosa.\n2026-05-01 Ben: not his"


def test_a_cell_of_somebody_elses_is_one_note():
    assert cells.read_notes("called twice\r\nno answer ") == ("called twice\nno answer",)
    assert cells.read_notes("  ") == ()


@pytest.mark.parametrize(
    ("cell", "user_id"),
    [("123", "123"), ("'123", "123"), ('="123"', "123"), ("1234567.0", "1234567"), ("", "")],
)
def test_ids_are_read_as_spreadsheets_show_them(cell, user_id):
    assert cells.read_id(cell) == (user_id, "")


@pytest.mark.parametrize("cell", ["1.23E+18", "1,23457E+18", "1.2E18", "1e+19"])
def test_an_id_that_a_spreadsheet_rounded_is_refused(cell):
    user_id, why = cells.read_id(cell)
    assert user_id == ""
    assert re.search("spreadsheet has rounded", why)


@pytest.mark.parametrize("cell", ["12345678901234567890", "abc", "-5", "@name"])
def test_what_is_no_id_says_so(cell):
    assert cells.read_id(cell) == ("", f"“{cell}” is no user id of X")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ('="1641500000000000001"', "1641500000000000001"),
        ("'11", "11"),
        ("123456.0", "123456"),
        # Whoever wrote the point had a number that has lost its last digits.
        ("1641500000000000256.0", "1641500000000000256.0"),
        ("11.5", "11.5"),
        ("ana", "ana"),
    ],
)
def test_an_id_is_unwrapped_where_nothing_of_it_is_lost(cell, number):
    assert cells.unwrap(cell) == number
    assert cells.read_id(cell)[0] == (number if number.isdecimal() else "")
