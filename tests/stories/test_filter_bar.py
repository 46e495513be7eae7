"""What is typed in the filter bar, and what stands above the posts meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from allybook.domain.filters.show import show

K = Qt.Key


def refuse(qtbot, timeline, words):
    """Write what is not understood."""
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, words)
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    assert timeline.note.isVisible()


def test_a_chip_that_is_edited_filters_on_until_its_text_is_taken(qtbot, timeline, settled):
    timeline.show_filter("#swhelper -is:repost")
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper -is:repost")
    chip = next(one for one in timeline.bar._chips if one.view.text == "no reposts")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = next(one for one in timeline.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == "Change it as text").trigger()
    menu.close()
    settled()
    assert show(timeline.sight.wish.chosen) == "#swhelper -is:repost"
    qtbot.keyClick(timeline.bar.field, K.Key_Escape)
    settled()
    assert show(timeline.bar.chosen) == "#swhelper -is:repost"
    assert [chip.view.text for chip in timeline.bar._chips] == ["#swhelper", "no reposts"]


def test_a_sentence_about_an_error_goes_with_the_words_that_were_wrong(qtbot, timeline, settled):
    timeline.show_filter("#swhelper -is:repost")
    settled()
    refuse(qtbot, timeline, "form:nasw")
    timeline.bar.as_text.click()
    assert (timeline.note.isVisible(), timeline.bar.error) == (False, None)
    timeline.note.followed.emit("mend")
    settled()
    assert show(timeline.bar.chosen) == "#swhelper -is:repost"
    timeline.bar.as_text.click()
    refuse(qtbot, timeline, "form:nasw")
    qtbot.keyClick(timeline.bar.field, K.Key_Home)
    qtbot.keyClicks(timeline.bar.field, "housing ")
    assert (timeline.note.isVisible(), timeline.bar.error) == (False, None)


def test_a_sentence_about_an_error_stays_as_long_as_the_words(qtbot, timeline, settled):
    timeline.show_filter("#swhelper")
    settled(lambda: timeline.sight.whole)
    timeline.bar.as_text.click()
    refuse(qtbot, timeline, " form:nasw")
    timeline.strip.with_quiet.click()
    settled(lambda: timeline.sight.wish.with_quiet and timeline.sight.whole)
    assert timeline.bar.error is not None
    assert timeline.note.isVisible()
    assert "form:" in timeline.note.accessibleName()
    timeline.note.followed.emit("mend")
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper from:nasw")
    assert (timeline.note.isVisible(), timeline.bar.error) == (False, None)
