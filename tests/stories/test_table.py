"""Somebody works the table of allies by the keyboard, goes home, and goes on the next day."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from allybook.services.books.edit import add_tags, approve
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.models.allies import AllyColumn
from allybook.ui.session import Stage
from tests.fakes.ways import FakeWays
from tests.workshop import practice_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
DESCENDING = Qt.SortOrder.DescendingOrder
MANY = 40
THOUSANDS = 2_200
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def desk(tmp_path):
    with practice_desk(tmp_path) as desk:
        book = create_book(desk, "Harbour groups")
        nominate_handles(desk, book, [f"Group_{number:02}" for number in range(MANY + 10)])
        approve(desk, book, [ally.key for ally in book.allies()])
        add_tags(desk, book, [f"@group_{number:02}" for number in range(MANY)], ["night shelter"])
        desk.settings.write("book", book.info.book_id)
        yield desk


@pytest.fixture
def open_window(qtbot, look):
    """Return a function that opens the window over a desk, and closes the one before."""
    open_now = []

    def close():
        for stage in open_now:
            qtbot.waitUntil(lambda stage=stage: not stage.jobs.running(), timeout=20_000)
            stage.close()
        open_now.clear()

    def start(desk):
        close()
        stage = Stage(desk, look, FakeWays())
        open_now.append(stage)
        stage.window.show()
        qtbot.waitExposed(stage.window)
        tab = stage.window.allies()
        wait(stage, tab)
        return stage, tab

    def wait(stage, tab):
        qtbot.waitUntil(
            lambda: tab.page is not None and not tab.refresher.busy and not stage.jobs.running(),
            timeout=30_000,
        )

    start.wait = wait
    yield start
    close()


def press(qtbot, stage, widget, key, modifier=PLAIN):
    stage.window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key, modifier)


def names(tab):
    return [row.name for row in tab.work.model.rows()]


def test_forty_are_changed_by_keyboard_alone_and_it_is_taken_back_the_next_day(
    qtbot, desk, open_window
):
    stage, tab = open_window(desk)
    table, field = tab.work.table, tab.work.bar.field
    press(qtbot, stage, table, Qt.Key.Key_Slash)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, 'tag:"night')
    field.completer().popup().hide()
    qtbot.keyClicks(field, '"')
    assert tab.work.bar.counted.text() == "40 of 50"
    press(qtbot, stage, table, Qt.Key.Key_A, CTRL)
    press(qtbot, stage, table, Qt.Key.Key_C)
    qtbot.keyClicks(tab.deeds.asking.field, "shelter")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    open_window.wait(stage, tab)
    book = desk.book("Harbour groups")
    assert [ally.category for ally in book.allies()].count("shelter") == MANY
    assert len(table.chosen()) == MANY
    press(qtbot, stage, table, Qt.Key.Key_T, SHIFT)
    qtbot.keyClicks(tab.deeds.asking.field, "night shelter")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    open_window.wait(stage, tab)
    assert not any(ally.tags for ally in book.allies())

    stage, tab = open_window(desk)
    assert tab.work.bar.undo.text() == "Undo untagging 40"
    press(qtbot, stage, tab.work.table, Qt.Key.Key_Z, CTRL)
    open_window.wait(stage, tab)
    assert sum(ally.tags == ("night shelter",) for ally in book.allies()) == MANY
    press(qtbot, stage, tab.work.table, Qt.Key.Key_Z, CTRL)
    open_window.wait(stage, tab)
    assert not any(ally.category for ally in book.allies())


def test_a_filter_typed_wrong_is_mended_where_it_stands(qtbot, desk, open_window):
    stage, tab = open_window(desk)
    field = tab.work.bar.field
    press(qtbot, stage, tab.work.table, Qt.Key.Key_Slash)
    qtbot.keyClicks(field, "catgory:x")
    qtbot.waitUntil(lambda: tab.work.refusal.sentence != "")
    assert "did you mean “category:”" in tab.work.refusal.sentence
    assert len(names(tab)) == MANY + 10
    qtbot.mouseClick(tab.work.refusal.link, Qt.MouseButton.LeftButton)
    assert field.text() == "category:x"
    assert names(tab) == []
    assert tab.work.nobody.isVisible()
    while field.text():
        press(qtbot, stage, field, Qt.Key.Key_Escape)
    assert len(names(tab)) == MANY + 10


def test_columns_are_the_next_day_as_they_were_left(qtbot, desk, open_window):
    _, tab = open_window(desk)
    tab.arranging.arrange()
    sheet = tab.arranging.sheet
    sheet.list.setCurrentRow(sheet.plan.order.index(AllyColumn.KIND))
    qtbot.keyClick(sheet.list, Qt.Key.Key_Space)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    sheet.accept()
    head = tab.work.table.horizontalHeader()
    head.setSortIndicator(AllyColumn.ALLY, DESCENDING)
    left = (tab.work.table.columns.plan, names(tab))
    assert left[1][0] == "Group_49"
    _, tab = open_window(desk)
    assert (tab.work.table.columns.plan, names(tab)) == left
    assert not tab.work.table.isColumnHidden(AllyColumn.KIND)


def test_thousands_are_narrowed_letter_by_letter_and_some_of_the_rest_are_tagged(
    qtbot, desk, open_window
):
    book = create_book(desk, "All harbours")
    nominate_handles(desk, book, [f"Quay_{number:04}" for number in range(THOUSANDS)])
    approve(desk, book, [ally.key for ally in book.allies()])
    desk.settings.write("book", book.info.book_id)
    stage, tab = open_window(desk)
    table, field, every = tab.work.table, tab.work.bar.field, names(tab)
    QAbstractItemModelTester(tab.work.model, FATAL)
    press(qtbot, stage, table, Qt.Key.Key_Slash)
    qtbot.waitUntil(field.hasFocus)

    def shown_as_typed():
        return names(tab) == [name for name in every if field.text() in name.lower()]

    for letter in "uay_22":
        qtbot.keyClicks(field, letter)
        assert shown_as_typed()
    while field.text():
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        assert shown_as_typed()
    qtbot.keyClicks(field, "_219")
    assert tab.work.bar.counted.text() == f"10 of {THOUSANDS:,}"
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(table.hasFocus)
    table.setCurrentIndex(tab.work.model.index(0, 0))
    for _ in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    press(qtbot, stage, table, Qt.Key.Key_T)
    qtbot.keyClicks(tab.deeds.asking.field, "winter")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    open_window.wait(stage, tab)
    three = {"@quay_2190", "@quay_2191", "@quay_2192"}
    assert {ally.key for ally in book.allies() if ally.tags} == three
    assert {pick.key for pick in table.chosen()} == three
    assert len(names(tab)) == 10


def test_a_key_hits_whom_was_chosen_also_after_the_table_was_read_anew(qtbot, desk, open_window):
    stage, tab = open_window(desk)
    table = tab.work.table
    first, third = (table.visualRect(tab.work.model.index(row, 0)).center() for row in (0, 2))

    def click(at, modifier=PLAIN):
        qtbot.mouseClick(table.viewport(), LEFT, modifier, at)

    def read_anew(number):
        add_tags(desk, desk.book("Harbour groups"), [f"@group_{number}"], ["read anew"])
        open_window.wait(stage, tab)

    click(first)
    click(third, CTRL)
    click(third, CTRL)
    read_anew(48)
    assert [pick.key for pick in table.chosen()] == ["@group_00"]
    assert table.current() == "@group_02"
    press(qtbot, stage, table, Qt.Key.Key_T)
    qtbot.keyClicks(tab.deeds.asking.field, "winter")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    open_window.wait(stage, tab)
    allies = desk.book("Harbour groups").allies()
    assert [ally.key for ally in allies if "winter" in ally.tags] == ["@group_00"]
    click(first, CTRL)
    read_anew(49)
    assert table.chosen() == []
