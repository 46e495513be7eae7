"""Undo pressed at once, while what was chosen is not over yet: each press takes back its own."""

from PySide6.QtCore import Qt

from allybook.domain.mutes import Spell
from allybook.services.timeline.mutes import mutes
from tests.stories.test_taking_back import said

K = Qt.Key


def test_what_is_still_being_done_is_taken_back_and_not_what_was_done_before_it(
    desk, timeline, settled
):
    timeline.muting.mute_words("the", Spell.EVER)
    settled()
    timeline.muting.mute_words("crisis", Spell.EVER)
    timeline.undoing.take_back()
    settled()
    assert [one.value for one in mutes(desk)] == ["the"]
    assert said(timeline) == "Taken back: muting “crisis”."
    timeline.undoing.take_back()
    settled()
    assert mutes(desk) == ()


def test_a_longer_mute_is_back_when_a_shorter_one_is_taken_back_at_once(desk, timeline, settled):
    timeline.muting.mute_words("the", Spell.EVER)
    settled()
    before = mutes(desk)
    timeline.muting.mute_words("the", Spell.DAY)
    timeline.undoing.take_back()
    settled()
    assert mutes(desk) == before
    timeline.muting.mute_words("the", Spell.DAY)
    for _ in range(2):
        timeline.undoing.take_back()
    settled()
    assert mutes(desk) == ()
    assert said(timeline) == "Taken back: muting “the”."


def test_steps_keep_their_order_while_one_is_still_being_done(qtbot, desk, timeline, settled):
    everything = timeline.sight.wish.chosen
    timeline.muting.mute_words("the", Spell.EVER)
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "#swhelper")
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    timeline.undoing.take_back()
    settled(lambda: timeline.sight.wish.chosen == everything)
    assert [one.value for one in mutes(desk)] == ["the"]
    timeline.undoing.take_back()
    settled()
    assert mutes(desk) == ()


def test_what_came_to_nothing_takes_nothing_else_back(desk, timeline, settled):
    timeline.muting.mute_words("the", Spell.EVER)
    settled()
    timeline.muting.mute_words("...", Spell.EVER)
    timeline.undoing.take_back()
    settled()
    assert [one.value for one in mutes(desk)] == ["the"]
    assert "Taken back" not in said(timeline)
    timeline.undoing.take_back()
    settled()
    assert mutes(desk) == ()


def test_what_is_chosen_after_undo_was_pressed_stays(desk, timeline, settled):
    for word in ("the", "crisis"):
        timeline.muting.mute_words(word, Spell.EVER)
        settled()
    timeline.muting.mute_words("beds", Spell.EVER)
    for _ in range(2):
        timeline.undoing.take_back()
    timeline.muting.mute_words("food", Spell.EVER)
    settled()
    assert [one.value for one in mutes(desk)] == ["the", "food"]
    assert said(timeline) == "Taken back: muting “crisis”."
    for left in (["the"], []):
        timeline.undoing.take_back()
        settled()
        assert [one.value for one in mutes(desk)] == left


def test_of_two_that_are_not_over_the_last_is_taken_back_first(qtbot, desk, timeline, settled):
    everything = timeline.sight.wish.chosen
    timeline.muting.mute_words("the", Spell.EVER)
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "#swhelper")
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    timeline.muting.mute_words("crisis", Spell.EVER)
    for _ in range(3):
        timeline.undoing.take_back()
    settled(lambda: timeline.sight.wish.chosen == everything)
    assert mutes(desk) == ()
    assert said(timeline) == "Taken back: muting “the”."
