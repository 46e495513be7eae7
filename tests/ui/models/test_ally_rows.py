"""Very many allies in the table's model: the same order and the same rows as a plain list."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from allybook.domain.book.entry import Kind
from allybook.domain.filters.words import fold
from allybook.ui.models.allies import AllyColumn, AllyRow
from allybook.ui.models.ally_rows import ListedRows
from allybook.ui.models.ally_table import AlliesModel
from allybook.ui.models.roles import EDIT, Role
from allybook.ui.models.signs import AllyStatus
from tests.fakes.cards import now

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
MANY = 50_000
SOME = 3_000
names = st.text(alphabet="aAéb zÄß", max_size=3)


def make(place, name="", category=""):
    return AllyRow(str(place), name, f"h{place}", category=category)


@given(st.lists(st.tuples(names, names), max_size=12), st.booleans())
def test_sorted_by_folded_text_equal_ones_as_given_empty_ones_last(qapp, pairs, descending):
    rows = [make(place, *pair) for place, pair in enumerate(pairs)]
    order = ListedRows(rows).order(AllyColumn.CATEGORY, descending=descending)
    full = [place for place, row in enumerate(rows) if fold(row.category)]
    full.sort(key=lambda place: fold(rows[place].category), reverse=descending)
    assert list(order) == full + [place for place in range(len(rows)) if place not in full]


@pytest.fixture(scope="module")
def many():
    return ListedRows(
        make(place, f"Name {place * 7919 % MANY}", ("food", "", "legal")[place % 3])
        for place in range(MANY)
    )


def test_qts_rules_hold_over_sorting_filtering_writing_and_showing(qapp):
    # The tester looks at every cell after every change: of 50,000 rows that takes minutes.
    model = AlliesModel(now)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show([make(place, f"N{place % 17}", "ab"[place % 2]) for place in range(100)])
    model.sort(AllyColumn.CATEGORY, DESCENDING)
    model.keep(bytes(place % 2 for place in range(100)))
    model.setData(model.index(3, AllyColumn.CATEGORY), "beds", EDIT)
    model.sort(AllyColumn.ALLY)
    model.keep(None)
    model.show(ListedRows())
    assert tester.model() is model


def test_qts_rules_hold_while_thousands_are_narrowed_letter_by_letter(qapp):
    model = AlliesModel(now)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(ListedRows(make(place, f"Name {place * 7919 % SOME}") for place in range(SOME)))
    model.sort(AllyColumn.ALLY)
    for every in (10, 100, SOME, SOME + 1, 10):
        model.keep(bytes(place % every == every - 1 for place in range(SOME)))
        assert model.rowCount() == len(list(model.rows())) == SOME // every
    assert tester.model() is model


def test_fifty_thousand_rows_are_where_a_plain_list_has_them(qapp, many):
    model = AlliesModel(now)
    marks = bytes(place % 5 != 0 for place in range(MANY))
    model.show(many, marks)
    model.sort(AllyColumn.CATEGORY, DESCENDING)
    kept = [row for row, mark in zip(many, marks, strict=True) if mark]
    wanted = sorted((row for row in kept if row.category), key=lambda row: row.category)
    wanted = sorted(wanted, key=lambda row: row.category, reverse=True)
    wanted += [row for row in kept if not row.category]
    assert [model.index(at, 0).data(Role.ROW) for at in range(0, len(wanted), 997)] == wanted[::997]
    assert model.rowCount() == len(wanted)
    assert all(model.row_of(wanted[at].key) == at for at in (0, 19_999, len(wanted) - 1))


def test_a_cell_that_is_written_tells_what_and_where(qtbot):
    model = AlliesModel(now)
    model.show([make(1, "One", "food"), AllyRow("2", "T", "t", status=AllyStatus.OPTED_OUT)])
    cell = model.index(0, AllyColumn.CATEGORY)
    with qtbot.waitSignal(model.written) as told:
        assert model.setData(cell, "  night  shelter ", EDIT)
    assert told.args == ["1", AllyColumn.CATEGORY, "night shelter"]
    assert cell.data() == "food"
    assert not model.setData(cell, "food", EDIT)
    assert not model.setData(model.index(0, AllyColumn.ALLY), "X", EDIT)
    assert not model.setData(model.index(1, AllyColumn.CATEGORY), "X", EDIT)


def test_a_hashtag_stays_one_and_shows_its_tags_to_be_written(qapp):
    model = AlliesModel(now)
    model.show([AllyRow("#a", "#A", "A", Kind.HASHTAG, tags=("beds", "food"))])
    can = partial(Qt.ItemFlag.__and__, Qt.ItemFlag.ItemIsEditable)
    assert not can(model.flags(model.index(0, AllyColumn.KIND)))
    assert can(model.flags(model.index(0, AllyColumn.TAGS)))
    assert model.index(0, AllyColumn.TAGS).data(EDIT) == "beds, food"
