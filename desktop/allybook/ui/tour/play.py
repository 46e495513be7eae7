"""Play the tour: online, offline, and after a restart; leave pictures and a summary."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.ui.session import Session, Stage
from allybook.ui.tour.album import GERMAN, SIZE, Album, spoken
from allybook.ui.tour.no_ways import NoWays
from allybook.ui.tour.player import Player
from allybook.ui.tour.screen import lay_screen, without_hints
from allybook.ui.tour.script import leave_gap, look, main_job
from allybook.ui.tour.summary import Purse, gather, money

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from allybook.services.desk import Desk
    from allybook.ui.tour.player import Script

    Act = Callable[[Stage, Desk], Script]
    OpenDesk = Callable[[], AbstractContextManager[Desk]]


def play(
    open_desk: OpenDesk, resources: Path, out: Path, *, every_state: bool = False
) -> dict[str, object]:
    """Play the main job on the desk that ``open_desk`` opens, and write what came of it.

    Writes one PNG per tab and scheme and ``summary.json`` into ``out``; returns the summary. With
    ``every_state`` there are pictures of the first run, empty, folded, in high contrast and in
    German too, and of the timeline in every state.
    """
    _make(out)
    lay_screen(resources)
    with without_hints():
        return _play(open_desk, resources, out, every_state=every_state)


def _play(
    open_desk: OpenDesk, resources: Path, out: Path, *, every_state: bool
) -> dict[str, object]:
    session, purse = Session(resources), Purse()
    album = Album(session, resources, out)
    summary: dict[str, object] = {}

    def first(stage: Stage, desk: Desk) -> Script:
        """Play the main job, online and off."""
        if every_state:
            yield from album.beginning(stage)
        yield from main_job(stage, desk, purse)
        yield from album.tabs(stage)
        if every_state:
            yield from album.folded(stage)
        summary.update(_figures(stage, desk), **money(desk, purse))
        stage.window.switch_line(up=False)
        yield from look(stage)
        summary["offline"] = _figures(stage, desk)

    again = partial(_look_again, summary)
    for act in (first, again, partial(_show_timeline, album)) if every_state else (first, again):
        with open_desk() as desk:
            _perform(session, desk, act)
    if every_state:
        with spoken(resources / "translations", GERMAN), open_desk() as desk:
            _perform(session, desk, album.german)
    _write(out / "summary.json", summary)
    return summary


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The pictures cannot be written to {out}: {error.strerror}.") from error


def _perform(session: Session, desk: Desk, act: Act) -> None:
    stage = Stage(desk, session.look, NoWays())
    stage.window.resize(*SIZE)
    session.look.apply(session.application)
    stage.window.show()
    stage.window.activateWindow()
    player = Player(act(stage, desk), stage.jobs, stage)
    player.start()
    try:
        session.wait(player.stop)
        player.finish()
    finally:
        stage.close()


def _look_again(summary: dict[str, object], stage: Stage, desk: Desk) -> Script:
    """Look at what is still there after a restart."""
    stage.window.switch_line(up=False)
    stage.window.followback()
    yield None
    yield from look(stage)
    summary["after_restart"] = {**_figures(stage, desk), **_bill(desk)}


def _figures(stage: Stage, desk: Desk) -> dict[str, object]:
    timeline, followback = stage.window.timeline(), stage.window.followback()
    return gather(desk, timeline.sight, [row.answer for row in followback.model.all_rows()])


def _bill(desk: Desk) -> dict[str, object]:
    return {"dollars_billed": float(desk.billed()) if desk.billed else 0.0}


def _show_timeline(album: Album, stage: Stage, desk: Desk) -> Script:
    yield from leave_gap(stage, desk)
    yield from album.timeline(stage, desk)


def _write(path: Path, summary: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}.") from error
