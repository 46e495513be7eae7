from array import array
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from allybook.domain.book.entry import Kind
from allybook.ui.models.posts import PAGE, Explanation, PostsModel
from allybook.ui.models.roles import SENTENCE, Role
from tests.fakes.cards import CardShelf, make_row, now

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def shelf():
    return CardShelf()


@pytest.fixture
def model(qapp, shelf):
    return PostsModel(shelf.fetch, now, kinds=lambda _row: Kind.ORGANISATION)


def newest_first(count):
    return array("q", range(count, 0, -1))


class Watched(Sequence):
    """The order of so many posts, which notes what is read of it."""

    def __init__(self, count):
        self._order = newest_first(count)
        self.read = []

    def __len__(self):
        return len(self._order)

    def __getitem__(self, place):
        found = self._order[place]
        self.read.extend(found if isinstance(place, slice) else [found])
        return found


def test_the_model_keeps_qt_rules(model):
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(newest_first(250))
    model.mark_read(3)
    model.show(newest_first(2))
    model.refresh()
    assert tester.model() is model


def test_only_what_is_looked_at_is_read(model, shelf):
    model.show(newest_first(100_000))
    assert shelf.asked == []
    card = model.index(50_000, 0).data(Role.ROW)
    assert card.row.post.post_id == "50000"
    assert card.kind is Kind.ORGANISATION
    model.index(50_001, 0).data(Role.ROW)
    assert [len(page) for page in shelf.asked] == [PAGE]


def test_after_a_jump_what_is_seen_is_read_at_once_and_nothing_else(model, shelf):
    order = newest_first(100_000)
    model.show(order)
    model.look_at(range(50_005, 50_014))
    model.look_at(range(50_005, 50_014))
    for row in range(50_005, 50_014):
        assert model.row_at(row).row.post.post_id == str(order[row])
    assert [list(page) for page in shelf.asked] == [list(order[50_005:50_014])]


def test_going_on_step_by_step_reads_a_page_at_a_time(model, shelf):
    model.show(newest_first(100_000))
    for first in range(1_000, 1_100):
        model.look_at(range(first, first + 9))
        assert model.row_at(first + 8).row.post.post_id == str(100_000 - first - 8)
    assert len(shelf.asked) <= 2 + 100 // PAGE


def test_the_last_posts_are_looked_at_like_all_others(model, shelf):
    model.show(newest_first(5))
    model.look_at(range(5))
    assert model.row_at(4).row.post.post_id == "1"
    assert [len(page) for page in shelf.asked] == [5]


def test_a_million_posts_are_shown_at_once(model):
    order = Watched(1_000_000)
    model.show(order)
    assert model.rowCount() == 1_000_000
    assert order.read == []
    assert model.row_at(999_999).row.post.post_id == "1"
    assert len(order.read) < 2 * PAGE


def test_reasons_come_by_a_role(model):
    model.show(
        newest_first(3), explain=lambda _row: Explanation(("giveaway wording +30",), quiet=True)
    )
    assert model.index(0, 0).data(Role.WHY) == Explanation(("giveaway wording +30",), quiet=True)
    model.show(newest_first(2))
    assert model.index(0, 0).data(Role.WHY).quiet


def test_unread_posts_are_marked_until_they_are_read(qtbot, model):
    model.show(newest_first(5))
    model.set_unread([4, 2])
    assert [model.index(row, 0).data(Role.UNREAD) for row in range(5)] == [
        False, True, False, True, False,
    ]  # fmt: skip
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.mark_read(4)
    assert changed.args[0].row() == 1
    assert not model.index(1, 0).data(Role.UNREAD)
    assert model.index(3, 0).data(Role.UNREAD)


def test_what_is_known_anew_is_read_anew(qtbot, model, shelf):
    model.show(newest_first(3))
    assert "beds" in model.index(0, 0).data()
    shelf.text = "edited"
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert model.index(0, 0).data() == "edited"


def test_one_sentence_tells_who_ally_when_text_and_reason(model):
    model.show(newest_first(1), explain=lambda _row: Explanation(("ally", "question")))
    model.set_unread([1])
    assert model.index(0, 0).data(SENTENCE) == (
        "Harbor Row Shelter Network, @HarborRowSN, ally, unread, 12 min: Fourteen beds open "
        "tonight, call @HarborRowSN before 8 PM. #SwHelper link to beds.example. "
        "kept: ally, question."
    )


def test_a_post_no_longer_kept_has_no_row_but_a_key(qapp):
    model = PostsModel(CardShelf(missing=frozenset({2})).fetch, now)
    model.show(newest_first(2))
    gone = model.index(0, 0)
    assert (gone.data(Role.ROW), gone.data()) == (None, None)
    assert gone.data(Role.KEY) == 2


def test_a_reader_hears_that_a_post_is_no_longer_kept(qapp):
    model = PostsModel(CardShelf(missing=frozenset({2})).fetch, now)
    model.show(newest_first(2))
    assert model.index(0, 0).data(SENTENCE) == "This post is no longer kept here."


@given(st.sets(st.integers(1, 1000), min_size=1), st.integers(1, 1000))
def test_a_post_has_its_place_or_that_of_the_next_older(qapp, ids, wanted):
    order = sorted(ids, reverse=True)
    model = PostsModel(CardShelf().fetch, now)
    model.show(order)
    assert model.row_of(wanted) == (order.index(wanted) if wanted in ids else None)
    older = [place for place, post_id in enumerate(order) if post_id <= wanted]
    assert model.row_near(wanted) == (older[0] if older else len(order) - 1)


def test_where_nothing_is_shown_nothing_has_a_place(model):
    assert model.row_near(1) is None
    assert model.row_of("text") is None


def test_media_is_named_and_never_loaded(qapp):
    row = make_row(1)
    post = replace(row.post, media=("photo", "photo", "video", "animated_gif"))
    model = PostsModel(lambda _ids: {1: replace(row, post=post)}, now)
    model.show(newest_first(1))
    said = model.index(0, 0).data(SENTENCE)
    assert said.endswith("With 2 photos, a video, a GIF.")
