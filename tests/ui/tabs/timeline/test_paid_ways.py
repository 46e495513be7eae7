"""What costs money is asked for by Space or by the pointer, and what came of it is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from allybook.domain.changes import Changed
from allybook.services.books.edit import approve, remove
from allybook.services.money.quote import spent_this_month
from allybook.services.people.add_one import add_one
from allybook.ui.tabs.timeline.nothing import GAP, REFRESH, SEARCH, make_way
from allybook.ui.tabs.timeline.strip import Strip
from tests.ui.tabs.timeline.conftest import PEOPLE
from tests.ui.tabs.timeline.hands import go_to, later

ENTER = Qt.Key.Key_Return


@pytest.fixture
def ally(desk):
    """An ally whose posts are there; returns a function that removes them, as a colleague may."""
    book, who = desk.book(), PEOPLE[0]
    add_one(desk, book, who)
    approve(desk, book, [who.user_id])
    desk.announcer.announce(Changed(books=True))

    def leave():
        remove(desk, book, [who.user_id])
        desk.announcer.announce(Changed(books=True))

    return leave


@pytest.fixture
def tab(qtbot, ally, tab):
    """The timeline of an active window: keys are for the window that has the keyboard."""
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    return tab


@pytest.fixture
def twelve_more(tab, clock, network):
    """Twelve posts at X that were not read here."""
    later(clock, network, 12)


@pytest.mark.usefixtures("twelve_more")
def test_enter_in_a_list_that_empties_buys_nothing(qtbot, desk, tab, ally, calm):
    go_to(tab, "Allies only")
    calm(lambda: tab.header.title.text() == "Allies only" and tab.model.rowCount())
    tab.view.setFocus()
    tab.view.setCurrentIndex(tab.model.index(1, 0))
    ally()
    calm(lambda: "nothing" in vars(tab) and REFRESH in tab.nothing.ways and not tab.sight.order)
    way, before = tab.nothing.ways[REFRESH], spent_this_month(desk)
    assert "$" in way.accessibleName()
    assert tab.window().focusWidget() is tab.nothing
    way.setFocus()
    for _press in range(2):
        qtbot.keyClick(way, ENTER)
        assert not tab.reader.busy
    assert spent_this_month(desk) == before
    qtbot.keyClick(way, Qt.Key.Key_Space)
    calm(lambda: spent_this_month(desk) > before)


@pytest.mark.parametrize("key", [REFRESH, SEARCH, GAP])
def test_each_way_on_that_asks_x_is_none_for_enter(tab, key):
    assert make_way(key, "Refresh, $1.50").asks


def test_enter_does_not_fill_the_gap_at_the_foot_of_the_places(qtbot, desk, tab):
    link, pressed = tab.places.link, []
    link.setText("Fill the gap, $0.30")
    tab.places.followed.connect(lambda: pressed.append(link))
    qtbot.keyClick(link, ENTER)
    assert pressed == []


def test_a_refresh_that_nothing_is_kept_of_says_what_it_cost(tab, clock, network, ally, calm):
    ally()
    go_to(tab, "Allies only")
    calm(lambda: "nothing" in vars(tab) and REFRESH in tab.nothing.ways and not tab.sight.order)
    later(clock, network, 12)
    tab.refresh_button.click()
    calm(tab.note.isVisible)
    said = "12 posts read. X charged $0.06 for that. None of it is new here."
    assert tab.note.accessibleName() == said
    assert tab.count() == 0


def test_a_refresh_that_brings_something_says_what_it_cost(tab, clock, network, calm):
    calm(tab.refresh_button.isEnabled)
    later(clock, network, 12)
    tab.refresh_button.click()
    calm(lambda: tab.count() == 12)
    assert tab.note.accessibleName() == "12 posts read. X charged $0.06 for that."


def test_more_new_posts_are_said_as_soon_as_they_are_more(look, qtbot):
    heard = []
    strip = Strip(look, QWidget(), say=lambda _widget, words: heard.append(words))
    qtbot.addWidget(strip)
    strip.show()
    for number in (5, 12, 12, 3, 0, 1):
        strip.show_new(number)
    assert heard == ["5 new", "12 new", "1 new"]
