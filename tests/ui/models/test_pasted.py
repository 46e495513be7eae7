"""Pasted lines as a table, and a nomination that asks something in its row."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from allybook.services.people.adding import LineFound, PieceFate, Sorted
from allybook.ui.models.nominations import NominationRow, NominationsModel
from allybook.ui.models.pasted import PastedColumn, PastedModel, fate_sign
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tabs.allies.add_report import AddReport

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LINES = (
    LineFound(2, "@elm", PieceFate.NEW),
    LineFound(10, "12", PieceFate.LEFTOVER),
    LineFound(10, "@elm", PieceFate.AGAIN),
)


def shown(model):
    return [model.index(row, PastedColumn.WORDS).data() for row in range(model.rowCount())]


def test_the_lines_stand_the_model_test(qapp):
    model = PastedModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(list(enumerate(LINES)))
    for column in PastedColumn:
        model.sort(column, Qt.SortOrder.DescendingOrder)
    model.sort(PastedColumn.LINE)
    model.show([])
    assert tester is not None


def test_lines_sort_by_their_place_and_not_as_text(qapp):
    model = PastedModel()
    model.show(list(enumerate(LINES)))
    model.sort(PastedColumn.LINE)
    assert shown(model) == ["@elm", "12", "@elm"]
    assert model.index(1, 0).data(SENTENCE) == "Line 10: 12, not understood."


def test_who_opted_out_of_another_book_is_said_with_its_name(qapp, look):
    model, report = PastedModel(), AddReport(look)
    lines = (LineFound(1, "@oak", PieceFate.OUT, "My allies"), LineFound(2, "@fir", PieceFate.OUT))
    model.show(list(enumerate(lines)))
    assert model.index(0, 0).data(SENTENCE) == "Line 1: @oak, opted out of “My allies”."
    report.show_sorted(Sorted(lines))
    names = {one.accessibleName() for one in report.summary.findChildren(QWidget)}
    assert {"1 opted out of “My allies”: @oak", "1 never listed again: @fir"} <= names


def test_every_fate_has_a_word_and_an_icon(qapp):
    signs = [fate_sign(fate) for fate in PieceFate]
    assert len({sign.words for sign in signs}) == len(signs)
    assert all(sign.icon for sign in signs)


def test_a_row_that_asks_says_its_question_and_tells_the_view(qapp, qtbot):
    model = NominationsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show([NominationRow("1", "Elm", "elm"), NominationRow("2", "Oak", "oak")])
    with qtbot.waitSignal(model.dataChanged):
        model.ask("2", "Do they know?")
    assert model.index(1, 0).data(SENTENCE) == "Oak, @oak, organisation: Do they know?"
    assert model.index(1, 0).data(Role.ROW).asking == "Do they know?"
    assert model.index(0, 0).data(Role.ROW).asking == ""
    with qtbot.waitSignal(model.dataChanged):
        model.ask("", "")
    assert model.index(1, 0).data(Role.ROW).asking == ""
    assert tester is not None
