"""Whatever a colleague's copy or table says, later commands answer, or refuse in a sentence."""

import csv

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from allybook.domain.book.entry import Author, Bag, Entry, Field, Stamp
from allybook.domain.book.ids import entry_id
from allybook.domain.errors import AllybookError
from allybook.files.book_copy import write_book
from allybook.ports.books import BookCopy, BookInfo

ODD = st.sampled_from(
    [
        *(
            "",
            "@elm",
            "@",
            "#",
            "#tag",
            "0",
            "77",
            "1" * 30,
            "x" * 300,
            "\0",
            "a\nb",
            "=1+1",
            "\u202e",
        ),
        *("1620312345678910000", "1620312345678920000", "1.6E+18", "10" * 3000, "٣٣٣٣٣٣", '"'),
        *("approved", "opted_out", "hashtag", "person", "99999-01-01", "https://[", "nan", "1e999"),
    ]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
KEYS = st.sampled_from(["@elm", "@oak", "77", "78", "#tag"])
STAMPS = st.builds(
    Stamp,
    st.sampled_from([0, 1_774_915_200_000]) | st.integers(0, 2**48),
    st.sampled_from([0, 1, 2**20]) | st.integers(0, 2**64),
)
IDS = st.integers(0, 9).map(lambda number: entry_id(Stamp(1_000 + number), number))
FIELDS = st.sampled_from([field.value for field in Field if field is not Field.ALIAS]) | ODD
WORDS = st.dictionaries(
    st.sampled_from([Bag.TAGS.value, Bag.EVIDENCE.value]), st.lists(ODD, max_size=2).map(tuple)
)
ENTRIES = st.builds(
    lambda entry, ally, at, fields, alias, add, note, seen, erased: Entry(
        entry,
        "book",
        ally,
        at,
        Author(note, "laptop"),
        set=fields | alias,
        add=add,
        note=note,
        seen=seen,
        erased=erased,
    ),
    *(IDS, KEYS, STAMPS, st.dictionaries(FIELDS.filter(lambda name: name != "alias"), ODD)),
    st.just({}) | KEYS.map(lambda key: {"alias": key}),
    *(WORDS, ODD),
    st.dictionaries(FIELDS, st.lists(IDS, max_size=2).map(tuple), max_size=2),
    st.sampled_from([False, False, False, True]),
)
HEADS = st.sampled_from(["handle", "user_id", "kind", "status", "tags", "notes", "text", "id", "x"])
# One desk for all cases: what an earlier one left in its books is one more odd thing.
MANY = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@pytest.fixture
def answer(allybook):
    """Run a command; what it refuses in a sentence is an answer as well."""

    def run(*words):
        try:
            return allybook(*words).out
        except AllybookError as error:
            return str(error)

    return run


def read_all(answer, book, folder):
    """Ask for all that a book says, in each form, and bring it in elsewhere."""
    for form in ("csv", "json", "xlsx", "txt", "html", "allybook"):
        path = folder / f"out.{form}"
        if form == "allybook":
            answer("books", "save", book, path)
            assert answer("books", "merge", path)
            continue
        assert answer("--yes", "--book", book, "allies", "export", path)
        answer("--book", "Other", "allies", "import", path)
    answer("--book", book, "allies", "history", "77")
    for words in (("allies", "list"), ("allies", "conflicts"), ("list", "plan")):
        answer("--book", book, *words)


@MANY
@given(entries=st.lists(ENTRIES, min_size=1, max_size=4))
@example([Entry(entry_id(Stamp(1), 1), "book", "77", Stamp(2**48 - 1), Author("A", "d"), note="x")])
@example([Entry(entry_id(Stamp(1), 1), "book", "77", Stamp(1, 2**64), Author("A", "d"), note="x")])
def test_a_copy_with_odd_entries_is_merged_or_refused(answer, tmp_path, entries):
    path = tmp_path / "a.allybook"
    write_book(path, BookCopy(BookInfo("book", "Harbour"), tuple(entries)))
    assert answer("books", "merge", path, "--plan")
    assert answer("books", "merge", path)
    read_all(answer, "Harbour", tmp_path)


@MANY
@given(
    head=st.lists(HEADS, min_size=1, max_size=4),
    rows=st.lists(st.lists(ODD, min_size=1, max_size=4), max_size=5),
    lost=st.integers(0, 3),
)
def test_a_table_with_odd_cells_comes_in_or_is_refused(answer, tmp_path, head, rows, lost):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    path.write_bytes(path.read_bytes().replace(b'"', b"", lost))
    for words in (("allies", "import"), ("import",), ("allies", "import", "--map", "1=handle")):
        assert answer("--book", "Tables", *words, path) is not None
    read_all(answer, "Tables", tmp_path)
