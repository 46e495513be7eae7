"""The filter bar: chips, and what is typed beside them."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from allybook.domain.errors import FilterError
from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.ui.widgets.chips import Chip
from tests.ui.tabs.timeline.chip_hands import chip_of, menu_of


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


def test_no_other_words_are_mended_than_those_refused(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    qtbot.keyClicks(bar.field, "form:nasw")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.can_mend()
    with qtbot.waitSignal(bar.refused) as told:
        bar.as_text.click()
    assert told.args == [None]
    bar.mend()
    assert show(bar.chosen) == "#swhelper -is:repost"
    assert bar.field.text() == "#swhelper -is:repost form:nasw"


def test_a_text_that_is_wrong_is_not_lost_for_chips(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    bar.as_text.click()
    qtbot.keyClicks(bar.field, " form:nasw")
    with qtbot.waitSignal(bar.refused) as told:
        bar.as_text.click()
    assert isinstance(told.args[0], FilterError)
    assert bar.is_text
    assert bar.field.text() == "#swhelper -is:repost form:nasw"
    assert bar.field.selectedText() == "form:nasw"
    bar.mend()
    bar.as_text.click()
    assert (bar.is_text, bar.field.text(), bar.error) == (False, "", None)
    assert shown_in(bar) == ["#swhelper", "no reposts", "from @nasw"]


def test_a_text_that_was_changed_is_taken_before_it_is_shown_as_chips(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    bar.as_text.click()
    qtbot.keyClicks(bar.field, " -is:repost OR beds")
    with qtbot.waitSignal(bar.changed) as told:
        bar.as_text.click()
    assert show(told.args[0]) == show(bar.chosen) == "#swhelper -is:repost OR beds"
    assert (bar.is_text, bar.field.text()) == (False, "")


def test_a_text_that_was_not_changed_is_not_taken_again(bar, qtbot):
    bar.show_filter(parse("#swhelper"))
    with qtbot.assertNotEmitted(bar.changed):
        bar.as_text.click()
        bar.as_text.click()
    assert shown_in(bar) == ["#swhelper"]


@pytest.mark.parametrize(
    ("chosen", "typed", "text"),
    [
        ("#swhelper", "lang:en hous", "#swhelper lang:en hous"),
        ("#swhelper OR beds", "from:na", "(#swhelper OR beds) from:na"),
        ("#swhelper OR beds", "has:li", "(#swhelper OR beds) has:li"),
        ("#swhelper", '"half a', '#swhelper "half a'),
        ("", "has:", "has:"),
        ("", "beds OR is:", "beds OR is:"),
        ("#swhelper", "beds OR is:", "#swhelper (beds OR is:"),
        ("#swhelper", "OR is:", "#swhelper OR is:"),
    ],
)
def test_a_part_that_is_half_written_goes_along_into_the_text(bar, qtbot, chosen, typed, text):
    bar.show_filter(parse(chosen))
    qtbot.keyClicks(bar.field, typed)
    with qtbot.assertNotEmitted(bar.changed):
        bar.as_text.click()
    assert (bar.field.text(), show(bar.chosen), bar.error) == (text, chosen, None)
    assert bar.field.cursorPosition() == len(text)


@pytest.mark.parametrize(("typed", "text"), [("is:reply", "is:reply beds"), ("is:", "beds is:")])
def test_a_chip_that_is_being_edited_goes_along_into_the_text(bar, qtbot, typed, text):
    bar.show_filter(parse("-is:repost beds"))
    edit_as_text(bar, qtbot, "no reposts")
    qtbot.keyClicks(bar.field, typed)
    bar.as_text.click()
    assert (bar.field.text(), show(bar.chosen)) == (text, "-is:repost beds")


def test_what_is_wrong_is_pointed_at_behind_an_emoji(bar, qtbot):
    bar.field.setText("👍🏽🎉 OR is:repots")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.field.selectedText() == "is:repots"


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


def test_a_long_part_is_cut_on_its_chip_and_whole_in_its_tooltip(bar):
    long = "a phrase that somebody has copied from a whole page of a report"
    bar.show_filter(parse(f'"{long}"'))
    (chip,) = bar.findChildren(Chip)
    assert len(chip.view.text) <= 44
    assert chip.view.text.endswith("…")
    assert long in chip.toolTip()


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


MANY = [f"-w{number}" for number in range(300)]


def shown_in(bar):
    return [chip.view.text for chip in bar.findChildren(Chip) if not chip.isHidden()]


def way_of(bar, words):
    return next(chip for chip in bar.findChildren(Chip) if words in chip.view.text)


def test_of_hundreds_of_chips_those_are_shown_that_three_lines_hold(bar, qtbot):
    bar.show_filter(parse(" ".join(MANY)))
    bar.resize(700, bar.heightForWidth(700))
    assert len(bar.findChildren(Chip)) < 60
    shown = len(bar._row.chips)
    assert f"and {300 - shown} more" in shown_in(bar)
    assert bar.height() <= 3 * 28 + 2 * 4 + 12
    bar.resize(1_400, bar.heightForWidth(1_400))
    assert shown < len(bar._row.chips) < 300
    assert show(bar.chosen) == " ".join(MANY)


def test_all_of_hundreds_of_chips_can_be_walked_to_and_back(bar, qtbot):
    bar.show_filter(parse(" ".join(MANY)))
    seen = list(bar._row.chips)
    words = [chip.view.text for chip in seen]
    while any("more" in text for text in shown_in(bar)):
        qtbot.mouseClick(way_of(bar, "more"), Qt.MouseButton.LeftButton)
        words += [chip.view.text for chip in bar._row.chips]
    assert words == [f"no “w{number}”" for number in range(300)]
    way = way_of(bar, "before")
    way.setFocus()
    while any("before" in text for text in shown_in(bar)):
        qtbot.keyClick(way, Qt.Key.Key_Return)
    assert shown_in(bar)[0] == "no “w0”"
    assert bar._row.chips[0].hasFocus()


def test_what_is_added_to_hundreds_comes_into_sight_and_can_be_dropped(bar, qtbot):
    bar.show_filter(parse(" ".join(MANY)))
    qtbot.keyClicks(bar.field, "beds")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar._row.chips[-1].view.text == "beds"
    chip_of(bar, "no “w299”").dropped.emit()
    assert show(bar.chosen) == " ".join([*MANY[:-1], "beds"])
    assert bar._row.chips[-1].view.text == "beds"
    edit_as_text(bar, qtbot, "no “w298”")
    qtbot.keyClicks(bar.field, "food")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert show(bar.chosen) == " ".join([*MANY[:-2], "food", "beds"])
    bar.show_filter(parse("beds"))
    assert shown_in(bar) == ["beds"]


def test_the_keyboard_is_not_lost_with_the_chip_that_led_to_others(bar, qtbot):
    bar.show_filter(parse(" ".join(MANY)))
    bar.activateWindow()
    way_of(bar, "more").setFocus()
    qtbot.waitUntil(way_of(bar, "more").hasFocus)
    bar.show_filter(parse(""))
    assert bar.field.hasFocus()


class Moves(QObject):
    """Counts how often a widget is put somewhere else."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):
        self.count += event.type() == QEvent.Type.Move
        return False


def test_chips_that_come_together_are_laid_out_together(bar, qtbot):
    moves = Moves(bar.field)
    bar.show_filter(parse(" ".join(MANY[:10])))
    assert moves.count == 1
