"""Scroll the posts of a cache as the timeline does, offscreen: one task of ``window.py``."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from allybook.domain.filters.tree import EVERYTHING
from allybook.store.profile import Profile
from allybook.ui.delegates.posts_view import PostsView
from allybook.ui.models.posts import PostsModel
from allybook.ui.tabs.timeline.look_through import Sight, reasons_of
from allybook.ui.tabs.timeline.wish import Wish
from allybook.ui.theme.look import Look
from tests.benchmarks.process import ROOT, answer_call
from tests.fakes.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = (752, 800)
NOTCHES = 3
RESETS = 20
# A prime, so that jumps reach every part of the list.
JUMP = 7_919


def scroll(profile: str, account: str, frames: str) -> dict[str, list[list[float]]]:
    """Scroll over all posts; return milliseconds by frame, scrolled or jumped to, and by reset.

    Each is what the clock says and what the window's thread computed. Every card has its reasons;
    ``then`` is the frame that follows a jump, as somebody scrolls on.
    """
    application, clock = QApplication(["scrolling"]), FixedClock()
    look = Look(ROOT / "resources", application)
    look.apply(application)
    with Profile(Path(profile), clock) as opened:
        cache = opened.cache(account)
        model = PostsModel(cache.rows, clock.now)
        view = PostsView(look, model, clock.now)
        view.resize(*SIZE)
        order = cache.order(EVERYTHING)
        sight = Sight(Wish(), order, len(order), 0, ())
        model.show(order, explain=lambda row: reasons_of(row, sight, clock.now()))
        view.show()
        application.processEvents()
        spent = _frames(view, int(frames)) | {"reset": _resets(view, model)}
        view.close()
        view.deleteLater()
        application.processEvents()
    return spent


def _frames(view: PostsView, frames: int) -> dict[str, list[list[float]]]:
    bar, area = view.verticalScrollBar(), view.viewport()
    step, row, last = bar.singleStep() * NOTCHES, view.rowHeight(0), max(bar.maximum(), 1)

    def show(place: int) -> None:
        bar.setValue(place)
        area.repaint()

    def go(place: int) -> list[float]:
        return _spend(lambda: show(place))

    turns = range(1, frames + 1)
    wheel = [go(turn * step % last) for turn in turns]
    jumps = [turn * JUMP * row % last for turn in turns]
    both = [(go(place), go(place + step)) for place in jumps]
    jump, then = map(list, zip(*both, strict=True))
    return {"wheel": wheel, "jump": jump, "then": then}


def _resets(view: PostsView, model: PostsModel) -> list[list[float]]:
    whole = model.order()
    orders = [whole[::2], whole] * (RESETS // 2)
    spent = []
    for order in orders:
        spent.append(_spend(lambda: model.show(order)))  # noqa: B023
        view.viewport().repaint()
    return spent


def _spend(act: Callable[[], object]) -> list[float]:
    busy, began = time.thread_time(), time.perf_counter()
    act()
    return [(time.perf_counter() - began) * 1000, (time.thread_time() - busy) * 1000]


if __name__ == "__main__":
    answer_call({"scroll": scroll})
