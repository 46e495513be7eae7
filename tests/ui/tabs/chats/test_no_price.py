"""A price that cannot be reckoned: said, asked for again, and nothing is bought without one."""

from threading import current_thread, main_thread

from msgspec.structs import replace

from allybook.domain.errors import StorageError
from allybook.services.money.quote import spent_this_month
from allybook.ui.tabs.chats.buying import Counted
from tests.ui.tabs.chats.conftest import Room


class Locked:
    """A ledger that jobs cannot read, until they can."""

    def __init__(self, ledger):
        self._ledger = ledger
        self.locked = False

    def __getattr__(self, name):
        return getattr(self._ledger, name)

    def counted(self, *words):
        if self.locked and current_thread() is not main_thread():
            raise StorageError("The ledger is in use: try it again. Nothing was lost.")
        return self._ledger.counted(*words)


def test_a_price_that_failed_is_asked_for_again(tmp_path, look, qtbot, room):
    room.capture()
    desk = room.desk
    ledger = Locked(desk.ledger)
    other = Room(replace(desk, ledger=ledger), look, qtbot)
    try:
        tab, spent = other.tab, spent_this_month(desk)
        tab.open_chat("#SwHelper")
        other.until(tab.count_button.isVisible)
        ledger.locked = True
        tab.with_reposts.setChecked(True)
        tab.buying.counted["swhelper", True] = Counted(400, desk.clock.now())
        tab.buying.price()
        other.until(lambda: tab.capture_button.text() == "Ask the price again")
        assert tab.note.isVisible()
        assert tab.capture_button.isEnabled()
        ledger.locked = False
        tab.capture_button.click()
        other.until(lambda: tab.capture_button.text().startswith("Capture 400 posts"))
        assert spent_this_month(desk) == spent
    finally:
        other.close()
