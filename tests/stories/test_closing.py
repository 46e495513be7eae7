"""Closing the window while a file is read: it goes at once, and what was read stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from allybook.app.late import LateImporters
from allybook.domain.changes import Changed
from allybook.domain.filters.tree import EVERYTHING
from allybook.services.imports.run import import_file
from allybook.ui.session import Stage
from tests.benchmarks.collected import write_pages
from tests.fakes.desk import Patience
from tests.fakes.ways import FakeWays
from tests.workshop import practice_desk

if TYPE_CHECKING:
    from pathlib import Path

POSTS = 20_000
WAIT_MS = 60_000


def test_closing_while_a_file_is_read_keeps_what_was_read(qtbot, look, desk, tmp_path: Path):
    file = tmp_path / "pages.jsonl"
    write_pages(file, POSTS)
    stage = Stage(desk, look, FakeWays())
    stage.window.timeline()
    stage.window.show()
    with qtbot.waitSignal(
        stage.doors.advanced, timeout=WAIT_MS, check_params_cb=lambda done: done > 0
    ):
        stage.doors.read(file)
    stage.window.close()
    assert not stage.window.isVisible()
    stage.close()
    kept = desk.cache.count(EVERYTHING)
    again = import_file(desk, file, Patience())
    assert 0 < kept <= desk.cache.count(EVERYTHING)
    assert (again.kept, again.skipped) == (POSTS, 0)


def test_who_stops_is_told_that_it_was_stopped(qtbot, desk, stage, tmp_path: Path):
    file = tmp_path / "pages.jsonl"
    write_pages(file, POSTS)
    stage.doors.advanced.connect(lambda done: stage.doors.stop() if done else None)
    with qtbot.waitSignal(stage.doors.imported, timeout=WAIT_MS) as said:
        stage.doors.read(file)
    kept = desk.cache.count(EVERYTHING)
    assert 0 < kept < POSTS
    assert said.args[0] == f"pages.jsonl: stopped after {kept:,} records, which are kept."


def test_a_reader_that_dies_says_why(qtbot, look, desk, tmp_path: Path):
    file = tmp_path / "pages.jsonl"
    write_pages(file, POSTS)
    importers = LateImporters()
    importers.begin(file)
    (reader,) = importers._begun.values()
    stage = Stage(replace(desk, importers=importers), look, FakeWays())
    stage.doors.advanced.connect(lambda done: reader._reader.process.kill() if done else None)
    with qtbot.waitSignal(stage.doors.imported, timeout=WAIT_MS) as said:
        stage.doors.read(file)
    qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=WAIT_MS)
    stage.close()
    assert said.args[0].endswith(
        "“pages.jsonl” has stopped; what was read before is kept. Try the file again."
    )


def test_what_changes_while_the_window_closes_asks_the_closed_desk_nothing(
    qtbot, look, tmp_path: Path
):
    with practice_desk(tmp_path) as desk:
        stage = Stage(desk, look, FakeWays())
        stage.window.timeline()
        stage.window.show()
        qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=WAIT_MS)
        stage.hub.changed.emit(Changed(settings=True))
        stage.close()
        stage.hub.changed.emit(Changed(ledger=True))
    with qtbot.captureExceptions() as raised:
        QApplication.processEvents()
    assert stage.hub.closed
    assert raised == []
