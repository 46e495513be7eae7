"""A file is read while somebody goes on with their work: nothing moves, and nothing is unsaid."""

import json
from threading import Event

import pytest

from allybook.domain.filters.tree import EVERYTHING

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
    assert window.footnotes.note.accessibleName() == "posts.jsonl: 1 record read."


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
    assert stage.window.footnotes.note.accessibleName() == UNREAD
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
