"""Import a file into the open window, offscreen: one task of ``window.py``."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from allybook.app.desks import lay_desk
from allybook.app.ground import resource_folder
from allybook.cli.words import Options
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.session import Session, Stage
from tests.benchmarks.process import answer_call
from tests.fakes.ways import FakeWays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

BEAT_MS = 1
SCROLL_MS = 16
SETTLED_MS = 1_500


class Heart:
    """Beats once a millisecond in the window's thread, and remembers how long it was held up."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """Beat once more, and then no more."""
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now


def scroll(bar: QScrollBar) -> None:
    """Scroll on as a person does meanwhile, and from the top again at the end."""
    bar.setValue((bar.value() + bar.singleStep()) % max(bar.maximum(), 1))


def import_file(folder: str, file: str) -> dict[str, object]:
    """Import a file through the window; return the pauses (ms) and the seconds it took.

    The pauses go on until the list has settled down afterwards. ``kept`` are the posts of the file
    that are in the cache then, ``said`` what the window told.
    """
    session = Session(resource_folder())
    with ExitStack() as stack:
        desk = lay_desk(Options(profile=Path(folder), practice=True), stack)
        stage = Stage(desk, session.look, FakeWays())
        session.look.apply(session.application)
        stage.window.show()
        timeline = stage.window.timeline()
        said: list[str] = []

        def end(sentence: str) -> None:
            said.append(sentence)
            session.application.quit()

        stage.doors.imported.connect(end)
        stage.hub.trouble.connect(end)
        # What opening brings with it is measured elsewhere (``opening``).
        QTimer.singleShot(SETTLED_MS, session.application.quit)
        session.application.exec()
        timer = QTimer(interval=SCROLL_MS)
        timer.timeout.connect(lambda: scroll(timeline.view.verticalScrollBar()))
        timer.start()
        heart, began = Heart(), time.perf_counter()
        stage.doors.read(Path(file))
        session.application.exec()
        spent = time.perf_counter() - began
        QTimer.singleShot(SETTLED_MS, session.application.quit)
        session.application.exec()
        timer.stop()
        heart.stop()
        kept = dict(desk.cache.sources()).get(Source(Origin.FILE, Path(file).name), 0)
        stage.close()
    return {"pauses": heart.pauses, "seconds": spent, "said": said, "kept": kept}


if __name__ == "__main__":
    answer_call({"import": import_file})
