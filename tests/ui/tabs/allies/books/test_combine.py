"""Combining in the window: sources as chips, three ways, a target, seen first, undone as one."""

import threading

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from allybook.domain.book.entry import Status
from allybook.services.books.algebra import origins_of
from allybook.services.books.edit import approve, decline, opt_out, remove
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.widgets.chips import Chip
from tests.fakes.stopping import StoppingShelf

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def elders(desk, book):
    other = create_book(desk, "Elders")
    nominate_handles(desk, other, ["YarrowElders", "WrenStreetFood", "Brand_New", "junohp"])
    approve(desk, other, [ally.key for ally in other.allies()])
    opt_out(desk, other, ["103"])
    return other


def asked(qtbot, shelf):
    """Wait until a shelf asks, and return its dialog: what was asked before is gone."""
    qtbot.waitUntil(
        lambda: shelf.dialog is not None and isValid(shelf.dialog) and shelf.dialog.isVisible()
    )
    return shelf.dialog


@pytest.fixture
def dialog(tab, desk, elders, jobs, qtbot, settle):
    settle(tab)
    tab.shelf.ask_combine()
    asking = asked(qtbot, tab.shelf)
    asking.add_source(next(one for one in origins_of(desk) if one.name == "Elders"))
    qtbot.waitUntil(lambda: jobs.running() == 0 and asking.plan is not None)
    return asking


def said(dialog):
    holders = dialog.summary.findChildren(QWidget)
    return [one.accessibleName() for one in holders if ": " in one.accessibleName()]


def sums(dialog):
    return [one.partition(": ")[0] for one in said(dialog)]


def approved(book):
    return {ally.handle for ally in book.allies() if ally.status is Status.APPROVED}


def test_two_sources_are_asked_for(tab, elders, qtbot, settle):
    tab.shelf.ask_combine()
    dialog = asked(qtbot, tab.shelf)
    assert dialog.plan is None
    assert not dialog.go.isEnabled()
    chips = [chip.view.text for chip in dialog.findChildren(Chip)]
    assert chips == ["Swhelper allies"]
    dialog.reject()


def test_who_would_come_in_and_who_stays_out_is_shown(dialog):
    told = said(dialog)
    assert told[0].startswith("13 new: ")
    (barred,) = [one for one in told if "stay out here too" in one]
    assert barred.startswith("2 opted out: they stay out here too, for ever: ")
    assert "@junohp" in barred
    assert any(one.endswith("nominations are not taken") for one in sums(dialog))
    assert dialog.go.text() == "Put 13 allies there"
    assert not dialog.go.isEnabled()
    dialog.name.setText("elders")
    assert not dialog.go.isEnabled()
    dialog.name.setText("All of us")
    assert dialog.go.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("place", "number"), [(0, 13), (1, 2), (2, 10)])
def test_three_ways(dialog, jobs, qtbot, place, number):
    qtbot.mouseClick(dialog.choices[place], LEFT)
    qtbot.waitUntil(lambda: jobs.running() == 0)
    assert len(dialog.plan.incoming) == number
    assert dialog.move_them.isEnabled() == (place != 2)
    dialog.reject()


def test_sources_are_dropped_by_their_cross(dialog, jobs, qtbot):
    chip = next(one for one in dialog.findChildren(Chip) if one.view.text == "Elders")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert dialog.plan is None
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_a_combining_is_done_told_and_undone(tab, desk, dialog, qtbot, settle):
    dialog.name.setText("All of us")
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "All of us")
    settle(tab)
    assert len(approved(desk.book("All of us"))) == 13
    assert tab.shelf.note.accessibleName() == (
        "13 allies were put into “All of us”. 2 opted out: they stay out here too. "
        "5 nominations are not taken."
    )
    assert tab.work.bar.undo.text() == "Undo combining 2"
    tab.acts.take_back()
    settle(tab)
    assert approved(desk.book("All of us")) == set()


def test_the_undo_is_there_after_a_restart(tab, desk, dialog, qtbot, settle, open_tab):
    dialog.name.setText("All of us")
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "All of us")
    settle(tab)
    again = open_tab(desk)
    assert again.work.bar.undo.text() == "Undo combining 2"
    again.acts.take_back()
    settle(again)
    assert approved(desk.book("All of us")) == set()


def test_chosen_allies_are_put_into_another_book_and_taken_out_of_this(
    tab, book, elders, jobs, qtbot, settle
):
    settle(tab)
    tab.shelf.ask_put(["101", "104"])
    asking = asked(qtbot, tab.shelf)
    assert asking.accessibleName() == "Put 2 allies into another book"
    asking.into.setCurrentIndex(asking.into.findText("Elders"))
    asking.move_them.setChecked(True)
    qtbot.waitUntil(lambda: jobs.running() == 0)
    qtbot.mouseClick(asking.go, LEFT)
    settle(tab)
    assert {"FernhillFamily", "KindlingYouth"} <= approved(elders)
    assert book.ally("101").status is Status.REMOVED
    assert tab.page.info == book.info
    tab.acts.take_back()
    settle(tab)
    assert book.ally("101").status is Status.APPROVED
    assert "FernhillFamily" not in approved(elders)


