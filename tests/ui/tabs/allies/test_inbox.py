from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.ui.widgets.buttons import Button

LEFT = Qt.MouseButton.LeftButton


def keys(tab):
    return [row.key for row in tab.work.inbox.model.rows()]


def button(tab, words):
    view = tab.work.inbox.view
    holder = view.indexWidget(view.currentIndex())
    return next(one for one in holder.findChildren(Button) if one.text() == words)


def press(tab, qtbot, key):
    view = tab.work.inbox.view
    tab.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, key)


def test_the_strongest_nomination_is_current_and_only_it_has_buttons(tab):
    inbox = tab.work.inbox
    assert keys(tab)[:3] == ["201", "202", "203"]
    assert inbox.current() == "201"
    model = inbox.model
    widgets = [inbox.view.indexWidget(model.index(row, 0)) for row in range(model.rowCount())]
    assert [widget is not None for widget in widgets] == [True, False, False, False, False]


def test_the_head_says_where_they_come_from(tab):
    head = tab.work.inbox.head
    assert head.accessibleName() == "Nominations, 5, unfolded"
    assert head.accessibleDescription() == "from the #SwHelper chat of Mar 30"


def test_buttons_follow_the_current_row(tab, qtbot):
    inbox = tab.work.inbox
    former = inbox.view.currentIndex()
    inbox.view.go_to("203")
    assert inbox.view.indexWidget(former) is None
    assert button(tab, "Approve").isVisible()
    assert tab.details.name.text() == "Perrine Achterberg"


def test_approving_takes_the_row_away_at_once_and_writes_it_down(tab, book, qtbot, settle):
    qtbot.mouseClick(button(tab, "Approve"), LEFT)
    assert keys(tab)[0] == "202"
    assert tab.work.inbox.current() == "202"
    settle(tab)
    assert book.ally("201").status is Status.APPROVED
    assert tab.count() == 4
    assert keys(tab)[0] == "202"


def test_the_whole_inbox_is_approved_with_one_key(tab, book, qtbot, settle):
    for _ in range(5):
        press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.count() == 0
    assert not tab.work.inbox.isVisible()
    assert all(book.ally(key).status is Status.APPROVED for key in ("201", "203", "205"))


def test_several_are_approved_in_one_act(tab, book, qtbot, settle):
    tab.work.inbox.view.selectAll()
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.acts.last == "approving 5"
    tab.acts.take_back()
    settle(tab)
    assert tab.count() == 5


def test_declining_asks_for_a_reason_which_may_be_empty(tab, book, qtbot, settle):
    qtbot.mouseClick(button(tab, "Decline…"), LEFT)
    asking = tab.deeds.asking
    assert asking.accessibleName() == "Decline Bluebird Respite Care"
    asking.field.setText("not active any more")
    qtbot.keyClick(asking.field, Qt.Key.Key_Return)
    settle(tab)
    ally = book.ally("201")
    assert (ally.status, ally.reason) == (Status.DECLINED, "not active any more")
    press(tab, qtbot, Qt.Key.Key_D)
    qtbot.mouseClick(tab.deeds.asking.yes, LEFT)
    settle(tab)
    assert (book.ally("202").status, book.ally("202").reason) == (Status.DECLINED, "")


def test_not_now_declines_nobody(tab, book, qtbot, settle):
    qtbot.mouseClick(button(tab, "Decline…"), LEFT)
    qtbot.mouseClick(tab.deeds.asking.no, LEFT)
    settle(tab)
    assert book.ally("201").status is Status.NOMINATED
    assert tab.count() == 5


def test_later_moves_a_nomination_to_the_end_and_writes_nothing(tab, book, qtbot, settle):
    before = len(book.entries())
    qtbot.mouseClick(button(tab, "Later"), LEFT)
    assert keys(tab)[-1] == "201"
    settle(tab)
    assert keys(tab)[-1] == "201"
    assert len(book.entries()) == before


def test_an_undone_approval_comes_back(tab, qtbot, settle):
    qtbot.mouseClick(button(tab, "Approve"), LEFT)
    tab._take_back()
    settle(tab)
    qtbot.waitUntil(lambda: tab.count() == 5)
    assert "201" in keys(tab)


def test_folding_hides_the_rows_and_the_count_stays(tab, qtbot):
    head = tab.work.inbox.head
    qtbot.mouseClick(head, LEFT)
    assert not tab.work.inbox.view.isVisible()
    assert head.accessibleName() == "Nominations, 5, folded"
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert tab.work.inbox.view.isVisible()


def test_a_nomination_is_shown_in_full_on_enter_where_the_window_is_narrow(
    desk, book, open_tab, qtbot
):
    tab = open_tab(desk, (900, 500))
    press(tab, qtbot, Qt.Key.Key_Return)
    assert tab.panes.drawer.isVisible()
    assert tab.details.name.text() == "Bluebird Respite Care"


def test_care_is_said_where_a_bio_asks_for_no_lists(tab):
    row = next(row for row in tab.work.inbox.model.rows() if row.key == "203")
    assert [pill.words for pill in row.flags] == ["says “no lists”: ask first"]
    tab.work.inbox.view.go_to("203")
    assert any("no lists" in one.accessibleName() for one in notes(tab))


def notes(tab):
    return [tab.details._notices.itemAt(n).widget() for n in range(tab.details._notices.count())]
