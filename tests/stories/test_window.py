"""What a person does in the window, with mouse and keyboard, on the practice network."""

import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from allybook.domain.book.entry import Status
from allybook.domain.changes import Changed
from allybook.services.books.edit import approve
from allybook.services.money.quote import spent_this_month
from allybook.services.people.nominate import nominate_handles
from allybook.services.people.resolve import quote_resolve, resolve_handles
from allybook.services.reading.capture import capture, chat_source
from allybook.services.reading.refresh import refresh
from allybook.services.timeline.views import views
from allybook.ui.dialogs.ask_name import AskName
from allybook.ui.models.roles import Role
from allybook.ui.session import is_new
from allybook.ui.widgets.chips import Chip
from tests.fakes.desk import Patience

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def read(desk):
    """The chat and some of the home timeline are in the cache."""
    capture(desk, "swhelper", Patience())
    refresh(desk, Patience(), most=100)


@pytest.fixture
def timeline(qtbot, stage, read, settled):
    tab = stage.window.timeline()
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0, timeout=20_000)
    settled()
    return tab


def type_filter(qtbot, tab, text):
    tab.bar.field.setFocus()
    qtbot.keyClicks(tab.bar.field, text)
    qtbot.keyClick(tab.bar.field, Qt.Key.Key_Return)


def chips(tab):
    return [chip for chip in tab.bar.findChildren(Chip) if chip.isVisible()]


def test_the_first_run_offers_three_doors(qtbot, desk, stage):
    assert is_new(desk) is False  # the practice network is an account
    stage.window.welcome()
    page = stage.doors.page(stage.window._look)
    with qtbot.waitSignal(stage.doors.practise_wanted):
        page.practice.findChild(QPushButton).click()


