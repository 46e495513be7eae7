"""A follow-back tab over a desk with the real store and a network in memory."""

import pytest
from msgspec.structs import replace

from allybook.domain.check.followback import Side
from allybook.domain.people.accounts import Account, Connection
from allybook.services.books.edit import add_tags, approve
from allybook.services.people.nominate import nominate_handles
from allybook.services.sign_in.who import sign_in
from allybook.ui.tabs.followback.tab import FollowBackTab
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork

BOTH = Account("21", "SafeRoof", "Safe Roof Network")
FAN = Account("22", "AnaHollow", "Ana Hollow", private=True)
IDOL = Account("23", "NightLine", "Underhill Night Line")
NONE = Account("24", "BenMarsh", "Ben Marsh")
PEOPLE = (BOTH, FAN, IDOL, NONE)


@pytest.fixture
def network():
    network = MemoryNetwork()
    network.sides = {Side.FOLLOWERS: [BOTH, FAN], Side.FOLLOWING: [BOTH, IDOL]}
    ties = {
        "21": {Connection.FOLLOWED_BY, Connection.FOLLOWING},
        "22": {Connection.FOLLOWED_BY},
        "23": {Connection.FOLLOWING},
        "24": set(),
    }
    network.people = {
        one.user_id: replace(one, connections=frozenset(ties[one.user_id])) for one in PEOPLE
    }
    return network


@pytest.fixture
def desk(profile, clock, network):
    """A desk with four allies in a book, of whom nothing was read but their names."""
    desk = make_desk(profile, clock, network)
    sign_in(desk)
    desk.cache.save_accounts(PEOPLE, clock.now())
    book = desk.book("Swhelper allies")
    nominate_handles(desk, book, [one.handle for one in PEOPLE])
    keys = [ally.key for ally in book.allies()]
    approve(desk, book, keys)
    add_tags(desk, book, keys[:1], ["housing"])
    return desk


@pytest.fixture
def jobs(qtbot, jobs):
    yield jobs
    # What the tab heard of last may still be read: a job begins a turn of the event loop later.
    qtbot.waitUntil(lambda: jobs.running() == 0)


@pytest.fixture
def open_tab(desk, look, jobs, hub, qtbot):
    """Return a function that opens the tab and waits until it has read its first place."""

    def make():
        tab = FollowBackTab(desk, look, jobs, hub)
        qtbot.addWidget(tab)
        tab.resize(1280, 724)
        tab.show()
        qtbot.waitUntil(lambda: bool(tab.places.current()) and jobs.running() == 0)
        return tab

    return make


@pytest.fixture
def go_to_list(qtbot):
    """Return a function that brings the keyboard to the answers: their letters work only there."""

    def go(tab):
        tab.activateWindow()
        qtbot.waitUntil(tab.isActiveWindow)
        tab.findings.setFocus()
        qtbot.waitUntil(tab.findings.hasFocus)

    return go
