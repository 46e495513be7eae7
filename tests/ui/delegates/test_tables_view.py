from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from allybook.domain.check.followback import Answer
from allybook.ui.delegates.allies_view import AlliesView
from allybook.ui.delegates.ally import subject
from allybook.ui.delegates.cells import fitting_pills
from allybook.ui.delegates.ink import Ink, Kit, RowMood
from allybook.ui.delegates.nomination import quote_pieces
from allybook.ui.delegates.views import FindingsView, NominationsView
from allybook.ui.models import signs
from allybook.ui.models.allies import AllyColumn, AllyRow
from allybook.ui.models.ally_table import AlliesModel
from allybook.ui.models.findings import FindingColumn, FindingRow, FindingsModel
from allybook.ui.models.nominations import NominationRow, NominationsModel
from allybook.ui.models.pills import Pill
from tests.fakes.cards import NOW, now

ROWS = [AllyRow(str(number), name, f"h{number}") for number, name in enumerate("dbacfe")]


def shown(qtbot, view, height=403):
    qtbot.addWidget(view)
    view.resize(752, height)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def allies(qtbot, look):
    model = AlliesModel(now)
    view = AlliesView(look, model)
    model.show(ROWS)
    return shown(qtbot, view)


@pytest.fixture
def findings(qtbot, look):
    model = FindingsModel(now)
    view = FindingsView(look, model)
    flags = (signs.quiet_pill(timedelta(days=212)),)
    model.show([FindingRow(key, key, key, Answer.IDOL, flags=flags, since=NOW) for key in "xyz"])
    return shown(qtbot, view)


def colour_at(view, x, y):
    return view.viewport().grab().toImage().pixelColor(x, y)


def names(view):
    return [row.name for row in view.model().rows()]


def click_title(view, column):
    head = view.horizontalHeader()
    at = QPoint(head.sectionViewportPosition(column) + 20, 16)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_allies_are_sorted_by_name_until_a_title_is_clicked(allies):
    assert names(allies) == list("abcdef")
    click_title(allies, AllyColumn.ALLY)
    assert names(allies) == list("fedcba")


def test_the_current_ally_stays_current_over_sorting_and_filtering(allies):
    allies.go_to("3")
    click_title(allies, AllyColumn.ALLY)
    assert allies.current_key() == "3"
    allies.model().keep(bytes(row.name == "c" for row in ROWS))
    assert (allies.current_key(), allies.currentIndex().row()) == ("3", 0)


def test_the_columns_stand_where_the_picture_has_them(allies):
    head = allies.horizontalHeader()
    shown = [column for column in AllyColumn if not allies.isColumnHidden(column)]
    assert [head.sectionViewportPosition(column) for column in shown] == [
        0, 248, 336, 472, 572, 668,
    ]  # fmt: skip
    assert (head.height(), allies.rowHeight(0)) == (32, 40)
    assert head.length() == 752


def test_the_whole_row_lights_up_and_is_framed_as_one(qtbot, look, allies):
    QTest.mouseMove(allies.viewport(), QPoint(60, 60))
    qtbot.waitUntil(lambda: allies.hover_row == 1)
    assert colour_at(allies, 640, 44) == look.colour("hover")
    allies.go_to("2")
    QTest.keyClick(allies, Qt.Key.Key_Down)
    frame = look.colour("focus")
    assert [colour_at(allies, x, 60) == frame for x in (0, 248, 336, 751)] == [
        True, False, False, True,
    ]  # fmt: skip
    assert colour_at(allies, 400, 40) == colour_at(allies, 700, 79) == frame


def test_the_scroll_bar_lies_over_the_rows(qtbot, look):
    model = AlliesModel(now)
    view = shown(qtbot, AlliesView(look, model))
    model.show([AllyRow(str(number), f"N{number:03}", "h") for number in range(100)])
    edge = view.grab().toImage().copy(740, 40, 12, 20)
    colours = {edge.pixelColor(x, y).name() for x in range(12) for y in range(20)}
    assert len(colours) > 1


def test_what_no_row_covers_is_of_the_colour_of_the_list(look, allies):
    allies.model().keep(bytes(row.name == "c" for row in ROWS))
    assert colour_at(allies, 300, 39) == look.colour("border")
    assert colour_at(allies, 300, 41) == look.colour("surface")
    allies.model().keep(bytes(len(ROWS)))
    assert colour_at(allies, 300, 20) == look.colour("surface")


def test_the_head_has_its_own_ground(look, allies):
    image = allies.horizontalHeader().grab().toImage()
    assert image.pixelColor(200, 16) == look.colour("panel")
    assert image.pixelColor(200, 31) == look.colour("border")


def test_a_compact_table_has_the_handle_beside_the_name(look, allies):
    allies.set_row_height(look.height("table_compact"))
    assert allies.rowHeight(0) == 32
    beside = allies.viewport().grab().toImage().copy(60, 10, 40, 16)
    colours = {beside.pixelColor(x, y).name() for x in range(40) for y in range(16)}
    assert len(colours) > 1


def test_space_and_click_tick_a_finding(qtbot, findings):
    model = findings.model()
    findings.go_to("y")
    with qtbot.waitSignal(model.ticked) as told:
        QTest.keyClick(findings, Qt.Key.Key_Space)
    assert told.args == ["y", True]
    with qtbot.waitSignal(model.ticked) as told:
        QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(24, 60))
    assert told.args == ["y", False]


