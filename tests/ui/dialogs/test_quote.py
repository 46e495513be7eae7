from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.dialogs.choices import Option
from allybook.ui.dialogs.named import ROW, NamedAlly
from allybook.ui.dialogs.names import NameColumns
from allybook.ui.dialogs.quote import PriceLine, QuoteDialog, QuoteView, WayView
from allybook.ui.widgets.avatar import Who
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.note import Note
from allybook.ui.widgets.price import PriceKind
from allybook.ui.widgets.veil import Veil
from allybook.ui.widgets.words import Words

VIEW = QuoteView(
    title="Publish 14 allies to the X List",
    sentence="The private list “Swhelper allies” on X will match this book.",
    verb="Publish",
    lines=(
        PriceLine("14 adds at $0.010", Decimal("0.14")),
        PriceLine("2 removes at $0.005", Decimal("0.01")),
        PriceLine("Check afterwards", Decimal("0.14")),
    ),
    spent=Decimal("3.18"),
    budget=Decimal(10),
    pace="About 12 minutes, one change every 45 seconds",
    why="X locks accounts for a day when a list grows fast.",
    adds=tuple(NamedAlly(Who(f"Ally {n}", Kind.PERSON, str(n))) for n in range(14)),
    removes=(NamedAlly(Who("Gristmill Pop-Up", Kind.ORGANISATION, "x"), "removed by Ben"),),
    option="Stop at midnight",
)


