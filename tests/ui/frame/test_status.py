from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.frame.status import Spent, StatusBar
from allybook.ui.widgets.avatar import Who

WHOLE = "Spent in March: $3.18 of $10.00"


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def bar(look, window):
    bar = StatusBar(look)
    bar.setParent(window)
    bar.show_account(Who("@NorthbankCircle", Kind.ORGANISATION, "7"))
    bar.show_spent(Spent("March", Decimal("3.18"), Decimal(10)))
    bar.resize(1_280, bar.height())
    window.show()
    return bar


def whole(bar):
    parts = (bar.account, bar.online, bar.outbox, bar.spent)
    return all(part.width() >= part.sizeHint().width() for part in parts)


@pytest.mark.parametrize(
    ("width", "words", "meter"),
    [
        (1_280, WHOLE, True),
        (620, WHOLE, False),
        (560, "$3.18 of $10.00", False),
    ],
)
def test_where_there_is_little_room_it_says_less_and_cuts_nothing(qtbot, bar, width, words, meter):
    bar.resize(width, bar.height())
    qtbot.waitUntil(lambda: whole(bar) and bar.meter.isVisible() is meter)
    assert bar.spent.text() == words
    # A reader hears all of it.
    assert bar.spent.accessibleName() == WHOLE


def test_what_grows_makes_room(qtbot, bar):
    bar.resize(720, bar.height())
    qtbot.waitUntil(bar.meter.isVisible)
    bar.show_waiting(1_284)
    qtbot.waitUntil(lambda: whole(bar) and not bar.meter.isVisible())
    bar.show_waiting(0)
    qtbot.waitUntil(bar.meter.isVisible)
    assert bar.spent.text() == WHOLE
