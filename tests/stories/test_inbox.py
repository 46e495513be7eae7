"""The inbox is worked off by keyboard alone, and the history says in words what was decided."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.services.books.later import put_off_until
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate

GROUPS = ("ElmRowLegal", "OakLanePantry", "FirStreetBeds")


@pytest.fixture
def book(desk):
    """A book with three organisations and a person in its inbox."""
    book = create_book(desk, "Harbour groups")
    named = [Nominee(f"@{one.lower()}", one, Kind.ORGANISATION) for one in GROUPS]
    nominate(desk, book, [*named, Nominee("@juno_hp", "juno_hp", Kind.PERSON)])
    desk.settings.write("book", book.info.book_id)
    return book


class Hand:
    """Someone who works the inbox off with the keyboard."""

    def __init__(self, qtbot, stage, book_shown):
        self.qtbot, self.stage, self.book_shown = qtbot, stage, book_shown
        self.tab = stage.window.allies()
        book_shown(self.tab)
        self.view = self.tab.work.inbox.view

    def press(self, ally, *keys):
        self.view.go_to(ally)
        self.stage.window.activateWindow()
        self.view.setFocus()
        self.qtbot.waitUntil(self.view.hasFocus)
        for key in keys:
            self.qtbot.keyClick(self.view, key)
        self.book_shown(self.tab)

    def declines(self, ally, reason):
        self.press(ally, Qt.Key.Key_D)
        field = self.tab.deeds.asking.field
        self.qtbot.keyClicks(field, reason)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        self.book_shown(self.tab)


def test_all_of_it_by_keyboard(qtbot, stage, desk, book, book_shown):
    hand = Hand(qtbot, stage, book_shown)
    tabs = stage.window.shell.tabs
    assert tabs.accessibleTabName(1) == "Allies, 4 nominations"
    hand.press("@elmrowlegal", Qt.Key.Key_A)
    assert tabs.accessibleTabName(1) == "Allies, 3 nominations"
    assert book.ally("@elmrowlegal").status is Status.APPROVED
    hand.press("@juno_hp", Qt.Key.Key_A)
    assert book.ally("@juno_hp").status is Status.NOMINATED
    hand.press("@juno_hp", Qt.Key.Key_A)
    assert book.ally("@juno_hp").status is Status.APPROVED
    hand.declines("@oaklanepantry", "moved to another county")
    hand.press("@firstreetbeds", Qt.Key.Key_L)
    assert list(put_off_until(desk, book.info.book_id)) == ["@firstreetbeds"]
    assert [row.key for row in hand.tab.work.inbox.model.rows()] == ["@firstreetbeds"]


def test_why_somebody_was_declined_is_in_the_history(qtbot, stage, desk, book, book_shown):
    hand = Hand(qtbot, stage, book_shown)
    hand.declines("@oaklanepantry", "moved to another county")
    hand.tab.show_ally("@oaklanepantry")
    book_shown(hand.tab)
    details = hand.tab.details
    who = desk.scribe.author().person
    told = details.past._lines[0].text
    assert told == f"{who} declined it, because: moved to another county"
    assert details.fields.reason.words.text() == "moved to another county"