@pytest.fixture
def ask(qtbot, look, window):
    def ask(view=VIEW):
        dialog = QuoteDialog(look, view, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return ask


def words(dialog):
    return [label.text() for label in dialog.findChildren(Words) if not label.isHidden()]


def test_the_keyboard_starts_on_not_now(ask):
    dialog = ask()
    assert QApplication.focusWidget() is dialog.not_now


@pytest.mark.parametrize("name", ["not_now", "spend", "option"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_never_spends(qtbot, ask, name, key):
    dialog = ask()
    getattr(dialog, name).setFocus()
    with qtbot.assertNotEmitted(dialog.accepted):
        qtbot.keyClick(getattr(dialog, name), key)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_on_not_now_closes(qtbot, ask):
    dialog = ask()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.not_now, Qt.Key.Key_Return)


def test_escape_spends_nothing(qtbot, ask):
    dialog = ask()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_only_a_press_of_the_button_spends(qtbot, ask):
    dialog = ask()
    assert dialog.spend.text() == "Publish for $0.29"
    dialog.option.setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.spend, Qt.MouseButton.LeftButton)
    assert dialog.option.isChecked()


def test_every_price_line_and_the_sum_are_said(ask):
    said = words(ask())
    for line in ("14 adds at $0.010", "$0.14", "2 removes at $0.005", "$0.01", "Together"):
        assert line in said
    assert "$0.29" in said
    assert "$3.18 spent, $3.47 of $10.00 after this" in said


def test_an_estimate_says_so(ask):
    assert ask(replace(VIEW, charge=PriceKind.ABOUT)).spend.text() == "Publish, about $0.29"


def test_an_option_that_has_no_room_beside_the_buttons_stands_above_them(ask):
    view = replace(VIEW, option="Ask X again about those it refused", budget=Decimal("3.30"))
    for one, aside in ((view, False), (replace(view, budget=Decimal(10)), True), (VIEW, True)):
        dialog = ask(one)
        for part in (dialog.option, dialog.not_now, dialog.spend):
            assert part.width() == part.sizeHint().width()
        assert (dialog.option.parentWidget() is dialog) is aside


def test_a_quote_over_budget_cannot_be_taken(qtbot, ask):
    dialog = ask(replace(VIEW, budget=Decimal("3.30")))
    assert not dialog.spend.isEnabled()
    assert dialog.spend.text() == "Publish ($0.29), over budget"
    found = (w for w in dialog.findChildren(QWidget) if w.accessibleName() == "Raise the budget")
    with qtbot.waitSignal(dialog.budget_asked):
        next(found).click()


def test_what_is_in_doubt_counts_in_the_sentence_the_bar_and_the_note(ask):
    view = replace(VIEW, held=Decimal("6.00"), budget=Decimal("9.30"))
    dialog = ask(view)
    said = words(dialog)
    assert "$3.18 spent, $6.00 in doubt, $9.47 of $9.30 after this" in said
    note = dialog.findChild(Note)
    assert note.accessibleName().startswith("This would pass your budget by $0.17.")
    parts = [share for share, _ink in dialog.findChild(Meter)._parts]
    assert sum(parts) > 1
    assert len(parts) == 3


def test_what_is_free_passes_no_budget(ask):
    free = replace(VIEW, lines=(), spent=Decimal("9.40"), budget=Decimal("9.30"))
    dialog = ask(free)
    assert dialog.spend.isEnabled()
    assert dialog.findChild(Note) is None


def test_names_are_shown_few_first_then_all(qtbot, ask):
    dialog = ask()
    assert "Ally 2" in words(dialog)
    assert "Ally 3" not in words(dialog)
    names = dialog.findChild(NameColumns)
    before = dialog.height()
    with qtbot.waitSignal(names.grown):
        names.columns[0].show_all.click()
    everyone = names.columns[0].everyone
    assert [named.who.name for named in everyone.model().rows()] == [f"Ally {n}" for n in range(14)]
    assert everyone.accessibleName() == "14 to add"
    qtbot.waitUntil(lambda: dialog.height() > before)
    screen = dialog.screen().availableGeometry().height()
    assert dialog.height() < screen


def test_however_many_names_there_are_no_more_is_made_for_them(ask):
    made = []
    for number in (14, 5_000):
        everyone = [NamedAlly(Who(f"Ally {n}", Kind.PERSON, str(n)), "new") for n in range(number)]
        dialog = ask(replace(VIEW, adds=tuple(everyone)))
        dialog.findChild(NameColumns).columns[0].show_all.click()
        shown = dialog.findChild(NameColumns).columns[0].everyone.model()
        assert shown.rowCount() == number
        last = shown.index(number - 1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert last == f"Ally {number - 1}, new"
        made.append(len(dialog.findChildren(QWidget)))
        dialog.close()
    assert made[0] == made[1]


def tip_over(qtbot, widget):
    """Return the tooltip that comes up where the pointer rests on a widget."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    middle = widget.rect().center()
    rests = QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
    QApplication.sendEvent(widget, rests)
    return QToolTip.text()


LONG = "The Emergency Housing Working Group of the Northern Counties and Islands"


def test_whoever_has_no_room_is_told_whole_with_the_handle(qtbot, ask):
    many = [NamedAlly(Who(LONG, Kind.PERSON, str(n)), "new", f"@north{n}") for n in range(9)]
    dialog = ask(replace(VIEW, adds=tuple(many)))
    [column, _] = dialog.findChild(NameColumns).columns
    few = [label for label in column.findChildren(Words) if label.text() == LONG]
    assert few[0].width() < few[0].sizeHint().width()
    assert tip_over(qtbot, few[0].parentWidget()) == f"{LONG}, @north0, new"
    column.show_all.click()
    index = column.everyone.model().index(8, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"{LONG}, @north8, new"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{LONG}, @north8, new"


def test_a_handle_gives_way_before_the_name_it_stands_beside(qtbot, ask):
    names = ("Ana Baker", LONG)
    adds = [NamedAlly(Who(name, Kind.PERSON, name), handle="@north_ana") for name in names]
    labels = column_of(ask(replace(VIEW, adds=tuple(adds))))
    name = next(label for label in labels if label.text() == "Ana Baker")
    assert name.width() >= name.sizeHint().width()
    short, long = (label for label in labels if label.text() == "@north_ana")
    assert short.width() == short.maximumWidth()
    assert long.width() == 0


def column_of(dialog):
    return dialog.findChild(NameColumns).columns[0].findChildren(Words)


def test_a_link_for_one_more_name_is_not_worth_it(ask):
    dialog = ask(replace(VIEW, adds=VIEW.adds[:4]))
    assert "Ally 3" in words(dialog)
    assert dialog.findChild(NameColumns).columns[0].show_all.isHidden()


def test_a_plain_sum_needs_no_names_pace_or_option(ask):
    bare = replace(VIEW, adds=(), removes=(), pace="", why="", option="")
    dialog = ask(bare)
    assert dialog.findChild(NameColumns) is None
    assert not dialog.option.isVisible()
    assert dialog.height() < ask().height()


def test_a_veil_lies_over_the_window_meanwhile(qtbot, window, ask):
    dialog = ask()
    [veil] = window.findChildren(Veil)
    assert veil.size() == window.size()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(Veil))


def test_the_dialog_is_in_the_middle(window, ask):
    window.resize(700, 780)
    dialog = ask()
    middle = window.mapToGlobal(window.rect().center())
    assert (dialog.geometry().center() - middle).manhattanLength() <= 3


def test_a_low_window_keeps_all_of_the_dialog_on_the_screen(window, ask):
    area = window.screen().availableGeometry()
    window.resize(760, 300)
    window.move(0, area.bottom() - 300)
    dialog = ask()
    assert window.mapToGlobal(window.rect().center()).y() + dialog.height() // 2 > area.bottom()
    assert area.contains(dialog.geometry())


@pytest.mark.parametrize("beyond", [-500, 500])
def test_a_window_that_lies_beside_the_screen_keeps_the_dialog_on_it(window, ask, beyond):
    area = window.screen().availableGeometry()
    window.move(area.left() + beyond, area.top())
    dialog = ask()
    assert not area.contains(window.geometry())
    assert area.contains(dialog.geometry())


def test_ways_to_do_it_begin_with_the_careful_one(ask):
    ways = (Option("A private list", "Only you see it."), Option("A public list", "All see it."))
    dialog = ask(replace(VIEW, choices=ways))
    assert dialog.choices.chosen == 0
    dialog.choices.buttons[1].click()
    assert dialog.choices.chosen == 1
    assert dialog.choices.buttons[1].accessibleDescription() == "All see it."


def test_another_pace_is_asked_for_in_its_own_words(ask, qtbot):
    dialog = ask(replace(VIEW, paced=True))
    with qtbot.waitSignal(dialog.pace_asked):
        dialog.pace.click()
    assert ask(VIEW).pace.isHidden()


WAYS = (
    WayView("pages", "Read all followers", "Answers for everyone.", (VIEW.lines[1],)),
    WayView(
        "look-up",
        "Look up 300 accounts",
        "Tells only about these.",
        (PriceLine("300 look-ups", Decimal("3.00")),),
        charge=PriceKind.ABOUT,
    ),
)


def test_the_ways_stand_with_their_prices_and_the_first_is_chosen(ask):
    dialog = ask(replace(VIEW, lines=WAYS[0].lines, ways=WAYS))
    said = [button.text() for button in dialog.ways.buttons]
    assert said == ["Read all followers: $0.01", "Look up 300 accounts: about $3.00"]
    assert dialog.way == "pages"
    assert dialog.ways.buttons[1].accessibleDescription() == "Tells only about these."
    assert dialog.spend.text() == "Publish for $0.01"


def test_another_way_shows_its_own_sums(qtbot, ask):
    dialog = ask(replace(VIEW, lines=WAYS[0].lines, ways=WAYS, paced=True))
    dialog.ways.buttons[1].click()
    assert dialog.way == "look-up"
    assert "300 look-ups" in words(dialog)
    assert "2 removes at $0.005" not in words(dialog)
    assert dialog.spend.text() == "Publish, about $3.00"
    qtbot.waitUntil(dialog.pace.isVisible)
    with qtbot.waitSignal(dialog.pace_asked):
        dialog.pace.click()
    dialog.ways.buttons[0].click()
    assert "2 removes at $0.005" in words(dialog)
    assert dialog.spend.text() == "Publish for $0.01"


def test_a_way_that_is_too_dear_cannot_be_taken_and_the_cheaper_one_still_can(qtbot, ask):
    dialog = ask(replace(VIEW, lines=WAYS[0].lines, ways=WAYS, budget=Decimal(4)))
    dialog.ways.buttons[1].click()
    assert not dialog.spend.isEnabled()
    dialog.ways.buttons[0].click()
    assert dialog.spend.isEnabled()


def test_one_way_is_no_choice(ask):
    dialog = ask(replace(VIEW, ways=WAYS[:1]))
    assert not dialog.ways.isVisible()
    assert dialog.way == "pages"


def test_without_ways_there_is_no_name_of_one(ask):
    assert ask().way == ""


def test_where_nobody_knows_the_most_it_says_from(ask):
    assert ask(replace(VIEW, charge=PriceKind.FROM)).spend.text() == "Publish, from $0.29"


def test_the_list_of_all_names_lies_on_its_card_like_the_few(qtbot, look, ask):
    for scheme in ("light", "dark", "contrast"):
        look.set_scheme(scheme)
        dialog = ask()
        column = dialog.findChild(NameColumns).columns[0]
        column.show_all.click()
        qtbot.waitUntil(column.everyone.isVisible)
        picture = column.everyone.viewport().grab().toImage()
        # Where a list draws the line below its second row.
        at = (int((picture.width() - 20) * 0.9), 2 * ROW * picture.devicePixelRatio() - 1)
        assert picture.pixelColor(*map(int, at)) == look.colour("panel"), scheme
        dialog.close()
