"""The list of posts: its rows, what is clicked in them, and what keeps still."""

from array import array
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from allybook.domain.book.entry import Kind
from allybook.domain.posts import Metrics
from allybook.domain.reading.gaps import Gap
from allybook.domain.reading.sources import Origin, Source
from allybook.ui.delegates.post import Density, PostDelegate
from allybook.ui.delegates.posts_view import PostsView
from allybook.ui.delegates.spans import Hit, HitKind
from allybook.ui.models.gaps import GapRow
from allybook.ui.models.posts import Explanation, PostsModel
from tests.fakes.cards import CardShelf, make_row, now
from tests.ui.delegates.posts_seen import WORDS, click, colour_at, explain, newest_first


def test_rows_have_the_height_of_their_density(view):
    heights = []
    for density in Density:
        view.set_density(density)
        heights.append((view.rowHeight(0), view.rowHeight(9)))
    assert heights == [(80, 80), (104, 104), (124, 124)]
    assert view.density is Density.ROOMY


def test_grounds_tell_rest_pointer_selection_and_keyboard_elsewhere(qtbot, look, view):
    right = 700
    assert colour_at(view, right, 5) == look.colour("surface")
    QTest.mouseMove(view.viewport(), QPoint(300, 150))
    qtbot.waitUntil(lambda: view.hover_row == 1)
    assert colour_at(view, right, 109) == look.colour("hover")
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert colour_at(view, right, 109) == look.colour("surface")
    view.go_to(8)
    assert colour_at(view, right, 213) == look.colour("selection")
    view.clearFocus()
    assert colour_at(view, right, 213) == look.colour("selection_off")


def test_a_line_parts_the_rows(look, view):
    assert colour_at(view, 400, 103) == look.colour("border")


def test_the_frame_of_the_keyboard_comes_with_the_keyboard_only(look, view):
    click(view, QPoint(400, 80))
    assert colour_at(view, 0, 30) == look.colour("selection")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert colour_at(view, 0, 134) == look.colour("focus")
    assert colour_at(view, 400, 104) == look.colour("focus")
    assert colour_at(view, 400, 207) == look.colour("focus")


def test_in_high_contrast_a_selected_row_turns_as_a_whole(look, view):
    look.set_scheme("contrast")
    view.go_to(9)
    image = view.viewport().grab(QRect(60, 106, 600, 98)).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(600) for y in range(98)}
    assert look.colour("selection").name() in colours
    # The link of this row would be in the selection's own colour otherwise.
    assert look.colour("on_accent").name() in colours


def test_unread_posts_have_a_dot(look, model, view):
    assert colour_at(view, 12, 30) == look.colour("surface")
    model.set_unread([10])
    assert colour_at(view, 12, 30) == look.colour("accent")


def test_links_tags_and_mentions_can_be_clicked(qtbot, view):
    area = view.visualRect(view.model().index(0, 0))
    delegate = view.itemDelegate()
    assert isinstance(delegate, PostDelegate)
    hits = {
        delegate.hit(view.model().index(0, 0), area, QPoint(x, y))
        for x in range(72, 740, 4)
        for y in (42, 62)
    }
    assert hits == {
        None,
        Hit(HitKind.MENTION, "HarborRowSN"),
        Hit(HitKind.HASHTAG, "SwHelper"),
        Hit(HitKind.LINK, "https://beds.example/x"),
    }
    there = next(x for x in range(72, 740, 4) if view.hit_at(QPoint(x, 42)))
    with qtbot.waitSignal(view.hit) as told:
        click(view, QPoint(there + 2, 42))
    assert told.args == [Hit(HitKind.MENTION, "HarborRowSN")]
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_a_click_beside_the_words_only_selects(qtbot, view):
    with qtbot.assertNotEmitted(view.hit):
        click(view, QPoint(400, 85))
    assert view.current_key() == 10


def test_tooltips_tell_the_exact_time_and_all_reasons(view, model):
    delegate, card, area = view.itemDelegate(), model.index(2, 0).data(257), QRect(0, 208, 752, 104)
    assert delegate.tip(card, area, QPoint(720, 230)) == "Tue, Mar 31, 2026, 9:29:00 AM UTC"
    assert delegate.tip(card, area, QPoint(200, 290)) == (
        "hidden: giveaway wording +30, link only +20"
    )
    assert delegate.tip(card, area, QPoint(300, 250)) == ""


def test_a_reset_moves_nothing(view, model):
    model.show(newest_first(500))
    view.verticalScrollBar().setValue(104 * 100 + 37)
    view.go_to(398)
    model.show(newest_first(620))
    assert view.verticalScrollBar().value() == 104 * 220 + 37
    assert view.current_key() == 398


def test_a_reset_without_the_topmost_post_keeps_the_next_older_there(view, model):
    model.show(newest_first(500))
    view.verticalScrollBar().setValue(104 * 100 + 37)
    model.show(array("q", range(498, 0, -2)))
    assert model.order()[view.rowAt(0)] == 400
    assert view.rowViewportPosition(view.rowAt(0)) == -37


def test_a_denser_list_keeps_its_topmost_post(view, model):
    model.show(newest_first(500))
    view.verticalScrollBar().setValue(104 * 100)
    view.set_density(Density.COMPACT)
    assert model.order()[view.rowAt(0)] == 400


