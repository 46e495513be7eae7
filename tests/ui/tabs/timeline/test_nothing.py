"""Where no post matches, whoever has the keyboard on a way on keeps it."""

from datetime import date

import pytest
from msgspec.structs import replace

from allybook.domain.filters.parse import parse
from allybook.services.line import Line
from allybook.ui.no_account import before_asking
from allybook.ui.tabs.timeline.look_through import NOTHING
from allybook.ui.tabs.timeline.nothing import LESS, REFRESH, SEARCH, NothingFound, make_way
from allybook.ui.tabs.timeline.wish import Wish
from tests.ui.tabs.timeline.hands import go_to

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


@pytest.mark.parametrize(
    ("place", "title", "advice"),
    [
        ("muted", "Nothing is muted here", "Press M"),
        ("view:Everything", "No posts here yet", "Refresh"),
        ("view:Allies only", "No post by an ally", "Approve people in Allies"),
        ("view:Action alerts", "No action alert", "search X"),
        ("view:Questions", "No question", "Refresh"),
        ("view:Conversation", "No conversation", "Refresh"),
        ("source:home:", "No posts here yet", "Refresh"),
        ("source:list:12", "No posts here yet", "Refresh"),
        ("source:book:ab", "No posts here yet", "Approve people in Allies"),
        ("source:chat:swhelper", "No posts here yet", "Capture it in Chats"),
        ("source:search:#beds: now", "No posts here yet", "Search X"),
        ("source:file:a.csv", "No posts here yet", "Import another file"),
        ("source:own:a", "No posts here yet", "Import another file"),
    ],
)
def test_each_place_says_what_it_has_nothing_of_and_what_to_do(nothing, place, title, advice):
    nothing.show_for(SIGHT, [], place)
    assert nothing.title.text() == nothing.accessibleName() == title
    assert advice in nothing.sentence.text()
    # What the place is made of cannot be taken away from it.
    assert nothing.ways == {}


def test_what_is_known_of_the_reason_comes_first(nothing):
    why = replace(SIGHT, unmet=("The chat “#x” was never read here.",))
    nothing.show_for(why, [], "source:chat:x")
    assert nothing.sentence.text() == "The chat “#x” was never read here."


def test_a_place_of_which_all_is_quiet_says_so_and_shows_it(nothing):
    nothing.show_for(replace(SIGHT, quiet=3), [], "view:Questions")
    assert nothing.title.text() == "No question"
    assert nothing.sentence.text() == "All there is of it waits in the quiet folder."
    assert [row.accessibleName() for row in nothing.ways.values()] == [
        "Show 3 posts of the quiet folder"
    ]


@pytest.mark.parametrize("place", ["", "view:Mine", "view:Questions"])
def test_what_somebody_narrowed_or_made_is_a_filter(nothing, place):
    days = (date(2026, 3, 1), date(2026, 3, 2)) if place == "view:Questions" else None
    nothing.show_for(replace(SIGHT, wish=replace(SIGHT.wish, days=days)), [], place)
    assert nothing.title.text() == "Nothing matches"
    assert LESS in nothing.ways


def test_the_list_of_what_is_muted_says_that_there_is_nothing(tab, calm):
    go_to(tab, "Muted")
    calm(lambda: tab.nothing.title.text() == "Nothing is muted here")
    assert tab.nothing.isVisible()
    assert "Press M" in tab.nothing.sentence.text()


def test_a_view_that_says_to_refresh_has_a_way_to_do_so(tab, calm):
    go_to(tab, "Allies only")
    calm(lambda: tab.nothing.title.text() == "No post by an ally" and REFRESH in tab.nothing.ways)
    assert tab.nothing.ways[REFRESH].accessibleName() == tab.refresh_button.text()
    go_to(tab, "Muted")
    calm(lambda: tab.nothing.title.text() == "Nothing is muted here")
    assert REFRESH not in tab.nothing.ways


def test_a_view_says_offline_what_must_be_done_before_it_can_be_refreshed(desk, hub, tab, calm):
    go_to(tab, "Allies only")
    calm(lambda: tab.nothing.title.text() == "No post by an ally" and REFRESH in tab.nothing.ways)
    assert "offline" not in tab.nothing.sentence.text()
    desk.line.switch(up=False)
    hub.line_changed.emit()
    calm(lambda: REFRESH not in tab.nothing.ways)
    assert tab.nothing.sentence.text().endswith("You are offline: go online first.")
    desk.line.switch(up=True)
    hub.line_changed.emit()
    calm(lambda: REFRESH in tab.nothing.ways)
    assert "offline" not in tab.nothing.sentence.text()


@pytest.mark.parametrize("place", ["view:Questions", "source:home:", "source:search:#beds"])
def test_a_place_that_asks_x_wants_an_account_first(nothing, place):
    nothing.show_for(SIGHT, [], place, before_asking(Line()))
    assert nothing.sentence.text().endswith(" No account is connected: connect one first.")


@pytest.mark.parametrize("place", ["quiet", "muted", "source:file:a.csv", "view:Questions"])
def test_a_place_that_asks_nobody_says_nothing_of_the_account(nothing, place):
    # What waits in the quiet folder is here already.
    quiet = 3 if place == "view:Questions" else 0
    sight = replace(SIGHT, quiet=quiet, wish=Wish(quiet_only=place == "quiet"))
    nothing.show_for(sight, [], place, before_asking(Line()))
    assert nothing.sentence.isVisible()
    assert "account" not in nothing.sentence.text()
