from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from allybook.domain.book.entry import Status
from allybook.domain.changes import Changed
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import add_tags, approve
from allybook.services.people.nominate import nominate_handles
from allybook.ui.models.allies import AllyColumn
from allybook.ui.tabs.allies.menu import make_menu
from tests.fakes.desk import make_desk
from tests.ui.tabs.allies import scene

LEFT = Qt.MouseButton.LeftButton


def names(tab):
    return [row.name for row in tab.work.model.rows()]


def places(tab):
    sections = tab.places.tree.places.sections()
    return {place.word: place.count for section in sections for place in section.places}


def go(tab, key):
    tab.places.choose(key)
    tab.places.chosen.emit(key)


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    # Without a window manager a popup that closes gives the keyboard to nobody.
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key, modifier)


def test_the_tab_begins_with_the_current_book_and_its_first_ally(tab):
    assert tab.work.header.title.text() == "Swhelper allies"
    assert names(tab)[0] == "#ShelterNotes"
    assert tab.details.name.text() == "#ShelterNotes"
    assert tab.count() == 5


def test_places_count_what_they_show(tab):
    assert places(tab)["Nominations"] == "5"
    assert places(tab)["Approved"] == "13"
    assert places(tab)["On the X List"] == "6"
    assert places(tab)["Two versions"] == "1"
    assert tab.places.foot.text() == "Only on this computer."


def test_the_models_keep_qts_rules(tab):
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(tab.work.model, fatal)
    QAbstractItemModelTester(tab.work.inbox.model, fatal)
    go(tab, "tag:housing")
    assert names(tab) == [
        "Harbor Row Shelter Network",
        "Vesper Lane Law Center",
        "Yarrow Elders Council",
    ]


def test_a_place_filters_the_table(tab):
    go(tab, "state:listed")
    assert len(names(tab)) == 6
    go(tab, "state:versions")
    assert names(tab) == ["Harbor Row Shelter Network"]
    go(tab, "state:opted_out")
    assert tab.work.model.rows()[0].key == "402"


def test_nominations_take_all_the_room(tab, qtbot):
    go(tab, "state:nominations")
    assert not tab.work.table.isVisible()
    qtbot.waitUntil(lambda: tab.work.inbox.view.height() > 3 * 56)
    assert tab.details.name.text() == "Bluebird Respite Care"
    go(tab, f"book:{tab.page.info.book_id}")
    assert tab.work.table.isVisible()
    qtbot.waitUntil(lambda: tab.work.inbox.view.height() == 3 * 56)


def test_words_filter_names_categories_and_tags(tab, qtbot):
    qtbot.keyClicks(tab.work.bar.field, "tag:legal")
    assert names(tab) == ["Tidewater Debt Clinic", "Vesper Lane Law Center"]
    qtbot.keyClicks(tab.work.bar.field, " vesper")
    assert names(tab) == ["Vesper Lane Law Center"]


def test_a_filter_that_fits_nobody_says_so_and_shows_the_way_back(tab, qtbot):
    tab.work.bar.field.setText("zzz")
    assert tab.work.nobody.isVisible()
    qtbot.mouseClick(tab.work.nobody.link, LEFT)
    assert tab.work.bar.field.text() == ""
    assert tab.work.table.isVisible()


def test_down_leads_from_the_filter_into_the_table(tab, qtbot):
    tab.work.bar.field.setFocus()
    qtbot.keyClick(tab.work.bar.field, Qt.Key.Key_Down)
    assert tab.work.table.hasFocus()


def test_a_change_from_elsewhere_is_shown_and_the_current_row_stays(tab, desk, book, settle):
    tab.work.table.go_to("104")
    add_tags(desk, book, ["104"], ["news"])
    settle(tab)
    assert tab.work.table.current() == "104"
    assert [pill.tag for pill in tab.details.fields.tags.pills] == ["news", "youth"]
    assert places(tab)["news"] == "1"


def test_many_changes_in_one_turn_are_read_once(tab, desk, settle):
    pages = []
    tab.refresher.read.connect(pages.append)
    for _ in range(20):
        desk.announcer.announce(Changed(accounts=True))
    settle(tab)
    assert len(pages) <= 2


