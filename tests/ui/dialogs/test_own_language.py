"""What the dialogs say is said in the language of the window, whatever the desktop's is."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from allybook.domain.book.bring import RowFate
from allybook.domain.book.rows import Brought
from allybook.domain.mutes import Mute, MuteKind
from allybook.services.books.bring_in import Arrival, Preview
from allybook.ui.dialogs.columns.outcome import OutcomeLines
from allybook.ui.dialogs.noise.words import tell_until
from allybook.ui.dialogs.quote import QuoteDialog
from allybook.ui.dialogs.spending.budget import BudgetRow, DollarField
from allybook.ui.frame.tabs import Tabs
from allybook.ui.tour.album import GERMAN, spoken
from allybook.ui.widgets.badges import KeyCap
from allybook.ui.wording import month_name
from tests.ui.conftest import RESOURCES
from tests.ui.dialogs.test_quote import VIEW, words

WAS = 5.0
NOW = datetime(2026, 11, 23, 16, 36, tzinfo=UTC)
MUTED = Mute(MuteKind.HASHTAG, "giveaway", until=datetime(2026, 11, 24, 22, 12, tzinfo=UTC))


@pytest.fixture
def french_desktop():
    before = QLocale()
    QLocale.setDefault(QLocale("fr_FR"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def german():
    with spoken(RESOURCES / "translations", GERMAN):
        yield


@pytest.mark.usefixtures("french_desktop")
def test_an_english_window_speaks_english_on_a_french_desktop(qtbot, look):
    assert tell_until(MUTED, NOW) == "until Nov 24, 10:12 PM"
    assert month_name(NOW.date()) == "November"
    row = BudgetRow(look)
    qtbot.addWidget(row)
    row.spin.setValue(12.5)
    assert row.spin.text() == "$12.50"


@pytest.mark.usefixtures("german")
def test_a_german_window_writes_days_and_dollars_as_everywhere_else(qtbot, look):
    assert tell_until(MUTED, NOW) == "bis 24. Nov., 22:12"
    assert month_name(NOW.date()) == "November"
    row = BudgetRow(look)
    qtbot.addWidget(row)
    row.spin.setValue(12.5)
    assert row.spin.text() == "12,50\u00a0$"


TYPED = [
    ("12,50", 12.5),
    ("12.50", 12.5),
    ("12,5", 12.5),
    ("7", 7.0),
    (",5", 0.5),
    (".5", 0.5),
    ("1.000,50", 1000.5),
    ("1,000.50", 1000.5),
    ("$12", 12.0),
    ("12,50 $", 12.5),
    ("1 000", 1000.0),
]
NO_SUM = ("0,500", "0.500", "1,2,3", "1.2.3", "-5", "$")
"""Without their marks they would be another sum: what stood there stays."""


@pytest.mark.parametrize(("typed", "dollars"), [*TYPED, ("1,250", 1250.0), ("1,250.50", 1250.5)])
def test_cents_behind_a_comma_are_no_thousands(qtbot, typed, dollars):
    assert enter(qtbot, typed) == dollars


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("typed", "dollars"), [*TYPED, ("1.250", 1250.0), ("1.250,50", 1250.5)])
def test_cents_behind_a_point_are_no_thousands_in_german(qtbot, typed, dollars):
    assert enter(qtbot, typed) == dollars


@pytest.mark.parametrize("typed", [*NO_SUM, "1.250"])
def test_what_is_no_sum_leaves_the_budget_as_it_was(qtbot, typed):
    assert enter(qtbot, typed) == WAS


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("typed", [*NO_SUM, "1,250"])
def test_what_is_no_sum_leaves_the_budget_as_it_was_in_german(qtbot, typed):
    assert enter(qtbot, typed) == WAS


@pytest.mark.parametrize(("pasted", "dollars"), [("$12", 12.0), ("12 USD", 12.0), ("a", WAS)])
def test_a_sum_is_pasted_with_its_dollars(qtbot, pasted, dollars):
    QGuiApplication.clipboard().setText(pasted)
    assert enter(qtbot, "", paste=True) == dollars


def enter(qtbot, typed, *, paste=False):
    """Return what is kept of a budget that is typed over another one."""
    field = DollarField(100_000.0)
    qtbot.addWidget(field)
    field.setKeyboardTracking(False)
    field.setValue(WAS)
    field.selectAll()
    if paste:
        field.lineEdit().paste()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    return field.value()


@pytest.mark.usefixtures("german")
def test_one_is_not_said_as_many_in_german(qtbot, look, window):
    one = replace(VIEW, adds=VIEW.adds[:1])
    dialog = QuoteDialog(look, one, window)
    qtbot.addWidget(dialog)
    assert {"1 kommt dazu", "1 geht weg"} <= set(words(dialog))
    lines = OutcomeLines(look)
    qtbot.addWidget(lines)
    lines.show_preview(arrived(1))
    assert [line.partition(":")[0] for line in lines.said] == [
        "1 kommt nie wieder auf die Liste",
        "1 bleibt, wie es ist",
    ]
    lines.show_preview(arrived(2))
    assert [line.partition(":")[0] for line in lines.said] == [
        "2 kommen nie wieder auf die Liste",
        "2 bleiben, wie sie sind",
    ]


def arrived(number):
    """Return what a table would do that has so many of those two fates."""
    rows = [Brought(place, f"@ana{place}", f"ana{place}") for place in range(number)]
    fates = (RowFate.OUT, RowFate.LEFT)
    return Preview(tuple(Arrival(row, row.key, fate) for fate in fates for row in rows))


@pytest.mark.usefixtures("german")
def test_keys_are_named_as_they_are_printed(qtbot, look):
    caps = [KeyCap(look, key) for key in ("Ctrl", "Shift", "Del", "Enter", "J")]
    for cap in caps:
        qtbot.addWidget(cap)
    assert [cap.text() for cap in caps] == ["Strg", "Umschalt", "Entf", "Eingabe", "J"]
    tabs = Tabs(look)
    qtbot.addWidget(tabs)
    tabs.add("chats", "messages-square", "Chats")
    assert tabs.tabToolTip(0) == "Chats (Strg+1)"


FRENCH = """
from PySide6.QtCore import QLocale
from allybook.app.ground import resource_folder
from allybook.ui.session import Session
QLocale.setDefault(QLocale("fr_FR"))
Session(resource_folder())
print(QLocale().name())
"""


def test_all_fields_of_a_session_count_as_its_window_does():
    words = [sys.executable, "-c", FRENCH]
    ended = subprocess.run(words, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["en_US"]
