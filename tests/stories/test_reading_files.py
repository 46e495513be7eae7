"""A file is read while somebody goes on with their work: nothing moves, and nothing is unsaid."""

import json
from itertools import pairwise
from threading import Event

import pytest

from allybook.domain.filters.tree import EVERYTHING
from allybook.ui.widgets.note import Mood

UNREAD = "1 more file was not read. One is read at a time: bring the rest when this one is done."


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a file of one post."""

    def write(name, number):
        post = {
            "id": str(number),
            "text": "From a file",
            "author_id": "77",
            "created_at": "2026-03-29T10:00:00.000Z",
        }
        path = tmp_path / name
        path.write_text(json.dumps(post) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def held(stage):
    """What lets the files be read, which wait for something else that is written."""
    go = Event()
    stage.jobs.write(stage, lambda _ticket: go.wait(60), done=ignore, failed=ignore)
    yield go
    go.set()


def ignore(_answer):
    """What was being written is no part of the story."""


def test_who_is_among_the_allies_stays_there(qtbot, stage, write):
    window = stage.window
    window.welcome()
    stage.doors.page(window._look)
    allies = window.allies()
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(write("posts.jsonl", 9))
    assert window.shell.pages.currentWidget() is allies
    assert window.footnotes.brought.accessibleName() == "posts.jsonl: 1 record read."


def test_who_still_looks_at_the_doors_is_shown_the_posts(qtbot, stage, write):
    stage.window.welcome()
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(write("posts.jsonl", 9))
    assert not stage.window.shell.is_covered
    timeline = stage.window.timeline()
    qtbot.waitUntil(lambda: timeline.model.rowCount() == 1)


def test_one_file_is_read_at_a_time_and_stop_stops_that(qtbot, desk, stage, write, held):
    stage.doors.read(write("first.jsonl", 9))
    stage.doors.read(write("second.jsonl", 10))
    assert stage.window.footnotes.brought.accessibleName() == UNREAD
    stage.doors.stop()
    with qtbot.waitSignal(stage.doors.ended):
        held.set()
    qtbot.waitUntil(lambda: not stage.jobs.running())
    assert desk.cache.count(EVERYTHING) == 0
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(write("second.jsonl", 10))
    assert desk.cache.count(EVERYTHING) == 1


def test_what_goes_wrong_meanwhile_stays_until_it_is_read(qtbot, stage, write, held):
    foot = stage.window.footnotes
    stage.hub.trouble.emit("Something from before.")
    stage.doors.read(write("posts.jsonl", 9))
    assert foot.note.isHidden()
    stage.doors.advanced.emit(1)
    stage.hub.trouble.emit("The disk is full.")
    stage.doors.advanced.emit(2)
    assert foot.note.isVisible()
    assert foot.progress.isVisible()
    assert foot.note.accessibleName() == "The disk is full."
    with qtbot.waitSignal(stage.doors.imported):
        held.set()
    assert foot.progress.isHidden()
    # The end of the file takes no error away.
    assert foot.note.isVisible()
    assert foot.note.accessibleName() == "The disk is full."
    assert foot.brought.isVisible()
    assert foot.brought.accessibleName() == "posts.jsonl: 1 record read."


def test_files_that_had_to_wait_are_still_named_when_they_can_be_brought(qtbot, stage, write, held):
    foot = stage.window.footnotes
    for number, name in enumerate(("first.jsonl", "second.jsonl", "third.jsonl"), 9):
        stage.doors.read(write(name, number))
    assert foot.brought.accessibleName().startswith("2 more files were not read.")
    stage.hub.trouble.emit("X did not confirm that you are signed out.")
    assert foot.brought.accessibleName().startswith("2 more files were not read.")
    with qtbot.waitSignal(stage.doors.imported):
        held.set()
    assert foot.brought.accessibleName() == (
        "first.jsonl: 1 record read. 2 more files were not read. Now you can bring the rest."
    )
    assert "X did not confirm" in foot.note.accessibleName()
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(write("second.jsonl", 10))
    assert foot.brought.accessibleName() == "second.jsonl: 1 record read."


def test_after_a_file_that_breaks_off_the_rest_can_be_brought(qtbot, stage, write, held, tmp_path):
    spoiled, foot = tmp_path / "spoiled.zip", stage.window.footnotes
    spoiled.write_bytes(b"PK\x03\x04 and no more")
    stage.doors.read(spoiled)
    stage.doors.read(write("second.jsonl", 10))
    assert foot.brought.accessibleName() == UNREAD
    with qtbot.waitSignal(stage.hub.trouble):
        held.set()
    assert "spoiled.zip" in foot.note.accessibleName()
    assert foot.brought.accessibleName() == (
        "1 more file was not read. Now you can bring the rest."
    )


def stands_whole(card):
    """Return whether all the lines of a card have their room."""
    return card.isVisible() and card.height() >= card.heightForWidth(card.width())


def test_in_a_low_window_no_card_lies_over_another(qtbot, stage):
    window, foot = stage.window, stage.window.footnotes
    window.resize(window.minimumSize())
    stage.hub.trouble.emit("The disk is full: make room; nothing was lost. " * 3)
    stage.doors.advanced.emit(1)
    stage.doors.unread.emit()
    words = "ours.csv: 12 records read, 1 could not be used. " * 3
    stage.doors.imported.emit(words, Mood.WARN)
    cards = (foot.note, foot.brought, foot.progress)
    qtbot.waitUntil(lambda: all(map(stands_whole, cards)))
    places = sorted((card.geometry() for card in cards), key=lambda place: place.top())
    for upper, lower in pairwise(places):
        assert upper.bottom() < lower.top()
    assert places[-1].bottom() < foot.note.parentWidget().height()
    assert window.size() == window.minimumSize()