def test_another_list_begins_at_its_top(view, model):
    model.show(newest_first(500))
    view.verticalScrollBar().setValue(104 * 100)
    view.go_to(395)
    view.show_top()
    assert (view.verticalScrollBar().value(), view.current_key()) == (0, None)


def test_home_and_end_go_to_the_ends(view, model):
    model.show(newest_first(500))
    view.go_to(250)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current_key() == 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current_key() == 500


def test_a_key_that_is_not_shown_is_not_gone_to(view):
    assert not view.go_to(4711)
    assert view.go_to(7)


def test_the_scroll_bar_lies_over_the_margin(view, model):
    assert view.viewport().width() == 752
    model.show(newest_first(2))
    assert not view._bar.isVisible()
    model.show(newest_first(500))
    view._bar.setValue(5000)
    assert view.verticalScrollBar().value() == 5000


def test_only_the_visible_posts_are_read(qtbot, look):
    shelf = CardShelf()
    model = PostsModel(shelf.fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.resize(752, 700)
    model.show(newest_first(1_000_000))
    view.show()
    view.grab()
    view.verticalScrollBar().setValue(104 * 500_000)
    view.grab()
    assert len(shelf.asked) <= 3


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_card_looks_the_same_when_it_is_seen_first_and_later(qtbot, look, density, scheme):
    look.set_scheme(scheme)
    model = PostsModel(CardShelf(text="Beds #SwHelper https://beds.example/x " * 9).fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.resize(752, 700)
    view.set_density(density)
    gap = GapRow(Gap(Source(Origin.HOME), "", "7", "9", 40), WORDS, WORDS, "Read them, $0.20")
    model.show(newest_first(10), explain=explain, gaps=[gap])
    model.set_unread([9])
    view.go_to(8)
    view.verticalScrollBar().setValue(37)
    looks = [view.viewport().grab().toImage() for _ in range(3)]
    assert looks[0] == looks[1]
    assert looks[1] == looks[2]


def test_a_jump_reads_what_is_seen_in_one_go(qtbot, look):
    shelf = CardShelf()
    model = PostsModel(shelf.fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.resize(752, 700)
    model.show(newest_first(1_000_000))
    view.viewport().grab()
    view.verticalScrollBar().setValue(104 * 500_000 + 50)
    view.viewport().grab()
    assert [list(page) for page in shelf.asked[1:]] == [list(range(500_000, 499_992, -1))]


def test_typing_letters_reads_nothing(qtbot, look):
    shelf = CardShelf()
    model = PostsModel(shelf.fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    model.show(newest_first(10_000))
    view.keyboardSearch("z")
    QTest.keyClicks(view, "harbor")
    assert len(shelf.asked) <= 1


def test_a_post_no_longer_kept_says_so_in_words(qtbot, look):
    model = PostsModel(CardShelf(missing=frozenset({2})).fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    model.show(newest_first(2))
    view.resize(752, 300)
    image = view.grab(QRect(60, 0, 400, 40)).toImage()
    inked = [image.pixelColor(x, y) for x in range(400) for y in range(40)]
    assert any(colour != look.colour("surface") for colour in inked)


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_tall_letters_stay_inside_their_row(qtbot, look, density, scheme):
    look.set_scheme(scheme)
    shelf = CardShelf(text="ẤỒÅgjpqy 絵文字 \U0001f469‍\U0001f469‍\U0001f467 " * 20)
    model = PostsModel(shelf.fetch, now)
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.set_density(density)
    model.show(newest_first(2), explain=lambda _row: Explanation(tuple("abcdefgh")))
    view.resize(480, 300)
    image = view.viewport().grab().toImage()
    height = view.rowHeight(0)
    ground = look.colour("surface")
    # The last pixels above the line and the first below it are empty.
    for y in (height - 2, height):
        assert {image.pixelColor(x, y).name() for x in range(480)} == {ground.name()}


class Paintings(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_another_width_is_painted_once_and_belongs_to_the_cards(view, model, qtbot):
    later = QTimer(view, singleShot=True, interval=20)
    with qtbot.waitSignal(later.timeout):
        later.start()
    paintings = Paintings(view.viewport())
    view.resize(700, 400)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert paintings.count == 1
    model.show(newest_first(7), explain=explain)
    assert view.columnWidth(0) == view.viewport().width() == 700
    assert view.horizontalScrollBar().maximum() == 0


def counted(*numbers):
    """Return what a cache answers whose posts have these counts."""
    row = make_row(1)
    post = replace(row.post, metrics=Metrics(*numbers))
    return lambda post_ids: dict.fromkeys(post_ids, replace(row, post=post))


@pytest.mark.parametrize("numbers", [(6, 41, 58), (176_543, 823_456, 823_456)])
def test_great_counts_keep_their_distance(qtbot, look, numbers):
    model = PostsModel(counted(*numbers), now, kinds=lambda _row: Kind.ORGANISATION)
    model.show(newest_first(1), explain=lambda _row: Explanation(()))
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.resize(752, 200)
    view.show()
    image = view.viewport().grab().toImage()
    paper = look.colour("surface")
    inked = [
        x for x in range(500, 752) if any(image.pixelColor(x, y) != paper for y in range(76, 90))
    ]
    apart = sorted(after - before for before, after in pairwise(inked))
    # Each icon is close to its figures, and the columns are apart.
    assert apart[-2] >= 8
    assert inked[-1] < 752 - 16