def test_a_filter_typed_by_hand_becomes_chips_and_comes_off_again(qtbot, desk, timeline, settled):
    everything = timeline.model.rowCount()
    type_filter(qtbot, timeline, "-is:repost #swhelper")
    qtbot.waitUntil(lambda: 0 < timeline.model.rowCount() < everything, timeout=20_000)
    settled()
    assert {chip.view.text for chip in chips(timeline)} == {"no reposts", "#swhelper"}
    while chips(timeline):
        qtbot.keyClick(chips(timeline)[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: timeline.model.rowCount() == everything, timeout=20_000)


def test_words_that_are_not_understood_are_said_and_stay(qtbot, timeline):
    rows = timeline.model.rowCount()
    type_filter(qtbot, timeline, "noise:40")
    assert timeline.note.isVisible()
    assert timeline.bar.field.text() == "noise:40"
    assert timeline.model.rowCount() == rows


def test_new_posts_wait_and_never_move_the_list(qtbot, desk, stage, timeline, settled):
    top = timeline.model.order()[0]
    newest = desk.cache.post(str(top))
    later = desk.cache.posts(chat_source("swhelper"))[-1]
    # A post from the future of the practice network, as a refresh would bring it.
    fresh = replace(later, post_id=str(int(newest.post_id) + 5), created_at=newest.created_at)
    desk.cache.save_posts([fresh], chat_source("swhelper"))
    desk.announcer.announce(Changed(posts=True))
    qtbot.waitUntil(lambda: timeline.count() == 1, timeout=20_000)
    settled()
    assert timeline.model.order()[0] == top
    assert timeline.strip.new.isVisible()
    qtbot.mouseClick(timeline.strip.new, LEFT)
    assert timeline.model.order()[0] == int(fresh.post_id)
    assert timeline.count() == 0


def test_a_book_filters_the_timeline_and_says_why(qtbot, desk, timeline, settled):
    resolve_handles(desk, ["DovetailPeers"], Patience())
    nominate_handles(desk, desk.book(), ["DovetailPeers"])
    approve(
        desk,
        desk.book(),
        [desk.cache.accounts_by_handle(["DovetailPeers"])["dovetailpeers"].user_id],
    )
    timeline.show_filter('in:"My allies"')
    qtbot.waitUntil(lambda: 0 < timeline.model.rowCount() < 60, timeout=20_000)
    settled()
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    said = timeline.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "ally" in said
    assert "kept: ally" in said
    assert "ally" in timeline.details.handle.text()


def test_offline_switches_off_what_spends_and_nothing_else(qtbot, stage, timeline, settled):
    rows = timeline.model.rowCount()
    stage.window.switch_line(up=False)
    settled()
    assert not timeline.refresh_button.isEnabled()
    assert "online" in timeline.refresh_button.text()
    assert timeline.model.rowCount() == rows
    stage.window.switch_line(up=True)
    settled()
    assert timeline.refresh_button.isEnabled()


def test_a_file_behind_the_second_door_comes_into_the_timeline(qtbot, tmp_path, stage, settled):
    post = {
        "id": "2038000000000000000",
        "text": "From a file #SwHelper",
        "author_id": "77",
        "created_at": "2026-03-29T10:00:00.000Z",
        "author": {"id": "77", "username": "FileFriend", "name": "File Friend"},
    }
    path = tmp_path / "posts.jsonl"
    path.write_text(json.dumps(post) + "\n", encoding="utf-8")
    with qtbot.waitSignal(stage.doors.imported, timeout=20_000) as told:
        stage.doors.read(path)
    assert "posts.jsonl" in told.args[0]
    timeline = stage.window.timeline()
    qtbot.waitUntil(lambda: timeline.model.rowCount() == 1, timeout=20_000)


def open_door(qtbot, stage, path, text):
    """Give a file to the second door; return what the window says of it."""
    path.write_text(text, encoding="utf-8")
    with qtbot.waitSignal(stage.doors.imported, timeout=20_000) as told:
        stage.doors.read(path)
    return told.args[0]


def test_a_table_behind_the_second_door_comes_with_all_that_it_says(qtbot, tmp_path, desk, stage):
    rows = (
        "handle,status,tags,notes,category",
        "ana,declined,,not now,",
        "ben,opted out,,,",
        'cleo,approved,"beds, night",knows the harbour,shelter',
        "dot,perhaps,,,",
    )
    said = open_door(qtbot, stage, tmp_path / "ours.csv", "\n".join(rows))
    assert said == (
        "ours.csv: 4 records read. @ben was not brought in: the table says opted out; say so in "
        "the book to make it hold for ever. In line 5, a cell was not understood: “perhaps” is no "
        "status."
    )
    allies = {ally.handle: ally for ally in desk.book().allies()}
    assert {handle: ally.status for handle, ally in allies.items()} == {
        "ana": Status.DECLINED,
        "cleo": Status.APPROVED,
        "dot": Status.NOMINATED,
    }
    cleo = allies["cleo"]
    assert (set(cleo.tags), cleo.category) == ({"beds", "night"}, "shelter")
    assert [note.text for note in cleo.notes] == ["knows the harbour"]


def test_the_second_door_counts_who_of_a_table_was_not_brought_in(qtbot, tmp_path, desk, stage):
    rows = (
        "handle,status",
        "ana,opted out",
        "ben,removed",
        "#Beds,opted out",
        "cleo,so,more",
        "dora,y",
    )
    said = open_door(qtbot, stage, tmp_path / "ours.csv", "\n".join(rows))
    assert "3 were not brought in, the first @ana: the table says opted out; " in said
    assert "3 cells were not understood, the first in line 5: “so” is no status." in said
    again = open_door(qtbot, stage, tmp_path / "names.txt", "@dot\n#Beds\n")
    assert again == "names.txt: 2 records read."
    assert {ally.handle for ally in desk.book().allies()} == {"cleo", "dora", "dot", "Beds"}


def test_who_stops_a_table_adds_nobody_and_is_told_so(qtbot, tmp_path, desk, stage):
    path = tmp_path / "ours.csv"
    stage.doors.advanced.connect(lambda _done: stage.doors.stop())
    rows = [f"Group_{number:06},approved,,{'long words ' * 9}" for number in range(30_000)]
    said = open_door(qtbot, stage, path, "\n".join(("handle,status,tags,notes", *rows)))
    number = len(desk.book().allies())
    assert number < len(rows)
    told = (
        f"stopped after {number:,} records, which are kept."
        if number
        else ("stopped; nothing of it is kept.")
    )
    assert said == f"ours.csv: {told}"


def test_a_file_that_cannot_be_read_is_said_in_the_window(qtbot, tmp_path, stage):
    path = tmp_path / "nothing.txt"
    path.write_bytes(b"")
    with qtbot.waitSignal(stage.hub.trouble, timeout=20_000):
        stage.doors.read(path)
    assert stage.window.footnotes.note.isVisible()


def test_a_view_is_saved_and_found_again_after_a_restart(qtbot, tmp_path, stage, timeline, settled):
    timeline.show_filter("#swhelper -is:repost")
    settled()
    qtbot.mouseClick(timeline.bar.save, LEFT)
    dialog = timeline.findChild(AskName)
    qtbot.keyClicks(dialog.field, "#SwHelper calm")
    qtbot.mouseClick(dialog.keep, LEFT)
    qtbot.waitUntil(lambda: timeline.places.current() == "view:#SwHelper calm", timeout=20_000)
    assert [view.name for view in views(timeline._desk) if view.own] == ["#SwHelper calm"]
    settled()
    qtbot.mouseClick(timeline.forget_button, LEFT)
    qtbot.waitUntil(lambda: timeline.places.current() == "view:Everything", timeout=20_000)
    assert [view.name for view in views(timeline._desk) if view.own] == []
    assert not timeline.forget_button.isVisible()


def test_the_quiet_folder_stays_where_one_is(qtbot, timeline, settled):
    timeline.places.tree.chosen.emit("quiet")
    qtbot.waitUntil(lambda: timeline.sight.wish.quiet_only, timeout=20_000)
    settled()
    assert timeline.places.current() == "quiet"
    assert timeline.model.rowCount() == timeline.sight.quiet > 0


def test_authors_get_their_names_for_the_price_on_the_button(qtbot, desk, timeline, settled):
    assert timeline.names_button.isVisible()
    quoted = quote_resolve(desk, timeline.sight.nameless).dollars
    before = spent_this_month(desk)
    qtbot.mouseClick(timeline.names_button, LEFT)
    qtbot.waitUntil(lambda: not timeline.sight.nameless, timeout=20_000)
    settled()
    assert spent_this_month(desk) - before == quoted > 0
    assert timeline.model.index(0, 0).data(Role.ROW).handle.startswith("@")
    assert not timeline.names_button.isVisible()
