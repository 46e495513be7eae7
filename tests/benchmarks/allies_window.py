"""The allies tab over a real profile, offscreen: what ``allies.py`` measures."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from allybook.store.profile import Profile
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.session import TURN
from allybook.ui.tabs.allies.tab import AlliesTab
from allybook.ui.theme.look import Look
from tests.benchmarks.process import ROOT
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

SIZE = (1280, 724)
ALL = QEventLoop.ProcessEventsFlag.AllEvents
WAIT_MS = 5
BACK = "\b"
TURNS = 4
"""What a letter changes is laid out and painted within so many turns of the event loop."""


def opened(profile: Path, stack: ExitStack) -> tuple[AlliesTab, dict[str, list[list[float]]]]:
    """Open the tab; return it, and how long it took until rows were painted, and until all were.

    Those are what the whole process computed and what the clock says (milliseconds).
    """
    sys.setswitchinterval(TURN)
    application, clock = QApplication(["allies"]), FixedClock()
    look = Look(ROOT / "resources", application)
    look.apply(application)
    desk = make_desk(stack.enter_context(Profile(profile, clock)), clock, None)
    jobs = Jobs()
    stack.callback(jobs.close)
    hub = Hub(desk.announcer)
    stack.callback(hub.close)
    busy, began = time.process_time(), time.perf_counter()

    def spent() -> list[list[float]]:
        return [[(time.process_time() - busy) * 1000, (time.perf_counter() - began) * 1000]]

    tab = AlliesTab(desk, look, jobs, hub)
    stack.callback(tab.deleteLater)
    tab.resize(*SIZE)
    tab.show()
    QTimer.singleShot(0, gc.freeze)
    stack.callback(gc.unfreeze)
    waiting = QEventLoop()
    tab.work.model.modelReset.connect(waiting.quit)
    waiting.exec()
    tab.work.table.viewport().repaint()
    times = {"open": spent()}
    while tab.page is None:
        application.processEvents(ALL, WAIT_MS)
    tab.work.table.viewport().repaint()
    times["whole"] = spent()
    while jobs.running() or tab.refresher.busy:
        application.processEvents(ALL, WAIT_MS)
    return tab, times


def rest(tab: AlliesTab, milliseconds: int) -> None:
    """Go to the filter, and let nobody type for a while."""
    tab.activateWindow()
    tab.work.bar.field.setFocus()
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


def strike(tab: AlliesTab, letter: str) -> None:
    """Type a letter, or take one back, as the keyboard does, until all is painted."""
    key = Qt.Key.Key_Backspace if letter == BACK else Qt.Key(ord(letter.upper()))
    words = "" if letter == BACK else letter
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, words)
        QApplication.sendEvent(tab.work.bar.field, event)
    for _ in range(TURNS):
        QApplication.processEvents(ALL)