def test_a_ticked_box_is_filled(look, findings):
    assert colour_at(findings, 18, 20) == look.colour("surface")
    findings.model().set_ticked(["x"])
    assert colour_at(findings, 18, 20) == look.colour("accent")


def test_findings_keep_the_order_given_until_a_title_is_clicked(findings):
    assert names(findings) == ["x", "y", "z"]
    click_title(findings, FindingColumn.ACCOUNT)
    click_title(findings, FindingColumn.ACCOUNT)
    assert names(findings) == ["z", "y", "x"]


def test_rows_of_another_kind_are_about_nobody():
    assert subject("text") is None


def test_pills_that_do_not_fit_are_counted(look):
    target = QPixmap(10, 10)
    painter = QPainter(target)
    ink = Ink(painter, Kit(look), RowMood())
    pills = [Pill("rural"), Pill("funds"), Pill("transport"), Pill("nights")]
    assert [pill.words for pill in fitting_pills(pills, ink, 500)] == [pill.words for pill in pills]
    assert [pill.words for pill in fitting_pills(pills, ink, 120)] == ["rural", "funds", "+2"]
    assert fitting_pills(pills[2:3], ink, 40)[0].words.endswith("…")
    painter.end()


@pytest.mark.parametrize(
    ("mood", "scheme", "role"),
    [
        (RowMood(), "dark", "sunken"),
        (RowMood("selection", selected=True), "dark", "surface"),
        (RowMood("selection_off", selected=True), "light", "surface"),
        (RowMood("selection", selected=True, only="on_accent"), "contrast", "sunken"),
    ],
)
def test_a_grey_pill_shows_on_a_chosen_row_too(look, mood, scheme, role):
    look.set_scheme(scheme)
    target = QPixmap(60, 24)
    target.fill(look.colour(mood.ground))
    painter = QPainter(target)
    Ink(painter, Kit(look), mood).pill(QPointF(0, 0), Pill("a video"))
    painter.end()
    assert target.toImage().pixelColor(8, 3) == look.colour(role)


BLUEBIRD = NominationRow(
    "b",
    "Bluebird Respite Care",
    "BluebirdRespite",
    people=4,
    posts=6,
    said_in="A3",
    quote="our friends at @BluebirdRespite",
)


@pytest.mark.parametrize(
    ("row", "pieces"),
    [
        (
            BLUEBIRD,
            [("4 people in A3: “our friends at ", False), ("@BluebirdRespite", True), ("”", False)],
        ),
        (
            NominationRow("b", "B", "b", quote="check out @b now", stressed="check out"),
            [("1 person: “", False), ("check out", True), (" @b now”", False)],
        ),
        (NominationRow("b", "B", "b"), [("1 person", False)]),
        (
            NominationRow("b", "B", "b", quote="someone else"),
            [("1 person: “someone else", False), ("”", False)],
        ),
    ],
)
def test_a_quote_stresses_who_is_named(row, pieces):
    assert quote_pieces(row) == pieces


def test_under_the_buttons_the_counts_are_left_out(qtbot, look):
    model = NominationsModel()
    view = NominationsView(look, model)
    model.show([BLUEBIRD])
    shown(qtbot, view, 112)

    def inked():
        image = view.viewport().grab().toImage().copy(620, 10, 120, 36)
        return {image.pixelColor(x, y).name() for x in range(120) for y in range(36)}

    assert len(inked()) > 1
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(400, 0, 200, 0)
    row.addWidget(QPushButton("Approve"))
    view.setIndexWidget(model.index(0, 0), buttons)
    assert inked() == {look.colour("surface").name()}
    assert view.rowHeight(0) == 56


def test_the_head_shows_what_it_is_sorted_by_and_how_wide_its_columns_are(allies, look):
    head = allies.horizontalHeader()

    def seen():
        return head.viewport().grab().toImage()

    first = seen()
    allies.sortByColumn(AllyColumn.STATUS, Qt.SortOrder.AscendingOrder)
    other = seen()
    assert other != first
    allies.sortByColumn(AllyColumn.STATUS, Qt.SortOrder.DescendingOrder)
    assert seen() not in (first, other)
    head.resizeSection(AllyColumn.TAGS, 200)
    assert seen().pixelColor(2, 2) == look.colour("panel")
    head.resizeSection(AllyColumn.TAGS, 136)
    allies.sortByColumn(AllyColumn.ALLY, Qt.SortOrder.AscendingOrder)
    assert seen() == first


def test_a_handle_stands_whole_or_not_at_all(qtbot, look):
    flag = (Pill("says “no lists”: ask first"),)
    rows = [
        replace(BLUEBIRD, handle=handle, quote="", posts=0, flags=flag)
        for handle in ("BluebirdRespite", "")
    ]

    def painted(row, width):
        model = NominationsModel()
        view = NominationsView(look, model)
        qtbot.addWidget(view)
        model.show([row])
        view.resize(width, 112)
        view.show()
        return view.viewport().grab().toImage()

    low, wide = 470, 900
    assert painted(rows[0], low) == painted(rows[1], low)
    assert painted(rows[0], wide) != painted(rows[1], wide)
