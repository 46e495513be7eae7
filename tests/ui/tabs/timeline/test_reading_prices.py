"""What a reading is offered for: what the budget has room for, and never more than was said."""

from datetime import date, timedelta
from decimal import Decimal
from threading import Event

from msgspec.structs import replace

from allybook.domain.errors import StorageError
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import set_budget, spent_this_month
from allybook.services.reading.read_list import plan_list_posts, read_list
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.fakes.desk import Patience
from tests.fakes.midnight import pay_for_a_name
from tests.ui.tabs.timeline.hands import go_to


def test_a_reading_of_which_a_part_fits_is_offered_for_that_part(desk, open_tab, network, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    set_budget(desk, Decimal(100))
    tab = open_tab()
    go_to(tab, "Housing")
    calm(lambda: "1.50" in tab.refresh_button.text())
    assert not tab.saving.isVisible()
    before = spent_this_month(desk)
    set_budget(desk, before + Decimal("0.23"))
    calm(lambda: "0.20" in tab.refresh_button.text())
    assert tab.refresh_button.isEnabled()
    assert tab.saving.text() == (
        "At most $1.50 is more than the $0.23 that is left of this month's budget, so fewer posts "
        "are asked for, for at most $0.20."
    )
    moments = [desk.clock.now() - timedelta(minutes=number) for number in range(100)]
    network.found = [Post(id_at(at, sequence=9), "31", at, "Beds") for at in moments]
    tab.refresh_button.click()
    calm(lambda: network.queries)
    assert spent_this_month(desk) - before == Decimal("0.20")


def test_a_reading_of_which_nothing_fits_is_not_offered(desk, open_tab, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    set_budget(desk, spent_this_month(desk) + Decimal("0.02"))
    tab = open_tab()
    go_to(tab, "Housing")
    calm(lambda: tab.refresh_button.isVisible() and "over budget" in tab.refresh_button.text())
    assert not tab.refresh_button.isEnabled()
    assert not tab.saving.isVisible()


def test_of_a_budget_that_was_raised_it_is_not_said_that_less_fits(desk, open_tab, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    before = spent_this_month(desk)
    set_budget(desk, before + Decimal("0.23"))
    tab = open_tab()
    go_to(tab, "Housing")
    calm(lambda: "0.20" in tab.refresh_button.text())
    assert tab.saving.isVisible()
    desk.settings.write("budget", "100")
    # What was planned for the smaller budget stands there still.
    tab.reader.price()
    assert "0.20" in tab.refresh_button.text()
    assert not tab.saving.isVisible()


def test_a_list_read_today_is_read_tomorrow_for_no_more_than_was_said(
    desk, open_tab, network, clock, calm
):
    """The known posts of its page are free until midnight (UTC); no search reaches them."""
    desk.cache.save_list(XList("9001", "Housing"))
    moments = [clock.now() - timedelta(days=8, hours=hours) for hours in range(1, 300)]
    network.timeline = [Post(id_at(at, sequence=5), "31", at, "Beds") for at in moments]
    read_list(desk, plan_list_posts(desk, "9001", 10), Patience())
    network.timeline = [
        Post(id_at(at, sequence=5), "31", at, "Soup")
        for at in (clock.now() - timedelta(minutes=number) for number in range(500))
    ]
    tab = open_tab()
    tab.show_filter("list:Housing")
    calm(lambda: "1.50" in tab.refresh_button.text())
    before = desk.ledger.spent(date.min, date.max)
    clock.advance(seconds=86_400)
    tab.reader._read(tab.reader._reads.refresh)
    calm(lambda: not tab.reader.busy)
    assert desk.ledger.spent(date.min, date.max) - before == Decimal("1.50")
    assert tab.note.accessibleName() == "300 posts read. X charged $1.50 for that."


def test_names_paid_for_today_are_not_looked_up_for_that_price_tomorrow(
    desk, open_tab, network, clock, calm
):
    at = clock.now()
    desk.cache.save_posts([Post(id_at(at, sequence=7), "77", at, "Beds")], Source(Origin.HOME))
    pay_for_a_name(desk, "77")
    network.people["77"] = Account("77", "DawnShift", "Dawn Shift")
    tab = open_tab()
    calm(lambda: tab.names_button.isVisible() and "free" in tab.names_button.text())
    asked = len(network.asked)
    clock.advance(seconds=86_400)
    for charged in ("0", "0.01"):
        before = spent_this_month(desk)
        tab.names_button.click()
        calm(lambda: not tab.reader.busy)
        assert spent_this_month(desk) - before == Decimal(charged)
    assert network.asked[asked:] == ["accounts"]


class FailingCache:
    """A cache whose looks fail while it ``fails``."""

    def __init__(self, cache):
        self._cache, self.fails = cache, False

    def __getattr__(self, name):
        return getattr(self._cache, name)

    def count(self, chosen):
        if self.fails:
            raise StorageError("The disk does not answer: look at it; nothing was lost.")
        return self._cache.count(chosen)


class Slowly:
    """A reading that goes on until it is let go, and brings nothing."""

    def __init__(self):
        self._go_on = Event()
        self.let_go = self._go_on.set

    def read(self, _desk, _ticket):
        self._go_on.wait(20)
        return Reading(0, complete=False)


def test_a_look_that_fails_ends_no_reading(desk, look, jobs, hub, qtbot, calm):
    slowly = Slowly()
    cache = FailingCache(desk.cache)
    tab = TimelineTab(replace(desk, cache=cache), look, jobs, hub)
    qtbot.addWidget(tab)
    tab.resize(1280, 724)
    tab.show()
    calm(lambda: tab.model.rowCount() and tab._map.spots)
    tab.reader.run("Slowly", slowly.read)
    qtbot.waitUntil(tab.progress.isVisible)
    cache.fails = True
    tab._later.start()
    qtbot.waitUntil(lambda: "The disk does not answer" in tab.note.accessibleName())
    assert tab.progress.isVisible()
    assert tab.reader.busy
    assert not tab.refresh_button.isEnabled()
    cache.fails = False
    tab.reader.stop()
    slowly.let_go()
    calm(lambda: not tab.reader.busy)
    assert tab.note.accessibleName() == "Stopped. What was read is kept."


def test_what_is_said_of_a_reading_goes_by_its_own_stop(tab, qtbot, calm):
    one, two = Slowly(), Slowly()
    tab.reader.run("One", one.read)
    tab.reader.run("Two", two.read)
    tab.reader.stop()
    one.let_go()
    qtbot.waitUntil(lambda: tab.note.accessibleName().startswith("Nothing was read."))
    two.let_go()
    calm(lambda: tab.note.accessibleName() == "Stopped. What was read is kept.")
