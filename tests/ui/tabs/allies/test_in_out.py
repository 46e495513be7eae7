"""Tables in and out of the open book, and the page to share, by mouse and keyboard."""

import csv
import sys

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog

from allybook.domain.book.cells import read_notes, undated
from allybook.domain.book.columns import Column
from allybook.domain.book.entry import Status
from allybook.services.books import edit
from allybook.services.books.export import export_allies
from allybook.services.books.several import rename_book
from allybook.store.profile import Profile
from allybook.ui.spreadsheets import between_cells
from allybook.ui.tabs.allies.in_out import ActTicket, forms

LEFT = Qt.MouseButton.LeftButton
TABLE = (
    "Organisation;Twitter Name;Bereich;E-Mail;Bemerkungen\n"
    "Harbor Row;@HarborRowSN;housing;desk@harbor.example;Call Rosa\n"
    "Larkspur Legal;https://x.com/LarkspurLegal;legal;;two offices\n"
    "Elke;@elke_v;;;\n"
    "Nobody;n/a;;;\n"
)


let_go = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")


@pytest.fixture
def dialog(tab, tmp_path, qtbot):
    path = tmp_path / "contacts.csv"
    path.write_text(TABLE, encoding="utf-8")
    tab.bringing.read(path)
    qtbot.waitUntil(lambda: tab.in_out.columns is not None)
    dialog = tab.in_out.columns
    qtbot.waitUntil(lambda: bool(dialog.preview.arrivals))
    return dialog


def test_a_table_is_guessed_shown_corrected_and_brought_in_by_keyboard(
    tab, book, dialog, qtbot, settle
):
    rows = {row.choice.accessibleName(): row for row in dialog.columns.rows}
    assert {name: row.column for name, row in rows.items()} == {
        "Organisation": Column.ORGANISATION,
        "Twitter Name": Column.HANDLE,
        "Bereich": Column.CATEGORY,
        "E-Mail": None,
        "Bemerkungen": Column.NOTES,
    }
    assert rows["Bereich"].choice.accessibleDescription() == "housing, legal"
    assert dialog.outcome.said == (
        "1 new: @LarkspurLegal",
        "1 changed: @HarborRowSN",
        "1 never listed again: @elke_v",
        "1 not understood: line 5: “n/a” is not a handle",
    )
    qtbot.waitUntil(rows["Organisation"].choice.hasFocus)
    for _ in range(2):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is rows["Bereich"].choice
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert rows["Bereich"].column is Column.TAGS
    qtbot.waitUntil(lambda: len(dialog.preview.wanted) == 2)
    assert dialog.bring.text() == "Bring in 2"
    assert book.ally("@larkspurlegal") is None
    dialog.bring.setFocus()
    qtbot.keyClick(dialog.bring, Qt.Key.Key_Return)
    settle(tab)
    ally = book.ally("@larkspurlegal")
    assert (ally.status, ally.tags, ally.category) == (Status.NOMINATED, ("legal",), "")
    (note,) = ally.notes
    assert [undated(one) for one in read_notes(note.text)] == ["Larkspur Legal", "two offices"]
    assert tab.acts.last == "bringing in 2"
    tab.acts.take_back()
    settle(tab)
    assert book.ally("@larkspurlegal").status is Status.REMOVED
    assert "housing" in book.ally("102").tags


def test_what_stands_above_the_headings_is_told(tab, tmp_path, qtbot):
    path = tmp_path / "partners.csv"
    path.write_text(f"Our partners 2026\n\n{TABLE}", encoding="utf-8")
    tab.bringing.read(path)
    qtbot.waitUntil(lambda: tab.in_out.columns is not None)
    dialog = tab.in_out.columns
    assert dialog.passed.text() == "Passed over above the headings: “Our partners 2026”."
    assert dialog.passed.isVisible()
    qtbot.waitUntil(lambda: len(dialog.preview.wanted) == 2)


