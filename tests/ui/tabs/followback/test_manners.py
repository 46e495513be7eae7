"""Manners, comparing and reports in the Follow-back tab, through its widgets."""

import csv
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt

from allybook.domain.check.followback import Answer, Side, Snapshot
from allybook.domain.check.manners import Manners
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import add_tags, approve
from allybook.services.check.manners import read_manners, set_manners
from allybook.services.check.run import read_sides
from allybook.services.people.nominate import nominate_handles
from allybook.ui.models.findings import FindingColumn
from allybook.ui.spreadsheets import between_cells
from allybook.ui.tabs.followback.places import sections
from allybook.ui.tabs.followback.survey import side_key, survey
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton
DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def read(desk, network, clock):
    """Both sides were read twice, ten days apart; @NightLine was followed in between."""
    both = list(network.sides[Side.FOLLOWING])
    network.sides[Side.FOLLOWING] = both[:1]
    read_sides(desk, Patience())
    clock.advance(seconds=10 * DAY)
    network.sides[Side.FOLLOWING] = both
    network.sides[Side.FOLLOWERS] = network.sides[Side.FOLLOWERS][:1]
    read_sides(desk, Patience())
    return desk


def row_of(tab, key):
    return next((row for row in tab.model.rows() if row.key == key), None)


def pills(tab, key):
    return [pill.words for pill in row_of(tab, key).flags]


def has_box(tab, key):
    number = [row.key for row in tab.model.rows()].index(key)
    box = tab.model.index(number, FindingColumn.TICK)
    return bool(tab.model.flags(box) & Qt.ItemFlag.ItemIsUserCheckable)


def test_a_new_follow_is_given_time_and_no_box(read, open_tab):
    tab = open_tab()
    assert row_of(tab, "23").answer is Answer.IDOL
    assert pills(tab, "23") == ["grace, 14 days"]
    assert not has_box(tab, "23")
    tab.choose("23")
    assert not tab.details.tick.isVisible()
    assert tab.grace.isVisible()
    assert "Look again on Apr 24" in tab.grace.words.text()


@pytest.fixture
def after_grace(read, clock, open_tab):
    """The tab when @NightLine can be unfollowed."""
    clock.advance(seconds=15 * DAY)
    return open_tab()


def test_what_the_letter_of_the_keep_list_did_is_said(after_grace, go_to_list, qtbot, calm):
    tab = after_grace
    go_to_list(tab)
    tab.choose("23")
    qtbot.keyClick(tab.findings, Qt.Key.Key_K)
    calm(lambda: tab.note.isVisible() and pills(tab, "23") == ["kept"])
    said = "On the keep-list: @NightLine. They are never offered for unfollowing; press K to take"
    assert tab.note.accessibleName() == f"{said} them off again."
    qtbot.keyClick(tab.findings, Qt.Key.Key_K)
    calm(lambda: tab.note.accessibleName() == "Off the keep-list: @NightLine.")
    calm(lambda: has_box(tab, "23"))


def test_after_its_grace_it_can_be_ticked_or_kept(after_grace, qtbot, calm):
    tab = after_grace
    assert has_box(tab, "23")
    tab.choose("23")
    qtbot.mouseClick(tab.details.keep, LEFT)
    calm(lambda: pills(tab, "23") == ["kept"])
    assert not has_box(tab, "23")
    assert tab.manners.lines[3].text() == "Keep-list: 1 account"
    tab.choose("23")
    qtbot.mouseClick(tab.details.keep, LEFT)
    calm(lambda: has_box(tab, "23"))


def test_a_tag_keeps_whom_it_names(read, clock, open_tab, calm):
    clock.advance(seconds=15 * DAY)
    add_tags(read, read.book("Swhelper allies"), ["23"], ["partner"])
    tab = open_tab()
    sheet = tab.ask_manners()
    assert set(sheet.tags) == {"housing", "partner"}
    assert not any(box.isChecked() for box in (*sheet.tags.values(), *sheet.books.values()))
    sheet.tags["partner"].setChecked(True)
    sheet.grace.setValue(7)
    sheet.keep.click()
    calm(lambda: pills(tab, "23") == ["kept"])
    assert read_manners(read) == Manners(grace=7, tags=frozenset({"partner"}))
    tab.choose("23")
    assert not tab.details.keep.isVisible()
    assert tab.manners.lines[0].text() == "New follows: 7 days of grace"


