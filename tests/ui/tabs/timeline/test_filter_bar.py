"""The filter bar: chips that can be changed without the language, and words that complete."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from allybook.domain.filters.parse import parse
from allybook.domain.filters.show import show
from allybook.ui.tabs.timeline.completion import FilterCompleter
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


def chip_of(bar, words):
    return next(chip for chip in bar.findChildren(Chip) if chip.view.text == words)


def test_a_chip_offers_what_else_it_could_say(bar, qtbot):
    bar.show_filter(parse("#swhelper -is:repost"))
    qtbot.mouseClick(chip_of(bar, "no reposts"), Qt.MouseButton.LeftButton)
    menu, offered = menu_of(bar)
    assert list(offered) == ["Reposts only", "Change it as text"]
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
