"""The ways of a check in the window, and names from elsewhere."""

from decimal import Decimal

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester

from allybook.domain.check.followback import Answer, CheckFlag, Side
from allybook.domain.people.accounts import Account, Connection, Problem, Reason
from allybook.services.books.edit import approve
from allybook.services.check.run import read_sides
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.ui.models.findings import FindingColumn
from allybook.ui.tabs.followback.elsewhere import NamesSheet
from allybook.ui.tabs.followback.rows import Manner
from allybook.ui.tabs.followback.survey import side_key
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton


def answers(tab):
    return {row.key: row.answer for row in tab.model.rows()}


def test_every_way_stands_there_with_price_and_reason_the_cheapest_chosen(open_tab):
    tab = open_tab()
    assert tab.ways_button.isVisible()
    asking = tab.checker.ask_way()
    assert [button.text() for button in asking.ways.buttons] == [
        "Reading all following and followers: about $0.04",
        "Looking up 4 accounts: $0.04",
    ]
    assert asking.ways.buttons[0].isChecked()
    assert asking.ways.buttons[1].accessibleDescription() == (
        "Looking up 4 accounts tells how each of them stands to you."
    )
    assert asking.spend.text() == "Check, about $0.04"
    asking.reject()


def test_another_way_is_taken_by_keyboard_alone_and_costs_what_it_said(
    qtbot, desk, network, open_tab, calm
):
    tab = open_tab()
    before = spent_this_month(desk)
    asking = tab.checker.ask_way()
    qtbot.waitUntil(asking.not_now.hasFocus)
    asking.ways.buttons[0].setFocus()
    qtbot.keyClick(asking.ways.buttons[0], Qt.Key.Key_Down)
    assert asking.way == "1"
    assert asking.spend.text() == "Check for $0.04"
    asking.spend.setFocus()
    qtbot.keyClick(asking.spend, Qt.Key.Key_Space)
    calm(lambda: tab.empty is None)
    assert spent_this_month(desk) - before == Decimal("0.04")
    assert network.asked.count("follows") == 0
    assert {row.source for row in tab.model.rows()} == {"look-up"}


def test_not_now_spends_nothing(qtbot, desk, network, open_tab, calm):
    tab = open_tab()
    asked = len(network.asked)
    asking = tab.checker.ask_way()
    qtbot.mouseClick(asking.not_now, LEFT)
    calm()
    assert len(network.asked) == asked


def test_where_there_is_one_way_none_is_asked_for(open_tab, calm):
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm(lambda: tab.places.current() == side_key(Side.FOLLOWERS))
    assert not tab.ways_button.isVisible()


def test_an_approved_ally_without_an_id_is_found_checked_and_written_down(
    qtbot, desk, network, open_tab, calm
):
    late = replace(
        Account("25", "LateComer", "Late Comer"), connections=frozenset({Connection.FOLLOWED_BY})
    )
    network.people["25"] = late
    network.sides[Side.FOLLOWERS] = [*network.sides[Side.FOLLOWERS], late]
    book = desk.book("Swhelper allies")
    nominate_handles(desk, book, ["LateComer", "NoSuchOne"])
    approve(desk, book, [one.key for one in book.allies() if not one.user_id])
    tab = open_tab()
    assert tab.header.subtitle.text().startswith("6 allies with accounts")
    assert tab.check_button.text().startswith("Check, about $0.06")
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: "25" in answers(tab))
    assert answers(tab)["25"] is Answer.FAN
    assert answers(tab)["@NoSuchOne"] is Answer.UNKNOWN
    assert "25" in {one.user_id for one in desk.book("Swhelper allies").allies()}


def test_more_followers_than_were_known_are_not_read_for_the_old_price(
    qtbot, desk, network, clock, open_tab, calm
):
    clock.advance(seconds=20 * 86_400)
    network.sides[Side.FOLLOWERS] = [Account(str(n), f"person{n}") for n in range(100, 400)]
    network.me_ = replace(network.me_, followers=300)
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWERS))
    calm(lambda: tab.places.current() == side_key(Side.FOLLOWERS) and tab.checker.ways)
    told, before = tab.checker.ways[0].quote.dollars, spent_this_month(desk)
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: "X tells of more followers" in tab.note.accessibleName())
    assert "Reading them costs $3.02 now; it was $0.04." in tab.note.accessibleName()
    assert network.asked.count("follows") == 0
    assert spent_this_month(desk) - before <= told
    calm(lambda: tab.checker.ways[0].quote.dollars > 3)
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: len(answers(tab)) == 300)


