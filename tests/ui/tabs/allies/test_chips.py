"""The filter of allies as chips: picked, changed and taken away without its language."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.asked import HAS_WORDS, IS_WORDS, parse_ally_filter
from allybook.domain.filters.tree import Not, On, Term
from allybook.ui.tabs.allies.chip_choices import BookWords, alternatives, pick_menu, say_chip
from tests.ui.tabs.allies.test_tab import go, names

LEFT = Qt.MouseButton.LeftButton


def chips(tab):
    return [chip.text() for chip in tab.work.bar.strip.chips]


def choose(menu, *words):
    """Trigger what a menu, and the menus in it, offer under these words."""
    for word in words:
        action = next(one for one in menu.actions() if one.text() == word)
        menu = action.menu() or menu
    action.trigger()


def typed(tab, qtbot, text):
    tab.work.bar.field.setFocus()
    qtbot.keyClicks(tab.work.bar.field, text)
    qtbot.keyClick(tab.work.bar.field, Qt.Key.Key_Return)


def test_what_is_typed_becomes_chips_by_enter_and_more_letters_narrow_them(tab, qtbot):
    typed(tab, qtbot, "tag:housing is:organisation")
    assert chips(tab) == ["tag housing", "is organisation"]
    assert tab.work.bar.field.text() == ""
    assert len(names(tab)) == 3
    assert tab.work.bar.counted.text() == "3 of 13"
    qtbot.keyClicks(tab.work.bar.field, "vesper")
    assert names(tab) == ["Vesper Lane Law Center"]
    qtbot.keyClick(tab.work.bar.field, Qt.Key.Key_Escape)
    assert len(names(tab)) == 3


def test_a_chip_is_picked_changed_turned_and_taken_away_without_a_word_of_the_language(tab, qtbot):
    bar = tab.work.bar
    qtbot.mouseClick(bar.pick, LEFT)
    choose(bar.menu, "Tag", "Tag food")
    assert (chips(tab), len(names(tab))) == (["tag food"], 3)
    qtbot.mouseClick(bar.strip.chips[0], LEFT)
    choose(bar.strip.menu, "Tag legal")
    assert (chips(tab), len(names(tab))) == (["tag legal"], 2)
    qtbot.mouseClick(bar.strip.chips[0], LEFT)
    choose(bar.strip.menu, "No tag legal")
    assert (chips(tab), len(names(tab))) == (["no tag legal"], 11)
    qtbot.keyClick(bar.strip.chips[0], Qt.Key.Key_Delete)
    assert (chips(tab), len(names(tab))) == ([], 13)
    assert not bar.strip.isVisible()
    assert bar.field.hasFocus()


def test_where_nobody_fits_the_chips_are_not_repeated_in_their_language(tab, qtbot):
    typed(tab, qtbot, "tag:housing is:person")
    assert tab.work.nobody.accessibleName() == "Nobody fits all of this"
    qtbot.mouseClick(tab.work.nobody.link, LEFT)
    assert (chips(tab), len(names(tab))) == ([], 13)


def test_a_status_that_is_picked_is_looked_for_in_the_whole_book(tab, qtbot):
    bar = tab.work.bar
    qtbot.mouseClick(bar.pick, LEFT)
    choose(bar.menu, "Status", "Is declined")
    assert [row.key for row in tab.work.model.rows()] == ["401"]


def test_backspace_makes_text_of_the_last_chip_and_a_menu_of_any(tab, qtbot):
    bar = tab.work.bar
    typed(tab, qtbot, "tag:housing -is:private")
    qtbot.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert (chips(tab), bar.field.text()) == (["tag housing"], "-is:private")
    bar.field.clear()
    qtbot.mouseClick(bar.strip.chips[0], LEFT)
    choose(bar.strip.menu, "Change it as text")
    assert (chips(tab), bar.field.text()) == ([], "tag:housing")


def test_alternatives_stay_together_and_what_is_not_understood_stays_as_text(tab, qtbot):
    bar = tab.work.bar
    typed(tab, qtbot, "tag:housing OR tag:food")
    assert chips(tab) == ["tag housing or tag food"]
    both = len(names(tab))
    qtbot.keyClicks(bar.field, "is:person")
    assert len(names(tab)) == 0
    assert both == 5
    bar.field.setText("tga:x")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.field.text() == "tga:x"
    assert tab.work.refusal.sentence == "There is no “tga:”; did you mean “tag:”?"
    assert len(names(tab)) == both


def test_everybody_is_shown_again_when_an_ally_is_gone_to(tab, qtbot):
    typed(tab, qtbot, "tag:housing")
    go(tab, "state:declined")
    tab.show_ally("103")
    assert (chips(tab), tab.details.key) == ([], "103")


@pytest.mark.parametrize("word", sorted(IS_WORDS))
def test_every_word_of_is_is_said_in_words_and_has_a_way_out(word):
    node = Term(On.IS, word)
    assert "_" not in say_chip(node)
    against = "says nothing against lists"
    assert say_chip(Not(node)).startswith("is not " if word != "no_lists" else against)
    assert alternatives(node, BookWords())[0] == Not(node)
    assert alternatives(Not(node), BookWords())[0] == node


def test_all_that_can_be_asked_for_without_writing_is_in_the_menu(tab, look):
    taken = []
    menu = pick_menu(BookWords(("beds",), ("food",)), taken.append, look, tab)
    for part in menu.actions():
        for action in part.menu().actions():
            action.trigger()
    asked = {(node.on, node.value) for node in taken}
    assert {(On.IS, word) for word in IS_WORDS - {"ally"}} <= asked
    assert {(On.HAS, word) for word in HAS_WORDS} <= asked
    assert {(On.TAG, "beds"), (On.CATEGORY, "food")} <= asked
    assert all(parse_ally_filter(f"{on.value}:{value}") == Term(on, value) for on, value in asked)