def test_choosing_a_row_shows_the_ally_in_full(tab, qtbot):
    table = tab.work.table
    row = tab.work.model.row_of("102")
    spot = table.visualRect(tab.work.model.index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    assert tab.details.name.text() == "Harbor Row Shelter Network"
    assert tab.details.fields.follow_back.isVisible()


def test_several_are_approved_tagged_and_removed_each_as_one_act(tab, book, qtbot, settle):
    table = tab.work.table
    table.choose(["101", "104"])
    press(qtbot, table, Qt.Key.Key_T)
    tab.deeds.asking.field.setText("spring")
    qtbot.keyClick(tab.deeds.asking.field, Qt.Key.Key_Return)
    settle(tab)
    assert "spring" in book.ally("101").tags
    assert "spring" in book.ally("104").tags
    assert [pick.key for pick in table.chosen()] == ["101", "104"]
    press(qtbot, table, Qt.Key.Key_Delete)
    settle(tab)
    assert book.ally("104").status is Status.REMOVED
    assert places(tab)["Removed"] == "2"
    tab.acts.take_back()
    settle(tab)
    assert book.ally("101").status is Status.APPROVED
    assert "spring" in book.ally("101").tags
    tab.acts.take_back()
    settle(tab)
    assert "spring" not in book.ally("101").tags


def test_a_category_is_set_for_all_that_are_chosen(tab, book, qtbot, settle):
    tab.work.table.choose(["101", "104"])
    press(qtbot, tab.work.table, Qt.Key.Key_C)
    tab.deeds.asking.field.setText("families")
    qtbot.mouseClick(tab.deeds.asking.yes, LEFT)
    settle(tab)
    assert {book.ally(key).category for key in ("101", "104")} == {"families"}


def test_ctrl_z_takes_back_what_was_done_last(tab, book, qtbot, settle):
    tab.deeds.remove(["101"])
    settle(tab)
    assert tab.work.bar.undo.text() == "Undo removing Fernhill Family Center"
    press(qtbot, tab.work.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(tab)
    assert book.ally("101").status is Status.APPROVED
    assert not tab.work.bar.undo.isVisible()


def test_an_error_is_a_note_and_nothing_is_lost(tab, qtbot, settle):
    tab.deeds.add_tags(["402"], ["late"])
    qtbot.waitUntil(tab.note.isVisible)
    assert "has opted out" in tab.note.accessibleName()


def test_the_menu_offers_what_makes_sense(tab):
    def offered(*keys):
        places = tab.page.rows.places
        return offers(tab, [tab.page.rows.pick(places[key]) for key in keys])

    assert offered("201")[:3] == ["approve", "decline", "later"]
    assert "remove" in offered("101")
    assert offered("402") == ["open", "open_on_x"]
    assert "open" not in offered("101", "102")


def offers(tab, picks):
    menu = make_menu(tab._look, picks, lambda _verb: None, tab)
    verbs = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.deleteLater()
    return verbs


def test_columns_are_hidden_and_remembered(tab, desk, book, open_tab):
    choose_in_menu(tab, "tags")
    assert tab.work.table.isColumnHidden(AllyColumn.TAGS)
    other = open_tab(desk)
    assert other.work.table.isColumnHidden(AllyColumn.TAGS)
    assert not other.work.table.isColumnHidden(AllyColumn.STATUS)


def choose_in_menu(tab, name):
    menu = tab.arranging.make_menu()
    next(action for action in menu.actions() if action.objectName() == name).trigger()
    menu.deleteLater()


def test_columns_give_way_where_there_is_no_room(desk, book, open_tab):
    tab = open_tab(desk, (560, 400))
    table = tab.work.table
    assert table.isColumnHidden(AllyColumn.LAST_POST)
    assert not table.isColumnHidden(AllyColumn.STATUS)
    assert table.columnWidth(AllyColumn.ALLY) >= 180


def test_a_new_book_is_made_and_opened(tab, desk, qtbot, settle):
    tab.places.add_asked.emit("books")
    dialog = tab.new_book
    dialog.field.setText("swhelper ALLIES")
    assert not dialog.keep.isEnabled()
    dialog.field.setText("County outreach")
    qtbot.mouseClick(dialog.keep, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "County outreach")
    settle(tab)
    assert [info.name for info in desk.shelf.books()] == [
        "County outreach",
        "Swhelper allies",
        "Workshop demo",
    ]
    assert desk.book().info.name == "County outreach"
    assert tab.work.empty.isVisible()


def test_another_book_is_opened_from_the_places(tab, desk, settle, qtbot):
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    go(tab, f"book:{other.book_id}")
    qtbot.waitUntil(lambda: tab.page.info == other)
    settle(tab)
    assert tab.work.header.title.text() == "Workshop demo"
    assert tab.count() == 0


def test_an_ally_is_found_in_whatever_book_has_it(tab, desk, qtbot, settle):
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    there = desk.shelf.open(other.book_id)
    nominate_handles(desk, there, ["far_away"])
    approve(desk, there, ["@far_away"])
    tab.property("hub").ally_wanted.emit("@far_away")
    qtbot.waitUntil(lambda: tab.details.key == "@far_away")
    assert tab.page.info == other


def test_an_ally_sought_while_another_book_opens_is_shown_in_its_own(
    tab, desk, book, qtbot, settle
):
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    key = next(iter(tab.page.rows.places))
    tab.open_book(other.book_id)
    # What is in sight is still the former book, which has her.
    tab.show_ally(key)
    qtbot.waitUntil(lambda: not tab.refresher.busy)
    settle(tab)
    qtbot.waitUntil(lambda: tab.details.key == key)
    assert tab.page.info == book.info


def test_who_opens_a_book_while_somebody_is_sought_stays_there(tab, desk, qtbot, settle):
    other = next(info for info in desk.shelf.books() if info.name == "Workshop demo")
    there = desk.shelf.open(other.book_id)
    nominate_handles(desk, there, ["far_away"])
    third = desk.shelf.create("Housing groups").info
    tab.show_ally("@far_away")
    tab.open_book(third.book_id)
    settle(tab)
    qtbot.waitUntil(lambda: tab.page.info == third)
    settle(tab)
    assert tab.page.info == third


def test_an_ally_that_is_not_in_sight_is_brought_into_sight(tab):
    tab.work.bar.field.setText("zzz")
    tab.property("hub").ally_wanted.emit("401")
    assert tab.details.name.text() == "SpamForAll"
    assert tab.places.current() == "state:declined"
    tab.property("hub").ally_wanted.emit("203")
    assert tab.work.inbox.current() == "203"
    tab.property("hub").ally_wanted.emit("nobody")
    assert tab.details.key == "203"


def test_an_empty_book_offers_three_ways_to_start(bare, open_tab, qtbot):
    bare.cache.save_accounts(scene.accounts(), bare.clock.now())
    bare.cache.save_posts(scene.chat_posts()[0], Source(Origin.CHAT, "swhelper"))
    tab = open_tab(bare)
    assert set(tab.work.empty.ways) == {"paste", "chat", "file"}
    assert tab.work.add_first.isVisible()
    assert not tab.publisher.button.isVisible()
    assert not tab.details.isVisible()
    with qtbot.waitSignal(tab.property("hub").chat_wanted) as asked:
        qtbot.mouseClick(tab.work.empty.ways["chat"], LEFT)
    assert asked.args == ["SwHelper"]


def test_the_first_ally_brings_the_table(bare, open_tab, settle, qtbot):
    tab = open_tab(bare)
    tab.bringing.ask_about("@Brand_New")
    qtbot.waitUntil(tab.bringing.dialog.add.isEnabled)
    qtbot.mouseClick(tab.bringing.dialog.add, LEFT)
    qtbot.waitUntil(lambda: names(tab) == ["Brand_New"])
    settle(tab)
    assert tab.work.table.isVisible()
    assert tab.details.isVisible()


def test_it_works_offline_with_no_network_at_all(profile, clock, open_tab, settle):
    desk = make_desk(profile, clock, None)
    book = scene.fill(desk, clock)
    tab = open_tab(desk)
    tab.deeds.approve(["201"])
    settle(tab)
    assert book.ally("201").status is Status.APPROVED
    assert not tab.publisher.button.isEnabled()


class Browser(QObject):
    """Stands in for the web browser."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


def test_an_ally_is_opened_on_x_in_the_browser(tab, qtbot):
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    tab.show_ally("102")
    qtbot.mouseClick(tab.details.open_on_x, LEFT)
    QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == ["https://x.com/i/user/102"]


def test_what_was_copied_is_pasted_on_the_page(tab, qtbot):
    QGuiApplication.clipboard().setText("@Brand_New and @elke_v")
    press(qtbot, tab.work.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(tab.bringing.dialog.add.isEnabled)
    assert tab.bringing.dialog.text.toPlainText() == "@Brand_New and @elke_v"
    tab.bringing.dialog.reject()


def test_a_file_dropped_anywhere_is_read(tab, tmp_path, qtbot):
    file = tmp_path / "friends.txt"
    file.write_text("@Brand_New\n@BluebirdRespite\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    tab.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    qtbot.waitUntil(tab.bringing.dialog.add.isEnabled)
    assert tab.bringing.dialog.add.text() == "Add 2 allies"
    tab.bringing.dialog.reject()


def test_nothing_is_left_running_when_the_tab_goes(tab, desk, jobs, qtbot):
    desk.announcer.announce(Changed(accounts=True))
    tab.close()
    qtbot.waitUntil(lambda: jobs.running() == 0)
    assert QApplication.activePopupWidget() is None
