"""Gaps among posts: each stands where it is, and the model keeps Qt's rules with them."""

from array import array

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.models.gaps import Blend, GapRow
from allybook.ui.models.posts import PostsModel
from allybook.ui.models.roles import SENTENCE, Role
from tests.fakes.cards import CardShelf, now

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
HOME = Source(Origin.HOME)


def gap_at(newer, older=1, act="Read them, $0.20"):
    gap = Gap(HOME, "", str(older), str(newer), 40)
    return GapRow(gap, "About 40 posts were not read.", "About 40 posts", act)


def newest_first(count):
    return array("q", range(count, 0, -1))


def test_the_model_keeps_qt_rules_with_gaps_in_it(qapp):
    model = PostsModel(CardShelf().fetch, now)
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(newest_first(60), gaps=[gap_at(50), gap_at(20)])
    model.show_gaps([gap_at(50)])
    model.show_gaps([gap_at(50, act="")])
    model.mark_read(3)
    model.show(newest_first(2), gaps=[gap_at(90), gap_at(1)])
    model.refresh()
    model.show(array("q"), gaps=[gap_at(7)])
    model.show(array("q"))
    assert tester.model() is model


def test_a_gap_stands_under_the_post_that_was_read_last(qapp):
    model = PostsModel(CardShelf().fetch, now)
    model.show(newest_first(5), gaps=[gap_at(2), gap_at(4)])
    keys = [model.index(row, 0).data(Role.KEY) for row in range(model.rowCount())]
    assert keys == [5, 4, gap_at(4).gap, 3, 2, gap_at(2).gap, 1]
    assert model.gap_rows() == (2, 5)
    assert [model.row_of(key) for key in keys] == list(range(7))


def test_a_gap_says_itself_and_its_price(qapp):
    model = PostsModel(CardShelf().fetch, now)
    model.show(newest_first(3), gaps=[gap_at(2)])
    row = model.index(2, 0)
    assert row.data(SENTENCE) == "About 40 posts were not read. Read them, $0.20"
    assert row.data() == "About 40 posts were not read."
    assert isinstance(row.data(Role.ROW), GapRow)
    assert row.data(Role.UNREAD) is False


def test_a_price_that_changed_moves_nothing(qtbot, qapp):
    model = PostsModel(CardShelf().fetch, now)
    model.show(newest_first(3), gaps=[gap_at(2)])
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_gaps([gap_at(2, act="")])
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_gaps([gap_at(2, act="")])


def test_where_a_gap_was_is_the_next_older_post(qapp):
    model = PostsModel(CardShelf().fetch, now)
    model.show(newest_first(5), gaps=[gap_at(4)])
    assert model.row_near(gap_at(4).gap) == 2
    model.show_gaps([])
    assert model.row_of(gap_at(4).gap) is None
    assert model.row_near(gap_at(4).gap) == 2
    assert model.index(2, 0).data(Role.KEY) == 3


@given(st.sets(st.integers(1, 60), max_size=40), st.sets(st.integers(0, 62), max_size=8))
def test_every_row_is_one_post_or_one_gap_in_order(ids, newer):
    order = sorted(ids, reverse=True)
    blend = Blend(order, [gap_at(one) for one in newer])
    rows = []
    for row in range(len(blend)):
        gap = blend.gap_at(row)
        if gap is None:
            place = blend.post_at(row)
            assert blend.row_of_post(place) == row
            assert blend.row_near(order[place]) == row
            rows.append((-order[place], 0))
        else:
            assert blend.row_of_gap(gap.gap) == row
            rows.append((-int(gap.gap.newer), 1))
    assert rows == sorted([(-one, 0) for one in ids] + [(-one, 1) for one in newer])
