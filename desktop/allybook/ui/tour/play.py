"""Play the tour: online, offline, and after a restart; leave pictures and a summary."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.ui.session import Session, Stage
from allybook.ui.tour.no_ways import NoWays
from allybook.ui.tour.picture import save_picture
from allybook.ui.tour.player import Player
from allybook.ui.tour.script import leave_gap, look, main_job
from allybook.ui.tour.states import close_all, small_states, timeline_states
from allybook.ui.tour.summary import Purse, gather, money

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from allybook.services.desk import Desk
    from allybook.ui.tour.player import Script
    from allybook.ui.tour.states import State

    Act = Callable[[Stage, Desk], Script]
    OpenDesk = Callable[[], AbstractContextManager[Desk]]

SIZE = (1280, 800)
FOLDED = (853, 533)
"""What a small screen at 150 % leaves."""
TABS = ("timeline", "allies", "followback", "chats")
SCHEMES = ("light", "dark")
EVERY_SCHEME = (*SCHEMES, "contrast")


def play(
    open_desk: OpenDesk, resources: Path, out: Path, *, every_state: bool = False
) -> dict[str, object]:
    """Play the main job on the desk that ``open_desk`` opens, and write what came of it.

    Writes one PNG per tab and scheme and ``summary.json`` into ``out``; returns the summary. With
    ``every_state`` there are pictures of the first run, empty, folded and in high contrast too.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The pictures cannot be written to {out}: {error.strerror}.") from error
    session, purse = Session(resources), Purse()
    summary: dict[str, object] = {}

    def first(stage: Stage, desk: Desk) -> Script:
        if every_state:
            yield from _photograph_beginning(session, stage, out)
        yield from main_job(stage, desk, purse)
        yield from _photograph(session, stage, out)
        if every_state:
            yield from _photograph_folded(session, stage, out)
        summary.update(_figures(stage, desk), **money(desk, purse))
        stage.window.switch_line(up=False)
        yield from look(stage)
        summary["offline"] = _figures(stage, desk)

    def again(stage: Stage, desk: Desk) -> Script:
        stage.window.switch_line(up=False)
        stage.window.followback()
        yield None
        yield from look(stage)
        summary["after_restart"] = {**_figures(stage, desk), **_bill(desk)}

    acts: list[Act] = [first, again, partial(_show_timeline, session, out)]
    for act in acts if every_state else acts[:2]:
        with open_desk() as desk:
            _perform(session, desk, act)
    _write(out / "summary.json", summary)
    return summary


def _perform(session: Session, desk: Desk, act: Act) -> None:
    stage = Stage(desk, session.look, NoWays())
    stage.window.resize(*SIZE)
    session.look.apply(session.application)
    stage.window.show()
    stage.window.activateWindow()
    player = Player(act(stage, desk), stage.jobs, stage)
    player.start()
    try:
        session.application.exec()
        player.finish()
    finally:
        stage.close()


def _figures(stage: Stage, desk: Desk) -> dict[str, object]:
    timeline, followback = stage.window.timeline(), stage.window.followback()
    return gather(desk, timeline.sight, [row.answer for row in followback.model.all_rows()])


def _bill(desk: Desk) -> dict[str, object]:
    return {"dollars_billed": float(desk.billed()) if desk.billed else 0.0}


def _photograph(
    session: Session, stage: Stage, out: Path, state: str = "", schemes: Sequence[str] = SCHEMES
) -> Script:
    for scheme in schemes:
        session.look.set_scheme(scheme)
        for key in TABS:
            stage.window.shell.show_page(key)
            yield None
            _save(stage, out / f"{key}{state}-{scheme}.png")
    session.look.set_scheme(SCHEMES[0])


def _photograph_beginning(session: Session, stage: Stage, out: Path) -> Script:
    for scheme in EVERY_SCHEME:
        session.look.set_scheme(scheme)
        stage.window.welcome()
        yield None
        _save(stage, out / f"welcome-{scheme}.png")
    yield from _photograph(session, stage, out, "-empty", EVERY_SCHEME)


def _show_timeline(session: Session, out: Path, stage: Stage, desk: Desk) -> Script:
    yield from leave_gap(stage, desk)
    yield from _photograph_timeline(session, stage, out, timeline_states())
    stage.window.resize(*FOLDED)
    yield from _photograph_timeline(session, stage, out, small_states(), "-folded")
    stage.window.resize(*SIZE)


def _photograph_timeline(
    session: Session, stage: Stage, out: Path, states: Mapping[str, State], fold: str = ""
) -> Script:
    timeline = stage.window.timeline()
    stage.window.shell.show_page("timeline")
    for scheme in SCHEMES:
        session.look.set_scheme(scheme)
        for name, bring in states.items():
            # The keyboard is in the window again, whatever was closed before.
            stage.window.activateWindow()
            yield from bring(timeline)
            yield None
            _save(stage, out / f"timeline-{name}{fold}-{scheme}.png")
            close_all(timeline)
    session.look.set_scheme(SCHEMES[0])


def _photograph_folded(session: Session, stage: Stage, out: Path) -> Script:
    yield from _photograph(session, stage, out, schemes=EVERY_SCHEME[2:])
    stage.window.resize(*FOLDED)
    yield from _photograph(session, stage, out, "-folded", EVERY_SCHEME)
    stage.window.resize(*SIZE)


def _save(stage: Stage, path: Path) -> None:
    save_picture(stage.window, path)


def _write(path: Path, summary: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}.") from error
