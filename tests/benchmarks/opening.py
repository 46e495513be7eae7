"""Open the program on the practice network, offscreen: one task of ``window.py``."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer

from allybook.app.desks import lay_desk
from allybook.app.ground import resource_folder
from allybook.cli.words import Options
from allybook.ui.session import Session, Stage
from tests.benchmarks.process import answer_call
from tests.fakes.ways import FakeWays

LOOK_MS = 1


def open_program(folder: str) -> dict[str, float]:
    """Show the window; return when each step towards its posts was done (monotonic)."""
    moments = {"loaded": time.monotonic()}
    session = Session(resource_folder())
    with ExitStack() as stack:
        desk = lay_desk(Options(profile=Path(folder), practice=True), stack)
        moments["laid"] = time.monotonic()
        stage = Stage(desk, session.look, FakeWays())
        stage.window.show()
        timeline = stage.window.timeline()
        session.application.processEvents()
        stage.window.repaint()
        moments["painted"] = time.monotonic()

        def look() -> None:
            if timeline.model.rowCount():
                timeline.view.viewport().repaint()
                moments["shown"] = time.monotonic()
                session.application.quit()

        timer = QTimer(interval=LOOK_MS)
        timer.timeout.connect(look)
        timer.start()
        session.application.exec()
        timer.stop()
        stage.close()
    return moments


if __name__ == "__main__":
    answer_call({"open": open_program})
