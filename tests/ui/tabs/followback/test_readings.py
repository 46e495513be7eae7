"""The readings kept, and since when an answer has been so."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from allybook.domain.check.followback import UNDATED, Answer, Finding, Glimpse, Side, Snapshot
from allybook.services.check.answer import Sides
from allybook.services.check.plan import PAGES
from allybook.services.check.readings import followers_over_time, together
from allybook.ui.tabs.followback.band import Band
from allybook.ui.tabs.followback.places import pair_words, reading_words
from allybook.ui.tabs.followback.since import since

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def part(side, as_of, source=PAGES, *, complete=True):
    return Glimpse(side, as_of, source, complete, 10)


def sides(followers, following, as_of=NOW):
    return Sides(
        Snapshot(Side.FOLLOWERS, frozenset(followers), complete=True, source=PAGES, as_of=as_of),
        Snapshot(Side.FOLLOWING, frozenset(following), complete=True, source=PAGES, as_of=as_of),
    )


def found(user_id, answer):
    return Finding(user_id, "", answer, frozenset(), PAGES, NOW, complete=True)


def test_both_sides_of_a_check_are_one_reading():
    parts = [part(Side.FOLLOWERS, NOW), part(Side.FOLLOWING, NOW - MINUTE)]
    (reading,) = together(parts)
    assert reading.complete
    assert reading_words(reading, NOW) == "Mar 31, complete"


def test_a_second_check_on_the_same_day_is_another_reading():
    parts = [part(side, NOW - times * MINUTE) for times in (0, 5) for side in Side]
    assert [one.as_of for one in together(parts)] == [NOW, NOW - 5 * MINUTE]


def test_one_side_alone_or_cut_short_is_half_read():
    alone = together([part(Side.FOLLOWING, NOW)])
    short = together([part(Side.FOLLOWING, NOW), part(Side.FOLLOWERS, NOW, complete=False)])
    assert [reading_words(one, NOW) for one in (*alone, *short)] == ["Mar 31, half read"] * 2


def test_an_archive_is_called_so_and_stands_alone():
    parts = [part(side, NOW, "x-archive") for side in Side]
    parts.append(part(Side.FOLLOWING, NOW + MINUTE))
    words = [reading_words(one, NOW) for one in together(parts)]
    assert words == ["Mar 31, half read", "Mar 31, archive"]


def test_an_archive_of_no_known_date_names_no_day():
    parts = [part(side, UNDATED, "x-archive") for side in Side]
    (archive,) = together(parts)
    (later,) = together([part(side, NOW) for side in Side])
    assert reading_words(archive, NOW) == "archive of no known date"
    assert pair_words((archive, later), NOW) == "no known date to Mar 31"


def test_only_complete_readings_of_followers_make_a_trend():
    parts = [
        part(Side.FOLLOWERS, NOW),
        part(Side.FOLLOWERS, NOW - DAY, complete=False),
        part(Side.FOLLOWERS, NOW - 2 * DAY),
        part(Side.FOLLOWING, NOW),
    ]
    assert [one.as_of for one in followers_over_time(parts)] == [NOW - 2 * DAY, NOW]


def test_an_answer_began_with_the_first_reading_that_shows_it():
    findings = [found("1", Answer.MUTUAL), found("2", Answer.FAN), found("3", Answer.STRANGER)]
    readings = [
        (NOW, sides({"1", "2"}, {"1"})),
        (NOW - DAY, sides({"1", "2"}, {"1", "3"})),
        (NOW - 2 * DAY, sides({"2"}, {"1"})),
    ]
    assert since(findings, readings) == {"1": NOW - DAY, "3": NOW}


def test_what_always_was_so_began_nobody_knows_when():
    readings = [(NOW, sides({"1"}, {"1"})), (NOW - DAY, sides({"1"}, {"1"}))]
    assert since([found("1", Answer.MUTUAL), found("2", Answer.UNKNOWN)], readings) == {}


def test_an_answer_that_no_reading_shows_has_no_beginning_either():
    assert since([found("1", Answer.MUTUAL)], [(NOW, sides({"1"}, {}))]) == {}


@pytest.mark.parametrize(
    ("people", "number", "change", "line"),
    [
        ((), "", "", False),
        ((1_204,), "1,204", "first read on Mar 31", False),
        ((1_204, 1_204), "1,204", "as many as on Mar 31", True),
        ((1_204, 1_190, 1_261), "1,261", "71 more since Apr 1", True),
        ((3, 2), "2", "1 fewer since Mar 31", True),
    ],
)
def test_the_band_says_how_followers_went_with_none_one_and_many_readings(
    qtbot, look, people, number, change, line
):
    start = datetime(2026, 3, 31, 9, tzinfo=UTC)
    readings = [
        Glimpse(Side.FOLLOWERS, start + timedelta(days=day), "pages", complete=True, people=size)
        for day, size in enumerate(people)
    ]
    band = Band(look, Qt.Edge.BottomEdge)
    qtbot.addWidget(band)
    band.resize(752, band.height())
    band.show_followers(readings, start + timedelta(days=9))
    band.show()
    assert band.number.isVisible() is bool(people)
    assert (band.number.text(), band.change.text()) == (number, change)
    assert band.trend.isVisible() is line
    assert bool(band.trend.accessibleDescription()) is bool(people)


def test_the_band_names_no_day_that_nobody_knows(qtbot, look):
    start = datetime(2026, 3, 31, 9, tzinfo=UTC)
    undated = Glimpse(Side.FOLLOWERS, UNDATED, "archive", complete=True, people=900)
    read = Glimpse(Side.FOLLOWERS, start, "pages", complete=True, people=1_204)
    band = Band(look, Qt.Edge.BottomEdge)
    qtbot.addWidget(band)
    band.show_followers([undated], start)
    assert (band.number.text(), band.change.text()) == ("900", "")
    band.show_followers([undated, read], start)
    assert (band.number.text(), band.change.text()) == ("1,204", "first read on Mar 31")
