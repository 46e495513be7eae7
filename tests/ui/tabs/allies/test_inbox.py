from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QWidget

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.services.books.edit import decline
from allybook.services.people.nominate import nominate
from allybook.ui.models.roles import Role
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


def test_the_whole_inbox_is_approved_with_one_key_and_once_more_for_the_person(
    tab, book, qtbot, settle
):
    for _ in range(6):
        press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.count() == 0
    assert not tab.work.inbox.isVisible()
    assert all(book.ally(key).status is Status.APPROVED for key in ("201", "203", "205"))


def test_several_are_approved_in_one_act(tab, book, qtbot, settle):
    tab.work.inbox.view.selectAll()
    press(tab, qtbot, Qt.Key.Key_A)
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


def test_later_moves_a_nomination_to_the_end_and_writes_no_entry(tab, book, qtbot, settle):
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
    qtbot.keyClick(tab.panes.drawer.cross, Qt.Key.Key_Escape)
    assert tab.window().focusWidget() is tab.work.inbox.view


def test_care_is_said_where_a_bio_asks_for_no_lists(tab):
    row = next(row for row in tab.work.inbox.model.rows() if row.key == "203")
    assert [pill.words for pill in row.flags] == ["says “no lists”: ask first"]
    tab.work.inbox.view.go_to("203")
    assert any("no lists" in one.accessibleName() for one in notes(tab))


def notes(tab):
    return [tab.details._notices.itemAt(n).widget() for n in range(tab.details._notices.count())]


def question(tab):
    index = tab.work.inbox.view.currentIndex()
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_person_is_asked_about_in_the_row_and_approved_by_the_second_press(
    tab, book, qtbot, settle
):
    tab.work.inbox.view.go_to("203")
    press(tab, qtbot, Qt.Key.Key_A)
    assert "If they know of it" in question(tab)
    assert button(tab, "Yes, approve").isVisible()
    settle(tab)
    assert book.ally("203").status is Status.NOMINATED
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert book.ally("203").status is Status.APPROVED


def test_going_elsewhere_or_escape_takes_the_question_back(tab, book, qtbot, settle):
    inbox = tab.work.inbox
    for leave in (lambda: inbox.view.go_to("201"), lambda: press(tab, qtbot, Qt.Key.Key_Escape)):
        inbox.view.go_to("203")
        qtbot.mouseClick(button(tab, "Approve"), LEFT)
        leave()
        inbox.view.go_to("203")
        assert "If they know" not in question(tab)
        assert button(tab, "Approve").isVisible()
    settle(tab)
    assert book.ally("203").status is Status.NOMINATED


def test_several_with_a_person_among_them_are_asked_about_once(tab, book, qtbot, settle):
    tab.work.inbox.view.selectAll()
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.count() == 5
    assert len(tab.work.inbox.chosen()) == 5
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert tab.count() == 0


def test_only_those_who_are_chosen_are_approved_by_the_second_press(tab, book, qtbot, settle):
    inbox = tab.work.inbox
    inbox.view.choose(["203", "204", "205"])
    inbox.view.go_to("203")
    inbox.view.choose(["203", "204", "205"])
    press(tab, qtbot, Qt.Key.Key_A)
    assert "If they know of it" in question(tab)
    # The current row stays the same: only the others are let go.
    inbox.view.choose(["203"])
    assert inbox.current() == "203"
    assert "If they know" not in question(tab)
    assert button(tab, "Approve").isVisible()
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert {book.ally(key).status for key in ("203", "204", "205")} == {Status.NOMINATED}
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    states = [book.ally(key).status for key in ("203", "204", "205")]
    assert states == [Status.APPROVED, Status.NOMINATED, Status.NOMINATED]


def test_the_answer_is_for_those_who_were_asked_about_and_nobody_less(tab, book, qtbot, settle):
    inbox = tab.work.inbox
    inbox.approve(["203", "205"])
    inbox.approve(["203"])
    settle(tab)
    assert {book.ally(key).status for key in ("203", "205")} == {Status.NOMINATED}


def test_those_chosen_stay_chosen_where_the_inbox_is_read_anew(tab, desk, book, settle):
    inbox = tab.work.inbox
    inbox.view.selectAll()
    five = inbox.chosen()
    nominate(desk, book, [Nominee("451", "NewcomerNet", Kind.ORGANISATION)])
    settle(tab)
    assert len(keys(tab)) == 6
    assert sorted(inbox.chosen()) == sorted(five)


