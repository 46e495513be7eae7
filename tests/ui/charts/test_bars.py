"""What is heard of a histogram: a list of its days, walked with the arrow keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from allybook.ui.charts.days import DayPosts
from allybook.ui.charts.histogram import Histogram

FIRST = date(2026, 3, 4)
NAME = QAccessible.Text.Name


@pytest.fixture
def chart(qtbot, look):
    chart = Histogram(look)
    qtbot.addWidget(chart)
    chart.resize(720, 56)
    days = [DayPosts(FIRST + timedelta(days=n), 3 * (n % 9 == 0), n % 9 == 8) for n in range(28)]
    chart.show_days(days)
    return chart


@pytest.fixture
def walked(qtbot, chart):
    """The chart with the keyboard in it."""
    chart.show()
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    return chart


def heard(chart):
    return QAccessible.queryAccessibleInterface(chart.make_list())


def items(chart):
    reader = heard(chart)
    return [reader.child(number) for number in range(reader.childCount())]


def test_it_is_a_list_of_the_days_with_posts(chart):
    assert heard(chart).role() == QAccessible.Role.List
    assert heard(chart).text(NAME) == "Posts per day"
    said = [item.text(NAME) for item in items(chart)]
    assert len(said) == 7
    assert [one.partition(": ")[2] for one in said[:2]] == ["3 posts kept", "1 post quiet"]
    assert all("2026" in one for one in said)


def test_a_bar_is_heard_where_it_stands(chart):
    corner = chart.mapToGlobal(QPoint(0, 0))
    stands = [item.rect().translated(-corner) for item in items(chart)]
    assert stands[0] == chart.bar(0).toAlignedRect()
    assert stands[-1] == chart.bar(27).toAlignedRect()
    inside = stands[1].center() + corner
    assert heard(chart).childAt(inside.x(), inside.y()).text(NAME) == items(chart)[1].text(NAME)


def test_arrows_walk_enter_narrows_and_escape_widens(qtbot, walked):
    reader = walked.make_list()
    assert reader.hasFocus()
    assert [item.state().focused for item in items(walked)] == [0] * 6 + [1]
    QTest.keyClick(reader, Qt.Key.Key_Left)
    assert [item.state().focused for item in items(walked)] == [0] * 5 + [1, 0]
    with qtbot.waitSignal(walked.chosen) as told:
        QTest.keyClick(reader, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 30)] * 2
    assert [item.state().selected for item in items(walked)] == [0] * 5 + [1, 0]
    with qtbot.waitSignal(walked.chosen) as told:
        QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert told.args == [None, None]
    assert not any(item.state().selected for item in items(walked))


def tomorrow(walked):
    """Show the days of the chart a day later: each stands further left by one."""
    walked.show_days([*walked._days[1:], DayPosts(FIRST + timedelta(days=28), 2)])


def test_the_keyboard_stays_on_its_day_when_a_day_begins(qtbot, walked):
    reader = walked.make_list()
    with qtbot.waitSignal(walked.chosen) as told:
        QTest.keyClick(reader, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 31)] * 2
    said = heard(walked).focusChild().text(NAME)
    tomorrow(walked)
    assert heard(walked).focusChild().text(NAME) == said
    # The same day again takes the choice back.
    with qtbot.waitSignal(walked.chosen) as told:
        QTest.keyClick(reader, Qt.Key.Key_Return)
    assert told.args == [None, None]


def test_a_day_that_went_is_chosen_by_no_key(qtbot, walked):
    reader = walked.make_list()
    QTest.keyClick(reader, Qt.Key.Key_Home)
    tomorrow(walked)
    with qtbot.assertNotEmitted(walked.chosen):
        QTest.keyClick(reader, Qt.Key.Key_Return)
    QTest.keyClick(reader, Qt.Key.Key_Right)
    assert heard(walked).focusChild().text(NAME).startswith("Wednesday, April 1")


def test_home_and_end_go_to_the_oldest_and_the_newest_day(walked):
    reader = walked.make_list()
    QTest.keyClick(reader, Qt.Key.Key_Home)
    assert reader.currentIndex().row() == 0
    QTest.keyClick(reader, Qt.Key.Key_End)
    assert reader.currentIndex().row() == 6


def test_what_is_narrowed_from_elsewhere_is_heard_too(chart):
    chart.make_list()
    chart.select(FIRST)
    assert [item.state().selected for item in items(chart)] == [1] + [0] * 6


def test_other_days_are_other_rows(chart):
    chart.make_list()
    chart.show_days([DayPosts(FIRST, 1), DayPosts(FIRST + timedelta(days=9), 2, 1)])
    said = [item.text(NAME).partition(": ")[2] for item in items(chart)]
    assert said == ["1 post kept", "2 posts kept, 1 quiet"]
    chart.show_days([])
    assert items(chart) == []


def test_weeks_are_said_from_day_to_day(chart):
    chart.show_days([DayPosts(FIRST + timedelta(days=n), 1) for n in range(365)])
    assert " to " in items(chart)[0].text(NAME)
    assert items(chart)[0].text(NAME).endswith(": 7 posts kept")


def test_the_pointer_does_not_meet_the_list(qtbot, chart):
    chart.make_list()
    chart.show()
    middle = chart.bar(0).center().toPoint()
    assert chart.childAt(middle) is None
    with qtbot.waitSignal(chart.chosen) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
    assert told.args == [FIRST, FIRST]


def test_the_list_covers_the_chart_and_is_not_seen(look, chart):
    chart.show()
    before = chart.grab().toImage()
    chart.make_list().clearFocus()
    assert chart.make_list().geometry() == chart.rect()
    assert chart.grab().toImage() == before
    chart.resize(500, 56)
    assert chart.make_list().geometry() == chart.rect()


def test_the_list_comes_after_what_is_seen(qtbot, chart):
    chart.show()
    assert chart.focusProxy() is None
    qtbot.waitUntil(lambda: chart.focusProxy() is not None)
    assert chart.accessibleName() == ""