def test_whom_the_other_book_had_declined_stays_where_they_are_and_is_named(
    tab, desk, book, qtbot, settle
):
    target = desk.book("Workshop demo")
    nominate_handles(desk, target, ["FernhillFamily", "KindlingYouth"])
    decline(desk, target, ["101"], "too far away")
    remove(desk, target, ["104"])
    settle(tab)
    tab.shelf.ask_put(["101", "102", "104"])
    asking = asked(qtbot, tab.shelf)
    asking.into.setCurrentIndex(asking.into.findText("Workshop demo"))
    asking.move_them.setChecked(True)
    settle(tab)
    assert [one for one in said(asking) if "left out" in one] == [
        "1 removed there before, and left out: @KindlingYouth",
        "1 declined there before, and left out: @FernhillFamily",
    ]
    qtbot.mouseClick(asking.go, LEFT)
    settle(tab)
    assert tab.shelf.note.accessibleName() == (
        "1 ally was put into “Workshop demo”. 1 opted out: they stay out here too. "
        "1 was removed there before. 1 was declined there before."
    )
    assert [book.ally(key).status for key in ("101", "102", "104")] == [
        Status.APPROVED,
        Status.REMOVED,
        Status.APPROVED,
    ]


def test_what_was_stopped_says_how_far_it_came_and_is_finished_the_next_time(
    desk, book, open_tab, qtbot, jobs
):
    many = create_book(desk, "Many")
    nominate_handles(desk, many, [f"ally_{number:04}" for number in range(3_000)])
    approve(desk, many, [ally.key for ally in many.allies()])
    shelf = StoppingShelf(desk.shelf)
    tab = open_tab(replace(desk, shelf=shelf))

    def calm():
        qtbot.waitUntil(lambda: not (jobs.running() or tab.refresher.busy), timeout=30_000)

    def put():
        tab.shelf.ask_combine()
        asking = asked(qtbot, tab.shelf)
        asking.add_source(next(one for one in origins_of(desk) if one.name == "Many"))
        asking.into.setCurrentIndex(asking.into.findText("Workshop demo"))
        qtbot.waitUntil(asking.go.isEnabled)
        qtbot.mouseClick(asking.go, LEFT)
        qtbot.waitUntil(lambda: tab.page.info.name == "Workshop demo", timeout=30_000)
        calm()

    shelf.stop = tab.acts.stop
    put()
    assert len(approved(desk.book("Workshop demo"))) == 2_500
    assert tab.shelf.note.accessibleName() == (
        "Stopped: of the allies, 2,500 of 3,013 came into “Workshop demo”. Doing the same again "
        "goes on with the rest."
    )
    shelf.stop = lambda: None
    tab.open_book(book.info.book_id)
    calm()
    put()
    assert len(approved(desk.book("Workshop demo"))) == 3_013
    assert "513 allies were put into “Workshop demo”." in tab.shelf.note.accessibleName()


class WatchedShelf:
    """A shelf over another one; it notes the threads in which somebody asks for all books."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.threads = set()

    def books(self):
        self.threads.add(threading.current_thread())
        return self._shelf.books()

    def __getattr__(self, name):
        return getattr(self._shelf, name)


def test_the_window_waits_for_no_book_that_is_put_away_while_books_are_combined(
    desk, elders, open_tab, qtbot, settle
):
    shelf = WatchedShelf(desk.shelf)
    tab = open_tab(replace(desk, shelf=shelf))
    shelf.threads.clear()
    tab.shelf.ask_combine()
    asking = asked(qtbot, tab.shelf)
    asking.add_source(next(one for one in origins_of(desk) if one.name == "Elders"))
    asking.name.setText("All of us")
    qtbot.waitUntil(asking.go.isEnabled)
    qtbot.mouseClick(asking.go, LEFT)
    qtbot.waitUntil(lambda: tab.page.info.name == "All of us")
    settle(tab)
    assert "13 allies were put into “All of us”." in tab.shelf.note.accessibleName()
    assert shelf.threads
    assert threading.main_thread() not in shelf.threads


def test_what_is_asked_last_is_asked(tab, elders, settle):
    settle(tab)
    tab.shelf.ask_combine()
    tab.shelf.ask_name()
    asking = tab.shelf.dialog
    settle(tab)
    assert tab.shelf.dialog is asking
    asking.reject()