def test_what_stands_once_is_taken_from_the_column_that_had_it(dialog, qtbot):
    rows = dialog.columns.rows
    place = rows[0].choice.findData(Column.HANDLE.value)
    rows[0].choice.setCurrentIndex(place)
    assert [row.column for row in rows[:2]] == [Column.HANDLE, None]
    rows[3].choice.setCurrentIndex(rows[3].choice.findData(Column.NOTES.value))
    assert [rows[3].column, rows[4].column] == [Column.NOTES] * 2
    rows[0].choice.setCurrentIndex(0)
    assert dialog.outcome.said == ("Say which column holds handles or user ids.",)
    assert not dialog.bring.isEnabled()


def test_a_wheel_over_a_choice_changes_nothing(dialog, qtbot):
    assert dialog.columns.rows[1].choice.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_closing_writes_nothing(tab, book, dialog, settle):
    before = book.entries()
    dialog.reject()
    settle(tab)
    assert book.entries() == before


def test_any_table_can_be_opened_from_the_menu(tab, tmp_path, qtbot):
    words = [action.text() for action in tab.in_out.button.menu().actions()]
    assert words == ["Bring in a table…", "Export the book…", "Share as a web page…"]
    path = tmp_path / "t.csv"
    path.write_text("Fruit,Weight\npear,3\nplum,4\n", encoding="utf-8")
    tab.in_out.read(path)
    qtbot.waitUntil(lambda: tab.in_out.columns is not None)
    assert tab.in_out.columns.bring.isEnabled() is False
    tab.in_out.columns.reject()


def test_what_is_no_table_is_said(tab, tmp_path, qtbot):
    path = tmp_path / "t.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    tab.in_out.read(path)
    qtbot.waitUntil(tab.in_out.note.isVisible)
    assert tab.in_out.note.accessibleName() == (
        "t.png is no table. Tables are CSV, Excel (.xlsx) or JSON."
    )


