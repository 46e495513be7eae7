"""A person is asked about before they are approved, in the table as in the inbox."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Status
from allybook.services.books.edit import decline
from tests.ui.tabs.allies.test_tab import go, press

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def declined(tab, desk, book, settle):
    """The tab in *Declined*, with one person and two organisations."""
    decline(desk, book, ["201", "203"], "not now")
    settle(tab)
    go(tab, "state:declined")
    return tab


def test_a_declined_person_is_approved_only_when_it_is_said_that_they_know(
    declined, book, qtbot, settle
):
    declined.work.table.go_to("203")
    press(qtbot, declined.work.table, Qt.Key.Key_A)
    asked = declined.deeds.approving
    assert asked.accessibleName() == "Approve Perrine Achterberg?"
    assert asked.focusWidget() is asked.not_now
    assert book.ally("203").status is Status.DECLINED
    qtbot.mouseClick(asked.yes, LEFT)
    settle(declined)
    assert book.ally("203").status is Status.APPROVED


def test_among_many_the_persons_are_named_and_not_now_approves_nobody(
    declined, book, qtbot, settle
):
    declined.work.table.choose(["201", "203", "401"])
    press(qtbot, declined.work.table, Qt.Key.Key_A)
    asked = declined.deeds.approving
    assert asked.accessibleName() == "Approve 3 allies?"
    told = asked.accessibleDescription()
    assert told == "1 of them is a person: Perrine Achterberg. If they know of it, approve them."
    qtbot.mouseClick(asked.not_now, LEFT)
    settle(declined)
    assert book.ally("201").status is Status.DECLINED


def test_an_organisation_is_approved_at_once(declined, book, qtbot, settle):
    declined.work.table.go_to("201")
    press(qtbot, declined.work.table, Qt.Key.Key_A)
    settle(declined)
    assert declined.deeds.approving is None
    assert book.ally("201").status is Status.APPROVED
