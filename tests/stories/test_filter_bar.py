"""What is typed in the filter bar, and what stands above the posts meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from allybook.domain.filters.show import show
from allybook.ui.tour.album import spoken
from tests.ui.conftest import RESOURCES

K = Qt.Key


def refuse(qtbot, timeline, words):
    """Write what is not understood."""
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, words)
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    assert timeline.note.isVisible()


def take(qtbot, timeline, words):
    """Write what is understood, and return the chips that it becomes."""
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, words)
    qtbot.keyClick(timeline.bar.field, K.Key_Return)
    return [chip.view.text for chip in timeline.bar._row.chips]


def test_an_account_may_be_called_as_a_word_of_filters_is(qtbot, timeline, settled):
    assert take(qtbot, timeline, "from:id") == ["from @id"]
    settled(lambda: show(timeline.sight.wish.chosen) == "from:id")


@pytest.mark.parametrize(
    ("typed", "chip"),
    [
        ("since:2026-03-01T10:00", "ab 1. März 2026 10:00"),
        ("until:2026-03-01T10:00Z", "vor dem 1. März 2026 10:00 UTC"),
    ],
)
def test_a_time_of_day_is_a_chip_in_german_too(qtbot, timeline, settled, typed, chip):
    with spoken(RESOURCES / "translations", "de_DE"):
        assert take(qtbot, timeline, typed) == [chip]
        settled(lambda: show(timeline.sight.wish.chosen) == typed)


def test_a_chip_that_is_edited_filters_on_until_its_text_is_taken(qtbot, timeline, settled):
    timeline.show_filter("#swhelper -is:repost")
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper -is:repost")
    chip = next(one for one in timeline.bar._row.chips if one.view.text == "no reposts")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = next(one for one in timeline.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == "Change it as text").trigger()
    menu.close()
    settled()
    assert show(timeline.sight.wish.chosen) == "#swhelper -is:repost"
    qtbot.keyClick(timeline.bar.field, K.Key_Escape)
    settled()
    assert show(timeline.bar.chosen) == "#swhelper -is:repost"
    assert [chip.view.text for chip in timeline.bar._row.chips] == ["#swhelper", "no reposts"]


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
    assert timeline.note.isVisible()
    qtbot.keyClick(timeline.bar.field, K.Key_Escape)
    timeline.bar.as_text.click()
    assert (timeline.bar.is_text, timeline.note.isVisible()) == (False, False)
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


def test_a_filter_of_hundreds_of_words_is_pasted_edited_and_taken_back(qtbot, timeline, settled):
    words = [f"-w{number}" for number in range(300)]
    QGuiApplication.clipboard().setText(" ".join(words))
    bar = timeline.bar
    timeline.show_filter("#swhelper")
    settled()
    bar.field.setFocus()
    bar.field.paste()
    qtbot.keyClick(bar.field, K.Key_Return)
    settled(lambda: show(timeline.sight.wish.chosen) == " ".join(["#swhelper", *words]))
    assert bar._row.chips[-1].view.text == "no “w299”"
    assert bar.height() <= 4 * 32 + 12
    bar._row.chips[-1].dropped.emit()
    settled(lambda: show(timeline.sight.wish.chosen) == " ".join(["#swhelper", *words[:-1]]))
    timeline.undoing.take_back()
    settled(lambda: show(timeline.sight.wish.chosen) == " ".join(["#swhelper", *words]))
    bar.as_text.click()
    assert bar.field.text() == " ".join(["#swhelper", *words])
    assert not bar._row.chips
    bar.field.setText("#swhelper")
    qtbot.keyClick(bar.field, K.Key_Return)
    bar.as_text.click()
    assert [chip.view.text for chip in bar._row.chips] == ["#swhelper"]


def test_a_filter_that_was_written_is_not_lost_when_chips_are_wanted(qtbot, timeline, settled):
    timeline.show_filter("#swhelper")
    settled()
    bar = timeline.bar
    bar.as_text.click()
    qtbot.keyClicks(bar.field, " -is:repost lang:en (beds OR food OR rent) is:repots")
    bar.as_text.click()
    assert bar.is_text
    assert timeline.note.isVisible()
    assert bar.field.selectedText() == "is:repots"
    qtbot.keyClicks(bar.field, "is:reply")
    bar.as_text.click()
    wanted = "#swhelper -is:repost lang:en (beds OR food OR rent) is:reply"
    settled(lambda: show(timeline.sight.wish.chosen) == wanted)
    assert not bar.is_text
    assert not timeline.note.isVisible()
    assert len(bar._row.chips) == 5