def test_influential_accounts_stand_apart_and_are_talked_to_first(
    read, network, clock, open_tab, calm
):
    clock.advance(seconds=15 * DAY)
    loud = replace(network.people["23"], followers=14_200)
    read.cache.save_accounts([loud], clock.now())
    post = Post(id_at(clock.now()), "23", clock.now(), "Beds #SwHelper", hashtags=("SwHelper",))
    read.cache.save_posts([post], Source(Origin.HOME))
    book = read.book("Swhelper allies")
    nominate_handles(read, book, [], ["#swhelper"])
    approve(read, book, [ally.key for ally in book.allies() if ally.key.startswith("#")])
    tab = open_tab()
    assert pills(tab, "23") == ["influential"]
    tab.choose("23")
    assert tab.details.shown.shared_tag == "SwHelper"
    assert tab.details.post.isVisible()


def test_the_keep_list_keeps_nobody_from_being_followed_back(desk, open_tab):
    read_sides(desk, Patience())
    set_manners(desk, Manners(people=frozenset({"22"})))
    tab = open_tab()
    assert row_of(tab, "22").answer is Answer.FAN
    assert "kept" in pills(tab, "22")
    assert has_box(tab, "22")


def test_nothing_is_preselected(read, clock, open_tab):
    clock.advance(seconds=15 * DAY)
    tab = open_tab()
    boxes = [tab.model.index(n, FindingColumn.TICK) for n in range(tab.model.rowCount())]
    states = {box.data(Qt.ItemDataRole.CheckStateRole) for box in boxes}
    assert Qt.CheckState.Checked not in states


def test_two_dates_are_compared(read, open_tab, calm):
    tab = open_tab()
    assert tab.compare_button.isVisible()
    sheet = tab.ask_pair()
    assert sheet.keep.isEnabled()
    sheet.later.setCurrentIndex(sheet.earlier.currentIndex())
    assert not sheet.keep.isEnabled()
    sheet.later.setCurrentIndex(0)
    sheet.keep.click()
    calm(lambda: {row.key for row in tab.model.rows()} == {"22", "23"})
    assert tab.header.subtitle.text() == "2 accounts changed, Mar 31 to Apr 10"
    assert pills(tab, "23") == ["we follow now", "grace, 14 days"]
    assert not has_box(tab, "23")
    assert pills(tab, "22")[0] == "missing, not told why"
    assert "missing, not told why" in tab.model.index(0, 1).data(
        Qt.ItemDataRole.AccessibleTextRole
    ) + tab.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    tab.show_place(side_key(Side.FOLLOWING))
    calm(lambda: {row.key for row in tab.model.rows()} == {"21", "23"})


def test_one_reading_alone_is_not_compared(desk, open_tab, calm):
    read_sides(desk, Patience())
    assert not open_tab().compare_button.isVisible()


@pytest.fixture
def save(tmp_path, open_tab, calm):
    """Return a function that saves a report and returns its path."""

    def save(name, tab=None):
        tab, path = tab or open_tab(), tmp_path / name
        assert tab.report_button.isVisible()
        tab.reporter.save(path)
        calm(tab.note.isVisible)
        assert "saved" in tab.note.accessibleName()
        return path

    return save


def test_a_report_says_method_and_dates_in_words(read, clock, save):
    evil = Account("21", "SafeRoof", "<script>alert(1)</script>")
    read.cache.save_accounts([evil], clock.now())
    page = save("report.html").read_text(encoding="utf-8")
    assert "<h1>Follow-back check of 10 April 2026</h1>" in page
    assert "4 answers come from follower pages of 10 April 2026." in page
    assert "never a no" in page
    assert "<script" not in page
    assert 'aria-label="Of 4 accounts we follow 2, and 1 follow us; 1 do both."' in page
    assert 'href="https://x.com/' in page
    assert "housing" in page


def test_a_filtered_report_has_the_sums_of_all_and_says_whom_it_lists(read, open_tab, save):
    tab = open_tab()
    tab.bridge.chosen.emit(Answer.IDOL)
    tab.sifter.field.setText("n")
    assert [row.key for row in tab.model.rows()] == ["23"]
    path = save("report.html", tab)
    page = path.read_text(encoding="utf-8")
    # The sums are those of the head, which names all four.
    assert "<p>Of 4 accounts we follow 2, and 1 follow us; 1 do both.</p>" in page
    assert "4 answers come from follower pages of 10 April 2026." in page
    assert "<h2>1 of 4 accounts: Idol, “n”</h2>" in page
    assert "NightLine" in page
    assert "SafeRoof" not in page
    tab.bridge.chosen.emit(None)
    tab.sifter.field.clear()
    page = save("all.html", tab).read_text(encoding="utf-8")
    assert "<h2>Accounts</h2>" in page
    assert "SafeRoof" in page


