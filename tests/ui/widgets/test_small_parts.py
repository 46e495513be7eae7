from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from allybook.domain.book.entry import Kind
from allybook.ui.tips import as_written
from allybook.ui.widgets.avatar import Avatar, Who, initials
from allybook.ui.widgets.badges import Badge, BadgeWords, CountPill, KeyCap, Tone
from allybook.ui.widgets.card import Card
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.empty import Drawing, Emptiness, EmptyState, StartWay
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.meter import Meter
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.search import SearchField
from allybook.ui.widgets.veil import Veil
from allybook.ui.widgets.words import Words


@pytest.fixture
def add(qtbot):
    def add(widget):
        qtbot.addWidget(widget)
        return widget

    return add


def test_in_high_contrast_each_box_has_a_line(look, add):
    card = add(Card(look, "accent_soft", "accent_soft"))
    card.resize(80, 40)

    def edge_and_ground():
        image = card.grab().toImage()
        return image.pixelColor(40, 0), image.pixelColor(40, 20)

    assert edge_and_ground() == (look.colour("accent_soft"),) * 2
    look.set_scheme("contrast")
    assert edge_and_ground() == (look.colour("border"), look.colour("accent_soft"))


@pytest.mark.parametrize("make", [QLineEdit, QComboBox, QSpinBox, QPlainTextEdit])
def test_a_field_with_the_keyboard_has_the_frame_of_the_tokens_and_stays_as_it_was(
    look, add, qtbot, make
):
    page = add(QWidget())
    column = QVBoxLayout(page)
    field, other = make(), QLineEdit()
    column.addWidget(field)
    column.addWidget(other)
    page.show()
    page.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before, inside = field.size(), words_of(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert (field.size(), words_of(field)) == (before, inside)
    image = field.grab().toImage()
    width, bottom, middle = int(look.stroke("focus")), field.height() - 1, field.width() // 2
    edge = [image.pixelColor(middle, bottom - depth) for depth in range(width + 1)]
    assert edge == [look.colour("focus")] * width + [look.colour("surface")]


def words_of(field):
    """Return where the words of a field begin, if it tells."""
    return field.cursorRect().topLeft() if hasattr(field, "cursorRect") else None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Harbor Row Shelter Network", "HR"),
        ("Mega Deals 4 Good", "MD"),
        ("Juno Halvorsen-Pike", "JH"),
        ("Ana", "A"),
        ("@NorthbankCircle", "NC"),
        ("@odalys_bk", "OB"),
        ("4 Paws", "4P"),
        ("\U0001f33b Sunflower house", "SH"),
        ("élan vital", "ÉV"),
        ("", ""),
        ("\u2014", ""),
    ],
)
def test_initials_come_from_the_first_two_words(name, letters):
    assert initials(name) == letters


def test_shape_tells_the_kind(add, look):
    person = add(Avatar(look, Who("Odalys", Kind.PERSON, "1"), "pane"))
    organisation = add(Avatar(look, Who("Harbor", Kind.ORGANISATION, "1"), "pane"))
    at = person.width() // 7
    inside = look.avatar_colours("1")[0]
    assert person.grab().toImage().pixelColor(at - 2, at - 2) != inside
    assert organisation.grab().toImage().pixelColor(at - 2, at - 2) == inside


def test_another_face_is_painted_anew(add, look):
    avatar = add(Avatar(look, Who("Ana", Kind.PERSON, "1")))
    before = avatar.grab().toImage()
    avatar.show_who(Who("Ben", Kind.PERSON, "2"))
    assert avatar.grab().toImage() != before


def test_a_badge_has_room_for_its_icon(add, look):
    plain = add(Badge(look, BadgeWords("private")))
    marked = add(Badge(look, BadgeWords("private", Tone.PLAIN, "lock")))
    assert marked.sizeHint().width() > plain.sizeHint().width()
    assert plain.sizeHint().height() == look.height("badge")


def test_a_count_of_one_figure_is_round(add, look):
    pill = add(CountPill(look, "9"))
    assert pill.sizeHint().width() >= pill.sizeHint().height() == look.height("pill")
    pill.show_text("1,284")
    assert pill.text() == "1,284"
    assert add(KeyCap(look, "Ctrl")).text() == "Ctrl"


def test_a_meter_shows_its_parts_in_order(add, look):
    meter = add(Meter(look))
    meter.setFixedWidth(100)
    meter.show_parts([(0.3, "accent"), (0.2, "accent_mid")], "3 of 10 spent, 5 afterwards")
    row = [meter.grab().toImage().pixelColor(x, 4).name() for x in (15, 40, 80)]
    assert row == [look.colour(role).name() for role in ("accent", "accent_mid", "sunken")]
    assert meter.accessibleName() == "3 of 10 spent, 5 afterwards"


def test_a_meter_never_runs_over(add, look):
    meter = add(Meter(look))
    meter.setFixedWidth(100)
    meter.show_parts([(0.9, "accent"), (7.0, "danger")], "over the budget")
    image = meter.grab().toImage()
    assert image.pixelColor(95, 4) == look.colour("danger")


def test_words_that_do_not_fit_are_cut_at_the_end(add, look):
    words = add(Words(look, "Tidewater Debt Clinic and Legal Advice"))
    assert words.minimumSizeHint().width() < words.sizeHint().width()
    words.resize(80, 20)
    short = words.grab().toImage()
    words.setText("Tidewater Debt Clinic and Nothing Else")
    assert words.grab().toImage() == short


