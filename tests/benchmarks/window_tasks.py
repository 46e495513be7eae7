"""What ``window.py`` has done in processes of their own; they need no screen."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from allybook.app import lay_desk, resource_folder
from allybook.cli.words import Options
from allybook.domain.filters.tree import EVERYTHING
from allybook.store.profile import Profile
from allybook.ui.delegates.views import PostsView
from allybook.ui.models.posts import PostsModel
from allybook.ui.session import Session, Stage
from PySide6.QtCore import QTimer

from tests.benchmarks.process import answer_call
from tests.fakes.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

PRACTICE = "practice"
"""The account of the practice network, and the folder of its profile."""
SIZE = (752, 800)
RESETS = 20
# A prime, so that jumps reach every part of the list.
JUMP = 7_919
LOOK_MS = 1


def scroll(folder: str, frames: str) -> dict[str, list[float]]:
    """Scroll over all posts; return milliseconds by frame, scrolled or jumped to, and by reset."""
    session = Session(resource_folder())
    clock = FixedClock()
    with Profile(Path(folder) / PRACTICE, clock) as profile:
        cache = profile.cache(PRACTICE)
        order = cache.order(EVERYTHING)
        model = PostsModel(cache.rows, clock.now)
        view = PostsView(session.look, model, clock.now)
        view.resize(*SIZE)
        model.show(order)
        view.show()
        session.application.processEvents()
        spent = _frames(view, int(frames))
        spent["reset"] = _resets(model, view, session.application)
        view.close()
        view.deleteLater()
        session.application.processEvents()
    return spent


def _frames(view: PostsView, frames: int) -> dict[str, list[float]]:
    bar, area = view.verticalScrollBar(), view.viewport()
    step = bar.singleStep() * 3

    def to(place: int) -> Callable[[], None]:
        def act() -> None:
            bar.setValue(place)
            area.repaint()

        return act

    last = max(bar.maximum(), 1)
    wheel = [_spend(to(number * step % last)) for number in range(1, frames + 1)]
    row = view.rowHeight(0)
    jumps = [_spend(to(number * JUMP * row % last)) for number in range(1, frames + 1)]
    return {"wheel": wheel, "jump": jumps}


def _resets(model: PostsModel, view: PostsView, application: QApplication) -> list[float]:
    whole = model.order()
    half = whole[::2]
    spent = []
    for number in range(RESETS):
        order = half if number % 2 else whole
        spent.append(_spend(lambda: model.show(order)))  # noqa: B023
        view.viewport().repaint()
        application.processEvents()
    return spent


def open_program(folder: str) -> dict[str, float]:
    """Show the program's window; return when each step towards its posts was done (monotonic)."""
    moments = {"loaded": time.monotonic()}
    session = Session(resource_folder())
    with ExitStack() as stack:
        desk = lay_desk(Options(profile=Path(folder), practice=True), stack)
        moments["laid"] = time.monotonic()
        stage = Stage(desk, session.look)
        stage.window.show()
        timeline = stage.window.timeline()
        session.application.processEvents()
        stage.window.repaint()
        moments["painted"] = time.monotonic()

        def look() -> None:
            if not timeline.model.rowCount():
                return
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


def _spend(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    answer_call({"scroll": scroll, "open": open_program})
