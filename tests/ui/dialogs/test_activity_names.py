"""A name that is read from the right turns no sentence of Allybook's around in the panel."""

from msgspec.structs import replace

from allybook.domain.acts.outbox import Outcome
from allybook.ui.direction import reads_leftward
from tests.ui.dialogs.acted import JUNO, LIST
from tests.ui.dialogs.test_activity import (
    activity,
    book,
    clock,
    filled,
    network,
    press,
    show,
)

__all__ = ["activity", "book", "clock", "filled", "network", "show"]
DANA = replace(JUNO, name="דנה")


def test_what_is_said_about_it_begins_at_the_left(qtbot, filled, network, activity, show):
    filled.cache.save_accounts([DANA], filled.clock.now())
    network.people = {**network.people, "21": DANA}
    filled.outbox.settle("wait", Outcome.ADDED, filled.clock.now())
    panel = show("juno")
    what = panel.foot.what
    assert what.text().endswith(": Added to “Swhelper allies”")
    assert not reads_leftward(what.text())
    # Who hears it hears the name as it is.
    assert what.accessibleName() == "דנה: Added to “Swhelper allies”"
    press(qtbot, panel, "take_back")
    qtbot.waitUntil(lambda: activity.quote is not None)
    activity.quote.spend.click()
    qtbot.waitUntil(panel.note.isVisible)
    assert network.on_lists[LIST] == ["22"]
    assert panel.note.accessibleName() == "דנה: taken back. Checked on X."
    assert not reads_leftward(panel.note._prose.text())
