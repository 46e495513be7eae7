from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from allybook.domain.check.followback import Answer
from allybook.domain.check.ties import HowMany, Ties
from allybook.ui.charts.bridge import Bridge, shares
from allybook.ui.charts.days import Bucket, DayPosts, bucketed
from allybook.ui.charts.histogram import Histogram
from allybook.ui.charts.reasons import Points, ReasonsBar, segments
from allybook.ui.charts.trend import Trend
from tests.structs import builds

FIRST = date(2026, 3, 4)
LEFT = Qt.MouseButton.LeftButton

days_given = st.lists(
    builds(
        DayPosts,
        st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        st.integers(0, 50),
        st.integers(0, 50),
    ),
    unique_by=lambda day: day.day,
    max_size=40,
)


@given(days_given, st.integers(1, 200))
def test_buckets_hold_every_post_once(days, most):
    buckets = bucketed(days, most)
    assert len(buckets) <= most
    assert sum(bucket.kept for bucket in buckets) == sum(day.kept for day in days)
    assert sum(bucket.quiet for bucket in buckets) == sum(day.quiet for day in days)
    for before, after in pairwise(buckets):
        assert after.first - before.last == timedelta(days=1)


def test_days_without_posts_have_their_place():
    days = [DayPosts(FIRST, 3, 1), DayPosts(FIRST + timedelta(days=2), 5)]
    assert bucketed(days, 10) == (
        Bucket(FIRST, FIRST, 3, 1),
        Bucket(FIRST + timedelta(days=1), FIRST + timedelta(days=1), 0, 0),
        Bucket(FIRST + timedelta(days=2), FIRST + timedelta(days=2), 5, 0),
    )


@pytest.fixture
def histogram(qtbot, look):
    chart = Histogram(look)
    qtbot.addWidget(chart)
    chart.resize(720, 56)
    chart.show_days([DayPosts(FIRST + timedelta(days=n), n % 7 + 1, n % 3) for n in range(28)])
    return chart


def centre(chart, number):
    return chart.bar(number).center().toPoint()


def test_bars_lie_on_the_grid_of_the_picture(histogram):
    assert [histogram.bar(number).left() for number in (0, 1, 2, 27)] == [0, 26, 52, 698]
    assert histogram.bar(27).right() == 720


def test_the_bar_under_the_pointer_tells_its_numbers(qtbot, histogram):
    histogram.show()
    QTest.mouseMove(histogram, centre(histogram, 5))
    qtbot.waitUntil(lambda: "Mar 9" in histogram.toolTip())
    histogram.show_days([DayPosts(FIRST, 1, 0)])
    assert histogram.toolTip() == ""


def test_a_click_chooses_a_day_and_a_second_takes_it_back(qtbot, histogram):
    day = FIRST + timedelta(days=5)
    with qtbot.waitSignal(histogram.chosen) as told:
        QTest.mouseClick(histogram, LEFT, pos=centre(histogram, 5))
    assert told.args == [day, day]
    with qtbot.waitSignal(histogram.chosen) as told:
        QTest.mouseClick(histogram, LEFT, pos=centre(histogram, 5))
    assert told.args == [None, None]


def test_the_keyboard_chooses_too(qtbot, histogram):
    histogram.show()
    histogram.activateWindow()
    histogram.setFocus()
    qtbot.waitUntil(histogram.hasFocus)
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    assert histogram.accessibleDescription().startswith("Mon, Mar 30: 6 kept, 2 quiet")
    with qtbot.waitSignal(histogram.chosen) as told:
        QTest.keyClick(histogram, Qt.Key.Key_Return)
    assert told.args == [date(2026, 3, 30)] * 2
    with qtbot.waitSignal(histogram.chosen) as told:
        QTest.keyClick(histogram, Qt.Key.Key_Escape)
    assert told.args == [None, None]


def test_the_histogram_has_its_words(histogram):
    words = histogram.accessibleDescription().split("; ")
    assert len(words) == 28
    assert words[0] == "Wed, Mar 4: 1 kept, 0 quiet"


