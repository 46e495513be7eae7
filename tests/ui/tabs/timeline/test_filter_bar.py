"""The filter bar: chips that can be changed without the language, and words that complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.domain.filters.tree import On
from allybook.ui.tabs.timeline.chip_editor import ChipEditor
from allybook.ui.tabs.timeline.chip_fields import ABOUT
from allybook.ui.tabs.timeline.completion import FIELDS, FilterCompleter
from allybook.ui.tabs.timeline.filter_bar import FilterBar
from allybook.ui.widgets.chips import Chip


@pytest.fixture
def bar(look, qtbot):
    bar = FilterBar(look)
    qtbot.addWidget(bar)
    bar.resize(700, 40)
    bar.show()
    return bar


def menu_of(bar):
    menu = bar.findChildren(QMenu)[-1]
    return menu, {action.text(): action for action in menu.actions() if action.text()}


def editor_of(bar, menu, words):
    """Open the editor of a chip by the menu that is there."""
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    return bar.findChildren(ChipEditor)[-1]


def chip_of(bar, words):
    return next(chip for chip in bar.findChildren(Chip) if chip.view.text == words)


def test_a_chip_offers_what_else_it_could_say(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    qtbot.mouseClick(chip_of(bar, "no reposts"), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    assert list(offered) == ["Reposts only", "Change it…", "Change it as text"]
    with qtbot.waitSignal(bar.changed) as told:
        offered["Reposts only"].trigger()
    menu.close()
    assert show(told.args[0]) == "#swhelper is:repost"


def test_a_chip_can_still_be_written_by_hand(bar, qtbot):
    bar.show_filter(parse("#swhelper min_likes:5"))
    qtbot.mouseClick(chip_of(bar, "5+ likes"), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    offered["Change it as text"].trigger()
    menu.close()
    assert bar.field.text() == "min_likes:5"
    assert show(bar.chosen) == "#swhelper"


def test_what_people_filter_by_most_can_be_picked(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    with qtbot.waitSignal(bar.changed) as told:
        offered["No reposts"].trigger()
    menu.close()
    assert show(told.args[0]) == "#swhelper -is:repost"


@pytest.mark.parametrize(
    ("typed", "prefix", "whole"),
    [
        ("-is:re", "is:re", "-is:reply"),
        ("#swhelper ha", "ha", "#swhelper has:hashtags"),
        ("beds (in:my", "in:my", 'beds (in:"My allies"'),
        ('beds in:"my al', "in:my al", 'beds in:"My allies"'),
        ("from:dove", "from:dove", "from:DovetailPeers"),
    ],
)
def test_the_word_at_hand_is_completed_and_the_rest_stays(bar, typed, prefix, whole):
    bar.offer(['in:"My allies"', "from:DovetailPeers"])
    completer = bar.field.completer()
    assert isinstance(completer, FilterCompleter)
    bar.field.setText(typed)
    assert completer.splitPath(typed) == [prefix]
    completer.setCompletionPrefix(typed)
    found = {
        completer.pathFromIndex(completer.completionModel().index(row, 0))
        for row in range(completer.completionCount())
    }
    assert whole in found


def test_the_very_first_letter_is_completed(bar, qtbot):
    assert bar.field.completer() is None
    qtbot.keyClicks(bar.field, "h")
    assert bar.field.completer().completionPrefix() == "h"
    assert bar.field.completer().completionCount() > 0


def test_all_fields_that_are_offered_are_fields_of_the_language():
    values = {"has:": "links", "is:": "ally", "lang:": "en", "newer:": "3d", "older:": "3d"}
    values |= {"since:": "2026-03-01", "until:": "2026-03-01"}
    whole = [f"{word}{values.get(word, '5')}" if word.endswith(":") else word for word in FIELDS]
    assert [show(parse(word)) for word in whole] == whole
    assert {"from:", "min_likes:", "tag:", "lang:in", "noise<=40"} <= set(FIELDS)


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
        editor.value.setText("2026-03-01" if on in {On.SINCE, On.UNTIL} else "housing")
    assert editor.yes.isEnabled()
    assert editor.node().on is on
    assert parse(show(editor.node())) == editor.node()


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


def test_what_is_not_understood_is_pointed_at_and_mended_by_one_press(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    bar.field.setText("beds has:linkz lang:en")
    with qtbot.waitSignal(bar.refused) as told:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert isinstance(told.args[0], FilterError)
    assert bar.field.selectedText() == "has:linkz"
    assert bar.can_mend()
    with qtbot.waitSignal(bar.refused) as told:
        bar.mend()
    assert told.args == [None]
    assert show(bar.chosen) == "#swhelper beds has:links lang:en"
    assert bar.field.text() == ""
    assert not bar.can_mend()


def test_many_chips_never_hide_the_field(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost (is:ally OR min_likes:5) noise<=40 lang:en beds"))
    bar.resize(700, bar.heightForWidth(700))
    qtbot.waitUntil(lambda: bar.rect().contains(bar.field.geometry()))
    assert bar.field.width() >= 84


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


def test_a_long_part_is_cut_on_its_chip_and_whole_in_its_tooltip(bar):
    long = "a phrase that somebody has copied from a whole page of a report"
    bar.show_filter(parse(f'"{long}"'))
    (chip,) = bar.findChildren(Chip)
    assert len(chip.view.text) <= 44
    assert chip.view.text.endswith("…")
    assert long in chip.toolTip()


def test_a_list_that_is_open_hears_of_all_further_words_at_once(bar):
    completer = FilterCompleter(bar)
    told = []
    completer.model().rowsInserted.connect(lambda *_: told.append(completer.model().rowCount()))
    completer.offer_more(["@copperfern", "@copperbell", '#"copper'])
    assert told == [len(FIELDS) + 3]
    completer.setCompletionPrefix("@copperb")
    assert completer.completionCount() == 1
