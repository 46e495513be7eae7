"""``allybook books save`` and ``books merge FILE``: two people, a file, one book."""

import pytest

from allybook.domain.errors import BadInput, UnreadableFile


@pytest.fixture
def copy(allybook, tmp_path):
    """A copy of a book of two, written before the book was put in order here."""
    allybook("books", "new", "Harbour")
    allybook("--book", "Harbour", "allies", "add", "@elm", "@oak")
    path = tmp_path / "Harbour.allybook"
    said = allybook("books", "save", "harbour", str(path)).out
    assert said == f"“Harbour” was written to {path} (4 entries).\n"
    return path


def handles(allybook, name):
    return [one["handle"] for one in allybook("--book", name, "allies", "list", "--json").json]


def test_a_copy_makes_the_book_where_there_is_none_and_merging_twice_changes_nothing(
    allybook, copy
):
    rows = allybook("books", "list", "--json").json
    book_id = next(row["book_id"] for row in rows if row["name"] == "Harbour")
    assert allybook("books", "merge", str(copy)).out == (
        "“Harbour” has all of this already; nothing was changed.\n"
    )
    report = allybook("books", "merge", str(copy), "--json").json
    assert report == {
        "book_id": book_id,
        "book": "Harbour",
        "made": False,
        "entries": 0,
        "new": [],
        "changed": [],
        "conflicts": [],
        "brought_back": [],
        "opted_out": [],
        "erased": [],
    }


def test_what_a_copy_brings_is_said_first_then_done_then_taken_back(allybook, copy):
    allybook("books", "new", "Other")
    plan = allybook("books", "merge", str(copy), "--into", "Other", "--plan")
    assert plan.out == "2 new\n"
    assert handles(allybook, "Other") == []
    assert allybook("books", "merge", str(copy), "--into", "Other").out == plan.out
    assert handles(allybook, "Other") == ["elm", "oak"]
    assert allybook("books", "undo").out == ("Taken back: merging a copy of Harbour (4 entries).\n")
    rows = allybook("--book", "Other", "allies", "list", "--json").json
    assert {row["status"] for row in rows} <= {"removed"}


def test_whom_one_had_removed_and_a_copy_has_again_is_named(allybook, copy):
    allybook("--book", "Harbour", "allies", "remove", "@oak", "@elm")
    allybook("books", "copy", "Harbour", "Fork")
    allybook("--book", "Harbour", "allies", "approve", "@oak", "@elm")
    allybook("books", "save", "Harbour", str(copy))
    said = allybook("books", "merge", str(copy), "--into", "Fork").out
    assert said == "2 changed\n2 back, whom one of you had removed: @elm, @oak\n"


def test_a_copy_of_another_book_is_refused(allybook, copy):
    allybook("books", "new", "Other")
    allybook("--book", "Other", "allies", "add", "@ash")
    with pytest.raises(
        BadInput, match="copy of another book, “Harbour”, and has nothing in common"
    ):
        allybook("books", "merge", str(copy), "--into", "Other")
    assert handles(allybook, "Other") == ["ash"]


def test_another_file_is_refused(allybook, tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("handle\nelm\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="is no copy of a book"):
        allybook("books", "merge", str(path))


def test_opting_out_travels_in_a_copy(allybook, copy):
    allybook("books", "copy", "Harbour", "Fork")
    allybook("--book", "Harbour", "allies", "opt-out", "@oak")
    allybook("books", "save", "Harbour", str(copy))
    said = allybook("books", "merge", str(copy), "--into", "Fork").out
    assert said == "1 opted out there, and left out here too\n"
    again = allybook("--book", "Fork", "allies", "list", "--json").json
    assert [one["status"] for one in again if one["handle"] == "oak"] in ([], ["opted_out"])


def test_who_opted_out_of_another_book_here_does_not_come_in_by_a_copy(allybook, copy):
    allybook("books", "new", "Neighbours")
    allybook("--book", "Neighbours", "allies", "opt-out", "@oak")
    allybook("books", "new", "Other")
    merge = ("books", "merge", str(copy), "--into", "Other")
    plan = allybook(*merge, "--plan").out
    assert plan == "1 new\n1 opted out of another book here, and left out of this one\n"
    assert allybook(*merge, "--plan", "--json").json["opted_out"] == ["@oak"]
    assert handles(allybook, "Other") == []
    assert allybook(*merge).out == plan
    rows = allybook("--book", "Other", "allies", "list", "--json").json
    assert [row["handle"] for row in rows if row["status"] != "opted_out"] == ["elm"]


def test_what_a_colleague_wrote_forges_no_line_and_obeys_nothing(allybook, copy, desk):
    steps = len(allybook("allies", "history", "@elm", "--book", "Harbour").out.splitlines())
    note = "call first\n\x1b]0;mine\x07\x1b[2J01FORGED  2026-03-31  Ana opted @elm out"
    allybook("--book", "Harbour", "allies", "set", "@elm", "--note", note)
    told = allybook("--book", "Harbour", "allies", "history", "@elm").out
    assert len(told.splitlines()) == steps + 1
    assert "call first  ]0;mine  [2J01FORGED" in told
    assert not set("\x1b\x07") & set(told)
