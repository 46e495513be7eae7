"""What a chip says is changed without the language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On
from allybook.ui.tabs.timeline.chip_editor import ChipEditor
from allybook.ui.tabs.timeline.chip_fields import ABOUT
from allybook.ui.widgets.chips import Chip
from tests.ui.tabs.timeline.chip_hands import chip_of, editor_of, menu_of


def test_a_condition_is_changed_by_mouse_and_keyboard_without_the_language(bar, qtbot):
    bar.show_filter(parse("#swhelper min_likes:5"))
    qtbot.keyClick(chip_of(bar, "5+ likes"), Qt.Key.Key_Return)
    menu, _offered = menu_of(bar)
    editor = editor_of(bar, menu, "Change it…")
    assert editor.says.text() == "Posts with at least 5 likes."
    editor.value.setValue(12)
    assert editor.says.text() == "Posts with at least 12 likes."
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert show(told.args[0]) == "#swhelper min_likes:12"


def test_a_condition_can_be_about_something_else_and_leave_out(bar, qtbot):
    bar.offer(["#housing", 'tag:"peer support"'])
    bar.show_filter(parse("beds"))
    qtbot.mouseClick(chip_of(bar, "beds"), Qt.MouseButton.LeftButton)
    menu, _offered = menu_of(bar)
    editor = editor_of(bar, menu, "Change it…")
    editor.about.setCurrentIndex(ABOUT.index(On.HASHTAG))
    assert not editor.yes.isEnabled()
    editor.value.setText("two words")
    assert "no hashtag" in editor.says.text()
    editor.value.setText("housing")
    editor.keep.setCurrentIndex(1)
    assert editor.says.text() == "Posts without #housing."
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(editor.yes, Qt.MouseButton.LeftButton)
    assert show(told.args[0]) == "-#housing"


@pytest.mark.parametrize("on", ABOUT)
def test_everything_that_a_filter_can_be_about_can_be_set_by_hand(bar, qtbot, on):
    bar.show_filter(parse(""))
    editor = ChipEditor(bar._look, parse("beds"), (), bar)
    qtbot.addWidget(editor)
    editor.about.setCurrentIndex(ABOUT.index(on))
    if hasattr(editor.value, "setText"):
        typed = {On.SINCE: "2026-03-01", On.UNTIL: "2026-03-01", On.AUTHOR: "2244994945"}
        editor.value.setText(typed.get(on, "housing"))
    assert editor.yes.isEnabled()
    assert editor.node().on is on
    assert parse(show(editor.node())) == editor.node()


@pytest.mark.parametrize("number", ["0", "2147483647", "2147483648", "999999999999999999"])
def test_a_number_that_is_opened_and_taken_is_the_same(bar, qtbot, number):
    bar.show_filter(parse(f"-min_likes:{number}"))
    qtbot.mouseClick(bar.findChildren(Chip)[-1], Qt.MouseButton.LeftButton)
    menu, _offered = menu_of(bar)
    editor = editor_of(bar, menu, "Change it…")
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(editor.yes, Qt.MouseButton.LeftButton)
    assert show(told.args[0]) == f"-min_likes:{number}"


def test_alternatives_are_changed_one_by_one_and_added_to(bar, qtbot):
    bar.show_filter(parse("is:ally OR min_likes:5"))
    chip = chip_of(bar, "ally or 5+ likes")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    assert "Change “ally”…" in offered
    editor = editor_of(bar, menu, "Or something else…")
    editor.value.setText("urgent")
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(editor.yes, Qt.MouseButton.LeftButton)
    assert show(told.args[0]) == "is:ally OR min_likes:5 OR urgent"


def test_anything_else_can_be_picked_from_the_plus(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    menu, _offered = menu_of(bar)
    editor = editor_of(bar, menu, "Something else…")
    editor.value.setText("consent form")
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(editor.yes, Qt.MouseButton.LeftButton)
    assert show(told.args[0]) == '#swhelper "consent form"'


def test_escape_changes_nothing(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    editor = ChipEditor(bar._look, parse("beds"), (), bar)
    editor.show()
    with qtbot.assertNotEmitted(bar.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert show(bar.chosen) == "#swhelper"


def test_many_alternatives_make_a_short_chip_and_a_menu_of_their_own(bar, qtbot):
    words = [f"word{number}" for number in range(24)]
    bar.show_filter(parse(" OR ".join(words)))
    (chip,) = bar.findChildren(Chip)
    assert chip.view.text == "word0 or 23 others"
    assert chip.toolTip().endswith("word23")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = next(one for one in bar.findChildren(QMenu) if one.isVisible())
    inner = next(one.menu() for one in menu.actions() if one.menu())
    assert len(inner.actions()) == 24
    next(one for one in inner.actions() if one.text() == "Change “word3”…").trigger()
    menu.close()
    editor = bar.findChildren(ChipEditor)[-1]
    editor.value.setText("other")
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.mouseClick(editor.yes, Qt.MouseButton.LeftButton)
    assert show(told.args[0]).startswith("word0 OR word1 OR word2 OR other OR word4")
