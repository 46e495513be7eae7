"""An allies tab over a desk with the real store and a network in memory."""

import pytest

from allybook.ui.hub import Hub
from allybook.ui.tabs.allies.page import PageReader
from allybook.ui.tabs.allies.tab import AlliesTab
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from tests.ui.rest import come_to_rest
from tests.ui.tabs.allies import scene


@pytest.fixture
def clock():
    return FixedClock(scene.NOON)


@pytest.fixture
def network():
    network = MemoryNetwork()
    network.people = {one.user_id: one for one in scene.accounts()}
    network.on_lists = {scene.LIST: ["101", "102", "104", "105", "106", "107"]}
    return network


@pytest.fixture
def bare(profile, clock, network):
    """A desk with one book and nobody in it."""
    desk = make_desk(profile, clock, network)
    desk.shelf.create("Swhelper allies")
    return desk


@pytest.fixture
def desk(profile, clock, network):
    """A desk whose current book is in the middle of its life."""
    return make_desk(profile, clock, network)


@pytest.fixture
def book(desk, clock):
    return scene.fill(desk, clock)


@pytest.fixture
def page(desk, book, clock):
    """The book as the tab reads it."""
    reader = PageReader(desk, lambda: clock.now().astimezone())
    return reader.read(book.info.book_id, scene.NOTHING)


@pytest.fixture
def open_tab(look, jobs, qtbot):
    """Return a function that opens the tab over a desk and waits until it has read its book."""
    hubs = []

    def make(desk, size=(1280, 724)):
        hub = Hub(desk.announcer)
        hubs.append(hub)
        tab = AlliesTab(desk, look, jobs, hub)
        tab.setProperty("hub", hub)
        qtbot.addWidget(tab)
        tab.resize(*size)
        tab.show()
        settle(tab)
        return tab

    def settle(tab):
        come_to_rest(
            qtbot, lambda: jobs.running() or tab.refresher.busy, lambda: tab.page is not None
        )

    make.settle = settle
    yield make
    for hub in hubs:
        hub.close()


@pytest.fixture
def tab(desk, book, open_tab):
    return open_tab(desk)


@pytest.fixture
def settle(open_tab):
    return open_tab.settle
