"""A choice is kept in the background; one that cannot be kept is told, and taken back in sight."""

import subprocess
import sys

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from allybook.services.reading.allowance import daily_cap
from allybook.services.timeline.views import save_view, views
from allybook.ui.delegates.post import Density
from allybook.ui.session import Stage
from allybook.ui.theme.look import SCHEME, SYSTEM
from allybook.ui.window import PLACE
from tests.fakes.settings import FullSettings
from tests.fakes.ways import FakeWays
from tests.programs import ending, next_line
from tests.stories.test_timeline import go_to
from tests.ui.rest import come_to_rest

HOLD = """
import apsw, sys
held = apsw.Connection(sys.argv[1])
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
held.execute("ROLLBACK")
"""


class Hold:
    """Another program that is writing the profile, until it is let go."""

    def __init__(self, path):
        words = [sys.executable, "-c", HOLD, str(path)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._program = subprocess.Popen(words, **pipes, text=True)
        next_line(self._program)

    def let_go(self):
        with ending(self._program):
            pass


@pytest.fixture
def dark(look):
    """The look that all windows share, which is as before in the end."""
    before = look.chosen
    yield look
    look.set_scheme(before)


@pytest.fixture
def hold(tmp_path, timeline, settled):
    settled()
    hold = Hold(next(tmp_path.rglob("profile.sqlite3")))
    yield hold
    hold.let_go()


def tick(box):
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def own_views(desk):
    return [view.name for view in views(desk) if view.own]


def test_the_window_waits_for_no_other_program_to_keep_a_choice(
    desk, dark, stage, timeline, settled, hold
):
    automatic = timeline.reader.automatic
    tick(automatic.box)
    timeline.keeping.keep("Mine")
    stage.window.menu.schemes["dark"].trigger()
    assert automatic.box.isChecked()
    automatic.show_state()
    # The other program is still at it, and all of this stands in the window.
    assert automatic.box.isChecked()
    assert dark.chosen == "dark"
    assert (daily_cap(desk), own_views(desk), desk.settings.read(SCHEME)) == (0, [], "")
    hold.let_go()
    settled(lambda: own_views(desk))
    assert automatic.box.isChecked()
    assert daily_cap(desk) > 0
    assert (own_views(desk), desk.settings.read(SCHEME)) == (["Mine"], "dark")
    assert not timeline.note.isVisible()


@pytest.fixture
def full(qtbot, look, desk, read):
    """A window on a desk whose choices cannot be kept."""
    desk = replace(desk, settings=FullSettings(desk.settings))
    stage = Stage(desk, look, FakeWays())
    stage.window.show()
    qtbot.waitExposed(stage.window)
    tab = stage.window.timeline()

    def calm(holds=lambda: True):
        come_to_rest(qtbot, stage.jobs.running, holds)

    calm(lambda: tab.model.rowCount() and tab._map.spots)
    return desk, stage, tab, calm


def test_how_much_of_each_post_is_shown_is_chosen_in_the_menu_and_kept(
    qtbot, look, desk, stage, timeline, settled
):
    menu, view = stage.window.menu, timeline.view
    assert menu.densities[Density.NORMAL].isChecked()
    view.verticalScrollBar().setValue(104 * 10)
    top = timeline.model.order()[view.rowAt(0)]
    heights = []
    for density in (Density.COMPACT, Density.ROOMY):
        menu.densities[density].trigger()
        heights.append(view.verticalHeader().defaultSectionSize())
        assert timeline.model.order()[view.rowAt(0)] == top
    assert heights == [80, 124]
    settled()
    again = Stage(desk, look, FakeWays())
    again.window.show()
    qtbot.waitExposed(again.window)
    assert again.window.timeline().view.density is Density.ROOMY
    assert again.window.menu.densities[Density.ROOMY].isChecked()
    qtbot.waitUntil(lambda: not again.jobs.running(), timeout=20_000)
    again.close()


def test_what_cannot_be_kept_is_told_and_taken_back(dark, full):
    desk, stage, tab, calm = full
    automatic = tab.reader.automatic
    tick(automatic.box)
    calm(tab.note.isVisible)
    assert "The disk is full" in tab.note.accessibleName()
    assert not automatic.box.isChecked()
    tab.note.hide()
    tab.keeping.keep("Mine")
    calm(tab.note.isVisible)
    assert "The disk is full" in tab.note.accessibleName()
    assert own_views(desk) == []
    stage.window.menu.schemes["dark"].trigger()
    calm(lambda: "footnotes" in vars(stage.window))
    assert "The disk is full" in stage.window.footnotes.note.accessibleName()
    # Nothing was ever kept here: then it is as the desktop is.
    assert dark.chosen == SYSTEM
    assert stage.window.menu.schemes[SYSTEM].isChecked()
    stage.window.footnotes.note.hide()
    stage.window.menu.densities[Density.COMPACT].trigger()
    calm(stage.window.footnotes.note.isVisible)
    assert "The disk is full" in stage.window.footnotes.note.accessibleName()
    assert tab.view.density is Density.NORMAL
    assert stage.window.menu.densities[Density.NORMAL].isChecked()
    stage.close()


def test_a_window_closes_though_its_place_cannot_be_kept(full, caplog):
    _desk, stage, _tab, _calm = full
    assert stage.window.close()
    stage.close()
    assert "The disk is full" in caplog.text


def test_where_the_window_stood_is_written_last(look, desk, read):
    stage = Stage(desk, look, FakeWays())
    stage.window.timeline()
    assert stage.window.close()
    assert not desk.settings.read(PLACE)
    stage.close()
    assert desk.settings.read(PLACE)
    assert desk.settings.read("panes:timeline").count(" ") == 1


def test_whoever_went_on_is_not_pulled_back_by_a_view_that_is_forgotten(
    desk, timeline, settled, tmp_path
):
    save_view(desk, "Beds", "beds")
    settled(lambda: "view:Beds" in timeline.place_keys())
    go_to(timeline, "Beds")
    settled(timeline.forget_button.isVisible)
    hold = Hold(next(tmp_path.rglob("profile.sqlite3")))
    timeline.forget_button.click()
    go_to(timeline, "Questions")
    hold.let_go()
    settled(lambda: "Beds" not in own_views(desk) and "view:Beds" not in timeline.place_keys())
    assert timeline.header.title.text() == "Questions"
    assert "Forgotten: the view “Beds”." in timeline.note.accessibleName()
