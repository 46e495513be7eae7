import pytest
from PySide6.QtCore import Qt

from allybook.domain.acts.pace import Pace
from allybook.ui.dialogs.pace import PaceSheet
from allybook.ui.widgets.prose import Prose

USUAL = Pace(20.0, 50)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def ask(look, qtbot, window):
    """Return a function that opens the sheet over a window."""

    def make(pace=USUAL):
        sheet = PaceSheet(look, pace, USUAL, window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(sheet)
        sheet.open()
        return sheet

    return make


def test_slower_is_kept_without_a_word(ask, qtbot):
    sheet = ask()
    sheet.seconds.setValue(90)
    sheet.daily.setValue(10)
    assert sheet.warning.isHidden()
    with qtbot.waitSignal(sheet.chosen) as kept:
        qtbot.mouseClick(sheet.keep, LEFT)
    assert kept.args == [Pace(90.0, 10)]


@pytest.mark.parametrize(("seconds", "daily"), [(5, 50), (20, 60), (60, 51)])
def test_faster_has_to_be_agreed_to(ask, qtbot, seconds, daily):
    sheet = ask()
    sheet.seconds.setValue(seconds)
    sheet.daily.setValue(daily)
    assert sheet.warning.isVisible()
    assert not sheet.keep.isEnabled()
    sheet.agreed.click()
    with qtbot.waitSignal(sheet.chosen) as kept:
        qtbot.mouseClick(sheet.keep, LEFT)
    assert kept.args == [Pace(float(seconds), daily)]


def test_the_usual_pace_is_one_press_away(ask, qtbot):
    sheet = ask(Pace(5.0, 80))
    assert sheet.warning.isVisible()
    qtbot.mouseClick(sheet.back, LEFT)
    assert sheet.pace == USUAL
    assert sheet.warning.isHidden()
    assert not sheet.back.isEnabled()


def test_a_pace_that_nobody_touches_stays_exact(ask):
    assert ask(Pace(0.2, 1000)).pace == Pace(0.2, 1000)


def test_on_the_practice_network_there_is_no_pause_and_it_says_why(look, qtbot, window):
    here = Pace(0.2, 1000)
    sheet = PaceSheet(look, here, here, window)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(sheet)
    sheet.open()
    said = " ".join(prose.text() for prose in sheet.findChildren(Prose))
    assert "without a pause, because nobody can be locked on the practice network" in said
    assert "0 seconds" not in said
    assert sheet.seconds.text() == "no pause"
    assert sheet.pace == here
