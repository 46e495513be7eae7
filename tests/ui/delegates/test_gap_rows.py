"""Gaps among the posts: low rows with a button, also for the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.delegates.gap import HEIGHT
from allybook.ui.delegates.post import Density
from allybook.ui.models.gaps import GapRow
from tests.ui.delegates.posts_seen import WORDS, click, colour_at, explain, newest_first


@pytest.fixture
def gap(model):
    gap = Gap(Source(Origin.HOME), "", "7", "9", 40)
    row = GapRow(gap, WORDS, "About 40 posts were not read.", "Read them, $0.20")
    model.show(newest_first(10), explain=explain, gaps=[row])
    return gap


def test_a_gap_is_a_low_row_between_its_posts(look, view, model, gap):
    assert [view.rowHeight(row) for row in (1, 2, 3)] == [104, HEIGHT, 104]
    assert colour_at(view, 500, 214) == look.colour("panel")
    model.show(newest_first(10), explain=explain)
    assert [view.rowHeight(row) for row in (1, 2, 3)] == [104, 104, 104]
    model.show(newest_first(10), explain=explain, gaps=[GapRow(gap, WORDS, WORDS)])
    view.set_density(Density.COMPACT)
    assert [view.rowHeight(row) for row in (1, 2, 3)] == [80, HEIGHT, 80]


def test_the_button_of_a_gap_reads_it_and_nothing_beside_it_does(qtbot, view, gap):
    place = view.visualRect(view.model().index(2, 0))
    with qtbot.assertNotEmitted(view.gap_asked):
        click(view, QPoint(300, place.center().y()))
    with qtbot.waitSignal(view.gap_asked) as told:
        click(view, QPoint(place.right() - 60, place.center().y()))
    assert told.args == [gap]
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_reads_a_gap_as_well(qtbot, view, gap, key):
    view.go_to(gap)
    with qtbot.waitSignal(view.gap_asked) as told:
        QTest.keyClick(view, key)
    assert told.args == [gap]


def test_a_gap_that_cannot_be_read_says_why_and_has_no_button(qtbot, view, model, gap):
    row = GapRow(gap, WORDS, WORDS, aside="Can be read when online")
    model.show(newest_first(10), explain=explain, gaps=[row])
    place = view.visualRect(model.index(2, 0))
    assert view.hit_at(QPoint(place.right() - 60, place.center().y())) is None
    view.go_to(gap)
    with qtbot.assertNotEmitted(view.gap_asked):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_a_gap_filled_above_moves_nothing(view, model, gap):
    model.show(newest_first(300), explain=explain, gaps=[GapRow(gap, WORDS, WORDS)])
    view.verticalScrollBar().setValue(104 * 100)
    view.go_to(150)
    top = view.model().index(view.rowAt(0), 0).data(257 + 1)
    model.show_gaps([])
    assert view.model().index(view.rowAt(0), 0).data(257 + 1) == top
    assert view.current_key() == 150