def test_after_a_cut_reading_no_number_is_told_that_is_too_small(
    desk, clock, save, open_tab, qtbot, calm
):
    for side, ids, complete in (
        (Side.FOLLOWING, ["21", "23", "24"], True),
        (Side.FOLLOWERS, ["21"], False),
    ):
        snapshot = Snapshot(side, frozenset(ids), complete, "follower pages", clock.now())
        desk.cache.save_snapshot("1", snapshot)
    desk.settings.write("book", "")
    tab = open_tab()
    tab.show_place(side_key(Side.FOLLOWING))
    calm(lambda: tab.model.rowCount() == 3)
    assert tab.bridge.accessibleDescription() == "We follow 3, Follow us at least 1"
    path = save("report.html")
    page = path.read_text(encoding="utf-8")
    # Of the book it is one more, of whom no reading tells whether she follows us.
    words = "Of 4 accounts we follow 3, and at least 1 follow us; at least 1 do both."
    assert f"<p>{words}</p>" in page
    assert f'aria-label="{words}"' in page


def test_a_report_can_be_printed(read, save):
    pages = save("report.pdf").read_bytes()
    assert pages.startswith(b"%PDF-")
    assert len(pages) > 4_000


def test_a_table_for_other_programs_has_a_row_for_each_account(read, save):
    with save("report.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=between_cells(QLocale.system())))
    assert {row["user_id"]: row["class"] for row in rows}["23"] == "idol"
    assert {row["complete"] for row in rows} <= {"True", "true"}
    assert len(rows) == 4


def test_a_text_has_the_handles_and_no_mark_up(read, save):
    lines = save("report.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert "@SafeRoof" in lines
    assert save("report.htm").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_an_ending_that_nothing_stands_for_writes_nothing(tmp_path, read, open_tab, calm):
    tab, path = open_tab(), tmp_path / "report.doc"
    tab.reporter.save(path)
    calm(tab.note.isVisible)
    assert "“.doc” is none of them" in tab.note.accessibleName()
    assert not path.exists()


def test_a_report_that_cannot_be_written_is_said_kindly(tmp_path, read, open_tab, calm):
    tab = open_tab()
    for ending in ("pdf", "html", "csv"):
        tab.note.hide()
        tab.reporter.save(tmp_path / "not" / "there" / f"report.{ending}")
        calm(tab.note.isVisible)
        # One way to write, and so one sentence, in every language.
        assert "could not be written, because the folder is not there" in tab.note.accessibleName()


def test_other_manners_change_what_is_quiet(read, clock, open_tab, calm):
    silent = Account("21", "SafeRoof", latest_post_id=id_at(clock.now() - timedelta(days=40)))
    read.cache.save_accounts([silent], clock.now())
    tab = open_tab()
    assert pills(tab, "21") == []
    set_manners(read, Manners(quiet=30))
    calm(lambda: pills(tab, "21") == ["quiet 40 days"])
    calm(lambda: tab.manners.lines[1].text() == "Quiet: after 30 days")


def test_an_x_list_is_a_place_to_check(read, clock, open_tab, calm):
    read.cache.save_list(XList("900", "Our X List"))
    read.cache.save_members("900", ["21", "23"], complete=True, as_of=clock.now())
    tab = open_tab()
    tab.show_place("list:900")
    calm(lambda: {row.key for row in tab.model.rows()} == {"21", "23"})
    assert tab.header.subtitle.text().startswith("2 members of the X List, all answers complete")


def test_a_list_and_a_book_of_one_name_are_told_apart(read, clock):
    read.book()
    found = survey(read, "", {}).map
    book, names = found.books[0]
    lists = tuple((XList(key, name), names) for key, name in (("8", book.name), ("9", "Housing")))
    places = replace(found, lists=lists)
    whom = sections(places, clock.now())[0].places
    told = [place.word for place in whom]
    assert {book.name, f"{book.name} (X List)", "Housing"} <= set(told)
    assert len(told) == len(set(told))


def test_a_name_or_a_book_tag_finds_a_row(qtbot, read, open_tab):
    tab = open_tab()
    qtbot.keyClicks(tab.sifter.field, "housing")
    assert [row.tags for row in tab.model.rows()] == [("housing",)]
