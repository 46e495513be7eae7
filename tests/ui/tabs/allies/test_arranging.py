import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent

from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.column_plan import HIDDEN, USUAL, ColumnPlan, read_plan

DESCENDING = Qt.SortOrder.DescendingOrder
ALT = Qt.KeyboardModifier.AltModifier


def trigger(tab, name, section=-1):
    menu = tab.arranging.make_menu(section)
    next(action for action in menu.actions() if action.objectName() == name).trigger()
    menu.deleteLater()


def titles(tab):
    """Return the titles in sight from the left."""
    table = tab.work.table
    head = table.horizontalHeader()
    columns = [head.logicalIndex(at) for at in range(head.count())]
    shown = [column for column in columns if not table.isColumnHidden(column)]
    return [tab.work.model.headerData(column, Qt.Orientation.Horizontal) for column in shown]


def test_columns_orders_widths_and_the_sorting_are_as_they_were_left(tab, desk, open_tab):
    trigger(tab, "tags")
    trigger(tab, "flags")
    head = tab.work.table.horizontalHeader()
    head.moveSection(head.visualIndex(AllyColumn.STATUS), 1)
    head.resizeSection(AllyColumn.STATUS, 120)
    head.setSortIndicator(AllyColumn.CATEGORY, DESCENDING)
    left = (titles(tab), [row.key for row in tab.work.model.rows()])
    other = open_tab(desk)
    assert (titles(other), [row.key for row in other.work.model.rows()]) == left
    assert left[0][:2] == ["Ally", "Status"]
    assert "Flags" in left[0]
    assert other.work.table.columnWidth(AllyColumn.STATUS) == 120
    assert other.work.model.sorted_by == (AllyColumn.CATEGORY, True)


def test_reset_brings_the_columns_back(tab):
    trigger(tab, "tags")
    trigger(tab, "kind")
    trigger(tab, "reset")
    assert titles(tab) == ["Ally", "Category", "Tags", "Status", "Follow-back", "Last post"]


def test_the_column_of_the_allies_stays_the_first(tab):
    head = tab.work.table.horizontalHeader()
    assert not head.isFirstSectionMovable()
    plan = ColumnPlan().shown(AllyColumn.ALLY, wanted=False)
    assert AllyColumn.ALLY not in plan.hidden


def test_a_wish_without_room_is_said_in_the_menu(desk, book, open_tab):
    tab = open_tab(desk, (560, 400))
    menu = tab.arranging.make_menu()
    words = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert "Last post (no room now)" in words


def test_columns_are_arranged_by_the_keyboard_alone(tab, qtbot):
    tab.arranging.arrange()
    sheet = tab.arranging.sheet
    sheet.list.setCurrentRow(USUAL.index(AllyColumn.STATUS))
    qtbot.keyClick(sheet.list, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Right, ALT)
    assert sheet.plan.order.index(AllyColumn.STATUS) == USUAL.index(AllyColumn.STATUS) - 1
    assert tab.work.table.columns.plan.widths == {AllyColumn.STATUS: 116}
    qtbot.keyClick(sheet.list, Qt.Key.Key_Space)
    assert "Status" not in titles(tab)
    qtbot.mouseClick(sheet.reset, Qt.MouseButton.LeftButton)
    assert tab.work.table.columns.plan == ColumnPlan()
    sheet.accept()


def test_low_rows_are_remembered_and_give_the_handle_its_column(tab, desk, open_tab):
    trigger(tab, "compact")
    assert tab.work.table.rowHeight(0) == 32
    other = open_tab(desk)
    assert other.work.table.rowHeight(0) == 32
    assert "Handle" in titles(other)
    trigger(other, "roomy")
    assert other.work.table.rowHeight(0) == 40
    assert "Handle" not in titles(other)


@pytest.mark.parametrize("section", [AllyColumn.CATEGORY, -1])
def test_a_column_is_sorted_by_from_the_menu_of_its_title(tab, section):
    menu = tab.arranging.make_menu(section)
    words = [action.text() for action in menu.actions()]
    if section >= 0:
        menu.actions()[1].trigger()
        assert tab.work.model.sorted_by == (section, True)
    assert ("Sort downwards" in words) is (section >= 0)
    menu.deleteLater()


def test_the_menu_key_opens_the_menu_at_the_row(tab, qtbot):
    table = tab.work.table
    table.go_to("102")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(table.menu_asked) as asked:
        table.contextMenuEvent(event)
    assert asked.args == [table.spot()]


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("", ColumnPlan()),
        ("no json", ColumnPlan()),
        ("7", ColumnPlan()),
        ("[2, 99]", ColumnPlan(hidden=HIDDEN | {AllyColumn.TAGS})),
        ('{"hidden": ["ally", "tags"]}', ColumnPlan(hidden=frozenset({AllyColumn.TAGS}))),
        ('{"widths": {"tags": 9999, "status": "x"}}', ColumnPlan(widths={AllyColumn.TAGS: 600})),
        ('{"by": "status", "descending": true}', ColumnPlan(by=AllyColumn.STATUS, descending=True)),
    ],
)
def test_what_is_not_understood_of_a_plan_is_as_usual(text, plan):
    assert read_plan(text) == plan


def test_a_plan_is_read_as_it_was_written():
    plan = ColumnPlan().moved(AllyColumn.FLAGS, -3).widened(AllyColumn.TAGS, 200)
    plan = plan.shown(AllyColumn.FLAGS, wanted=True)
    assert read_plan(plan.to_text()) == plan
