"""A widget that is turned off stays so by itself, and gets the keyboard back."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from allybook.ui.widgets.lending import Lending


def test_what_is_turned_off_in_a_place_that_is_off_stays_off(qtbot):
    place, button = QWidget(), QPushButton("Refresh")
    QVBoxLayout(place).addWidget(button)
    qtbot.addWidget(place)
    lending = Lending(button)
    place.setEnabled(False)
    lending.turn(on=False)
    place.setEnabled(True)
    assert not button.isEnabled()
    lending.turn(on=True)
    assert button.isEnabled()
    place.setEnabled(False)
    lending.turn(on=True)
    place.setEnabled(True)
    assert button.isEnabled()