def test_pasted_names_are_checked_and_go_into_no_book(qtbot, desk, open_tab, calm):
    tab = open_tab()
    before = {one.key for one in desk.book("Swhelper allies").allies()}
    sheet = tab.ask_names()
    assert not sheet.keep.isEnabled()
    qtbot.keyClicks(sheet.text, "@AnaHollow, https://x.com/NightLine and @nobody_at_all")
    assert sheet.told.text().startswith("3 accounts")
    qtbot.mouseClick(sheet.keep, LEFT)
    calm(lambda: tab.places.current() == "names:1")
    assert tab.header.subtitle.text().startswith("3 names from elsewhere")
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: tab.empty is None)
    assert answers(tab) == {
        "22": Answer.FAN,
        "23": Answer.IDOL,
        "@nobody_at_all": Answer.UNKNOWN,
    }
    assert {one.key for one in desk.book("Swhelper allies").allies()} == before


def test_a_dropped_file_of_names_becomes_a_place(qtbot, tmp_path, open_tab, calm):
    path = tmp_path / "partners.csv"
    path.write_text("handle,name\n@SafeRoof,Safe Roof\n@BenMarsh,Ben\n", encoding="utf-8")
    tab = open_tab()
    sheet = tab.ask_names()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    sheet.text.insertFromMimeData(mime)
    calm(lambda: tab.places.current() == "names:1")
    assert tab.places_map.names("names:1").handles == ("SafeRoof", "BenMarsh")
    assert tab.places_map.elsewhere[0].label == "partners.csv"


