"""What a person does in the timeline: reads gaps, mutes, mends a filter, changes chips, waits."""

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from allybook.domain.changes import Changed
from allybook.domain.filters.show import show
from allybook.domain.posts import id_at
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.allowance import spent_by_itself
from allybook.services.reading.arrivals import begin_noting
from allybook.services.reading.capture import chat_source
from allybook.services.reading.gaps import gaps
from allybook.services.reading.refresh import MARK, refresh
from allybook.services.timeline.thread import thread_of
from allybook.ui.models.gaps import GapRow
from allybook.ui.models.roles import SENTENCE, Role
from allybook.ui.tabs.timeline.chip_editor import ChipEditor
from allybook.ui.tabs.timeline.mute_card import MuteCard
from allybook.ui.tour.states import close_all, small_states, timeline_states
from allybook.ui.widgets.chips import Chip
from allybook.ui.widgets.prose import Prose
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton
VIEWS = ("Everything", "Allies only", "Action alerts", "Questions", "Conversation")
CHAT = chat_source("swhelper")


@pytest.fixture
def gap(desk, read):
    """Home was read a day ago, and just now the newest thirty posts of it."""
    desk.cache.set_mark(MARK, id_at(desk.clock.now() - timedelta(hours=20)))
    refresh(desk, Patience(), most=30)
    return gaps(desk)[0]


def go_to(tab, word):
    spots = tab._map.spots.values()
    tab.places.tree.chosen.emit(next(s.place.key for s in spots if s.place.word == word))


def open_menu(tab):
    return next(menu for menu in tab.findChildren(QMenu) if menu.isVisible())


def test_every_view_shows_what_its_place_counts_and_each_row_says_itself(timeline, settled):
    for word in (*VIEWS, "#swhelper"):
        go_to(timeline, word)
        settled(lambda word=word: timeline.header.title.text() == word)
        spots = {one.place.word: one for one in timeline._map.spots.values()}
        assert str(timeline.model.rowCount()) == spots[word].place.count
        for row in range(min(20, timeline.model.rowCount())):
            said = timeline.model.index(row, 0).data(SENTENCE)
            assert said.count("\n") == 0
            assert len(said) > 20
    go_to(timeline, "Quiet folder")
    settled(lambda: timeline.header.title.text() == "Quiet folder")
    assert timeline.model.rowCount() > 0
    for row in range(timeline.model.rowCount()):
        assert " hidden: " in timeline.model.index(row, 0).data(SENTENCE)


def test_a_gap_between_the_posts_is_read_by_a_press_on_its_button(qtbot, desk, stage, gap, settled):
    tab = stage.window.timeline()
    settled(tab.model.gap_rows)
    go_to(tab, "Home timeline")
    settled(lambda: tab.header.title.text() == "Home timeline" and tab.model.gap_rows())
    row = tab.model.gap_rows()[0]
    shown = tab.model.index(row, 0).data(Role.ROW)
    assert isinstance(shown, GapRow)
    assert shown.act.startswith("Read them, $")
    tab.view.scrollTo(tab.model.index(row, 0))
    place, before = tab.view.visualRect(tab.model.index(row, 0)), spent_this_month(desk)
    rows = tab.model.rowCount()
    QTest.mouseClick(tab.view.viewport(), LEFT, pos=QPoint(place.right() - 60, place.center().y()))
    settled(lambda: tab.model.rowCount() > rows)
    assert gap not in gaps(desk)
    said = Decimal(shown.act.partition("$")[2])
    assert 0 < spent_this_month(desk) - before <= said


def test_an_author_is_muted_by_key_and_waits_with_the_reason(qtbot, timeline, settled):
    timeline.view.setFocus()
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    author = timeline.beside.current().handle
    settled()
    qtbot.keyClick(timeline.view, Qt.Key.Key_M)
    menu = open_menu(timeline)
    inner = next(one.menu() for one in menu.actions() if one.text() == f"Mute {author}")
    next(one for one in inner.actions() if one.text() == "For a week").trigger()
    menu.close()
    settled(lambda: author in timeline.note.accessibleName())
    assert "until Apr 7" in timeline.note.accessibleName()
    handles = {
        timeline.model.index(row, 0).data(Role.ROW).handle
        for row in range(timeline.model.rowCount())
    }
    assert author not in handles
    go_to(timeline, "Muted")
    settled(lambda: timeline.header.title.text() == "Muted" and timeline.model.rowCount() > 0)
    assert "muted" in timeline.model.index(0, 0).data(SENTENCE).lower()
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled()
    qtbot.mouseClick(timeline.details.acts.unmute, LEFT)
    settled(lambda: timeline.model.rowCount() == 0)


