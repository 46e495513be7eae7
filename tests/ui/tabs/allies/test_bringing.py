from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog

from allybook.domain.book.entry import Status
from allybook.domain.people.accounts import Account
from allybook.ports.files import Lump
from tests.fakes.network import DARK
from tests.fakes.torn_file import TornFile

LEFT = Qt.MouseButton.LeftButton


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def ask(tab, text, qtbot):
    tab.bringing.ask_about(text)
    dialog = tab.bringing.dialog
    qtbot.waitUntil(lambda: bool(dialog.sorted.lines))
    return dialog


def said(dialog):
    column = dialog.report.summary.rows
    rows = [column.itemAt(n).widget() for n in range(column.count())]
    return [row.accessibleName() for row in rows if row is not None]


def test_what_was_understood_is_shown_before_anybody_is_added(tab, book, qtbot):
    text = "@Brand_New, @elke_v\n@SpamForAll #ShelterNotes @BluebirdRespite\nrosa at the desk"
    dialog = ask(tab, text, qtbot)
    assert said(dialog) == [
        "1 new: @Brand_New",
        "1 known, now approved: @BluebirdRespite",
        "1 already there: #ShelterNotes",
        "1 declined before: @SpamForAll",
        "1 never listed again: @elke_v",
        "1 not understood: rosa at the desk",
    ]
    assert book.ally("@brand_new") is None
    dialog.reject()


def test_a_table_of_ids_alone_is_a_table(tab, book, qtbot, tmp_path):
    path = write(tmp_path, "ids.csv", "user_id\n2244994945\n1\n")
    with qtbot.waitSignal(tab.bringing.table_opened) as opened:
        tab.bringing.read(path)
    assert [row[0] for row in opened.args[0].sample] == ["2244994945", "1"]


def test_adding_is_one_act_that_can_be_taken_back(tab, book, qtbot, settle):
    dialog = ask(tab, "@Brand_New @BluebirdRespite", qtbot)
    qtbot.mouseClick(dialog.add, LEFT)
    settle(tab)
    assert book.ally("@brand_new").status is Status.APPROVED
    assert book.ally("201").status is Status.APPROVED
    assert tab.acts.last == "adding 2"
    tab.acts.take_back()
    settle(tab)
    assert book.ally("@brand_new").status is Status.REMOVED
    assert book.ally("201").status is Status.NOMINATED


def test_nothing_understood_is_nothing_to_add(tab, qtbot):
    dialog = ask(tab, "just some words", qtbot)
    assert not dialog.add.isEnabled()
    assert dialog.add.text() == "Add allies"
    dialog.reject()


def test_the_answer_to_the_last_text_counts(tab, qtbot):
    tab.bringing.ask()
    dialog = tab.bringing.dialog
    for text in ("@one", "@one @two", "@one @two @three"):
        dialog.text.setPlainText(text)
    qtbot.waitUntil(lambda: len(dialog.sorted.addable) == 3)
    assert dialog.add.text() == "Add 3 allies"
    dialog.reject()


def test_a_file_with_handles_is_shown_before_anybody_is_added(tab, book, tmp_path, qtbot):
    tab.bringing.read(write(tmp_path, "names.csv", "handle\nBrand_New\nOther_One\n"))
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    qtbot.waitUntil(tab.bringing.dialog.add.isEnabled)
    assert said(tab.bringing.dialog)[0] == "2 new: @Brand_New, @Other_One"
    assert book.ally("@brand_new") is None
    tab.bringing.dialog.reject()


def test_a_file_of_another_kind_is_one_sentence(tab, tmp_path, qtbot):
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    tab.bringing.read(path)
    qtbot.waitUntil(tab.bringing.note.isVisible)
    assert "picture.png" in tab.bringing.note.accessibleName()
    assert tab.bringing.dialog is None


def test_lines_that_could_not_be_used_are_counted(tab, tmp_path, qtbot):
    tab.bringing.read(write(tmp_path, "names.txt", "@Brand_New\n???\n"))
    qtbot.waitUntil(tab.bringing.note.isVisible)
    assert "1 could not be used, the first in line 2." in tab.bringing.note.accessibleName()


def test_a_file_that_is_stopped_says_so(tab, tmp_path, qtbot):
    bringing = tab.bringing
    torn = TornFile(Lump(handles=("Brand_New",)), kind="handles")
    bringing._desk = replace(bringing._desk, importers=torn)
    bringing.read(write(tmp_path, "people.txt", ""))
    qtbot.waitUntil(torn.there.is_set)
    qtbot.mouseClick(bringing.progress.stop, LEFT)
    torn.go_on.set()
    qtbot.waitUntil(bringing.note.isVisible)
    assert bringing.note.accessibleName() == (
        "people.txt was not read to its end, as you asked. 1 record is kept."
    )
    bringing.dialog.reject()


def test_a_title_above_a_list_of_names_is_told_beside_them(tab, tmp_path, qtbot):
    tab.bringing.read(write(tmp_path, "names.csv", "Our Twitter friends\nTwitter\n@a1\n@b2\n"))
    qtbot.waitUntil(tab.bringing.note.isVisible)
    told = tab.bringing.note.accessibleName()
    assert "2 records are kept. Passed over above the headings: “Our Twitter friends”." in told
    tab.bringing.dialog.reject()


