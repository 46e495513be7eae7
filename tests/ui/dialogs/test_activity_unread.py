"""What cannot be read of a row is not offered: it may have been sent or taken back meanwhile."""

import pytest
from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.domain.changes import Changed
from allybook.ui.dialogs.activity.panel import Activity
from allybook.ui.hub import Hub
from tests.fakes.shut import Shut
from tests.ui.dialogs.acted import HOUR
from tests.ui.dialogs.test_activity import book, clock, filled, network, show

__all__ = ["book", "clock", "filled", "network", "show"]
SAID = "The disk does not answer. Look at it; nothing was lost."


@pytest.fixture
def shut(desk):
    """The desk's outbox and cache, which can be shut."""
    return Shut(desk.outbox), Shut(desk.cache)


@pytest.fixture
def activity(desk, look, jobs, window, shut):
    hub = Hub(desk.announcer)
    outbox, cache = shut
    yield Activity(replace(desk, outbox=outbox, cache=cache), look, jobs, hub, window)
    hub.close()


def offered(qtbot, show, key, way):
    panel = show(key)
    qtbot.waitUntil(lambda: way in panel.foot.buttons)
    return panel


def test_what_was_sent_meanwhile_can_no_longer_be_dropped(qtbot, filled, show, shut, calm):
    panel = offered(qtbot, show, "wait", "drop")
    acted = []
    panel.acted.connect(lambda *asked: acted.append(asked))
    _outbox, cache = shut
    cache.against = {"members"}
    filled.outbox.settle("wait", Outcome.ADDED, filled.clock.now() - HOUR)
    filled.announcer.announce(Changed(outbox=True))
    qtbot.waitUntil(panel.note.isVisible)
    calm()
    assert panel.note.accessibleName() == SAID
    assert panel.foot.buttons == {}
    assert panel.foot.what.text().endswith("Added to “Swhelper allies”")
    assert panel.foot.sentence.text() == ""
    panel._act("drop")
    assert acted == []
    cache.against = frozenset()
    filled.announcer.announce(Changed(outbox=True))
    qtbot.waitUntil(lambda: list(panel.foot.buttons) == ["take_back"])


def test_where_the_rows_are_not_read_nothing_is_taken_back(qtbot, filled, show, shut, calm):
    panel = offered(qtbot, show, "juno", "take_back")
    outbox, _cache = shut
    outbox.against = {"acts"}
    filled.announcer.announce(Changed(outbox=True))
    qtbot.waitUntil(panel.note.isVisible)
    calm()
    assert panel.foot.buttons == {}
    assert panel.current().key == "juno"


def test_what_fails_of_another_row_takes_nothing_away(qtbot, filled, show, shut, calm):
    panel = offered(qtbot, show, "wait", "drop")
    _outbox, cache = shut
    cache.against = {"members"}
    assert panel.go_to("juno")
    assert panel.go_to("wait")
    calm(panel.note.isVisible)
    assert list(panel.foot.buttons) == ["drop"]
