"""Whoever changes something and closes the window at once finds it there the next day."""

from decimal import Decimal

import pytest

from allybook.domain.mutes import Spell
from allybook.domain.noise.kinds import NoiseKind
from allybook.services.books.several import create_book
from allybook.services.money.quote import budget
from allybook.services.reading.allowance import daily_cap
from allybook.services.timeline.mutes import mutes
from allybook.services.timeline.noise import weights
from allybook.services.timeline.views import views
from allybook.ui.dialogs.noise.dialog import NoiseDialog
from allybook.ui.models.allies import AllyColumn
from allybook.ui.session import Stage
from tests.fakes.ways import FakeWays
from tests.stories.test_choices_kept import Hold
from tests.workshop import practice_desk

FIRST, SECOND = "Harbour groups", "Housing groups"


@pytest.fixture
def held(tmp_path, desk, read):
    """Another program that writes the profile: nothing that is chosen can be kept at once."""
    for name in (FIRST, SECOND):
        create_book(desk, name)
    desk.settings.write("book", next(i.book_id for i in desk.shelf.books() if i.name == FIRST))
    hold = Hold(next(tmp_path.rglob("profile.sqlite3")))
    yield hold
    hold.let_go()


@pytest.fixture
def window(qtbot, look, desk, read):
    stage = Stage(desk, look, FakeWays())
    stage.window.show()
    qtbot.waitExposed(stage.window)
    return stage


@pytest.fixture
def close(desk, window, held, tmp_path):
    """Close the window, and let the other program go on only then; return a desk of a new day."""
    opened = []

    def close():
        window.window.close()
        window.jobs.closing.connect(held.let_go)
        window.close()
        again = practice_desk(tmp_path)
        opened.append(again)
        return again.__enter__()

    yield close
    for again in opened:
        again.__exit__(None, None, None)


def test_a_budget_that_was_just_typed(qtbot, window, close):
    dialog = window.window.show_spending()
    dialog.budget.spin.setValue(12.5)
    assert budget(close()) == Decimal("12.5")


def test_a_weight_that_was_just_moved_and_a_mute(qtbot, window, close):
    tab = window.window.timeline()
    tab.muting.open_judging()
    dialog = tab.findChild(NoiseDialog)
    dialog.grid.numbers[NoiseKind.REPOST].setValue(77)
    dialog.mutes.added.emit("#giveaway", Spell.EVER)
    desk = close()
    assert weights(desk)[NoiseKind.REPOST] == 77
    assert [one.value for one in mutes(desk)] == ["giveaway"]


def test_columns_rows_and_the_book_that_is_open(qtbot, window, close):
    tab = window.window.allies()
    qtbot.waitUntil(lambda: tab.page is not None, timeout=20_000)
    tab.arranging.set_compact(compact=True)
    for width in range(100, 160):
        tab.work.table.columns.choose(
            tab.work.table.columns.plan.widened(AllyColumn.CATEGORY, width)
        )
    other = next(info for info, _ in tab.page.books if info.name == SECOND)
    tab.open_book(other.book_id)
    desk = close()
    assert desk.book().info.name == SECOND
    assert desk.settings.read("allies.rows") == "compact"
    assert "159" in desk.settings.read("allies.columns")


def test_a_view_and_a_ticked_box(qtbot, window, close):
    tab = window.window.timeline()
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
    tab.keeping.keep("Mine")
    tab.reader.automatic.box.setChecked(True)
    desk = close()
    assert "Mine" in [view.name for view in views(desk)]
    assert daily_cap(desk) > 0