def test_a_check_box_is_pressed_by_its_words(qtbot, add, look):
    box = add(CheckBox(look, "Stop at midnight"))
    box.resize(box.sizeHint())
    with qtbot.waitSignal(box.toggled):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert box.grab().toImage().pixelColor(3, 4) == look.colour("accent")


def test_escape_empties_a_search_and_down_leaves_it(qtbot, add, look):
    field = add(SearchField(look, "Find an ally"))
    assert field.accessibleName() == "Find an ally"
    qtbot.keyClicks(field, "housing")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_a_veil_covers_the_window_whatever_its_size(add, look):
    window = add(QWidget())
    window.resize(400, 300)
    veil = Veil(look, window)
    window.show()
    window.resize(700, 500)
    assert veil.size() == window.size()


def test_progress_says_how_far_it_is(add, look):
    card = add(ProgressCard(look, "Publishing to the X List"))
    card.show_step(Step(5, 16, "Added Tidewater Debt Clinic, checked", "8 min left"))
    assert card.numbers.text() == "5 of 16, 8 min left"
    assert card.accessibleName() == "Publishing to the X List, 5 of 16, 8 min left"


def test_progress_that_knows_no_end_says_no_numbers(add, look):
    card = add(ProgressCard(look, "Reading the archive"))
    card.show_step(Step(0, 0))
    assert card.numbers.text() == ""


def test_progress_can_be_paused_and_stopped(qtbot, add, look):
    card = add(ProgressCard(look, "Publishing", pausable=True))
    with qtbot.waitSignal(card.pause_asked):
        card.pause.click()
    assert card.pause.text() == "Go on"
    with qtbot.waitSignal(card.go_on_asked):
        card.pause.click()
    with qtbot.waitSignal(card.stop_asked):
        card.stop.click()


def test_a_header_is_lower_without_a_subtitle(add, look):
    header = add(PageHeader(look, "Swhelper allies"))
    low = header.height()
    header.show_words("#SwHelper calm", "214 posts kept")
    assert header.height() == look.height("page_header") > low
    assert not header.subtitle.isHidden()


@pytest.fixture
def empty(add, look):
    ways = (
        StartWay("paste", "clipboard-paste", "Paste handles", "any text will do", ("Ctrl", "V")),
        StartWay(
            "chat", "messages-square", "Take them from a chat", "", off="No chat was read yet"
        ),
    )
    return add(EmptyState(look, Emptiness("Who can your group count on?", "Bring them.", ways)))


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_way_to_start_obeys_the_keyboard(qtbot, empty, key):
    with qtbot.waitSignal(empty.chosen) as heard:
        qtbot.keyClick(empty.ways["paste"], key)
    assert heard.args == ["paste"]


def test_a_way_that_is_closed_says_why(empty):
    way = empty.ways["chat"]
    assert not way.isEnabled()
    assert way.accessibleDescription() == "No chat was read yet"
    assert empty.accessibleName() == "Who can your group count on?"


def test_a_low_page_leaves_out_the_drawing_before_a_way_to_start(qtbot, look, empty):
    [drawing] = empty.findChildren(Drawing)
    last = list(empty.ways.values())[-1]
    empty.resize(700, 600)
    empty.show()
    qtbot.waitUntil(drawing.isVisible)
    needed = empty.widget().sizeHint().height()
    empty.resize(700, needed - 20)
    qtbot.waitUntil(lambda: not drawing.isVisible())
    assert not last.visibleRegion().isEmpty()
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_work_of_unknown_length_is_never_shown_as_none_done(look, add):
    card = add(ProgressCard(look, "Reading the file"))
    seen = []
    for done in range(1, 40):
        card.show_step(Step(0, 0, f"{done} records"))
        seen.append(card.meter._parts[-1][0])
        assert sum(share for share, _ in card.meter._parts) <= 1
    assert all(0 < piece <= 0.2 + 1e-9 for piece in seen)
    assert card.meter.accessibleName() == "39 records"
    card.show_step(Step(1, 2))
    assert card.meter._parts == ((0.5, "accent"),)


def test_a_low_card_of_progress_is_one_line_with_its_way_out(qtbot, look, add):
    low, usual = add(ProgressCard(look, "Reading", low=True)), add(ProgressCard(look, "Reading"))
    for card in (low, usual):
        card.show_step(Step(0, 0, "124,000 records"))
        card.resize(600, card.sizeHint().height())
        card.show()
    assert low.height() <= usual.height() / 2
    assert low.last.geometry().center().y() == low.stop.geometry().center().y()
    with qtbot.waitSignal(low.stop_asked):
        low.stop.click()


def test_a_check_box_keeps_the_margin_that_it_is_given(look, add):
    box = add(CheckBox(look, "With reposts"))
    bare = box.sizeHint().width()
    box.setContentsMargins(0, 0, 12, 0)
    assert box.sizeHint().width() == bare + 12


def tip_of(words):
    """Return what some words have for a tooltip once the pointer is on them."""
    at = QPointF(words.rect().center())
    QApplication.sendEvent(words, QEnterEvent(at, at, QPointF(words.mapToGlobal(at))))
    return words.toolTip()


@pytest.mark.parametrize("name", ["Harbor Row Shelter Network", "<img src=x> & friends of it"])
def test_words_that_are_cut_are_told_whole_as_they_are_written(add, look, name):
    words = add(Words(look, name))
    words.resize(400, words.height())
    assert tip_of(words) == ""
    words.resize(60, words.height())
    assert tip_of(words) == as_written(name)
    words.setText("Roof")
    assert tip_of(words) == ""
    words.setToolTip("Their own")
    words.setText(name)
    assert tip_of(words) == "Their own"
