from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog

from allybook.domain.book.entry import Status

LEFT = Qt.MouseButton.LeftButton


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def ask(tab, text, qtbot):
    tab.bringing.ask_about(text)
    dialog = tab.bringing.dialog
    qtbot.waitUntil(lambda: bool(dialog.sorted.leftovers or dialog.sorted.new))
    return dialog


def said(dialog):
    column = dialog.report._column
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
    qtbot.waitUntil(lambda: len(dialog.sorted.new) == 3)
    assert dialog.add.text() == "Add 3 allies"
    dialog.reject()


def test_a_file_with_handles_is_shown_before_anybody_is_added(tab, book, tmp_path, qtbot):
    tab.bringing.read(write(tmp_path, "names.csv", "handle,tags\nBrand_New,housing\nOther_One,\n"))
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
    tab.bringing.dialog.reject()


def test_a_copied_file_is_read_rather_than_its_name(tab, tmp_path, qtbot):
    data = QMimeData()
    path = write(tmp_path, "names.txt", "@Brand_New\n")
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    tab.bringing.take(data)
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    qtbot.waitUntil(lambda: bool(tab.bringing.dialog.sorted.new))
    assert tab.bringing.dialog.text.toPlainText() == "@Brand_New"
    tab.bringing.dialog.reject()


def test_a_file_is_chosen_without_stopping_the_window(tab):
    tab.bringing.choose_file()
    assert isinstance(tab.bringing.files, QFileDialog)
    assert tab.bringing.files.isVisible()
    tab.bringing.files.reject()