def test_a_copied_file_is_read_rather_than_its_name(tab, tmp_path, qtbot):
    data = QMimeData()
    path = write(tmp_path, "names.txt", "@Brand_New\n")
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    tab.bringing.take(data)
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    qtbot.waitUntil(lambda: bool(tab.bringing.dialog.sorted.addable))
    assert tab.bringing.dialog.text.toPlainText() == "@Brand_New"
    tab.bringing.dialog.reject()


def test_a_file_is_chosen_without_stopping_the_window(tab):
    tab.bringing.choose_file()
    assert isinstance(tab.bringing.files, QFileDialog)
    assert tab.bringing.files.isVisible()
    tab.bringing.files.reject()


def test_every_line_is_told_on_demand(tab, qtbot):
    dialog = ask(tab, "@Brand_New\n@brand_new\nrosa at the desk", qtbot)
    qtbot.mouseClick(dialog.by_line, LEFT)
    assert dialog.report.table.isVisible()
    model = dialog.report.model
    told = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert told == [
        "Line 1: @Brand_New, new.",
        "Line 2: @brand_new, came before.",
        "Line 3: rosa at the desk, not understood.",
    ]
    dialog.reject()


def test_handles_are_looked_up_for_the_price_on_the_button(tab, network, qtbot, jobs):
    network.people["77"] = Account("77", "Brand_New", "Brand New Shelter")
    dialog = ask(tab, "@Brand_New @never_was", qtbot)
    assert dialog.look_up.text() == "Look up 2 handles, about $0.02"
    qtbot.mouseClick(dialog.look_up, LEFT)
    qtbot.waitUntil(lambda: "1 nobody on X: @never_was" in said(dialog))
    assert not dialog.look_up.isVisible()
    assert dialog.add.text() == "Add 1 ally"
    dialog.reject()
    qtbot.waitUntil(lambda: jobs.running() == 0)


def test_offline_the_handles_wait(tab, desk, qtbot):
    desk.line.switch(up=False)
    dialog = ask(tab, "@Brand_New", qtbot)
    assert dialog.look_up.text() == "Look up 1 handle, when online"
    assert not dialog.look_up.isEnabled()
    assert dialog.add.isEnabled()
    dialog.reject()


def test_x_not_answering_is_a_note_and_the_names_stay(tab, network, qtbot, jobs):
    network.trouble["accounts_by_handle"] = list(DARK)
    dialog = ask(tab, "@Brand_New", qtbot)
    qtbot.mouseClick(dialog.look_up, LEFT)
    qtbot.waitUntil(dialog.note.isVisible)
    assert "X did not answer" in dialog.note.accessibleName()
    qtbot.waitUntil(dialog.add.isEnabled)
    dialog.reject()
    qtbot.waitUntil(lambda: jobs.running() == 0)


def test_a_file_dropped_on_the_text_is_read(tab, tmp_path, qtbot):
    tab.bringing.ask()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write(tmp_path, "names.txt", "@Brand_New\n")))])
    former = tab.bringing.dialog
    former.text.insertFromMimeData(data)
    qtbot.waitUntil(lambda: tab.bringing.dialog is not former)
    qtbot.waitUntil(lambda: bool(tab.bringing.dialog.sorted.addable))
    tab.bringing.dialog.reject()


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_of_several_files_the_first_is_read_and_the_others_are_told(tab, tmp_path, qtbot):
    bringing = tab.bringing
    bringing.ask()
    former = bringing.dialog
    paths = [write(tmp_path, f"{name}.txt", f"@Brand_{name}\n") for name in "abc"]
    former.text.insertFromMimeData(files(*paths))
    assert bringing.unread.isVisible()
    assert bringing.unread.accessibleName().startswith("2 more files were not read. One is read")
    qtbot.waitUntil(lambda: bringing.dialog is not former)
    qtbot.waitUntil(lambda: bool(bringing.dialog.sorted.addable))
    assert bringing.dialog.text.toPlainText() == "@Brand_a"
    assert bringing.unread.isVisible()
    former = bringing.dialog
    former.reject()
    # The next one alone leaves nothing to be told.
    bringing.take(files(paths[1]))
    assert not bringing.unread.isVisible()
    # What was closed is deleted in a moment: its words are not to be asked for.
    qtbot.waitUntil(lambda: bringing.dialog is not former)
    qtbot.waitUntil(lambda: bringing.dialog.text.toPlainText() == "@Brand_b")
    bringing.dialog.reject()


def test_a_file_that_comes_while_another_is_read_is_not_taken_or_told(tab, tmp_path, qtbot):
    bringing, more = tab.bringing, files(write(tmp_path, "b.txt", "@b"))
    torn = TornFile(Lump(handles=("Brand_New",)), kind="handles")
    bringing._desk = replace(bringing._desk, importers=torn)
    assert bringing.takes(more)
    bringing.take(files(write(tmp_path, "people.txt", "")))
    qtbot.waitUntil(torn.there.is_set)
    assert not bringing.takes(more)
    bringing.take(more)
    assert bringing.unread.accessibleName().startswith("1 more file was not read. One is read")
    assert bringing.unread.isVisible()
    torn.go_on.set()
    qtbot.waitUntil(lambda: bringing.dialog is not None)
    assert bringing.takes(more)
    bringing.dialog.reject()


def test_somebody_like_an_ally_is_pointed_out(tab, qtbot):
    dialog = ask(tab, "@Harbor_RowSN", qtbot)
    qtbot.waitUntil(lambda: bool(dialog.sorted.alike))
    assert "1 like somebody you have: @Harbor_RowSN looks like @HarborRowSN" in said(dialog)
    dialog.reject()
