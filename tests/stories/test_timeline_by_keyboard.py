"""Reading by keyboard and by ear: new posts, hidden ones, and the way on from where nothing is."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.changes import Changed
from allybook.domain.mutes import Spell
from allybook.services.reading.arrivals import begin_noting
from allybook.services.timeline.spare import spared
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tabs.timeline.nothing import LESS
from tests.stories.test_timeline import CHAT, go_to

ENTER = Qt.Key.Key_Return


@pytest.fixture
def reading(desk, timeline, settled):
    """The timeline with the keyboard in the middle of the list, and twelve newer posts above."""
    settled(lambda: timeline.sight.whole)
    newest = desk.cache.post(str(timeline.model.order()[0]))
    timeline.view.setFocus()
    timeline.view.setCurrentIndex(timeline.model.index(24, 0))
    fresh = [replace(newest, post_id=str(int(newest.post_id) + n)) for n in range(1, 13)]
    begin_noting(desk)
    desk.cache.save_posts(fresh, CHAT)
    desk.announcer.announce(Changed(posts=True))
    settled(lambda: timeline.count() == 12)
    return timeline


def unread(tab):
    return [tab.model.index(row, 0).data(Role.UNREAD) for row in range(12)]


def test_new_posts_are_walked_through_from_the_newest_and_the_way_back_is_there(
    qtbot, reading, settled
):
    view, was = reading.view, reading.view.current_key()
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert (view.currentIndex().row(), view.verticalScrollBar().value()) == (0, 0)
    assert "unread" in view.currentIndex().data(SENTENCE)
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.currentIndex().row() == 1
    assert unread(reading)[:1] == [False]
    settled(lambda: unread(reading) == [False, False, *[True] * 10])
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(lambda: view.current_key() == was)
    assert view.hasFocus()
    # They stay where they are.
    assert unread(reading)[2:] == [True] * 10


def test_who_presses_the_button_of_new_posts_goes_on_in_the_list(qtbot, reading):
    button = reading.strip.new
    button.setFocus()
    qtbot.keyClick(button, ENTER)
    assert not button.isVisible()
    assert reading.view.hasFocus()
    assert reading.view.currentIndex().row() == 0


def test_new_posts_leave_no_undo_beside_what_is_not_the_last_step(qtbot, reading, settled):
    view, was = reading.view, reading.view.current_key()
    reading.muting.mute_words("zebra", next(iter(Spell)))
    settled(reading.note.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert not reading.note.isVisible()
    for _step in range(2):
        reading.undoing.take_back()
        settled()
    assert view.current_key() == was
    assert reading.note.accessibleName().startswith("Taken back: muting")


def test_who_takes_a_way_on_by_keyboard_is_among_the_posts(qtbot, timeline, settled):
    timeline.show_filter("zebra")
    settled(lambda: "nothing" in vars(timeline) and LESS in timeline.nothing.ways)
    way = timeline.nothing.ways[LESS]
    way.setFocus()
    qtbot.keyClick(way, ENTER)
    settled(lambda: timeline.model.rowCount() and not timeline.nothing.isVisible())
    assert timeline.view.hasFocus()
    assert timeline.view.currentIndex().isValid()


def test_a_second_enter_on_an_act_is_not_done_to_the_next_post(qtbot, desk, timeline, settled):
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder" and timeline.model.rowCount())
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled()
    spare, first = timeline.details.acts.spare, timeline.beside.current().handle
    spare.setFocus()
    qtbot.keyClick(spare, ENTER)
    settled(lambda: timeline.beside.current().handle != first)
    assert len(spared(desk)) == 1
    assert timeline.details.hasFocus()
    qtbot.keyClick(timeline.window().focusWidget(), ENTER)
    settled()
    assert len(spared(desk)) == 1
    # By its own letter it is done, to the post that was said.
    qtbot.keyClick(timeline.details, Qt.Key.Key_H)
    settled(lambda: len(spared(desk)) == 2)
