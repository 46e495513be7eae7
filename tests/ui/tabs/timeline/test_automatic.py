"""The timeline reads by itself: only what was chosen, within its dollars."""

from decimal import Decimal

from allybook.domain.errors import StorageError
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.lists import XList
from allybook.services.books.several import create_book
from allybook.services.money.quote import set_budget, spent_this_month
from allybook.services.reading.allowance import (
    change_read_by_itself,
    daily_cap,
    read_by_itself,
    set_daily_cap,
    spent_by_itself,
)
from allybook.services.reading.auto import Standing
from tests.ui.tabs.timeline.hands import later


def test_a_look_at_the_money_that_fails_is_said_where_it_belongs(desk, tab):
    tab.reader.automatic._fail_look(StorageError("The disk is full: make room."))
    assert tab.reader.automatic.says.text() == "The disk is full: make room."


def test_it_reads_by_itself_what_was_chosen_and_stops_at_its_dollars(
    desk, open_tab, clock, network, calm
):
    desk.cache.save_list(XList("9001", "Housing"))
    tab = open_tab()
    automatic = tab.reader.automatic
    automatic.box.click()
    calm()
    said = automatic.cap.currentText(), automatic.which.text()
    assert said == ("$0.25 a day", "Reads: Home timeline…")
    automatic.menu.aboutToShow.emit()
    housing = next(one for one in automatic.menu.actions() if one.text() == "Housing")
    housing.trigger()
    calm()
    assert automatic.which.text() == "Reads: 2 sources…"
    automatic.cap.setCurrentIndex(automatic.cap.findText("$0.10 a day"))
    automatic.cap.activated.emit(automatic.cap.currentIndex())
    calm()
    assert daily_cap(desk) == Decimal("0.10")
    for _quarter in range(6):
        later(clock, network, 15, minutes=15)
        network.found = network.timeline[:10]
        automatic.refresh()
        calm()
    assert Decimal("0.05") < spent_by_itself(desk) <= Decimal("0.10")
    assert automatic.says.text().startswith("Rests until ")
    assert ". Spent today: $0." in automatic.says.text()
    automatic.box.click()
    automatic.box.click()
    assert automatic.box.isChecked()
    calm()
    assert automatic.box.isChecked()
    assert daily_cap(desk) == Decimal("0.10")


def test_it_refreshes_by_itself_only_when_that_was_allowed(desk, tab, clock, network, calm):
    automatic = tab.reader.automatic
    assert not automatic.box.isChecked()
    assert automatic.says.text() == "Off. When on: every 15 minutes, at most $0.25 a day."
    later(clock, network, 5)
    automatic.refresh()
    calm()
    assert spent_by_itself(desk) == 0
    automatic.box.click()
    calm()
    automatic.refresh()
    calm(lambda: spent_by_itself(desk) > 0)
    assert automatic.says.text() == "Every 15 minutes. Spent today: $0.025 of $0.25."
    automatic.box.click()
    calm()
    assert daily_cap(desk) == 0


def test_every_quarter_of_an_hour_it_reads_and_only_while_that_is_allowed(
    desk, tab, clock, network, calm
):
    automatic = tab.reader.automatic
    assert not automatic._timer.isActive()
    automatic.box.click()
    calm()
    assert (automatic._timer.isActive(), automatic._timer.interval()) == (True, 900_000)
    later(clock, network, 5)
    before = desk.cache.count(EVERYTHING)
    automatic._timer.timeout.emit()
    calm(lambda: desk.cache.count(EVERYTHING) == before + 5)
    automatic.box.click()
    calm()
    assert not automatic._timer.isActive()


def test_what_is_not_here_any_more_is_said_and_can_be_taken_away(desk, open_tab, calm):
    change_read_by_itself(desk, lambda _before: ["list:Housing -is:repost"])
    set_daily_cap(desk, Decimal("0.25"))
    desk.cache.save_list(XList("9001", "Warm beds"))
    automatic = open_tab().reader.automatic
    calm()
    assert automatic.says.text() == "“Housing” is not here any more."
    automatic.menu.aboutToShow.emit()
    gone = next(one for one in automatic.menu.actions() if one.text() == "Housing")
    assert gone.isChecked()
    gone.trigger()
    calm()
    assert read_by_itself(desk) == ()
    assert automatic.says.text() == "No source is chosen, so nothing is read."


def test_what_was_chosen_by_its_name_stands_there_once(desk, open_tab, calm):
    desk.cache.save_list(XList("9001", "Housing"))
    change_read_by_itself(desk, lambda _before: ["list:Housing -is:repost"])
    set_daily_cap(desk, Decimal("0.25"))
    automatic = open_tab().reader.automatic
    calm(lambda: read_by_itself(desk) == ("list:9001 -is:repost",))
    assert automatic.which.text() == "Reads: Housing…"
    automatic.menu.aboutToShow.emit()
    asked = {one.text(): one.isChecked() for one in automatic.menu.actions()}
    assert [name for name, chosen in asked.items() if chosen] == ["Housing"]
    assert "list:Housing -is:repost" not in asked


def test_why_nothing_is_read_is_said_as_it_is(desk, open_tab, calm):
    set_daily_cap(desk, Decimal("0.25"))
    automatic = open_tab().reader.automatic
    calm()
    assert automatic.says.text() == "Every 15 minutes. Spent today: $0.00 of $0.25."
    set_budget(desk, spent_this_month(desk) + Decimal("0.04"))
    automatic.show_state()
    calm()
    assert automatic.says.text() == "Reading is over the budget of this month."
    set_budget(desk, Decimal(100))
    set_daily_cap(desk, Decimal("0.02"))
    automatic.show_state()
    calm()
    assert automatic.says.text() == "Rests until midnight. Spent today: $0.00 of $0.02."
    automatic._tell(Standing(0, {}, Decimal("0.30")))
    calm()
    said = "The cheapest reading costs $0.30, more than a day may cost."
    assert automatic.says.text() == said
    create_book(desk, "Friends")
    change_read_by_itself(desk, lambda _before: ["in:Friends"])
    automatic.show_state()
    calm()
    said = "Nobody in “Friends” can be searched for yet: approve someone first."
    assert automatic.says.text() == said
