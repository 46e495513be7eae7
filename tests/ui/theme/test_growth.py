"""Large letters of the desktop make everything larger, and nothing that is opened from here."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent

from allybook.ui.theme.growth import GROWN, SCALE, growth
from allybook.ui.theme.hearing import Hearing, letters_now

BEGIN = """
import json, os
from PySide6.QtWidgets import QApplication, QWidget
from allybook.ui.theme.growth import GROWN, grown

made = []
application = grown(lambda: made.append(1) or QApplication(["grown"]), points={points})
window = QWidget()
window.resize(100, 50)
window.show()
image = window.grab().toImage()
print(json.dumps([
    application.property(GROWN), len(made), image.width(), image.height(),
    os.environ.get("QT_SCALE_FACTOR"),
]))
"""


@pytest.mark.parametrize(
    ("points", "platform", "desktop", "factor"),
    [
        (9, "linux", "", 1.0),
        (10, "linux", "KDE", 1.0),
        (11, "linux", "ubuntu:GNOME", 1.0),
        (14, "linux", "KDE", 1.4),
        (22, "linux", "ubuntu:GNOME", 2.0),
        (16.5, "linux", "Unity", 1.5),
        (20, "linux", "XFCE", 2.0),
        (40, "linux", "", 2.0),
        (6, "linux", "", 0.8),
        (9, "win32", "", 1.0),
        (13.5, "win32", "", 1.5),
        (13, "darwin", "", 1.0),
        (-1, "linux", "", 1.0),
    ],
)
def test_letters_say_how_much_it_grows(points, platform, desktop, factor):
    assert growth(points, platform, desktop) == factor


@given(st.floats(allow_nan=False), st.floats(allow_nan=False), st.sampled_from(["linux", "win32"]))
def test_larger_letters_never_make_less_of_it(one, other, platform):
    less, more = sorted((one, other))
    assert 0.8 <= growth(more, platform) <= 2
    if less > 0:
        assert growth(less, platform) <= growth(more, platform)


def begun(points, **around):
    """Return what a process of its own shows, in letters of a size: Qt scales it once for all."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop(SCALE, None)
    done = subprocess.run(
        [sys.executable, "-c", BEGIN.replace("{points}", str(points))],
        env={**environment, **around},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_a_window_is_made_in_the_size_of_large_letters():
    assert begun(20) == [2.0, 2, 200, 100, None]


def test_usual_letters_cost_no_second_beginning():
    assert begun(10) == [None, 1, 100, 50, None]


def test_it_grows_from_what_somebody_set_already():
    assert begun(15, **{SCALE: "2"}) == [1.5, 2, 300, 150, "2"]


@pytest.fixture
def desktop(qapp):
    """What the desktop says about letters, and who hears of it; as usual at first."""
    points = [10.0]
    hearing = Hearing(lambda: points[0])
    told = []
    hearing.letters_changed.connect(lambda: told.append(points[0]))

    def choose(size):
        points[0] = size
        QCoreApplication.sendEvent(hearing, QEvent(QEvent.Type.ThemeChange))
        return told

    yield choose
    hearing.deleteLater()


def test_other_letters_are_told_once(desktop):
    assert desktop(14) == [14]
    assert desktop(16) == [14]


def test_letters_of_the_usual_size_are_told_to_nobody(desktop):
    assert desktop(9) == []


def test_who_goes_back_and_forth_is_told_again(desktop):
    desktop(14)
    desktop(10)
    assert desktop(14) == [14, 14]


def test_a_grown_window_hears_of_the_usual_letters(qapp, desktop):
    qapp.setProperty(GROWN, 1.4)
    try:
        assert desktop(14) == []
        assert desktop(10) == [10]
    finally:
        qapp.setProperty(GROWN, None)


def test_the_desktop_knows_its_letters_whatever_is_shown_here(look):
    assert letters_now() > 0
