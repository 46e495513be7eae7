"""Where no post matches, whoever has the keyboard on a way on keeps it."""

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.ui.tabs.timeline.look_through import NOTHING
from allybook.ui.tabs.timeline.nothing import LESS, SEARCH, NothingFound, make_way
from allybook.ui.tabs.timeline.wish import Wish

SIGHT = replace(NOTHING, wish=Wish(parse("#swhelper lighthouse")), whole=True)


@pytest.fixture
def nothing(qtbot, look):
    page = NothingFound(look)
    qtbot.addWidget(page)
    page.resize(700, 700)
    page.show_for(SIGHT, [make_way(SEARCH, "Search X")])
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_the_keyboard_stays_on_a_way_whose_price_arrives(nothing):
    nothing.ways[SEARCH].setFocus()
    nothing.show_for(SIGHT, [make_way(SEARCH, "Search X, about $1.50")])
    assert nothing.ways[SEARCH].accessibleName() == "Search X, about $1.50"
    assert nothing.ways[SEARCH].hasFocus()


def test_the_keyboard_goes_to_the_first_way_where_its_own_is_gone(nothing):
    nothing.ways[SEARCH].setFocus()
    nothing.show_for(SIGHT, [])
    assert list(nothing.ways) == [LESS]
    assert nothing.ways[LESS].hasFocus()


def test_an_empty_quiet_folder_is_not_called_a_filter(nothing):
    nothing.show_for(replace(SIGHT, wish=Wish(quiet_only=True)), [])
    assert nothing.title.text() == nothing.accessibleName() == "Nothing is quiet here"
    assert nothing.ways == {}
    assert nothing._sign == "volume-x"
    nothing.show_for(replace(SIGHT, wish=replace(SIGHT.wish, quiet_only=True)), [])
    assert (nothing.title.text(), nothing._sign) == ("Nothing matches", "list-filter")
