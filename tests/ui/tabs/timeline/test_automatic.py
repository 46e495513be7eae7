"""The timeline reads by itself: only what was chosen, within its dollars."""

from decimal import Decimal

from allybook.domain.errors import StorageError
from allybook.domain.lists import XList
from allybook.services.reading.allowance import daily_cap, spent_by_itself
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
