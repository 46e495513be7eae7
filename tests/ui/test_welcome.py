from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from allybook.ui.welcome import Welcome


@pytest.fixture
def welcome(qtbot, look):
    welcome = Welcome(look, accounts="120", hashtag="#SwHelper", post_price="$0.005")
    qtbot.addWidget(welcome)
    welcome.resize(1_280, 772)
    welcome.show()
    return welcome


@pytest.mark.parametrize(
    ("door", "signal"),
    [
        ("practice", "practise_asked"),
        ("archive", "archive_asked"),
        ("account", "connect_asked"),
    ],
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_each_door_opens_by_keyboard(qtbot, welcome, door, signal, key):
    with qtbot.waitSignal(getattr(welcome, signal)):
        qtbot.keyClick(getattr(welcome, door).button, key)


def test_a_colleagues_book_is_a_way_in_too(qtbot, welcome):
    with qtbot.waitSignal(welcome.file_asked):
        qtbot.mouseClick(welcome.file, Qt.MouseButton.LeftButton)


def test_one_can_ask_how_to_get_the_archive(qtbot, welcome):
    found = (
        widget
        for widget in welcome.archive.findChildren(QWidget)
        if widget.accessibleName() == "How to ask for it"
    )
    with qtbot.waitSignal(welcome.archive_help_asked):
        next(found).click()


def test_the_doors_are_of_equal_size(welcome):
    doors = (welcome.practice, welcome.archive, welcome.account)
    assert len({door.size().toTuple() for door in doors}) == 1
    assert len({door.button.y() for door in doors}) == 1


@pytest.mark.parametrize("width", [640, 853, 1_280])
def test_the_doors_fit_the_window(qtbot, welcome, width):
    welcome.resize(width, 772)

    def right():
        return welcome.account.mapTo(welcome, welcome.account.rect().topRight()).x()

    qtbot.waitUntil(lambda: right() < width)
    assert welcome.practice.width() >= 250


def test_the_practice_door_says_what_is_in_it(welcome):
    description = welcome.practice.button.accessibleDescription()
    assert "about 120 accounts" in description
    assert "#SwHelper" in description


def test_where_letters_are_large_the_doors_stand_one_below_the_other(qtbot, welcome):
    doors = (welcome.practice, welcome.archive, welcome.account)
    welcome.resize(640, 372)
    qtbot.waitUntil(lambda: len({door.x() for door in doors}) == 1)
    assert len({door.y() for door in doors}) == 3
    welcome.resize(1_280, 772)
    qtbot.waitUntil(lambda: len({door.y() for door in doors}) == 1)
