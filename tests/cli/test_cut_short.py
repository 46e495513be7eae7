"""A table that comes into a book only in part, since the disk is full on the way."""

import pytest
from msgspec.structs import replace

from allybook.services.books.edit import LOT
from tests.cli.conftest import Terminal
from tests.fakes.full_book import FailingLater

MANY = LOT + 1


class FullShelf:
    """A shelf whose books are full after the first lot."""

    def __init__(self, shelf):
        self._shelf = shelf

    def __getattr__(self, name):
        return getattr(self._shelf, name)

    def open(self, book_id):
        return FailingLater(self._shelf.open(book_id))


@pytest.fixture
def full(desk):
    desk.book()
    return Terminal(replace(desk, shelf=FullShelf(desk.shelf)))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("handle,tags\n" + "".join(f"n{i},x\n" for i in range(MANY)), encoding="utf-8")
    return path


def test_what_was_written_of_a_table_is_told(full, table):
    said = full("allies", "import", table, "--json")
    [report] = said.json
    assert said.status == 1
    assert (report["kind"], report["read"]) == ("csv", MANY)
    assert (report["kept"], report["new"], report["left"]) == (LOT, LOT, 1)
    assert [one["why"] for one in report["problems"]] == [
        f"{LOT:,} of {MANY:,} are done and stay so. The disk is full."
    ]
    assert len(full.keys()) == LOT


def test_a_person_reads_it_once_and_another_file_is_not_all_that_counts(full, table, tmp_path):
    said = full("allies", "import", tmp_path / "nope.csv", table)
    assert said.status == 1
    assert f"t.csv: {LOT} new, 1 left as they are\n" in said.out
    assert (said.out + said.err).count("The disk is full.") == 1