def test_of_several_dropped_files_none_is_read_and_the_sheet_says_so(tmp_path, open_tab):
    tab = open_tab()
    sheet, mime = tab.ask_names(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.csv", "b.csv")])
    sheet.text.insertFromMimeData(mime)
    assert sheet.note.isVisible()
    assert sheet.note.accessibleName().startswith("No file was read, since one is read at a time.")
    assert tab.places_map.elsewhere == ()
    sheet.reject()


def test_a_file_without_names_is_refused_in_the_sheet(qtbot, tmp_path, open_tab, calm):
    path = tmp_path / "empty.txt"
    path.write_text(" ", encoding="utf-8")
    tab = open_tab()
    sheet = tab.ask_names()
    sheet.file_chosen.emit(str(path))
    calm(sheet.note.isVisible)
    assert sheet.isVisible()
    sheet.reject()


def test_chips_narrow_by_what_manners_say_too(qtbot, clock, desk, network, open_tab, calm):
    loud = replace(network.people["23"], followers=14_200)
    network.people["23"] = loud
    network.sides[Side.FOLLOWING] = [network.people["21"], loud]
    tab = open_tab()
    qtbot.mouseClick(tab.check_button, LEFT)
    calm(lambda: tab.empty is None)
    chip = tab.sifter.chips[Manner.INFLUENTIAL]
    assert (chip.isVisible(), chip.view.text, chip.view.count) == (True, "Influential", "1")
    qtbot.mouseClick(chip, LEFT)
    assert set(answers(tab)) == {"23"}


def test_who_is_gone_says_since_when(desk, clock, open_tab):
    desk.cache.save_problems([Problem("24", Reason.GONE)], clock.now())
    tab = open_tab()
    row = next(row for row in tab.model.rows() if row.key == "24")
    assert [pill.words for pill in row.flags] == ["gone since Mar 31"]
    assert "gone since Mar 31" in tab.model.data(
        tab.model.index(tab.model.row_of("24"), 0), Qt.ItemDataRole.AccessibleTextRole
    )
    assert CheckFlag.GONE in row.traits


def test_book_tags_have_a_column_where_there_is_room_and_stand_by_the_handle_where_not(
    qtbot, desk, open_tab
):
    read_sides(desk, Patience())
    tab = open_tab()
    assert tab.findings.isColumnHidden(FindingColumn.TAGS)
    assert tab.findings.itemDelegateForColumn(FindingColumn.ACCOUNT).shows_tags
    tab.resize(1600, 724)
    qtbot.waitUntil(lambda: not tab.findings.isColumnHidden(FindingColumn.TAGS))
    assert not tab.findings.itemDelegateForColumn(FindingColumn.ACCOUNT).shows_tags


def test_a_way_over_the_budget_is_off_and_says_so(desk, open_tab):
    desk.settings.write("budget", "0.01")
    tab = open_tab()
    asking = tab.checker.ask_way()
    assert not asking.spend.isEnabled()
    assert "over budget" in asking.spend.text()
    asking.reject()


def test_the_plus_beside_a_heading_brings_names(open_tab):
    tab = open_tab()
    tab.places.add_asked.emit("whom")
    assert [sheet.isVisible() for sheet in tab.findChildren(NamesSheet)] == [True]


def test_what_stands_by_the_places_is_reached_where_they_are_folded(qtbot, open_tab):
    tab = open_tab()
    assert not tab.more_button.isVisible()
    tab.resize(853, 485)
    qtbot.waitUntil(tab.more_button.isVisible)
    entries = {entry.text(): entry for entry in tab.more.actions()}
    assert [*entries] == [
        "Check names from elsewhere…",
        "Import your X archive…",
        "Compare two dates…",
        "Manners…",
    ]
    tab.more.aboutToShow.emit()
    assert not entries["Compare two dates…"].isEnabled()
    entries["Check names from elsewhere…"].trigger()
    assert [sheet.isVisible() for sheet in tab.findChildren(NamesSheet)] == [True]


def test_the_model_keeps_its_promises_while_it_is_sorted_sifted_and_ticked(qtbot, desk, open_tab):
    read_sides(desk, Patience())
    tab = open_tab()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(tab.model, fatal)
    for column in FindingColumn:
        tab.model.sort(column, Qt.SortOrder.DescendingOrder)
    tab.sifter.field.setText("roof")
    tab.model.set_ticked({"21", "22"})
    tab.sifter.field.setText("")
    tab.model.sort(-1)
    assert tester.model() is tab.model
    assert tab.model.rowCount() == 4


def test_every_row_says_itself_in_one_sentence(clock, desk, open_tab):
    read_sides(desk, Patience())
    tab = open_tab()
    said = [
        tab.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(tab.model.rowCount())
    ]
    assert "Safe Roof Network, @SafeRoof, Mutual, known from follower pages, Mar 31." in said
    assert (
        "Ana Hollow, @AnaHollow, Fan, private, housing, known from follower pages, Mar 31." in said
    )
    assert all(words.endswith(".") and words.count(". ") == 0 for words in said)


def test_everything_is_reached_by_keys_alone(qtbot, desk, clock, open_tab, calm):
    read_sides(desk, Patience())
    clock.advance(seconds=20 * 86_400)
    tab = open_tab()
    tab.activateWindow()
    tab.findings.setFocus()
    qtbot.waitUntil(tab.findings.hasFocus)
    tab.choose("23")
    qtbot.keyClick(tab.findings, Qt.Key.Key_K)
    calm(lambda: pills(tab, "23") == ["kept"])
    qtbot.keyClick(tab.findings, Qt.Key.Key_K)
    calm(lambda: pills(tab, "23") == [])
    qtbot.keyClick(tab.findings, Qt.Key.Key_T)
    calm(lambda: tab.acts.laid == {"23"})
    qtbot.keyClick(tab.findings, Qt.Key.Key_Slash)
    qtbot.waitUntil(tab.sifter.field.hasFocus)
    qtbot.keyClicks(tab.sifter.field, "night")
    assert set(answers(tab)) == {"23"}
    tab.bridge.block(Answer.FAN).setFocus()
    qtbot.keyClick(tab.bridge.block(Answer.FAN), Qt.Key.Key_Return)
    assert answers(tab) == {}


def pills(tab, key):
    row = next(row for row in tab.model.rows() if row.key == key)
    return [pill.words for pill in row.flags]
