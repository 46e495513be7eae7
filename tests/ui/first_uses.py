"""A process of its own: what the window loads when something is opened for the first time.

Run as ``python -m tests.ui.first_uses FOLDER KEY ahead`` it loads what ``KEY`` of ``LOADS`` names,
opens what that is for, and prints as JSON, for each thing opened, what was still to load on the
window's thread. What jobs load, nobody waits for. With ``cold`` nothing is loaded before.
"""

import json
import sys
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

# What the session loads by the clock.
import allybook.ui.theme.hearing
import allybook.ui.watch  # noqa: F401
from allybook.app.ground import resource_folder
from allybook.domain.filters.parse import parse
from allybook.ui.ahead import LOADS, load
from allybook.ui.session import Session, Stage
from allybook.ui.tour.no_ways import NoWays
from tests.workshop import practice_desk


class Witness:
    """Finds no module, and remembers which were looked for on the window's thread."""

    def __init__(self):
        self.seen = []

    def find_spec(self, name, _path, _target=None):
        if threading.current_thread() is threading.main_thread():
            self.seen.append(name)


def openings(stage, key):
    """Return what is opened, by name."""
    window = stage.window
    timeline = window.timeline()
    if key != "dialogs":
        return {key: partial(window.shell.pages.finish, key)}
    return {
        "noise": timeline.muting.open_judging,
        "chip": lambda: timeline.bar.asking.open_editor(parse("a"), print, timeline.bar.more),
        "starters": timeline.bar._pick,
        "completion": lambda: timeline.bar.completer,
        "mute": timeline.muting.menu,
        "mute words": timeline.muting.ask_words,
        "name of a view": timeline.keeping.ask,
        "activity": window.show_activity,
        "spending": window.show_spending,
        "forget": window.forget,
        "help": window._help,
        "sign in": lambda: stage.accounts.sign_in(window),
    }


def main(folder, key, *, ahead):
    session = Session(resource_folder())
    session.look.apply(session.application)
    with practice_desk(folder) as desk:
        # The first book is made by whoever opens the program first.
        desk.book()
        stage = Stage(desk, session.look, NoWays())
        stage.window.show()
        stage.window.timeline().load_details()
        while stage.jobs.running():
            QCoreApplication.processEvents()
        if ahead:
            for _ in load(key):
                pass
        witness = Witness()
        sys.meta_path.insert(0, witness)
        late = {}
        for name, begin in openings(stage, key).items():
            witness.seen = []
            begin()
            QCoreApplication.processEvents()
            late[name] = sorted({one for one in witness.seen if one in sys.modules})
        sys.meta_path.remove(witness)
        stage.close()
    in_vain = [name for name in LOADS[key] if name not in sys.modules]
    sys.stdout.write(json.dumps({"late": late, "in vain": in_vain}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], ahead=sys.argv[3] == "ahead")