def test_words_are_muted_for_ever_by_typing_them(qtbot, timeline, settled):
    timeline.view.setFocus()
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    settled()
    qtbot.keyClick(timeline.view, Qt.Key.Key_M)
    menu = open_menu(timeline)
    next(one for one in menu.actions() if one.text() == "Mute words…").trigger()
    menu.close()
    card = timeline.window().findChildren(MuteCard)[-1]
    qtbot.keyClicks(card.field, "beds")
    card.spell.setCurrentIndex(2)
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    settled(lambda: "Muted: “beds”, for ever." in timeline.note.accessibleName())
    timeline.show_filter("beds")
    settled(lambda: show(timeline.sight.wish.chosen) == "beds")
    assert timeline.model.rowCount() == 0


def test_a_wrong_filter_is_mended_by_one_press_on_its_suggestion(qtbot, timeline, settled):
    timeline.bar.field.setFocus()
    qtbot.keyClicks(timeline.bar.field, "is:repst #swhelper")
    qtbot.keyClick(timeline.bar.field, Qt.Key.Key_Return)
    assert timeline.bar.field.selectedText() == "is:repst"
    link = timeline.note._prose._links[0]
    assert link.text() == "Use it"
    qtbot.mouseClick(link, LEFT)
    settled(lambda: show(timeline.sight.wish.chosen) == "is:repost #swhelper")
    assert timeline.note.isHidden()
    assert timeline.bar.field.text() == ""


def test_chips_are_changed_by_mouse_and_by_keyboard(qtbot, timeline, settled):
    timeline.show_filter("#swhelper min_likes:5")
    settled()
    chip = next(one for one in timeline.bar.findChildren(Chip) if one.view.text == "5+ likes")
    qtbot.mouseClick(chip, LEFT)
    menu = timeline.bar.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == "Change it…").trigger()
    menu.close()
    editor = timeline.window().findChildren(ChipEditor)[-1]
    qtbot.keyClick(editor.value, Qt.Key.Key_Up)
    qtbot.mouseClick(editor.yes, LEFT)
    settled(lambda: show(timeline.sight.wish.chosen) == "#swhelper min_likes:6")
    chip = next(one for one in timeline.bar.findChildren(Chip) if one.view.text == "#swhelper")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    settled(lambda: show(timeline.sight.wish.chosen) == "min_likes:6")
    likes = [
        timeline.model.index(row, 0).data(Role.ROW).row.post.metrics.likes
        for row in range(timeline.model.rowCount())
    ]
    assert likes
    assert min(likes) >= 6


