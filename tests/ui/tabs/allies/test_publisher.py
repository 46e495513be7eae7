import threading
from datetime import date
from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from allybook.domain.errors import NotThere, OverBudget, Refused, Unreachable
from allybook.services.books.edit import approve, opt_out
from allybook.services.money.quote import BUDGET
from allybook.services.people.nominate import nominate_handles
from allybook.services.publish.pace import SLOWLY
from allybook.ui.ticket import Pause
from tests.fakes.desk import make_desk
from tests.fakes.midnight import DAY, pay_for_a_name
from tests.ui.tabs.allies import scene

LEFT = Qt.MouseButton.LeftButton


def publish(tab, qtbot, settle):
    qtbot.mouseClick(tab.publisher.button, LEFT)
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    settle(tab)


def test_the_button_says_what_it_does_and_costs(tab):
    button = tab.publisher.button
    assert button.text() == "Publish 6 to the X List, $0.12"
    assert button.isEnabled()
    assert "forbids adding in bulk" in button.toolTip()


def test_publishing_is_quoted_done_and_told(tab, qtbot, network, desk, settle):
    publish(tab, qtbot, settle)
    note = tab.publisher.note
    assert note.isVisible()
    assert note.accessibleName() == "6 of 6 are on the list, $0.12 as quoted."
    assert set(network.on_lists[scene.LIST]) >= {"103", "108"}
    assert tab.publisher.button.text() == "The X List is up to date"
    assert not tab.publisher.button.isEnabled()
    assert desk.outbox.waiting() == 0


def test_not_now_spends_nothing(tab, qtbot, network):
    qtbot.mouseClick(tab.publisher.button, LEFT)
    assert tab.publisher.dialog.focusWidget() is tab.publisher.dialog.not_now
    qtbot.mouseClick(tab.publisher.dialog.not_now, LEFT)
    assert network.asked == []
    assert not tab.publisher.running


SUSPENDED = NotThere("X has no account 108.", ("108",), "User has been suspended: [108].")


def test_everyone_who_is_not_on_the_list_is_named(tab, qtbot, network, settle):
    network.trouble["add 108"] = [SUSPENDED]
    publish(tab, qtbot, settle)
    told = tab.publisher.note.accessibleName()
    assert told.startswith("5 of 6 are on the list")
    assert "Sol Ibarra-Whitlock is suspended by X." in told


def test_an_error_is_said_with_what_was_done_until_then(tab, qtbot, network, settle):
    network.trouble["add 108"] = [OverBudget("That would pass the budget; raise it. All is kept.")]
    publish(tab, qtbot, settle)
    told = tab.publisher.note.accessibleName()
    assert told.startswith("That would pass the budget; raise it. All is kept.")
    assert "1 of 6 is on the list" in told
    assert "5 changes wait in the outbox." in told
    assert tab.publisher.button.text().startswith("Publish 5 to the X List")


def test_offline_and_over_budget_the_button_is_off_and_says_which(tab, desk, qtbot, settle):
    desk.line.switch(up=False)
    tab.property("hub").line_changed.emit()
    assert tab.publisher.button.text() == "Publish 6 to the X List, when online"
    assert not tab.publisher.button.isEnabled()
    desk.line.switch(up=True)
    desk.settings.write(BUDGET, "0.10")
    tab.property("hub").line_changed.emit()
    assert tab.publisher.button.text() == "Publish 6 to the X List ($0.12), over budget"
    assert not tab.publisher.button.isEnabled()


def test_without_an_account_the_button_says_what_it_needs(profile, clock, open_tab):
    desk = make_desk(profile, clock, None)
    scene.fill(desk, clock)
    button = open_tab(desk).publisher.button
    assert (button.isEnabled(), button.toolTip()) == (False, "This needs an X account.")


def test_stopping_leaves_the_rest_in_the_outbox(tab, qtbot, desk, settle):
    gate = threading.Event()
    tab.publisher._desk = replace(desk, wait=lambda _seconds: gate.wait(20))
    qtbot.mouseClick(tab.publisher.button, LEFT)
    qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    progress = tab.publisher.progress
    qtbot.waitUntil(lambda: progress.numbers.text().startswith("1 of 6, about 2 minutes left"))
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(progress.stop, LEFT)
        gate.set()
    settle(tab)
    told = tab.publisher.note.accessibleName()
    assert told.startswith("Stopped as you asked. The rest waits in the outbox. 1 of 6 is on")
    assert desk.outbox.waiting() == 5
    assert next(row for row in tab.page.rows if row.key == "108").status == "waiting"


