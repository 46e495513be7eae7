"""Play the tour: online, offline, and after a restart; leave pictures and a summary."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from allybook.domain.errors import StorageError
from allybook.ui.session import Session, Stage
from allybook.ui.tour.player import Player
from allybook.ui.tour.script import look, main_job
from allybook.ui.tour.summary import Purse, gather, money

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from allybook.services.desk import Desk
    from allybook.ui.tour.player import Script

    OpenDesk = Callable[[], AbstractContextManager[Desk]]

SIZE = (1280, 800)
TABS = ("timeline", "allies", "followback", "chats")
SCHEMES = ("light", "dark")


def play(open_desk: OpenDesk, resources: Path, out: Path) -> dict[str, object]:
    """Play the main job on the desk that ``open_desk`` opens, and write what came of it.

    Writes one PNG per tab and scheme and ``summary.json`` into ``out``; returns the summary.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The pictures cannot be written to {out}: {error.strerror}.") from error
    session, purse = Session(resources), Purse()
    summary: dict[str, object] = {}

    def first(stage: Stage, desk: Desk) -> Script:
        yield from main_job(stage, desk, purse)
        yield from _photograph(session, stage, out)
        summary.update(_figures(stage, desk), **money(desk, purse))
        stage.window.switch_line(up=False)
        yield from look(stage)
        summary["offline"] = _figures(stage, desk)

    def again(stage: Stage, desk: Desk) -> Script:
        stage.window.switch_line(up=False)
        yield from look(stage)
        summary["after_restart"] = {**_figures(stage, desk), **_bill(desk)}

    for act in (first, again):
        with open_desk() as desk:
            _perform(session, desk, act)
    _write(out / "summary.json", summary)
    return summary


def _perform(session: Session, desk: Desk, act: Callable[[Stage, Desk], Script]) -> None:
    stage = Stage(desk, session.look)
    stage.window.resize(*SIZE)
    stage.window.show()
    player = Player(act(stage, desk), stage.jobs, stage)
    player.start()
    try:
        session.application.exec()
        player.finish()
    finally:
        stage.close()


def _figures(stage: Stage, desk: Desk) -> dict[str, object]:
    timeline, followback = stage.window.timeline(), stage.window.followback()
    return gather(desk, timeline.sight, followback.findings)


def _bill(desk: Desk) -> dict[str, object]:
    return {"dollars_billed": float(desk.billed()) if desk.billed else 0.0}


def _photograph(session: Session, stage: Stage, out: Path) -> Script:
    for scheme in SCHEMES:
        session.look.set_scheme(scheme)
        for key in TABS:
            stage.window.shell.show_page(key)
            yield None
            stage.window.grab().save(str(out / f"{key}-{scheme}.png"))
    session.look.set_scheme(SCHEMES[0])


def _write(path: Path, summary: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(f"{path} cannot be written: {error.strerror}.") from error