def test_refreshing_by_itself_is_allowed_with_a_cap_and_stops_at_it(qtbot, desk, timeline, settled):
    automatic = timeline.reader.automatic
    assert not automatic.box.isChecked()
    qtbot.mouseClick(automatic.box, LEFT, pos=QPoint(8, automatic.box.height() // 2))
    assert automatic.box.isChecked()
    automatic.cap.setCurrentIndex(automatic.cap.findText("$0.10 a day"))
    automatic.cap.activated.emit(automatic.cap.currentIndex())
    for _quarter in range(6):
        desk.cache.set_mark(MARK, "")
        automatic.refresh()
        settled()
    assert 0 < spent_by_itself(desk) <= Decimal("0.10")
    settled(lambda: automatic.says.text().startswith("Rests until "))


def test_twelve_new_posts_wait_while_the_reader_is_in_the_middle(
    qtbot, desk, stage, timeline, settled
):
    view, newest = timeline.view, desk.cache.post(str(timeline.model.order()[0]))
    view.verticalScrollBar().setValue(104 * 20 + 31)
    view.setCurrentIndex(timeline.model.index(24, 0))
    settled()
    top, current = view.verticalScrollBar().value(), view.current_key()
    fresh = [replace(newest, post_id=str(int(newest.post_id) + n)) for n in range(1, 13)]
    begin_noting(desk)
    desk.cache.save_posts(fresh, CHAT)
    desk.announcer.announce(Changed(posts=True))
    settled(lambda: timeline.count() == 12)
    assert timeline.strip.new.text() == "12 new"
    assert stage.window.shell.tabs.accessibleTabName(0) == "Timeline, 12 new posts"
    assert (view.verticalScrollBar().value(), view.current_key()) == (top, current)
    timeline.details.acts.open.setFocus()
    qtbot.keyClick(timeline.details.acts.open, Qt.Key.Key_N)
    assert timeline.count() == 0
    assert view.verticalScrollBar().value() == 0
    unread = [timeline.model.index(row, 0).data(Role.UNREAD) for row in range(13)]
    assert unread == [*[True] * 12, False]


def test_a_press_on_a_day_narrows_and_another_filter_lets_go_of_it(timeline, settled):
    bars, whole = timeline.histogram, timeline.model.rowCount()
    settled(bars.buckets)
    number, day = next(
        (number, bucket.first)
        for number, bucket in enumerate(bars.buckets())
        if 0 < bucket.kept < whole and bucket.first == bucket.last
    )

    def press():
        QTest.mouseClick(bars, LEFT, pos=bars.bar(number).center().toPoint())

    press()
    settled(lambda: timeline.sight.whole and timeline.model.rowCount() < whole)
    assert timeline.model.rowCount() == timeline.sight.kept == bars.buckets()[number].kept
    rows = (timeline.model.index(row, 0) for row in range(timeline.model.rowCount()))
    assert {index.data(Role.ROW).row.post.created_at.date() for index in rows} == {day}
    press()
    settled(lambda: timeline.model.rowCount() == whole)
    press()
    settled(lambda: timeline.model.rowCount() < whole)
    go_to(timeline, "Conversation")
    settled(lambda: timeline.header.title.text() == "Conversation" and timeline.sight.whole)
    assert timeline.sight.wish.days is None
    assert timeline.model.rowCount() == sum(bar.kept for bar in bars.buckets())


def test_the_states_that_are_photographed_are_what_they_are_called(timeline, settled):
    seen = {}
    for name, bring in {**timeline_states(), **small_states()}.items():
        for _step in bring(timeline):
            settled(lambda: timeline.sight.whole and timeline.sight.wish == timeline._asked)
        settled(lambda: timeline.sight.whole and timeline.sight.wish == timeline._asked)
        note = timeline.note.accessibleName() if timeline.note.isVisible() else ""
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        seen[name] = (timeline.header.title.text(), note, type(over).__name__)
        close_all(timeline)
    assert [seen[name][0] for name in ("allies-only", "quiet")] == ["Allies only", "Quiet folder"]
    assert seen["chips"][0].startswith("Posts with #swhelper")
    assert seen["error"][1].startswith("has: does not know")
    assert seen["suggestion"][1].endswith("Did you mean is:repost? Use it")
    over = {name: kind for name, (_title, _note, kind) in seen.items() if kind != "NoneType"}
    assert over == {
        "picker": "Menu",
        "chip-menu": "Menu",
        "chip-editor": "ChipEditor",
        "completion": "QListView",
        "save-view": "AskName",
        "mute-menu": "Menu",
        "mute-words": "MuteCard",
        "noise": "NoiseDialog",
        "window-menu": "WindowMenu",
        "help": "Help",
        "parting": "PartingDialog",
    }


def test_who_reads_a_conversation_is_left_there_whatever_changes(qtbot, desk, timeline, settled):
    details, context = timeline.details, timeline.details.context
    timeline.window().resize(1500, 480)
    settled(lambda: timeline.sight.whole)
    every = [timeline.model.index(row, 0) for row in range(timeline.model.rowCount())]
    answered = (one for one in every if thread_of(desk, one.data(Role.ROW).row.post).after)
    timeline.view.setCurrentIndex(next(answered))
    settled(context.isVisible)
    line = [one for one in context.findChildren(Prose) if one.isVisible() and one._links][-1]
    answer, bar = line._links[0], details._area.verticalScrollBar()
    answer.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(answer.hasFocus)
    bar.setValue(bar.maximum())
    before = bar.value()
    moved = []
    bar.valueChanged.connect(moved.append)
    noticing = QApplication.instance().focusChanged.connect(lambda _old, new: moved.append(new))
    for change in (Changed(posts=True), Changed(settings=True)):
        desk.announcer.announce(change)
        settled(lambda: not timeline._later.isActive())
    # The application lives on for other tests.
    QObject.disconnect(noticing)
    assert before > 0
    assert (moved, bar.value()) == ([], before)
    assert answer.hasFocus()