def test_the_book_is_exported_in_the_form_of_the_ending(tab, desk, book, tmp_path, qtbot):
    tab.in_out.ask_export()
    assert isinstance(tab.in_out.files, QFileDialog)
    assert tab.in_out.files.nameFilters()[:2] == ["Excel workbook (*.xlsx)", "CSV (*.csv)"]
    tab.in_out.files.reject()
    for form in forms():
        path = tmp_path / f"{form.words}{form.ending}"
        tab.in_out.note.hide()
        tab.in_out.export(path, excel=form.excel)
        qtbot.waitUntil(tab.in_out.note.isVisible)
        said = tab.in_out.note.accessibleName()
        assert f"written to {path.name}" in said
        assert "1 opted out: not in the file." in said
        bare = "1 declined: not in the file, which cannot say so." in said
        assert bare == (form.ending == ".txt")
    export_allies(desk, book, tmp_path / "same.csv", excel=between_cells(QLocale.system()))
    assert (tmp_path / "CSV for Excel.csv").read_bytes() == (tmp_path / "same.csv").read_bytes()
    with (tmp_path / "CSV.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) > 10


def test_a_folder_that_is_not_there_is_one_sentence(tab, tmp_path, qtbot):
    tab.in_out.export(tmp_path / "nowhere" / "t.csv")
    qtbot.waitUntil(tab.in_out.note.isVisible)
    assert "could not be written" in tab.in_out.note.accessibleName()


def test_persons_are_said_before_a_page_is_written(tab, tmp_path, qtbot):
    tab.in_out.ask_page()
    page = tab.in_out.page
    qtbot.waitUntil(page.write.isEnabled)
    assert page.persons.text() == "Also 3 people, who know of it"
    assert not page.persons.isChecked()
    qtbot.mouseClick(page.persons, LEFT)
    qtbot.waitUntil(lambda: page.plan is not None and page.plan.shown == 13)
    page.heading.setText("Our <b>allies</b>")
    page.language.setCurrentIndex(page.language.findData("de"))
    plans = []
    page.chosen.connect(plans.append)
    qtbot.waitUntil(page.write.isEnabled)
    qtbot.mouseClick(page.write, LEFT)
    tab.in_out.files.reject()
    tab.in_out.write(plans[0], tmp_path / "page.html")
    qtbot.waitUntil(tab.in_out.note.isVisible)
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in html
    assert "<title>Our &lt;b&gt;allies&lt;/b&gt;</title>" in html
    assert "13 allies are on it" in tab.in_out.note.accessibleName()


def test_tags_are_for_everyone_only_where_somebody_chooses_them(tab, desk, book, settle, qtbot):
    approved = [one.key for one in book.allies() if one.status is Status.APPROVED]
    edit.add_tags(desk, book, approved, ["owes us a reply"])
    settle(tab)
    tab.in_out.ask_page()
    page = tab.in_out.page
    qtbot.waitUntil(page.write.isEnabled)
    # Nothing is cut for the rows that came.
    assert page.height() == page.needed_height()
    assert page.tags.text() == f"Also {len(page.plan.tags)} tags that your group gave"
    assert "Tags that stay with you: " in page.summary.text()
    assert "owes us a reply" in page.summary.text()
    assert {tag for ally in page.plan.page.allies for tag in ally.tags} == set()
    qtbot.mouseClick(page.tags, LEFT)
    qtbot.waitUntil(lambda: any(ally.tags for ally in page.plan.page.allies))
    assert "Tags on it: " in page.summary.text()
    page.reject()


def test_who_opts_out_while_the_file_is_chosen_is_not_on_the_page(
    tab, desk, book, settle, tmp_path, qtbot
):
    tab.in_out.ask_page()
    page = tab.in_out.page
    qtbot.waitUntil(page.write.isEnabled)
    plan = page.plan
    page.reject()
    edit.opt_out(desk, book, [plan.page.allies[0].key])
    settle(tab)
    tab.in_out.write(plan, tmp_path / "page.html")
    qtbot.waitUntil(tab.in_out.note.isVisible)
    told = tab.in_out.note.accessibleName()
    assert f"{plan.shown - 1} allies are on it" in told
    assert "Not to be listed any more, and left out: 1." in told
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"@{plan.page.allies[0].handle}<" not in html
    assert f"@{plan.page.allies[1].handle}<" in html


def test_the_heading_of_a_page_is_proposed_in_its_language(tab, desk, book, settle, qtbot):
    rename_book(desk, book.info.book_id, "Allies for #SwHelper")
    settle(tab)
    tab.in_out.ask_page()
    page = tab.in_out.page
    assert page.heading.text() == "Allies of #SwHelper"
    page.language.setCurrentIndex(page.language.findData("de"))
    assert page.heading.text() == "Verbündete von #SwHelper"
    page.heading.clear()
    qtbot.waitUntil(page.write.isEnabled)
    plans = []
    page.chosen.connect(plans.append)
    qtbot.mouseClick(page.write, LEFT)
    tab.in_out.files.reject()
    assert (plans[0].page.title, plans[0].page.language) == ("Verbündete von #SwHelper", "de")


@let_go
def test_what_another_window_put_away_is_neither_exported_nor_shared(
    tab, settle, book, clock, tmp_path
):
    settle(tab)
    with Profile(tmp_path / "profile", clock) as other:
        other.shelf().discard(book.info.book_id)
        for ask in (tab.in_out.ask_export, tab.in_out.ask_page):
            tab.in_out.note.hide()
            ask()
            assert "was put in the trash in another window" in tab.in_out.note.accessibleName()
        assert (tab.in_out.page, tab.in_out.files) == (None, None)


def test_an_empty_book_makes_no_page(bare, open_tab, qtbot):
    tab = open_tab(bare)
    tab.in_out.ask_page()
    page = tab.in_out.page
    qtbot.waitUntil(page.note.isVisible)
    assert "Nobody is approved for a page yet" in page.note.accessibleName()
    assert not page.write.isEnabled()
    page.reject()


def test_a_slip_tells_and_stops():
    told = []
    slip = ActTicket(lambda done, total: told.append((done, total)))
    slip.report(1, 2)
    assert (told, slip.cancelled()) == ([(1, 2)], False)
    slip.cancel()
    assert slip.cancelled()
