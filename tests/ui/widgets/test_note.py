"""A note comes up beside where the keyboard is: whoever hears the window hears it, once."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.domain.errors import BadInput
from allybook.ui.widgets.note import Mood, Note


@pytest.fixture
def heard():
    return []


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def note(look, page, heard):
    note = Note(look, say=lambda _widget, words: heard.append(words))
    note.hide()
    column = QVBoxLayout(page)
    column.addWidget(note)
    return note


def test_what_is_said_before_it_is_shown_is_heard_when_it_is(note, heard):
    note.say("Kept.", "Nothing was lost.", ["Undo"])
    assert heard == []
    note.show()
    assert heard == ["Kept. Nothing was lost. Undo"]


def test_what_is_said_in_sight_is_heard_at_once_and_again_when_it_happens_again(note, heard):
    note.tell("Nothing new.")
    note.tell("Nothing new.")
    assert heard == ["Nothing new.", "Nothing new."]


def test_coming_back_to_a_page_says_nothing_twice(note, page, heard):
    note.tell_error(BadInput("No such handle: look again."), Mood.DANGER)
    page.hide()
    page.show()
    assert len(heard) == 1


def test_what_was_replaced_out_of_sight_is_never_heard(note, page, heard):
    page.hide()
    note.tell("Reading.")
    note.tell("Stopped.")
    page.show()
    assert heard == ["Stopped."]


def test_what_went_before_it_was_seen_is_not_said_with_the_next(note, page, heard):
    note.say("Reading.")
    note.tell("")
    note.tell("Stopped.")
    assert heard == ["Stopped."]
