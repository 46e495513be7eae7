"""Nobody is signed in: whatever can be pressed leads somewhere, and what cannot says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from allybook.domain.filters.show import show
from allybook.domain.lists import XList
from allybook.services.books.copies import save_copy
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate_handles
from allybook.ui.tabs.timeline.places import map_places
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.prose import Prose
from tests.stories.test_accounts import staged

LEFT = Qt.MouseButton.LeftButton
NAMES = ("ana_k", "ben_l", "cleo_m")


@pytest.fixture
def nobody(qtbot, look, tmp_path):
    with staged(qtbot, look, tmp_path) as parts:
        yield parts


@pytest.fixture
def stage(nobody):
    return nobody[0]


@pytest.fixture
def desk(nobody):
    return nobody[2]


def test_the_first_way_of_the_timeline_leads_to_the_doors(stage, settled):
    timeline = stage.window.timeline()
    settled(lambda: timeline.empty is not None and timeline.empty.isVisible())
    assert list(timeline.empty.ways) == ["begin", "chat", "file"]
    first = timeline.empty.ways["begin"]
    assert first.accessibleName() == "Practise, or connect an account"
    assert not stage.window.shell.is_covered
    QTest.mouseClick(first, LEFT)
    assert stage.window.shell.is_covered
    settled()


def test_a_chat_says_that_an_account_is_missing_and_leads_to_the_doors(stage, settled):
    chats = stage.window.chats()
    chats.open_chat("swhelper")
    settled(chats.nothing.isVisible)
    assert chats.count_button.isHidden()
    ways = chats.nothing.ways
    assert list(ways) == ["begin", "import"]
    assert "No account is connected: connect one first." in said_by(chats.nothing)
    assert "Count first" not in said_by(chats.nothing)
    QTest.mouseClick(ways["begin"], LEFT)
    assert stage.window.shell.is_covered
    settled()


def said_by(page):
    """Return what a page says, all in one."""
    return " ".join(one.accessibleName() or one.text() for one in page.findChildren(Prose))


def test_names_are_looked_up_with_an_account_and_not_when_online(stage, desk, settled):
    nominate_handles(desk, desk.book(), NAMES)
    allies = stage.window.allies()
    settled(allies.resolving.line.isVisible)
    assert allies.resolving.button.text() == "Look up 3 handles, with an account"
    assert not allies.resolving.button.isEnabled()


def test_a_colleagues_copy_behind_the_doors_is_shown_before_it_is_merged(
    stage, desk, settled, tmp_path
):
    theirs = create_book(desk, "Theirs")
    nominate_handles(desk, theirs, NAMES)
    copy = tmp_path / "theirs.allybook"
    save_copy(desk, theirs, copy)
    nominate_handles(desk, theirs, ["dot_n"])
    stage.window.welcome()
    page = stage.doors.page(stage.window._look)
    page.file_asked.emit()
    page.findChild(QFileDialog).fileSelected.emit(str(copy))
    settled(lambda: stage.window.shell.pages.page("allies") is not None)
    allies = stage.window.allies()
    settled(allies.handing.note.isVisible)
    assert not stage.window.shell.is_covered
    assert allies.handing.note.accessibleName().startswith("“Theirs” has all of this copy already.")


def test_of_a_list_with_bad_lines_the_first_is_named(qtbot, stage, settled, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("@ana_k\n@this_handle_is_far_too_long\n@ben_l\n", encoding="utf-8")
    with qtbot.waitSignal(stage.doors.imported) as told:
        stage.doors.read(path)
    settled()
    said = "list.txt: 2 records read, 1 could not be used. It is in line 2."
    assert told.args == [said, Mood.WARN]
    assert stage.window.footnotes.brought.accessibleName() == said


@pytest.mark.parametrize("ends", ["7", "789"])
def test_lists_that_an_archive_tells_by_their_ids_are_told_apart(stage, desk, settled, ends):
    ids = [f"150000000000000000{end}" for end in ends]
    for list_id in ids:
        desk.cache.save_list(XList(list_id, ""))
    timeline = stage.window.timeline()
    settled(lambda: timeline._map.spots)
    spots = [timeline._map.spots[f"source:list:{list_id}"] for list_id in ids]
    assert [one.place.word for one in spots] == [f"X List …00000{end}" for end in ends]
    assert [show(one.chosen) for one in spots] == [f"list:{one} -is:repost" for one in ids]


def test_lists_of_one_name_keep_it_and_are_told_apart(desk, stage, settled):
    for list_id in ("1500000000000000007", "1500000000000000008"):
        desk.cache.save_list(XList(list_id, "Shelters"))
    found = map_places(desk).spots
    words = [spot.place.word for key, spot in found.items() if key.startswith("source:list:")]
    assert words == ["Shelters …000007", "Shelters …000008"]
    settled()
