"""Who is done with one goes on with the next: in the inbox and in the table, by keys alone."""

from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from tests.ui.tabs.allies.test_inbox import keys, press


def test_what_is_put_off_makes_way_for_the_next(tab, book, qtbot, settle):
    inbox = tab.work.inbox
    for current in ("202", "203"):
        press(tab, qtbot, Qt.Key.Key_L)
        settle(tab)
        assert inbox.current() == current
        assert inbox.chosen() == [current]
    assert keys(tab)[-2:] == ["201", "202"]
    for _ in ("named", "and once more, as for any person"):
        press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert book.ally("203").status is Status.APPROVED
    assert book.ally("201").status is Status.NOMINATED


def test_what_is_put_off_elsewhere_leaves_the_current_row(tab, settle):
    tab.work.inbox.put_off(["203"])
    settle(tab)
    assert tab.work.inbox.current() == "201"


def test_a_key_too_many_in_an_emptied_inbox_does_nothing(tab, book, qtbot, settle):
    for _ in range(6):
        press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.count() == 0
    before = len(book.entries())
    for key in (Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_L):
        assert tab.window().focusWidget() is tab.work.table
        qtbot.keyClick(tab.work.table, key)
    settle(tab)
    assert tab.work.bar.text() == ""
    assert tab.deeds.asking is None
    assert len(book.entries()) == before


def test_who_is_removed_makes_way_for_the_next(tab, book, qtbot, settle):
    table, model = tab.work.table, tab.work.model
    names = [row.key for row in model.rows()]
    table.go_to(names[2])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    settle(tab)
    assert book.ally(names[2]).status is Status.REMOVED
    assert table.current() == names[3]
    assert [pick.key for pick in table.chosen()] == [names[3]]
    assert tab.details.key == names[3]
    table.go_to(names[-1])
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    settle(tab)
    assert table.current() == names[-2]


def test_a_filter_that_leaves_somebody_out_makes_nobody_else_current(tab, qtbot):
    table, key = tab.work.table, tab.work.table.current()
    tab.work.bar.field.setText("tag:nobody-has-this")
    qtbot.waitUntil(lambda: tab.work.model.rowCount() == 0)
    assert tab.details.key == key
    tab.work.bar.field.setText("")
    qtbot.waitUntil(lambda: tab.work.model.rowCount() > 1)
    assert table.current() == key
