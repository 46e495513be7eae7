"""The spending dialog: a month's money in words, sums and bars, and what can be decided there."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from allybook import services
from allybook.domain.money.dollars import parse_dollars
from allybook.domain.money.pricing import Price
from allybook.domain.money.reservations import Charge, Reservation
from allybook.domain.reading.sources import Origin
from allybook.services.money.quote import budget, left, set_budget, spent_this_month
from allybook.store.profile import Profile
from allybook.ui.charts.spending import DaySum, SpendingChart, SpendingGroup, day_text
from allybook.ui.dialogs.spending.dialog import SpendingDialog
from allybook.ui.dialogs.spending.survey import name_job, survey
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.widgets.scroll import Scroll
from allybook.ui.widgets.words import Words
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.settings import FullSettings

POST, USER = Price("post", Decimal("0.005")), Price("user", Decimal("0.010"))
ADD = Price("list_create", Decimal("0.010"), per_call=True)
TODAY = date(2026, 3, 31)
SERVICES = Path(services.__file__).parent


@pytest.fixture
def clock():
    return FixedClock(datetime(2026, 3, 31, 9, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, None)


@pytest.fixture
def ask(qtbot, look, desk):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1_280, 800)
    window.show()
    hub, jobs = Hub(desk.announcer, window), Jobs(window)

    def ask(of=desk):
        dialog = SpendingDialog(look, of, jobs, hub, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield ask
    jobs.close()
    hub.close()


def spend(desk, number, job="refresh", price=POST, day=TODAY):
    desk.ledger.count(day, price, [f"{job}{i}" for i in range(number)], job)


def doubt(desk, clock, mark, *, ago=10, price=ADD, job="list"):
    since = clock.now() - timedelta(minutes=ago)
    hold = desk.ledger.reserve(Reservation(since, job, mark, (Charge(price, 20),)), Decimal(1000))
    desk.ledger.doubt(hold)


def said(dialog):
    return [words.text() for words in dialog.findChildren(Words) if not words.isHidden()]


def test_a_month_is_told_job_by_job_the_dearest_first(ask, desk):
    spend(desk, 40)
    spend(desk, 30, "chat #swhelper")
    spend(desk, 1, "count #swhelper", Price("counts_recent", Decimal("0.005"), per_call=True))
    spend(desk, 1, "names", USER)
    words = said(ask())
    start = words.index("Home timeline")
    assert words[start : start + 9] == [
        *("Home timeline", "40 posts", "$0.20"),
        *("Chat #swhelper", "30 posts, 1 request", "$0.155"),
        *("Names of accounts", "1 account", "$0.01"),
    ]
    assert "Spent in March" in words
    assert "$0.365 spent, $4.635 left of $5.00" in words


def test_an_empty_month_says_so_and_shows_no_chart(ask):
    dialog = ask()
    assert dialog.nothing.isVisible()
    assert not dialog.chart.isVisible()
    assert not dialog.doubts.isVisible()
    assert not dialog.used_up.isVisible()


def test_other_months_are_not_told(ask, desk):
    spend(desk, 40, day=date(2026, 2, 28))
    assert ask().nothing.isVisible()


def test_the_dialog_follows_what_jobs_spend(qtbot, ask, desk):
    dialog = ask()
    spend(desk, 10)
    set_budget(desk, Decimal(8))
    qtbot.waitUntil(lambda: "$0.05 spent, $7.95 left of $8.00" in said(dialog))


def test_a_budget_is_set_in_place(qtbot, ask, desk):
    dialog = ask()
    dialog.ask_budget()
    qtbot.keyClicks(dialog.budget.spin.lineEdit(), "12.5")
    assert budget(desk) == 5
    qtbot.keyClick(dialog.budget.spin, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: budget(desk) == Decimal("12.5"))


def test_enter_keeps_a_typed_budget_and_decides_nothing_else(qtbot, ask, desk, clock):
    doubt(desk, clock, "a")
    dialog = ask()
    dialog.ask_budget()
    qtbot.keyClicks(dialog.budget.spin.lineEdit(), "9")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.budget.spin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: budget(desk) == 9)
    assert spent_this_month(desk) == 0
    assert len(survey(desk).doubts) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize("typed", ["1.250", "0,500", "1,2,3"])
def test_what_is_no_sum_is_said_and_leaves_the_budget(qtbot, ask, desk, key, typed):
    dialog = ask()
    dialog.ask_budget()
    qtbot.keyClicks(dialog.budget.spin.lineEdit(), typed)
    usual = dialog.budget.why.text()
    qtbot.keyClick(dialog.budget.spin, key)
    said = dialog.budget.why.text()
    assert said == (
        f"“${typed}” is no sum here: write for example $1,250.50. The budget is as it was."
    )
    dialog.refresh()
    assert (dialog.isVisible(), dialog.budget.why.text()) == (True, said)
    assert (dialog.budget.spin.value(), budget(desk)) == (5, 5)
    dialog.ask_budget()
    qtbot.keyClicks(dialog.budget.spin.lineEdit(), "9")
    assert dialog.budget.why.text() == usual


def test_a_budget_below_what_is_spent_just_stops(qtbot, ask, desk):
    spend(desk, 400)
    dialog = ask()
    dialog.budget.spin.setValue(1)
    qtbot.waitUntil(dialog.used_up.isVisible)
    assert (left(desk), spent_this_month(desk)) == (0, 2)
    assert dialog.used_up.accessibleName() == (
        "The budget is used up. What was read stays: reading, filtering and editing go on. Raise "
        "the budget below, or wait until Apr 1."
    )


def test_that_the_budget_is_used_up_is_said_once(ask, desk):
    spend(desk, 1_000)
    dialog = ask()
    assert dialog.used_up.accessibleName().startswith("The budget is used up.")
    dialog.used_up.say("Said")
    dialog.refresh()
    assert dialog.used_up.accessibleName() == "Said"


@pytest.mark.parametrize("dollars", [3, 5])
def test_a_budget_that_was_said_for_this_run_is_not_changed_here(ask, desk, dollars):
    dialog = ask(replace(desk, budget=lambda: Decimal(dollars)))
    assert not dialog.budget.spin.isEnabled()
    assert "--budget" in dialog.budget.why.text()


@pytest.mark.parametrize(("button", "spent"), [(0, Decimal("0.01")), (1, 0)])
def test_a_person_ends_a_doubt(qtbot, ask, desk, clock, button, spent):
    doubt(desk, clock, "a")
    dialog = ask()
    assert dialog.doubts.title.text() == "1 request without an answer"
    assert "$0.00 spent, $0.01 in doubt, $4.99 left of $5.00" in said(dialog)
    dialog.doubts.buttons[0][button].click()
    qtbot.waitUntil(dialog.doubts.isHidden)
    assert spent_this_month(desk) == spent


def test_what_may_still_be_answered_cannot_be_decided(ask, desk, clock):
    doubt(desk, clock, "a", ago=1)
    [(charged, free)] = ask().doubts.buttons
    assert not charged.isEnabled()
    assert not free.isEnabled()
    assert "may still be answered" in free.toolTip()


def test_many_doubts_are_decided_at_once(qtbot, ask, desk, clock):
    for number in range(5):
        doubt(desk, clock, f"add {number}")
    doubt(desk, clock, "young", ago=1)
    dialog = ask()
    [(_charged, free)] = dialog.doubts.buttons
    free.click()
    qtbot.waitUntil(lambda: "1 request" in dialog.doubts.title.text())
    assert spent_this_month(desk) == 0


def test_the_date_of_the_prices_is_told_and_where_to_look(ask):
    dialog = ask()
    assert dialog.prices.text() == (
        "Prices of Aug 22, 2026. X may change them: look at console.x.com"
    )


def test_days_have_their_sums_by_what_was_paid_for(desk):
    spend(desk, 10, day=date(2026, 3, 2))
    spend(desk, 2, "names", USER, day=date(2026, 3, 2))
    spend(desk, 5, "check", Price("owned", Decimal("0.001")), day=date(2026, 3, 2))
    spend(desk, 1, "list", ADD)
    days = survey(desk).days
    assert (len(days), days[0].total) == (31, 0)
    assert days[1].parts == {
        SpendingGroup.POSTS: Decimal("0.05"),
        SpendingGroup.ACCOUNTS: Decimal("0.025"),
    }
    assert days[30].parts == {SpendingGroup.REST: Decimal("0.01")}


def week():
    first = date(2026, 3, 2)
    sums = [DaySum(first + timedelta(days=number), {}) for number in range(7)]
    sums[2] = DaySum(first + timedelta(days=2), {SpendingGroup.POSTS: Decimal("0.20")})
    sums[4] = DaySum(
        first + timedelta(days=4),
        {SpendingGroup.POSTS: Decimal("0.10"), SpendingGroup.REST: Decimal("0.01")},
    )
    return sums


def test_a_chart_says_its_days_to_a_screen_reader(qtbot, look):
    chart = SpendingChart(look)
    qtbot.addWidget(chart)
    chart.show_days(week())
    assert chart.accessibleDescription() == (
        "Wed, Mar 4: $0.20, Posts $0.20; "
        "Fri, Mar 6: $0.11, Posts $0.10, Lists, counts and changes $0.01"
    )
    chart.show_days([])
    assert chart.accessibleDescription() == "Nothing was spent yet."


def test_what_the_screen_has_room_for_is_not_scrolled(qtbot, ask, desk, clock):
    spend(desk, 20, "names", USER)
    doubt(desk, clock, "a")
    dialog = ask()
    area = dialog.findChild(Scroll)
    qtbot.waitUntil(lambda: area.widget().height() == area.height())
    assert dialog.height() < dialog.screen().availableGeometry().height() - 100


@pytest.fixture
def walked(qtbot, look):
    """A chart with the keyboard in it, and all that it told."""
    chart, told = SpendingChart(look), []
    qtbot.addWidget(chart)
    chart.show_days(week())
    chart.told.connect(told.append)
    chart.show()
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.list.hasFocus)
    return chart, told


def test_arrow_keys_walk_through_the_days(qtbot, walked):
    chart, told = walked
    assert told[-1].startswith("Fri, Mar 6")
    qtbot.keyClick(chart.list, Qt.Key.Key_Left)
    assert told[-1].startswith("Thu, Mar 5: $0.00")
    for _ in range(9):
        qtbot.keyClick(chart.list, Qt.Key.Key_Right)
    assert told[-1] == day_text(week()[-1])
    chart.list.clearFocus()
    qtbot.waitUntil(lambda: told[-1] == "")


def test_the_day_that_one_walks_to_is_heard_as_a_row_of_a_list(qtbot, walked):
    chart, told = walked
    reader = QAccessible.queryAccessibleInterface(chart.list)
    assert reader.text(QAccessible.Text.Name) == "Dollars per day"
    assert reader.childCount() == len(week())
    assert reader.focusChild().text(QAccessible.Text.Name) == told[-1]
    qtbot.keyClick(chart.list, Qt.Key.Key_Left)
    assert reader.focusChild().text(QAccessible.Text.Name).startswith("Thu, Mar 5: $0.00")


def test_the_dialog_writes_the_day_that_one_walks_to(qtbot, ask, desk):
    spend(desk, 40)
    dialog = ask()
    assert dialog.day.text() == ""
    dialog.chart.setFocus()
    qtbot.waitUntil(lambda: dialog.day.text() == "Tue, Mar 31: $0.20, Posts $0.20")
    qtbot.keyClick(dialog.chart.list, Qt.Key.Key_Left)
    assert dialog.day.text() == "Mon, Mar 30: $0.00"
    dialog.close_button.setFocus()
    qtbot.waitUntil(lambda: dialog.day.text() == "")


def test_bars_are_as_high_as_their_day_is_dear(qtbot, look):
    chart = SpendingChart(look)
    qtbot.addWidget(chart)
    chart.resize(400, chart.height())
    chart.show_days(week())
    picture = chart.grab().toImage()
    ink = look.colour("accent").rgb()

    def height(number):
        x = int(chart.bar(number).center().x())
        return sum(picture.pixel(x, y) == ink for y in range(chart.height()))

    assert height(2) == 2 * height(4) > 0
    assert height(0) == 0


def test_a_budget_that_cannot_be_kept_is_told_and_taken_back(qtbot, ask, desk):
    dialog = ask(replace(desk, settings=FullSettings(desk.settings)))
    dialog.budget.spin.setValue(9)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert dialog.trouble.accessibleName() == (
        "The disk is full. Free some space; nothing was changed."
    )
    qtbot.waitUntil(lambda: dialog.budget.spin.value() == 5)
    assert budget(desk) == 5


@pytest.mark.parametrize("dollars", ["50000", "1000000", "0.01", "9999.99"])
def test_each_budget_that_can_be_said_stands_in_its_field(qtbot, ask, desk, dollars):
    set_budget(desk, parse_dollars(dollars))
    spin = ask().budget.spin
    assert Decimal(str(spin.value())) == Decimal(dollars)
    shown = spin.lineEdit()
    assert shown.fontMetrics().horizontalAdvance(spin.text()) <= shown.contentsRect().width()
    spin.stepDown()
    qtbot.waitUntil(lambda: budget(desk) == max(Decimal(0), Decimal(dollars) - 1))


def test_a_budget_kept_before_stands_in_its_field_with_its_part_of_a_cent(qtbot, ask, desk):
    set_budget(desk, Decimal("0.005"))
    assert ask().budget.spin.text() == "$0.005"


def jobs_named():
    """Return every name that services charge jobs to, as it stands in their code."""
    for path in sorted(SERVICES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="named"), args=[ast.Constant(value=str(job))]
                ):
                    yield job
                case ast.Assign(targets=[ast.Name(id="JOB")], value=ast.Constant(value=str(job))):
                    yield job
                case ast.keyword(arg="job", value=ast.Constant(value=str(job))):
                    yield job
                case ast.arguments():
                    named = zip(node.kwonlyargs, node.kw_defaults, strict=True)
                    yield from (
                        default.value
                        for argument, default in named
                        if argument.arg == "job" and isinstance(default, ast.Constant)
                    )


def test_every_job_has_a_name_in_the_window():
    jobs = {*jobs_named(), *(f"{one} posts" for one in (Origin.SEARCH, Origin.BOOK))}
    assert {"refresh", "automatic refresh", "gap", "list", "check", "sign-in"} <= jobs
    assert {job for job in jobs if name_job(job) == job} == set()
