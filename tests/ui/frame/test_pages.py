import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from allybook.ui.frame.pages import Pages
from allybook.ui.frame.shell import Shell
from allybook.ui.widgets.focus import SHOWS_FOCUS


class Failure(Exception):
    """What a making says that fails."""


@pytest.fixture
def done():
    """The steps that were gone so far."""
    return []


@pytest.fixture
def pages(qtbot, done):
    pages = Pages()
    qtbot.addWidget(pages)

    def long():
        for number in range(3):
            done.append(number)
            yield
        return QLabel("Long")

    pages.add("long", long)
    pages.add("short", lambda: QLabel("Short"))
    pages.show()
    return pages


def words(pages):
    return getattr(pages.currentWidget(), "text", str)()


def test_a_page_in_steps_leaves_the_window_its_turns(qtbot, pages, done):
    with qtbot.waitSignal(pages.made) as heard:
        pages.show_page("long")
        assert (done, words(pages)) == ([], "")
    assert heard.args == ["long"]
    qtbot.waitUntil(lambda: words(pages) == "Long")
    assert done == [0, 1, 2]


def test_who_goes_on_meanwhile_is_not_brought_back(qtbot, pages, done):
    pages.show_page("long")
    pages.show_page("short")
    for _ in range(9):
        QApplication.processEvents()
    assert words(pages) == "Short"
    pages.show_page("long")
    qtbot.waitUntil(lambda: words(pages) == "Long")
    assert done == [0, 1, 2]


def test_a_page_that_is_needed_at_once_is_finished_at_once(qtbot, pages, done):
    pages.show_page("long")
    page = pages.finish("long")
    assert page is pages.finish("long") is pages.page("long")
    assert done == [0, 1, 2]
    qtbot.waitUntil(lambda: pages.currentWidget() is page)


def test_a_making_that_fails_begins_anew(pages):
    tries = []

    def fragile():
        tries.append(1)
        yield
        if len(tries) == 1:
            raise Failure
        return QLabel("There")

    pages.add("fragile", fragile)
    with pytest.raises(Failure):
        pages.finish("fragile")
    assert pages.finish("fragile").text() == "There"


def test_the_keyboard_goes_along_and_no_frame_is_drawn_around_bare_paper(qtbot, pages):
    page, field = QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(field)
    pages.add("field", lambda: page)
    pages.activateWindow()
    qtbot.waitUntil(pages.isActiveWindow)
    pages.show_page("field")
    field.setFocus(Qt.FocusReason.TabFocusReason)
    pages.show_page("long")
    assert pages.currentWidget().property(SHOWS_FOCUS)
    qtbot.waitUntil(lambda: words(pages) == "Long")
    assert not field.hasFocus()


def test_pages_that_go_in_the_middle_of_a_making_leave_nothing(qtbot):
    gone = []

    def endless():
        try:
            while True:
                yield
        finally:
            gone.append(1)

    pages = Pages()
    pages.add("endless", endless)
    pages.show_page("endless")
    pages._step("endless")
    del pages
    gc.collect()
    assert gone == [1]


def test_what_is_laid_below_covers_nothing(qtbot, look):
    shell = Shell(look)
    qtbot.addWidget(shell)
    shell.add_page("page", "newspaper", "Page", lambda: QLabel("Page"))
    shell.show_page("page")
    shell.resize(800, 600)
    shell.show()
    before = shell.pages.geometry()
    note = QLabel("Read.")
    shell.lay_below(note)
    assert shell.pages.geometry() == before
    note.show()
    qtbot.waitUntil(lambda: shell.pages.height() < before.height())
    assert shell.pages.geometry().topLeft() == before.topLeft()
    top = note.mapTo(shell, note.rect().topLeft()).y()
    assert shell.pages.mapTo(shell, shell.pages.rect().bottomLeft()).y() < top
    assert note.mapTo(shell, note.rect().bottomLeft()).y() < shell.status.y()
    note.hide()
    qtbot.waitUntil(lambda: shell.pages.geometry() == before)
