"""The sheets say what they should, at a height that shows all of it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from allybook.domain.pricing import Price
from allybook.store.profile import Profile
from allybook.ui.sheets import make_help, make_spending
from allybook.ui.widgets.words import Words
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, MemoryNetwork())


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


def said(sheet):
    return [words.text() for words in sheet.findChildren(Words)]


def test_spending_is_told_job_by_job(qtbot, look, desk, window):
    day = desk.clock.now().date()
    for job, resources in (("refresh", ["1", "2"]), ("chat #swhelper", ["3"])):
        desk.ledger.count(day, Price("post", Decimal("0.005")), resources, job)
    sheet = make_spending(look, desk, window)
    sheet.open()
    words = said(sheet)
    assert words[words.index("refresh") : words.index("refresh") + 2] == ["refresh", "$0.01"]
    assert words[-2:] == ["Together", "$0.015"]
    assert sheet.height() == sheet.heightForWidth(sheet.width())


def test_help_names_the_keys(qtbot, look, window):
    sheet = make_help(look, window)
    sheet.open()
    assert "Approve a nomination" in said(sheet)
    with qtbot.waitSignal(sheet.finished):
        sheet.close_button.click()