def test_stopping_at_the_look_says_that_nobody_looked(tab, qtbot, network, settle):
    looking, gate = threading.Event(), threading.Event()

    def members(list_id, **how):
        looking.set()
        gate.wait(20)
        raise Unreachable("X did not answer.")

    network.members = members
    qtbot.mouseClick(tab.publisher.button, LEFT)
    qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    qtbot.waitUntil(looking.is_set)
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(tab.publisher.progress.stop, LEFT)
        gate.set()
    settle(tab)
    told = tab.publisher.note.accessibleName()
    assert told.startswith("Stopped as you asked, before anybody looked whether the list shows")
    assert "6 of 6 are on the list" in told


def test_progress_names_what_was_done_last(tab, qtbot, desk, settle):
    seen = []
    tab.refresher.read.connect(lambda page: seen.append(page.last))
    publish(tab, qtbot, settle)
    assert seen[-1] is not None
    assert tab.publisher.progress.isHidden()
    assert tab.publisher._last() == f"Added {tab.publisher._names[seen[-1].user_id]}"


def test_pausing_holds_the_next_change_back(tab, qtbot, desk, network):
    gate = threading.Event()
    tab.publisher._desk = replace(desk, wait=lambda _seconds: gate.wait(20))
    qtbot.mouseClick(tab.publisher.button, LEFT)
    qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    progress = tab.publisher.progress
    qtbot.waitUntil(lambda: progress.last.text().startswith("Added "))
    qtbot.mouseClick(progress.pause, LEFT)
    assert "Paused: nothing goes out until you go on" in progress.last.text()
    sent = len(network.asked)
    gate.set()
    qtbot.mouseClick(progress.pause, LEFT)
    with qtbot.waitSignal(tab.publisher.sent):
        assert progress.pause.text() == "Pause"
    assert len(network.asked) > sent
    assert desk.outbox.waiting() == 0


def test_the_next_change_is_counted_down(tab):
    tab.publisher._monotonic = lambda: 50.0
    soon = Pause(scene.NOON, 63.5, SLOWLY)
    assert tab.publisher._next(soon) == "The next one in 0:14"
    assert tab.publisher._next(replace(soon, ends=0.0)) == ""


def test_a_new_list_is_private_unless_the_person_says_otherwise(bare, open_tab, network, qtbot):
    network.on_lists = {}
    book = bare.book()
    bare.cache.save_accounts(scene.accounts(), bare.clock.now())
    nominate_handles(bare, book, ["BluebirdRespite", "junohp"])
    approve(bare, book, ["201", "103"])
    tab = open_tab(bare)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    private, public = tab.publisher.dialog.choices.buttons
    assert private.isChecked()
    assert "X may tell each of them" in public.accessibleDescription()
    assert "2 of them are persons" in public.accessibleDescription()
    public.click()
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    assert [one.private for one in network.lists.values()] == [False]


def test_another_pace_is_quoted_anew(tab, desk, qtbot, settle):
    qtbot.mouseClick(tab.publisher.button, LEFT)
    qtbot.mouseClick(tab.publisher.dialog.pace, LEFT)
    sheet = tab.publisher.pace_sheet
    sheet.seconds.setValue(60)
    sheet.daily.setValue(4)
    qtbot.mouseClick(sheet.keep, LEFT)
    settle(tab)
    assert tab.publisher.dialog._view.pace == "4 today, 2 tomorrow, one change every 60 seconds"
    assert (desk.settings.read("pace"), desk.settings.read("daily")) == ("60", "4")
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    settle(tab)
    told = tab.publisher.note.accessibleName()
    assert told.startswith("4 changes in 24 hours are enough for X.")
    assert desk.outbox.waiting() == 2


def test_the_report_can_be_copied(tab, qtbot, network, settle):
    network.trouble["add 108"] = [SUSPENDED]
    publish(tab, qtbot, settle)
    tab.publisher._follow("copy")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("5 of 6 are on the list")
    assert "Sol Ibarra-Whitlock is suspended by X." in lines


def test_who_opted_out_is_taken_off_by_name(tab, desk, book, qtbot, network, settle):
    opt_out(desk, book, ["104"])
    settle(tab)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    view = tab.publisher.dialog._view
    assert [(one.who.name, one.remark) for one in view.removes] == [
        ("Kindling Youth Project", "opted out")
    ]
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(tab.publisher.dialog.spend, LEFT)
    settle(tab)
    assert "104" not in network.on_lists[scene.LIST]
    assert "1 of 1 was taken off" in tab.publisher.note.accessibleName()
    assert desk.ledger.spent(scene.NOON.date(), scene.NOON.date()) == Decimal("0.175")


