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
from allybook.ui.tabs.timeline.offering import languages_named
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
    chips = [chip for chip in bar.findChildren(Chip) if not chip.isHidden()]
    return next(chip for chip in chips if chip.view.text == words)


def test_a_chip_offers_what_else_it_could_say(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    qtbot.mouseClick(chip_of(bar, "no reposts"), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    assert list(offered) == ["Reposts only", "Change it…", "Change it as text"]
    with qtbot.waitSignal(bar.changed) as told:
        offered["Reposts only"].trigger()
    menu.close()
    assert show(told.args[0]) == "#swhelper is:repost"


def edit_as_text(bar, qtbot, words):
    """Choose “Change it as text” in the menu of a chip."""
    qtbot.mouseClick(chip_of(bar, words), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    offered["Change it as text"].trigger()
    menu.close()


def test_a_chip_can_still_be_written_by_hand_and_filters_until_it_is(bar, qtbot):
    bar.show_filter(parse("#swhelper min_likes:5 lang:en"))
    with qtbot.assertNotEmitted(bar.changed):
        edit_as_text(bar, qtbot, "5+ likes")
    assert bar.field.text() == bar.field.selectedText() == "min_likes:5"
    assert [chip._edited for chip in bar.findChildren(Chip)] == [False, True, False]
    qtbot.keyClicks(bar.field, "min_likes:50")
    with qtbot.waitSignal(bar.changed) as told:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert show(told.args[0]) == "#swhelper min_likes:50 lang:en"
    assert bar.field.text() == ""
    qtbot.keyClicks(bar.field, "beds")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert show(bar.chosen) == "#swhelper min_likes:50 lang:en beds"


def test_escape_leaves_a_chip_as_it_was(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    with qtbot.assertNotEmitted(bar.changed):
        edit_as_text(bar, qtbot, "no reposts")
        qtbot.keyClicks(bar.field, "is:reply")
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert (show(bar.chosen), bar.field.text()) == ("#swhelper -is:repost", "")
    assert not any(chip._edited for chip in bar.findChildren(Chip))
    qtbot.keyClicks(bar.field, "beds")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert show(bar.chosen) == "#swhelper -is:repost beds"


def test_a_chip_whose_words_are_taken_away_goes_when_that_is_taken(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    edit_as_text(bar, qtbot, "no reposts")
    bar.field.clear()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert show(bar.chosen) == "#swhelper"


def test_words_of_a_chip_go_with_it(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    edit_as_text(bar, qtbot, "no reposts")
    chip_of(bar, "#swhelper").dropped.emit()
    assert (show(bar.chosen), bar.field.text()) == ("-is:repost", "-is:repost")
    chip_of(bar, "no reposts").dropped.emit()
    assert (show(bar.chosen), bar.field.text()) == ("", "")
    bar.show_filter(parse("#swhelper -is:repost"))
    edit_as_text(bar, qtbot, "no reposts")
    bar.show_filter(parse("beds"))
    assert bar.field.text() == ""


def test_an_error_ends_with_the_words_that_it_is_about(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    qtbot.keyClicks(bar.field, "form:nasw")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.can_mend()
    qtbot.keyClick(bar.field, Qt.Key.Key_Home)
    with qtbot.waitSignal(bar.refused) as told:
        qtbot.keyClicks(bar.field, "housing ")
    assert told.args == [None]
    assert not bar.can_mend()
    assert bar.field.accessibleDescription() == ""
    bar.mend()
    assert (bar.field.text(), show(bar.chosen)) == ("housing form:nasw", "#swhelper -is:repost")


@pytest.mark.parametrize("begins_as_text", [False, True])
def test_no_other_words_are_mended_than_those_refused(bar, qtbot, begins_as_text):
    bar.show_filter(parse("#swhelper -is:repost"))
    if begins_as_text:
        bar.as_text.click()
        bar.field.selectAll()
    qtbot.keyClicks(bar.field, "form:nasw")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.can_mend()
    with qtbot.waitSignal(bar.refused) as told:
        bar.as_text.click()
    assert told.args == [None]
    bar.mend()
    assert show(bar.chosen) == "#swhelper -is:repost"
    assert bar.field.text() == ("" if begins_as_text else "#swhelper -is:repost")


def test_a_part_picked_while_the_text_is_wrong_ends_the_error(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    bar.as_text.click()
    bar.field.setText("#swhelper form:nasw")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.can_mend()
    qtbot.mouseClick(bar.more, Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    offered["No reposts"].trigger()
    menu.close()
    assert (bar.field.text(), bar.error) == ("#swhelper -is:repost", None)


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


@pytest.mark.parametrize(
    ("typed", "prefix", "whole"),
    [
        ("is:ve| -is:re", "is:ve", "is:verified| -is:re"),
        ("-is:re|x beds", "is:re", "-is:repost| beds"),
        ("(is:re|) beds", "is:re", "(is:reply|) beds"),
        ('in:"my| -tag:"peer support"', "in:my", 'in:"My allies"| -tag:"peer support"'),
        ('in:"my|x y" beds', "in:my", 'in:"My allies"| beds'),
        ('in:|"My friends" beds', "in:", 'in:"My allies"| beds'),
        ("from:@dove| beds", "from:dove", "from:DovetailPeers| beds"),
        ("from:@Dove|", "from:Dove", "from:DovetailPeers|"),
    ],
)
def test_the_word_at_the_cursor_is_completed_and_no_other(bar, qtbot, typed, prefix, whole):
    bar.offer(['in:"My allies"', "from:DovetailPeers"])
    completer, at = bar.field.completer(), typed.index("|")
    bar.field.setText(typed.replace("|", ""))
    bar.field.setCursorPosition(at)
    completer.setCompletionPrefix(bar.field.text())
    assert completer.splitPath(bar.field.text()) == [prefix]
    model = completer.completionModel()
    words = [model.index(row, 0) for row in range(model.rowCount())]
    row = next(
        row
        for row, index in enumerate(words)
        if completer.pathFromIndex(index) == whole.replace("|", "")
    )
    completer.highlighted.emit(completer.pathFromIndex(words[0]))
    completer.setCurrentRow(row)
    bar.field.setText(completer.currentCompletion())
    completer.activated.emit(bar.field.text())
    qtbot.waitUntil(lambda: bar.field.cursorPosition() == whole.index("|"))
    assert bar.field.text() == whole.replace("|", "")


def test_a_word_walked_to_in_the_list_is_written_where_the_cursor_was(bar, qtbot):
    bar.activateWindow()
    bar.offer(())
    bar.as_text.click()
    bar.field.setText("is: -is:re")
    bar.field.setCursorPosition(3)
    qtbot.keyClicks(bar.field, "re")
    popup = bar.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    assert bar.field.text() == "is:repost -is:re"
    qtbot.waitUntil(lambda: bar.field.cursorPosition() == len("is:repost"))
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert bar.field.text() == "is:repost -is:re"


def test_words_that_come_late_for_another_word_are_not_offered(bar, qtbot):
    bar.field.setFocus()
    qtbot.keyClicks(bar.field, "@copp")
    bar.offer_more("@co", ["@Corner"])
    assert bar.completer.completionCount() == 0
    bar.offer_more("@copp", ["@Copperfern"])
    assert bar.completer.completionCount() == 1
    qtbot.keyClicks(bar.field, " @cor")
    bar.offer_more("@copp", ["@Corner"])
    assert bar.completer.completionCount() == 0


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


def test_an_empty_field_takes_no_line_of_its_own_and_says_no_half_word(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost lang:en"))
    bar.resize(900, 40)
    bar.show()
    last = bar.findChildren(Chip)[-1]
    qtbot.waitUntil(lambda: bar.field.placeholderText() == "Add a filter")
    taken = bar.width() - bar.field.width() + 40
    bar.resize(taken, bar.heightForWidth(taken))
    qtbot.waitUntil(lambda: bar.field.width() < 60)
    assert bar.field.geometry().top() == last.geometry().top()
    assert bar.field.placeholderText() == ""
    assert bar.field.accessibleName() == "Add a filter"
    qtbot.keyClicks(bar.field, "beds")
    assert bar.field.minimumWidth() == 84


def test_a_chip_of_many_says_in_short_what_leaves_them_all_out(bar, qtbot):
    words = " OR ".join(f'"does anyone {name}"' for name in ("know", "have", "need", "mind", "do"))
    bar.show_filter(parse(f"{words} OR beds"))
    qtbot.mouseClick(chip_of(bar, "“does anyone know” or 5 others"), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    assert next(iter(offered)) == "No “does anyone know” nor 5 others"
    next(iter(offered.values())).trigger()
    menu.close()
    assert chip_of(bar, "no “does anyone know” nor 5 others")


def test_where_the_first_is_long_itself_they_are_counted(bar):
    long = "housing for whoever needs it tonight in town"
    bar.show_filter(parse(f'-("{long}" OR beds OR food)'))
    assert chip_of(bar, "none of these 3")


@pytest.mark.parametrize(
    ("typed", "code", "shown"),
    [
        ("lang:ge", "lang:de", "lang:de (German)"),
        ("lang:Ger", "lang:de", "lang:de (German)"),
        ("-lang:spanish", "-lang:es", "lang:es (Spanish)"),
    ],
)
def test_a_language_is_completed_by_its_name(bar, qtbot, typed, code, shown):
    bar.field.setFocus()
    qtbot.waitUntil(bar.field.hasFocus)
    with qtbot.waitSignal(bar.typed):
        qtbot.keyClicks(bar.field, typed)
    word = bar.completer.word_in(typed)
    bar.offer_more(word, (), languages_named(word))
    popup = bar.completer.popup()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert shown in offered
    at = popup.model().index(offered.index(shown), 0)
    assert bar.completer.pathFromIndex(bar.completer.completionModel().index(at.row(), 0)) == code
    popup.hide()


def test_what_begins_a_code_needs_no_name():
    assert languages_named("lang:de") == {}
    assert languages_named("lang:") == {}
    assert languages_named("from:ge") == {}
    assert languages_named("lang:d") == {"lang:Dutch": "lang:nl"}
