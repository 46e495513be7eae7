"""The budget stops a job on the way: what was read stays, and it says how to go on."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from allybook.services.money.quote import BUDGET, budget, left, set_budget, spent_this_month
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.dialogs.spending.dialog import SpendingDialog
from tests.stories.command import allybook

LEFT = Qt.MouseButton.LeftButton
RAISE = "Raise the budget…"


def link(note, words):
    found = (one for one in note.findChildren(QAbstractButton) if one.accessibleName() == words)
    return next(found)


def opened(stage, kind):
    return [one for one in stage.window.findChildren(kind) if one.isVisible()]


def test_a_reading_stops_at_the_budget_and_goes_on_when_it_is_raised(qtbot, desk, stage, settled):
    tab = stage.window.timeline()
    qtbot.waitUntil(tab.refresh_button.isEnabled)
    settled()
    # Another program on this profile, which this window has not heard of.
    desk.settings.write(BUDGET, "0.80")
    qtbot.mouseClick(tab.refresh_button, LEFT)
    qtbot.waitUntil(tab.note.isVisible, timeout=20_000)
    settled()
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
    assert tab.note.accessibleName().endswith(f"What was done until then is kept. {RAISE}")
    read, spent = desk.cache.count(tab.bar.chosen), spent_this_month(desk)
    assert 100 <= read < 300
    assert spent <= Decimal("0.80")
    qtbot.mouseClick(link(tab.note, RAISE), LEFT)
    [dialog] = opened(stage, SpendingDialog)
    qtbot.waitUntil(dialog.budget.spin.hasFocus)
    qtbot.keyClicks(dialog.budget.spin.lineEdit(), "10")
    qtbot.keyClick(dialog.budget.spin, Qt.Key.Key_Return)
    qtbot.waitUntil(tab.refresh_button.isEnabled)
    assert budget(desk) == 10
    # What the budget stopped before is a gap, so what was paid for is not asked for again.
    qtbot.waitUntil(tab.places.link.isVisible)
    tab.places.link.click()
    settled()
    assert desk.cache.count(tab.bar.chosen) > read
    assert spent_this_month(desk) > spent
    assert desk.billed() == spent_this_month(desk)


def test_a_button_over_budget_says_so_until_the_status_bar_s_dialog_raises_it(
    qtbot, desk, stage, settled
):
    tab = stage.window.timeline()
    settled()
    set_budget(desk, Decimal("0.20"))
    qtbot.waitUntil(lambda: tab.refresh_button.text().endswith("over budget"))
    assert not tab.refresh_button.isEnabled()
    qtbot.mouseClick(stage.window.shell.status.spent, LEFT)
    [dialog] = opened(stage, SpendingDialog)
    dialog.budget.spin.setValue(4)
    qtbot.waitUntil(tab.refresh_button.isEnabled)
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert left(desk) == 4


def test_a_quote_over_budget_leads_to_the_budget(qtbot, desk, stage, settled, look):
    allies = stage.window.allies()
    settled()
    view = allies.publisher
    stage.hub.budget_wanted.emit()
    [dialog] = opened(stage, SpendingDialog)
    dialog.reject()
    with qtbot.waitSignal(stage.hub.budget_wanted):
        view.budget_asked.emit()
    assert opened(stage, SpendingDialog)
    assert not opened(stage, QuoteDialog)


def test_one_command_may_have_less_than_a_cent(tmp_path):
    """A count costs half of one."""
    stopped = allybook("--practice", "--budget", "0.004", "chat", "swhelper", profile=tmp_path)
    assert (stopped.status, "could cost $0.005" in stopped.err) == (3, True)
    assert allybook("--practice", "budget", "0.004", profile=tmp_path).status == 2


def test_a_command_stops_at_the_budget_and_says_how_to_go_on(tmp_path):
    stopped = allybook("--practice", "--budget", "0.80", "chat", "swhelper", profile=tmp_path)
    assert stopped.status == 3
    assert stopped.err.rstrip().endswith("is kept. “--budget DOLLARS” raises it.")
    words = ("posts", "#swhelper", "--count")
    kept = allybook("--practice", "--offline", *words, profile=tmp_path)
    assert (kept.status, 100 <= int(kept.out) < 200) == (0, True)
    assert allybook("--practice", "budget", "8", profile=tmp_path).status == 0
    going_on = allybook("--practice", "chat", "swhelper", "--json", profile=tmp_path)
    assert going_on.status == 0
    assert len(going_on.json["participants"]) > 50
    ledger = allybook("--practice", "ledger", "--json", profile=tmp_path).json
    assert ledger["month"] <= 8 == ledger["budget"]
