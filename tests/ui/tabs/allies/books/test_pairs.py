"""Look-alikes are compared side by side; handles wait for their ids with a price."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve, opt_out
from allybook.services.people.nominate import nominate_handles
from tests.fakes.network import DARK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def twins(desk, book):
    nominate_handles(desk, book, ["Harbor_RowSN", "Fernhill_Family"])
    return book


def test_pairs_are_counted_and_compared_one_after_the_other(tab, twins, qtbot, settle):
    qtbot.waitUntil(lambda: len(tab.resembling.pairs) == 2)
    assert tab.resembling.note.accessibleName() == "2 pairs of allies may be one each. Compare…"
    tab.resembling.compare()
    sheet = tab.resembling.sheet
    assert sheet.where.text() == "1 of 2"
    assert "written almost alike" in sheet.why.text()
    assert "A name is no proof" in sheet.warning.text()
    first = sheet.pair
    qtbot.mouseClick(sheet.later, LEFT)
    assert sheet.pair is not first
    qtbot.mouseClick(sheet.apart, LEFT)
    settle(tab)
    qtbot.waitUntil(lambda: len(tab.resembling.pairs) == 1)


def test_merging_is_one_act_that_can_be_taken_back(tab, twins, qtbot, settle):
    qtbot.waitUntil(lambda: len(tab.resembling.pairs) == 2)
    tab.resembling.compare()
    sheet = tab.resembling.sheet
    gone = next(key for key in sheet.pair.keys if key.startswith("@"))
    qtbot.mouseClick(sheet.merge, LEFT)
    settle(tab)
    assert twins.ally(gone).key != gone
    assert tab.acts.last.startswith("merging @")
    sheet.reject()
    tab.acts.take_back()
    settle(tab)
    assert twins.ally(gone).key == gone
    assert twins.ally(gone).status is Status.NOMINATED


def test_merging_with_one_who_opted_out_says_so(tab, desk, book, qtbot, settle):
    nominate_handles(desk, book, ["elke_vv_long", "elke_v_long"])
    opt_out(desk, book, ["@elke_v_long"])
    qtbot.waitUntil(lambda: len(tab.resembling.pairs) == 1)
    settle(tab)
    tab.resembling.compare()
    assert "opts the other out as well, for ever" in tab.resembling.sheet.warning.text()
    tab.resembling.sheet.reject()


def test_nobody_alike_is_said(tab, qtbot, settle):
    settle(tab)
    tab.resembling.compare()
    assert "No two allies here look alike." in tab.resembling.note.accessibleName()


def test_a_closed_note_comes_again_with_a_new_pair(tab, desk, twins, qtbot, settle):
    qtbot.waitUntil(lambda: len(tab.resembling.pairs) == 2)
    tab.resembling.note.hide()
    tab.resembling.note.closed.emit()
    nominate_handles(desk, twins, ["elm"])
    settle(tab)
    assert not tab.resembling.note.isVisible()
    nominate_handles(desk, twins, ["Kindling_Youth"])
    qtbot.waitUntil(tab.resembling.note.isVisible)


def test_handles_wait_with_a_price_and_are_looked_up(tab, desk, book, network, qtbot, settle):
    network.people["77"] = Account("77", "Brand_New", "Brand New Shelter")
    nominate_handles(desk, book, ["Brand_New", "never_was"])
    approve(desk, book, ["@brand_new"])
    qtbot.waitUntil(tab.resolving.line.isVisible)
    assert tab.resolving.words.text() == "2 allies are known by their handles only."
    assert tab.resolving.button.text() == "Look up 2 handles, about $0.02"
    qtbot.mouseClick(tab.resolving.button, LEFT)
    qtbot.waitUntil(tab.resolving.note.isVisible)
    settle(tab)
    assert book.ally("77").status is Status.APPROVED
    assert tab.resolving.note.accessibleName().startswith("1 of 2 handles were found.")
    assert not tab.resolving.line.isVisible()


def test_offline_they_wait_and_no_answer_is_a_note(tab, desk, book, network, qtbot, settle):
    desk.line.switch(up=False)
    nominate_handles(desk, book, ["Brand_New"])
    qtbot.waitUntil(tab.resolving.line.isVisible)
    assert tab.resolving.button.text() == "Look up 1 handle, when online"
    desk.line.switch(up=True)
    tab.property("hub").line_changed.emit()
    assert tab.resolving.button.isEnabled()
    network.trouble["accounts_by_handle"] = list(DARK)
    qtbot.mouseClick(tab.resolving.button, LEFT)
    qtbot.waitUntil(tab.resolving.note.isVisible)
    assert "X did not answer" in tab.resolving.note.accessibleName()
    settle(tab)
    assert tab.resolving.line.isVisible()