def test_where_one_of_those_chosen_is_decided_elsewhere_the_others_stay_chosen(
    tab, desk, book, settle
):
    inbox = tab.work.inbox
    three = keys(tab)[:3]
    inbox.view.choose(three)
    inbox.view.selectionModel().setCurrentIndex(
        inbox.model.index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    decline(desk, book, [three[2]])
    settle(tab)
    assert three[2] not in keys(tab)
    assert inbox.chosen() == three[:2]
    assert inbox.current() not in three


def test_later_outlives_the_window_and_comes_back_the_next_day(
    tab, desk, clock, open_tab, qtbot, settle
):
    press(tab, qtbot, Qt.Key.Key_L)
    settle(tab)
    again = open_tab(desk)
    assert keys(again)[-1] == "201"
    assert again.work.inbox.model.rows()[-1].flags[0].words == "later"
    clock.advance(seconds=86_401)
    tomorrow = open_tab(desk)
    assert keys(tomorrow)[0] == "201"
    assert tomorrow.work.inbox.model.rows()[0].flags == ()


def test_what_was_put_off_comes_back_by_the_clock_also_after_a_sleep(tab, clock, qtbot, settle):
    press(tab, qtbot, Qt.Key.Key_L)
    settle(tab)
    assert keys(tab)[-1] == "201"
    # The computer slept, and its timers with it.
    clock.advance(seconds=86_401)
    tab.property("hub").minute.emit()
    qtbot.waitUntil(lambda: keys(tab)[0] == "201")
    settle(tab)
    assert tab.work.inbox.model.rows()[0].flags == ()


def test_the_evidence_is_shown_in_full(tab, qtbot):
    tab.work.inbox.view.go_to("202")
    press(tab, qtbot, Qt.Key.Key_E)
    sheet = tab.weighing.sheet
    assert sheet.accessibleDescription() == "Named by 3 people in 3 posts."
    names = [one.accessibleName() for one in sheet.findChildren(QWidget)]
    said = [name.split(": ", 1) for name in names if ", Mon " in name]
    assert [text for _, text in said] == [
        "A3 follow @MapleMainLegal #SwHelper",
        "A4 check out @MapleMainLegal for evictions #SwHelper",
        "A3: check out @MapleMainLegal for evictions #SwHelper",
    ]
    assert said[0][0].startswith("Account 303, #SwHelper, Mon ")


def test_where_no_browser_takes_a_post_the_sheet_offers_its_address(tab):
    tab.weighing.show_evidence("202")
    sheet = tab.weighing.sheet
    sheet._open("mailto:nobody@beds.example")
    assert sheet.note.isVisible()
    assert sheet.note.accessibleName().startswith(
        "No browser opened. Open this address yourself: mailto:nobody@beds.example"
    )


def test_a_reason_against_has_a_mark_and_a_sentence(tab, qtbot):
    tab.work.inbox.view.go_to("203")
    row = tab.work.inbox.model.rows()[tab.work.inbox.model.row_of("203")]
    assert [pill.words for pill in row.flags] == ["says “no lists”: ask first"]
    tab.weighing.show_evidence("203")
    shown = [label.text() for label in tab.weighing.sheet.findChildren(QLabel)]
    assert "The bio asks to be left off lists. Ask them before you approve." in shown


def test_the_sheet_asks_twice_for_a_person_too(tab, book, qtbot, settle):
    tab.weighing.show_evidence("203")
    sheet = tab.weighing.sheet
    qtbot.mouseClick(sheet.approve, LEFT)
    assert sheet.question.isVisible()
    qtbot.mouseClick(sheet.approve, LEFT)
    settle(tab)
    assert book.ally("203").status is Status.APPROVED


def test_the_sheet_declines_with_a_reason_and_puts_off(tab, book, qtbot, settle):
    tab.weighing.show_evidence("201")
    qtbot.mouseClick(tab.weighing.sheet.decline, LEFT)
    qtbot.mouseClick(tab.deeds.asking.yes, LEFT)
    settle(tab)
    assert book.ally("201").status is Status.DECLINED
    tab.weighing.show_evidence("202")
    qtbot.mouseClick(tab.weighing.sheet.later, LEFT)
    settle(tab)
    assert keys(tab)[-1] == "202"


def test_a_hashtag_is_approved_with_one_press(tab, desk, book, qtbot, settle):
    nominate(desk, book, [Nominee("#beds", "Beds", Kind.HASHTAG)])
    settle(tab)
    qtbot.waitUntil(lambda: "#beds" in keys(tab))
    tab.work.inbox.view.go_to("#beds")
    press(tab, qtbot, Qt.Key.Key_A)
    settle(tab)
    assert book.ally("#beds").status is Status.APPROVED


def test_of_thousands_only_those_in_view_are_quoted(tab, desk, book, settle):
    evidence = book.ally("201").evidence[:1]
    many = [
        Nominee(f"@nominee{n}", f"nominee{n}", Kind.ORGANISATION, evidence=evidence)
        for n in range(2_000)
    ]
    nominate(desk, book, many)
    settle(tab)
    inbox, asked = tab.work.inbox, []
    page = tab.page

    def quote(row):
        asked.append(row.key)
        return page.quote(row)

    inbox.show_rows(page.nominations, page.origins, quote)
    inbox.view.viewport().repaint()
    assert inbox.model.rowCount() == 2_005
    assert 0 < len(set(asked)) < 20
    before = len(asked)
    inbox.view.viewport().repaint()
    assert len(asked) == before
    inbox.view.scrollToBottom()
    last = inbox.model.index(2_004, 0).data(Role.ROW)
    assert (last.key, last.heard) == (asked[-1], 1)