def test_a_year_is_shown_by_weeks(histogram):
    histogram.show_days([DayPosts(FIRST + timedelta(days=n), 1) for n in range(365)])
    first = histogram.buckets()[0]
    assert (first.last - first.first).days == 6
    assert histogram.accessibleDescription().startswith("Mar 4 to Mar 10, 2026: 7 kept, 0 quiet")


def test_the_selected_day_is_marked_by_more_than_colour(look, histogram):
    histogram.select(FIRST)
    image = histogram.grab().toImage()
    assert image.pixelColor(10, 40) == look.colour("accent")
    histogram.select(None)
    assert histogram.grab().toImage().pixelColor(10, 40) == look.colour("window")


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_kept_below_quiet_above(look, histogram, scheme):
    look.set_scheme(scheme)
    histogram.show_days([DayPosts(FIRST, 10, 10)])
    image = histogram.grab().toImage()
    assert image.pixelColor(10, 37) == look.colour("accent")
    quiet = look.colour("surface" if scheme == "contrast" else "chart_quiet")
    assert image.pixelColor(10, 12) == quiet


def test_days_without_posts_are_no_bars(qtbot, histogram):
    days = [DayPosts(FIRST + timedelta(days=n), 3 * (n in {2, 9})) for n in range(28)]
    histogram.show_days(days)
    told = []
    histogram.chosen.connect(lambda first, _last: told.append(first))
    QTest.mouseClick(histogram, LEFT, pos=centre(histogram, 5))
    assert told == []
    histogram.show()
    histogram.activateWindow()
    histogram.setFocus()
    qtbot.waitUntil(histogram.hasFocus)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(histogram, key)
    assert told == [FIRST + timedelta(days=2)]


def test_what_is_not_chosen_stands_back(look, histogram):
    histogram.select(FIRST)
    image = histogram.grab().toImage()
    inside = histogram.bar(27).center().toPoint().x()
    assert image.pixelColor(4, 38) == look.colour("accent")
    assert image.pixelColor(inside, 38) == look.colour("accent_mid")


def test_without_days_the_histogram_is_empty_and_safe(histogram):
    histogram.show_days([])
    QTest.mouseClick(histogram, LEFT, pos=QPoint(10, 10))
    QTest.keyClick(histogram, Qt.Key.Key_Left)
    histogram.grab()
    assert histogram.accessibleDescription() == ""


@given(
    st.integers(200, 2000),
    st.lists(st.tuples(st.integers(0, 100_000), st.integers(10, 60)), min_size=1, max_size=5),
)
def test_shares_fill_the_room_and_leave_room_for_words(room, parts):
    widths = shares(room, parts)
    total = sum(number for number, _least in parts)
    if total:
        assert all(width >= least - 1e-6 for width, (_n, least) in zip(widths, parts, strict=True))
    assert sum(widths) == pytest.approx(max(room, sum(widths)))


COUNTS = {
    Answer.IDOL: 10,
    Answer.MUTUAL: 23,
    Answer.FAN: 6,
    Answer.STRANGER: 4,
    Answer.UNKNOWN: 3,
}


@pytest.fixture
def bridge(qtbot, look):
    chart = Bridge(look)
    qtbot.addWidget(chart)
    chart.resize(544, 104)
    chart.show_counts(COUNTS, Ties(HowMany(33), HowMany(29), HowMany(23)))
    chart.show()
    return chart


def test_blocks_are_as_wide_as_their_counts(bridge):
    places = {answer: bridge.block(answer).geometry() for answer in Answer}
    assert places[Answer.MUTUAL].width() == pytest.approx(2.3 * places[Answer.IDOL].width(), abs=3)
    assert places[Answer.UNKNOWN].right() + 1 == 544
    order = [Answer.IDOL, Answer.MUTUAL, Answer.FAN, Answer.STRANGER, Answer.UNKNOWN]
    for before, after in pairwise(order):
        assert places[after].left() > places[before].right()


