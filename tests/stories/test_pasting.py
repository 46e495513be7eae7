"""Five hundred handles with every kind of dirt are pasted into the window, and none is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from allybook.domain.book.entry import Status
from allybook.services.books.edit import approve, decline, opt_out
from allybook.services.books.several import create_book
from allybook.services.people.adding import PieceFate
from allybook.services.people.nominate import nominate_handles

LEFT = Qt.MouseButton.LeftButton
DIRT = (
    "@{}",
    "{}",
    "  @{}  ",
    "{number}. @{}",
    "\u2022 {}",
    "https://x.com/{}",
    "https://mobile.twitter.com/{}?lang=en&s=20",
    "http://www.twitter.com/@{}/status/1624459474893582336",
    "twitter.com/intent/user?screen_name={}",
    '"{}",',
    "(@{}).",
    ".@{}",
    "\ufeff@{}\u200b",
    "\uff20{}",
    "@{}'s",
    "Elm Street Team\t{}\thousing",
    "@{}; @{}",
    "<https://x.com/{}#top>",
)
NO_NAMES = (
    "name",
    "n/a",
    "see the other sheet",
    "rosa@harbor.example",
    "@far@social.example",
    "12",
)


def paste_of(handles):
    """Return a text of one line each, by turns in every kind of dirt, with what is no name."""
    lines = [
        DIRT[number % len(DIRT)].replace("{number}", str(number)).replace("{}", handle)
        for number, handle in enumerate(handles)
    ]
    for place, words in enumerate(NO_NAMES):
        lines.insert(place * 70 + 35, words)
    return "\r\n".join(lines)


@pytest.fixture
def book(desk):
    book = create_book(desk, "Harbour groups")
    nominate_handles(desk, book, ["Group_1", "Group_2", "Group_3", "Group_4"])
    approve(desk, book, ["@group_1"])
    decline(desk, book, ["@group_2"], "moved away")
    opt_out(desk, book, ["@group_3"])
    desk.settings.write("book", book.info.book_id)
    return book


def paste(qtbot, stage, tab, text):
    QGuiApplication.clipboard().setText(text)
    stage.window.activateWindow()
    tab.work.table.setFocus()
    qtbot.waitUntil(tab.work.table.hasFocus)
    qtbot.keyClick(tab.work.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: tab.bringing.dialog is not None)
    dialog = tab.bringing.dialog
    qtbot.waitUntil(lambda: bool(dialog.sorted.lines), timeout=20_000)
    return dialog


def approved(book):
    return {ally.handle for ally in book.allies() if ally.status is Status.APPROVED}


def test_every_line_is_accounted_for_and_all_go_in_with_one_press(qtbot, stage, book, book_shown):
    tab = stage.window.allies()
    book_shown(tab)
    handles = [f"Group_{number}" for number in range(1, 541)]
    text = paste_of(handles)
    dialog = paste(qtbot, stage, tab, text)
    answer = dialog.sorted
    # Each line has an answer, and every handle exactly one.
    assert {line.number for line in answer.lines} == set(range(1, len(text.splitlines()) + 1))
    named = [one.handle for _, one in answer.nominees]
    assert sorted(named) == sorted(handles)
    apart = (PieceFate.THERE, PieceFate.DECLINED, PieceFate.OUT, PieceFate.KNOWN)
    assert [one.handle for fate in apart for one in answer.of(fate)] == handles[:4]
    assert set(NO_NAMES) <= set(answer.words(PieceFate.LEFTOVER))
    assert dialog.add.text() == "Add 537 allies"
    qtbot.mouseClick(dialog.add, LEFT)
    book_shown(tab)
    assert approved(book) == set(handles) - {"Group_2", "Group_3"}
    assert tab.work.bar.undo.text() == "Undo adding 537"
    assert tab.resolving.words.text() == "538 allies are known by their handles only."
    stage.window.activateWindow()
    tab.work.table.setFocus()
    qtbot.waitUntil(tab.work.table.hasFocus)
    qtbot.keyClick(tab.work.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    book_shown(tab)
    assert approved(book) == {"Group_1"}
