"""What was begun to be taken back, and stopped, is told wherever it can go on, with its price."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from allybook.services.money.quote import spent_this_month
from allybook.services.publish.plan import plan_list
from allybook.services.publish.take_back import plan_take_back, take_back
from tests.fakes.desk import Patience
from tests.stories.command import allybook
from tests.stories.test_activity import (
    choose,
    members,
    open_panel,
    published,
    sit_down,
)
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton
WHO = "SixpenceDebt"
__all__ = ["published", "sit_down"]


@pytest.fixture
def begun(tmp_path, published):
    """One of three is being taken off the list again, and Stop was pressed before it was sent."""
    with practice_desk(tmp_path) as given:
        desk = replace(given, pace=0.0)
        account = desk.cache.accounts_by_handle([WHO])[WHO.lower()]
        act = desk.outbox.acts_about(account.user_id)[0]
        taken = take_back(desk, plan_take_back(desk, act), Patience(stop_after=0))
        assert taken.stopped.startswith("Stopped as you asked")
        assert len(members(desk, published)) == 3
        return account.name


def test_activity_sends_it_at_the_price_it_tells(qtbot, begun, published, sit_down):
    with sit_down() as (window, jobs, desk):
        panel = open_panel(qtbot, window, jobs)
        choose(qtbot, panel, begun, "Waits to be taken off")
        qtbot.waitUntil(lambda: set(panel.foot.buttons) == {"send", "drop"})
        QTest.mouseClick(panel.foot.buttons["send"], LEFT)
        qtbot.waitUntil(lambda: window.activity.quote is not None)
        quote, before = window.activity.quote, spent_this_month(desk)
        said = quote._view.dollars
        assert "publishing would add them again" in quote.accessibleDescription()
        QTest.mouseClick(quote.spend, LEFT)
        qtbot.waitUntil(panel.note.isVisible)
        assert panel.note.accessibleName() == f"{begun}: taken back. Checked on X."
        assert spent_this_month(desk) - before == said > 0
        assert WHO not in members(desk, published)


def test_publishing_names_it_and_tells_its_price(qtbot, begun, published, sit_down):
    with sit_down() as (window, jobs, desk):
        tab = window.allies()
        qtbot.waitUntil(lambda: tab.page is not None and not jobs.running())
        publisher = tab.publisher
        assert publisher.button.text().startswith("Take 1 off the X List, $")
        QTest.mouseClick(publisher.button, LEFT)
        view, before = publisher.dialog._view, spent_this_month(desk)
        assert [(one.who.name, one.remark) for one in view.removes] == [
            (begun, "takes an earlier change back")
        ]
        assert "1 of the changes takes an earlier one back" in view.sentence
        with qtbot.waitSignal(publisher.sent):
            QTest.mouseClick(publisher.dialog.spend, LEFT)
        assert spent_this_month(desk) - before == view.dollars > 0
        assert WHO not in members(desk, published)


def test_the_command_line_names_it_too(tmp_path, begun, published):
    def run(*words):
        return allybook("--practice", *words, profile=tmp_path)

    def spent():
        return sum(Decimal(str(line["dollars"])) for line in run("ledger", "--json").json["lines"])

    plan, before = run("list", "plan", "--json").json, spent()
    assert [(one["handle"], one["why"]) for one in plan["removes"]] == [(WHO, "takes_back")]
    assert f"Remove @{WHO} (takes back)" in run("list", "plan").out
    assert run("list", "publish", "--pace", "0", "--yes").status == 0
    assert spent() - before == Decimal(str(plan["dollars"])) > 0
    with practice_desk(tmp_path) as desk:
        assert WHO not in members(desk, published)
        assert len(plan_list(desk, desk.book()).adds) == 1
