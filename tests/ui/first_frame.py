"""A process of its own: how many kinds PySide makes for the first frame of the keyboard.

Run as ``python -m tests.ui.first_frame FOLDER ahead`` the window first ends loading ahead; with
``cold`` it does not.
"""

import enum
import sys
from pathlib import Path

from allybook.app.ground import resource_folder
from allybook.ui.ahead import Ahead
from allybook.ui.session import Session, Stage
from allybook.ui.tour.no_ways import NoWays
from allybook.ui.widgets.ring import Ring
from tests.workshop import practice_desk

KINDS = (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)


def count_kinds():
    return sum(len(kind.__subclasses__()) for kind in KINDS)


def main(folder, *, ahead):
    session = Session(resource_folder())
    session.look.apply(session.application)
    with practice_desk(folder) as desk:
        stage = Stage(desk, session.look, NoWays())
        stage.window.show()
        button = stage.window.timeline().strip.with_quiet
        if ahead:
            stage.load_ahead()
            stage.window.findChild(Ahead).done.emit()
        before = count_kinds()
        Ring(session.look).setWidget(button)
        sys.stdout.write(str(count_kinds() - before))
        stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), ahead=sys.argv[2] == "ahead")
