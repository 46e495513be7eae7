"""What somebody meets who never used the timeline before: keys, Tab, Escape, act after act."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.services.reading.gaps import gaps
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.widgets.chips import Chip
from tests.stories.test_timeline import gap, go_to

__all__ = ["gap"]
KEY = Qt.Key


@pytest.fixture
def press(qtbot):
    """Return a function that presses keys wherever the keyboard is."""

    def take(*keys):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)

    return take


def chips(timeline):
    """Return the chips from left to right."""
    shown = [one for one in timeline.bar.findChildren(Chip) if one.isVisible()]
    return sorted(shown, key=lambda one: one.geometry().x())


def open_quiet(timeline, settled, row=0):
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder" and timeline.sight.whole)
    timeline.view.setFocus()
    timeline.view.setCurrentIndex(timeline.model.index(row, 0))
    settled()


def test_escape_takes_back_words_and_complaint_and_then_leaves_the_bar(
    qtbot, timeline, settled, press
):
    timeline.view.setFocus()
    press(KEY.Key_Slash)
    qtbot.keyClicks(timeline.bar.field, "has:sound")
    press(KEY.Key_Return)
    assert timeline.note.isVisible()
    press(KEY.Key_Escape)
    assert timeline.bar.field.text() == ""
    assert timeline.note.isHidden()
    assert timeline.bar.field.hasFocus()
    press(KEY.Key_Escape)
    assert timeline.view.hasFocus()
    assert timeline.view.selectionModel().isSelected(timeline.model.index(0, 0))
    press(KEY.Key_J)
    assert timeline.view.currentIndex().row() == 1
    settled()


def test_escape_in_the_written_filter_takes_back_what_was_changed(qtbot, timeline, settled, press):
    timeline.show_filter("#swhelper min_likes:5")
    settled()
    timeline.bar.as_text.click()
    qtbot.keyClicks(timeline.bar.field, " nonsense:")
    press(KEY.Key_Escape, KEY.Key_Escape)
    assert timeline.bar.field.text() == "#swhelper min_likes:5"
    settled()


def test_words_not_understood_go_with_the_view_they_were_written_in(qtbot, timeline, settled):
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "is:repst")
    qtbot.keyClick(timeline.bar.field, KEY.Key_Return)
    assert timeline.note.isVisible()
    go_to(timeline, "Questions")
    settled(lambda: timeline.header.title.text() == "Questions" and timeline.sight.whole)
    assert timeline.bar.field.text() == ""
    assert timeline.note.isHidden()


def test_tab_goes_through_the_chips_before_the_field_and_on(timeline, settled, press):
    timeline.show_filter("#swhelper -is:repost min_likes:1")
    settled()
    first, second, third = chips(timeline)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _press in range(6):
        met.append(QApplication.focusWidget())
        press(KEY.Key_Tab)
    bar = timeline.bar
    assert met == [first, second, third, bar.field, bar.more, bar.as_text]


def test_chips_are_dropped_one_after_the_other_by_delete(timeline, settled, press):
    timeline.show_filter("#swhelper -is:repost min_likes:1")
    settled()
    chips(timeline)[1].setFocus()
    press(KEY.Key_Delete)
    assert QApplication.focusWidget() is chips(timeline)[1]
    assert QApplication.focusWidget().view.text == "1+ likes"
    press(KEY.Key_Delete, KEY.Key_Delete)
    settled(lambda: show(timeline.bar.chosen) == "" and timeline.sight.whole)
    assert timeline.bar.field.hasFocus()


def test_a_chip_that_says_something_else_keeps_the_keyboard(qtbot, timeline, settled, press):
    timeline.show_filter("#swhelper -is:repost")
    settled()
    chips(timeline)[1].setFocus()
    press(KEY.Key_Return)
    menu = next(one for one in timeline.bar.findChildren(QMenu) if one.isVisible())
    # A menu that closes before it had the keyboard would be given it afterwards.
    qtbot.waitUntil(lambda: QApplication.focusWindow() == menu.windowHandle())
    menu.actions()[0].trigger()
    menu.close()
    settled(lambda: show(timeline.bar.chosen) == "#swhelper is:repost" and timeline.sight.whole)
    assert QApplication.focusWidget() is chips(timeline)[1]


def test_one_quiet_post_after_the_other_is_spared_without_searching_for_the_next(
    timeline, settled, press
):
    open_quiet(timeline, settled)
    number, second = timeline.model.rowCount(), timeline.model.index(1, 0).data(Role.KEY)
    author = timeline.beside.current().row.post.author_id
    others = timeline.model.index(1, 0).data(Role.ROW).row.post.author_id != author
    assert others
    press(KEY.Key_H)
    settled(lambda: timeline.model.rowCount() < number)
    assert timeline.view.current_key() == second
    assert timeline.beside.current() is not None
    assert timeline.view.hasFocus()


def test_the_last_quiet_post_that_is_spared_leaves_the_one_above(timeline, settled, press):
    last = 2
    open_quiet(timeline, settled, last)
    assert timeline.model.rowCount() == last + 1
    press(KEY.Key_H)
    settled(lambda: timeline.model.rowCount() <= last)
    assert timeline.view.currentIndex().row() == timeline.model.rowCount() - 1


def test_a_filter_in_vain_offers_to_read_what_was_left_out(qtbot, desk, stage, gap, settled):
    tab = stage.window.timeline()
    settled(tab.model.gap_rows)
    tab.show_filter("#swhelper lighthouse")
    settled(tab.nothing.isVisible)
    assert tab.view.isHidden()
    assert tab.header.subtitle.text() == "0 posts kept"
    assert tab.nothing.ways["gap"].accessibleName().startswith("Fill the gap, $")
    qtbot.mouseClick(tab.nothing.ways["gap"], Qt.MouseButton.LeftButton)
    settled(lambda: gap not in gaps(desk))


def test_the_head_says_from_when_to_when(timeline, settled):
    assert timeline.header.subtitle.text().endswith("Mar 24 to 31")
    bars = timeline.histogram
    settled(bars.buckets)
    assert len(bars.buckets()) == 28
    full = [number for number, one in enumerate(bars.buckets()) if one.kept]
    bars.press(full[-1])
    settled(lambda: timeline.sight.whole and timeline.sight.wish.days)
    assert timeline.header.subtitle.text().endswith(", Mar 31")
    empty = next(number for number, one in enumerate(bars.buckets()) if not one.kept)
    middle = bars.bar(empty).center().toPoint()
    before = timeline.sight.wish
    QTest.mouseClick(bars, Qt.MouseButton.LeftButton, pos=middle)
    settled()
    assert timeline.sight.wish == before


def test_leaving_and_coming_back_finds_place_filter_and_post(stage, timeline, settled):
    timeline.show_filter("#swhelper")
    settled(lambda: timeline.sight.wish.chosen == parse("#swhelper") and timeline.sight.whole)
    timeline.view.verticalScrollBar().setValue(104 * 9 + 17)
    timeline.view.setCurrentIndex(timeline.model.index(12, 0))
    settled()
    place = timeline.view.verticalScrollBar().value(), timeline.view.current_key()
    stage.window.shell.show_page("allies")
    settled()
    stage.window.shell.show_page("timeline")
    settled()
    assert (timeline.view.verticalScrollBar().value(), timeline.view.current_key()) == place
    assert show(timeline.bar.chosen) == "#swhelper"
    assert timeline.model.index(12, 0).data(SENTENCE).startswith(timeline.beside.current().name)
