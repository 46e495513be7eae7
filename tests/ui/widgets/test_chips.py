from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.flow import FlowLayout, how_many


@pytest.fixture
def chip(qtbot, look):
    chip = Chip(look, ChipView("noise up to 40", cross=True))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    return chip


def test_a_click_asks_to_edit(qtbot, chip):
    with qtbot.assertNotEmitted(chip.dropped), qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))


def test_the_cross_drops_it(qtbot, chip):
    at = QPoint(chip.width() - 12, 14)
    with qtbot.assertNotEmitted(chip.clicked), qtbot.waitSignal(chip.dropped):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=at)
    assert not chip.isDown()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_the_keyboard_drops_it_too(qtbot, chip, key):
    dropped = []
    chip.dropped.connect(lambda: dropped.append(key))
    qtbot.keyClick(chip, key)
    assert dropped == [key]


def test_a_chip_without_a_cross_cannot_be_dropped(qtbot, chip):
    chip.show_view(ChipView("has:links", State.SUGGESTED, "plus"))
    dropped = []
    chip.dropped.connect(lambda: dropped.append(chip.text()))
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert not dropped


def test_readers_hear_what_is_not_understood(chip):
    chip.show_view(ChipView("nosie>40", State.NOT_UNDERSTOOD, "triangle-alert"))
    assert chip.accessibleName() == "nosie>40, not understood"


def test_what_is_under_edit_is_painted_otherwise(chip):
    before = chip.grab().toImage()
    chip.show_view(ChipView("noise up to 40", edited="40", cross=True))
    assert chip.grab().toImage() != before


def test_a_chosen_suggestion_turns_green(qtbot, look):
    chip = Chip(look, ChipView("Private", State.SUGGESTED, "lock", count="3"))
    qtbot.addWidget(chip)
    chip.setCheckable(True)
    assert chip.grab().toImage().pixelColor(4, 14) == look.colour("sunken")
    chip.setChecked(True)
    assert chip.grab().toImage().pixelColor(4, 14) == look.colour("accent_soft")


class Brick(QWidget):
    def __init__(self, width):
        super().__init__()
        self.setFixedSize(width, 28)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    widths=st.lists(st.integers(1, 200), min_size=1, max_size=12),
    room=st.integers(200, 900),
)
def test_a_flow_keeps_order_and_bounds(qapp, widths, room):
    holder = QWidget()
    flow = FlowLayout(holder)
    bricks = [Brick(width) for width in widths]
    for brick in bricks:
        flow.addWidget(brick)
        brick.show()
    height = flow.heightForWidth(room)
    flow.setGeometry(QRect(0, 0, room, height))
    places = [brick.geometry() for brick in bricks]
    assert all(QRect(0, 0, room, height).contains(place) for place in places)
    starts = [(place.top(), place.left()) for place in places]
    assert starts == sorted(starts)
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )


def test_a_field_at_the_end_takes_what_is_left(qtbot, look):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    chip, field = Chip(look, ChipView("#SwHelper", cross=True)), QLineEdit()
    flow.addWidget(field)
    flow.insertWidget(0, chip)
    holder.resize(600, 40)
    holder.show()
    assert field.geometry().right() == 599
    assert chip.geometry().left() == 0
    assert flow.takeAt(5) is None
    assert flow.itemAt(5) is None


def test_a_field_that_fits_with_the_least_it_needs_begins_no_new_line(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow, brick, field = FlowLayout(holder), Brick(300), QLineEdit()
    field.setMinimumWidth(84)
    assert field.sizeHint().width() > 90
    for widget in (brick, field):
        flow.addWidget(widget)
    holder.resize(300 + flow.spacing() + 90, 60)
    holder.show()
    assert field.geometry().left() == 300 + flow.spacing()
    assert field.geometry().width() == 90


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    widths=st.lists(st.integers(1, 200), max_size=40),
    room=st.integers(200, 900),
    before=st.integers(0, 100),
    behind=st.integers(1, 100),
)
def test_as_many_have_room_as_the_lines_of_a_flow_hold(qapp, widths, room, before, behind):
    def lines(count):
        bricks = [Brick(width) for width in ([before] if before else []) + widths[:count]]
        holder = QWidget()
        flow = FlowLayout(holder, gap=4, line_gap=0)
        for brick in [*bricks, Brick(behind)]:
            flow.addWidget(brick)
            brick.show()
        return flow.heightForWidth(room) // 28

    found = how_many(widths, room, 4, 3, before=before, behind=behind)
    assert lines(found) <= 3
    assert found == len(widths) or lines(found + 1) > 3