def test_a_block_is_a_filter(qtbot, bridge):
    with qtbot.waitSignal(bridge.chosen) as told:
        QTest.mouseClick(bridge.block(Answer.FAN), LEFT)
    assert told.args == [Answer.FAN]
    with qtbot.waitSignal(bridge.chosen) as told:
        QTest.keyClick(bridge.block(Answer.IDOL), Qt.Key.Key_Return)
    assert told.args == [Answer.IDOL]
    assert not bridge.block(Answer.FAN).isChecked()
    with qtbot.waitSignal(bridge.chosen) as told:
        QTest.keyClick(bridge.block(Answer.IDOL), Qt.Key.Key_Space)
    assert told.args == [None]


def test_the_bridge_has_its_words(bridge):
    assert bridge.accessibleDescription() == "We follow 33, Follow us 29"
    assert bridge.block(Answer.STRANGER).text() == "Stranger 4"
    assert bridge.minimumSizeHint().width() <= 544


def test_the_bridge_says_where_it_may_be_more(bridge):
    before = bridge.grab().toImage()
    counts = {Answer.MUTUAL: 20, Answer.UNKNOWN: 80}
    bridge.show_counts(counts, Ties(HowMany(100), HowMany(20, exact=False)))
    assert bridge.accessibleDescription() == "We follow 100, Follow us at least 20"
    bridge.show_counts(counts, Ties(HowMany(100), HowMany(20)))
    sure = bridge.grab().toImage()
    bridge.show_counts(counts, Ties(HowMany(100), HowMany(20, exact=False)))
    assert bridge.grab().toImage() not in (sure, before)
    bridge.show_counts({Answer.UNKNOWN: 9}, Ties(HowMany(9), HowMany(exact=False)))
    assert bridge.accessibleDescription() == "We follow 9, Follow us an unknown number"


def test_a_bridge_without_answers_still_stands(bridge):
    bridge.show_counts({}, Ties())
    assert all(bridge.block(answer).width() > 50 for answer in Answer)
    assert not bridge.grab().isNull()


def test_a_trend_goes_from_low_to_high(qtbot, look):
    trend = Trend(look)
    qtbot.addWidget(trend)
    trend.resize(120, 32)
    trend.show_values([1204, 1210, 1261])
    points = trend.points()
    assert [point.y() for point in points] == sorted((point.y() for point in points), reverse=True)
    assert trend.accessibleDescription() == "from 1,204 to 1,261, in 3 readings"
    assert trend.grab().toImage().pixelColor(117, 3) == look.colour("accent")
    trend.show_values([])
    assert trend.accessibleDescription() == ""
    trend.grab()


@given(st.lists(builds(Points, st.just("reason"), st.integers(-60, 60)), max_size=8))
def test_the_full_part_of_the_bar_is_the_noise(reasons):
    pieces = segments(reasons)
    noise = max(0, sum(reason.points for reason in reasons))
    raised = sum(max(0, reason.points) for reason in reasons)
    assert sum(end - start for start, end, pale in pieces if not pale) == noise
    assert sum(end - start for start, end, _pale in pieces) == raised


def test_the_bar_of_the_picture(qtbot, look):
    bar = ReasonsBar(look)
    qtbot.addWidget(bar)
    bar.resize(287, 40)
    reasons = [("giveaway wording", 30), ("link only", 20), ("four hashtags", 15)]
    points = [Points(*reason) for reason in reasons]
    bar.show_reasons([*points, Points("chat hashtag", -10)], 40)
    assert bar.accessibleDescription() == (
        "Noise 55, quiet above 40: giveaway wording +30; link only +20; four hashtags +15; "
        "chat hashtag \u221210."
    )
    image = bar.grab().toImage()
    assert image.pixelColor(20, 12) == look.colour("warn")
    assert image.pixelColor(115, 6) == look.colour("text")
    assert image.pixelColor(250, 12) == look.colour("sunken")


def test_before_the_first_answer_nothing_is_said_to_be_none(qtbot, look):
    chart = Bridge(look)
    qtbot.addWidget(chart)
    chart.resize(544, 104)
    before = chart.grab().toImage()
    assert [chart.block(answer).text() for answer in (Answer.IDOL, Answer.FAN)] == ["Idol", "Fan"]
    chart.show_counts({}, Ties())
    assert chart.block(Answer.IDOL).text() == "Idol 0"
    assert chart.accessibleDescription() == "We follow 0, Follow us 0"
    assert chart.grab().toImage() != before
