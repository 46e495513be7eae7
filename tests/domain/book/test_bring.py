"""What a row changes: it adds and decides, and never takes away or brings anybody back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.book import edit
from allybook.domain.book.bring import RowFate, bring, weigh
from allybook.domain.book.columns import WRITTEN, Column
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.pen import is_empty
from allybook.domain.book.rows import Brought, join, read_row, write_row
from tests.domain.book.histories import KEY, NOMINEE, Laptop

MAPPED = WRITTEN
ROW = Brought(
    2,
    KEY,
    "SafeRoofNet",
    kind=Kind.ORGANISATION,
    category="housing",
    tags=("beds", "night"),
    status=Status.APPROVED,
    reason="met them",
    notes=("called on Monday",),
    nominated_by="Ben",
)


@pytest.fixture
def ana():
    return Laptop("Ana")


def brought(laptop, row):
    return laptop.write(lambda entries, pen: bring(entries, row, pen))


def test_a_row_is_one_entry_of_whoever_brings_it(ana):
    entry = brought(ana, ROW)
    assert entry.by.person == "Ana"
    ally = ana.ally
    assert (ally.status, ally.category, ally.tags) == (
        Status.APPROVED,
        "housing",
        ("beds", "night"),
    )
    assert (ally.kind, ally.reason, ally.handle) == (Kind.ORGANISATION, "met them", "SafeRoofNet")
    assert [one.text for one in ally.notes] == ["called on Monday"]


def test_the_same_row_again_changes_nothing(ana):
    brought(ana, ROW)
    assert weigh(ana.ally, ROW).fate is RowFate.SAME
    assert is_empty(brought(ana, ROW))


def test_what_a_row_does_not_say_stays(ana):
    brought(ana, ROW)
    assert weigh(ana.ally, Brought(2, KEY, "SafeRoofNet")).fate is RowFate.SAME


def test_tags_and_notes_are_added_and_none_is_taken(ana):
    brought(ana, ROW)
    brought(ana, replace(ROW, tags=("Beds", "winter"), notes=("called again",)))
    assert ana.ally.tags == ("beds", "night", "winter")
    assert [one.text for one in ana.ally.notes] == ["called on Monday", "called again"]


@pytest.mark.parametrize(
    ("now", "told", "after"),
    [
        (Status.NOMINATED, Status.APPROVED, Status.APPROVED),
        (Status.NOMINATED, Status.DECLINED, Status.DECLINED),
        (Status.APPROVED, Status.DECLINED, Status.DECLINED),
        (Status.APPROVED, Status.NOMINATED, Status.APPROVED),
        (Status.DECLINED, Status.APPROVED, Status.DECLINED),
        (Status.DECLINED, Status.NOMINATED, Status.DECLINED),
        (Status.REMOVED, Status.APPROVED, Status.REMOVED),
        (Status.OPTED_OUT, Status.APPROVED, Status.OPTED_OUT),
        (Status.APPROVED, Status.OPTED_OUT, Status.APPROVED),
        (Status.APPROVED, Status.REMOVED, Status.APPROVED),
    ],
)
def test_a_status_never_comes_back_by_a_table(ana, now, told, after):
    ana.do(edit.nominate, NOMINEE)
    deeds = {
        Status.APPROVED: (edit.approve,),
        Status.DECLINED: (edit.decline, "no"),
        Status.REMOVED: (edit.remove,),
        Status.OPTED_OUT: (edit.opt_out, KEY),
    }
    if now in deeds:
        ana.do(*deeds[now])
    brought(ana, replace(ROW, status=told))
    assert ana.ally.status is after


@pytest.mark.parametrize("told", [Status.OPTED_OUT, Status.REMOVED])
def test_who_is_out_in_the_table_is_not_brought_in(ana, told):
    verdict = weigh(None, replace(ROW, status=told))
    assert verdict.fate is RowFate.LEFT
    assert "the table says" in verdict.why
    assert is_empty(brought(ana, replace(ROW, status=told)))


def test_who_was_erased_stays_erased(ana):
    ana.do(edit.nominate, NOMINEE)
    ana.write(edit.erase)
    assert is_empty(brought(ana, ROW))
    assert ana.ally is None


def test_a_user_id_is_learnt(ana):
    ana.do(edit.nominate, NOMINEE)
    brought(ana, replace(ROW, key="42", user_id="42"))
    assert (ana.ally.key, ana.ally.user_id, ana.ally.category) == ("42", "42", "housing")


def test_several_notes_are_one_entry_and_come_back_apart(ana):
    row = replace(ROW, notes=("first", "2026-03-01 Ben: second\n  of two lines"))
    brought(ana, row)
    assert weigh(ana.ally, row).fate is RowFate.SAME
    assert "Ana: first\n2026-03-01 Ben: second" in ana.ally.notes[0].text


def test_one_undo_takes_a_whole_row_back(ana):
    ana.do(edit.nominate, NOMINEE)
    before = ana.ally
    ana.undo(brought(ana, ROW))
    after = ana.ally
    assert (after.status, after.category, after.tags, after.notes) == (
        before.status,
        before.category,
        before.tags,
        before.notes,
    )


def test_two_rows_about_one_ally_say_it_together():
    other = replace(ROW, line=9, category="food", tags=("meals",), notes=("later",))
    both = join(ROW, other)
    assert (both.line, both.category, both.tags) == (2, "housing", ("beds", "night", "meals"))
    assert both.notes == ("called on Monday", "later")


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(TEXT, st.lists(TEXT, max_size=3), TEXT, st.lists(TEXT, max_size=3), st.sampled_from(Status))
def test_a_row_of_anything_is_written_and_read_the_same(category, tags, reason, notes, status):
    laptop = Laptop("Ana")
    row = replace(ROW, category=" ".join(category.split()), tags=tuple(tags), status=status)
    brought(laptop, row)
    gone = {Status.REMOVED, Status.OPTED_OUT}
    assert laptop.ally.status is (Status.NOMINATED if status in gone else status)
    laptop.do(edit.decline, reason)
    for text in notes:
        laptop.do(edit.note, text)
    cells = [str(value) for value in write_row(laptop.ally, "Ben").values()]
    (again,) = read_row(cells, MAPPED, 1).rows
    assert weigh(laptop.ally, again).fate is RowFate.SAME
    other = Laptop("Cleo")
    brought(other, again)
    told = write_row(other.ally, "Ben")
    mine = write_row(fold(laptop.entries), "Ben")
    assert {**told, "last_changed": ""} == {**mine, "last_changed": ""}


@pytest.mark.parametrize(
    ("cells", "keys"),
    [
        (("@SafeRoofNet", "", ""), ["@saferoofnet"]),
        (("https://x.com/SafeRoofNet?s=20", "42", ""), ["42"]),
        (("@a1, @b2", "", ""), ["@a1", "@b2"]),
        (("", "42", ""), ["42"]),
        (("#SwHelper", "", ""), ["#swhelper"]),
        (("SwHelper", "", "hashtag"), ["#swhelper"]),
        (("SafeRoofNet", "1.23E+18", ""), ["@saferoofnet"]),
        (("n/a", "", ""), []),
        (("rosa@example.org", "", ""), []),
        (("", "", ""), []),
    ],
)
def test_whom_a_row_names(cells, keys):
    mapped = (Column.HANDLE, Column.USER_ID, Column.KIND)
    understood = read_row(cells, mapped, 7)
    assert [row.key for row in understood.rows] == keys
    assert bool(understood.remarks) == (not keys or "E+" in cells[1])