def test_who_was_refused_can_be_asked_about_again(tab, qtbot, network, settle):
    network.trouble["add 108"] = [Refused("X refused this: “you are blocked”.")]
    publish(tab, qtbot, settle)
    button = tab.publisher.button
    assert (button.text(), button.isEnabled()) == ("Ask X again about 1", True)
    qtbot.mouseClick(button, LEFT)
    settle(tab)
    dialog = tab.publisher.dialog
    assert dialog.option.isChecked()
    assert dialog.option.text() == "Ask X again about those it refused"
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(dialog.spend, LEFT)
    settle(tab)
    assert "108" in network.on_lists[scene.LIST]
    assert button.text() == "The X List is up to date"


def test_the_whole_list_can_be_read_instead_of_its_newest_members(
    tab, desk, qtbot, network, settle
):
    before = desk.ledger.spent(date.min, date.max)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    dialog = tab.publisher.dialog
    assert dialog.way == "newest"
    dialog.ways.buttons[1].click()
    assert dialog.way == "whole"
    price = dialog.spend.text().rpartition("$")[2]
    with qtbot.waitSignal(tab.publisher.sent):
        qtbot.mouseClick(dialog.spend, LEFT)
    settle(tab)
    assert f"{desk.ledger.spent(date.min, date.max) - before:.2f}" == price


def test_asking_anew_is_planned_off_the_windows_thread_and_keeps_what_was_chosen(
    tab, desk, qtbot, settle
):
    settle(tab)
    threads = []
    tab.publisher._desk = replace(desk, shelf=Watched(desk.shelf, threads))
    qtbot.mouseClick(tab.publisher.button, LEFT)
    first = tab.publisher.dialog
    first.ways.buttons[1].click()
    qtbot.mouseClick(first.pace, LEFT)
    tab.publisher.pace_sheet.seconds.setValue(60)
    qtbot.mouseClick(tab.publisher.pace_sheet.keep, LEFT)
    assert not tab.publisher.button.isEnabled()
    qtbot.waitUntil(lambda: tab.publisher.dialog not in (None, first))
    assert tab.publisher.dialog.way == "whole"
    assert tab.publisher.button.isEnabled()
    assert threads
    assert threading.main_thread() not in threads


def test_another_pace_keeps_who_may_see_a_new_list(bare, open_tab, network, qtbot):
    network.on_lists = {}
    book = bare.book()
    bare.cache.save_accounts(scene.accounts(), bare.clock.now())
    nominate_handles(bare, book, ["BluebirdRespite"])
    approve(bare, book, ["201"])
    tab = open_tab(bare)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    first = tab.publisher.dialog
    first.choices.buttons[1].click()
    qtbot.mouseClick(first.pace, LEFT)
    qtbot.mouseClick(tab.publisher.pace_sheet.keep, LEFT)
    qtbot.waitUntil(lambda: tab.publisher.dialog not in (None, first))
    assert tab.publisher.dialog.choices.chosen == 1
    qtbot.mouseClick(tab.publisher.dialog.not_now, LEFT)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    assert tab.publisher.dialog.choices.chosen == 0


class Watched:
    """A shelf that notes in which thread its books are opened."""

    def __init__(self, shelf, threads):
        self._shelf = shelf
        self._threads = threads

    def __getattr__(self, name):
        return getattr(self._shelf, name)

    def open(self, book_id):
        self._threads.append(threading.current_thread())
        return self._shelf.open(book_id)


def test_a_price_that_rose_is_told_and_asked_about_again(desk, book, open_tab, clock, qtbot):
    pay_for_a_name(desk, "103")
    tab = open_tab(desk)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    former = tab.publisher.dialog
    clock.advance(seconds=DAY)
    qtbot.mouseClick(former.spend, LEFT)
    qtbot.waitUntil(lambda: tab.publisher.dialog not in (None, former))
    assert tab.publisher.note.accessibleName() == (
        "The price has changed. It costs $0.12 now; it was $0.11. Nothing was sent."
    )
    assert "$0.12" in tab.publisher.dialog.spend.text()
    assert tab.publisher.button.text() == "Publish 6 to the X List, $0.12"


def test_a_quote_reads_nobody_from_the_book_while_the_window_waits(desk, book, open_tab, qtbot):
    handles = [f"ally_{number}" for number in range(30)]
    nominate_handles(desk, book, handles)
    approve(desk, book, [f"@{one}" for one in handles])
    tab = open_tab(desk)
    before = set(tab.page.allies._known)
    qtbot.mouseClick(tab.publisher.button, LEFT)
    assert tab.publisher.dialog.isVisible()
    assert set(tab.page.allies._known) == before
