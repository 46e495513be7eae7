"""An archive as a reading of both sides: what came of it is told, also where not all of it came."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.check.followback import Answer
from allybook.ports.files import Lump
from tests.fakes.torn_file import TornFile
from tests.files.archives import ACCOUNT, followers, following, manifest, write_zip
from tests.ui.tabs.followback.conftest import FAN

LEFT = Qt.MouseButton.LeftButton


def test_a_file_that_is_no_archive_is_refused_kindly(tmp_path, open_tab, calm):
    path = tmp_path / "holiday.zip"
    path.write_bytes(b"not a zip")
    tab = open_tab()
    tab.import_archive(path)
    calm(tab.note.isVisible)
    assert tab.check_button.isEnabled()
    assert tab.empty is not None


def told_of(tab, calm, path):
    """Let the tab read a file; return what it says of it."""
    tab.import_archive(path)
    calm(lambda: tab.note.isVisible() and not tab.progress.isVisible())
    return tab.note.accessibleName()


def test_what_came_of_an_archive_is_told(tmp_path, open_tab, calm):
    files = {"account.js": ACCOUNT, "follower.js": followers("21"), "following.js": following("23")}
    told = told_of(open_tab(), calm, write_zip(tmp_path / "ours.zip", files))
    assert told == (
        "ours.zip: 3 records read. The archive does not say when it was made: whatever X tells of "
        "your followers and following counts as newer."
    )


def test_of_a_damaged_side_it_is_told_why_most_is_unknown(tmp_path, desk, open_tab, calm):
    bad = [*followers("21"), {"follower": {"accountId": "no id"}}]
    files = {"follower.js": bad, "following.js": following("21", "23"), "manifest.js": manifest()}
    tab = open_tab()
    assert told_of(tab, calm, write_zip(tmp_path / "ours.zip", files)) == (
        "ours.zip: 4 records read, 1 could not be used. "
        "Who is missing from a side that was not read whole is unknown, not a no."
    )
    assert {row.key: row.answer for row in tab.model.rows()}["23"] is Answer.UNKNOWN


@pytest.fixture
def read_torn(open_tab, desk, qtbot, calm):
    """Return a function that reads an archive of two parts; it returns what the tab says of it."""

    def read(path, why=""):
        tab, torn = open_tab(), TornFile(Lump(owner=FAN), why)
        tab.checker._desk = replace(desk, importers=torn)
        tab.import_archive(path)
        qtbot.waitUntil(torn.there.is_set)
        if not why:
            qtbot.mouseClick(tab.progress.stop, LEFT)
        torn.go_on.set()
        calm(lambda: tab.note.isVisible() and not tab.progress.isVisible())
        return tab.note.accessibleName()

    return read


def test_an_archive_that_is_stopped_says_so(tmp_path, read_torn):
    assert read_torn(tmp_path / "ours.zip") == (
        "ours.zip: stopped after 1 record, which is kept. "
        "Who is missing from a side that was not read whole is unknown, not a no."
    )


def test_an_archive_that_breaks_off_says_why(tmp_path, read_torn):
    why = "“ours.zip” has stopped; what was read before is kept."
    assert read_torn(tmp_path / "ours.zip", why) == (
        f"ours.zip: 1 record read, 1 could not be used. {why} "
        "Who is missing from a side that was not read whole is unknown, not a no."
    )


def test_a_table_is_no_archive_and_the_way_for_names_is_told(tmp_path, open_tab, calm):
    path = tmp_path / "names.csv"
    path.write_text("handle\nana_k\nben_l\n", encoding="utf-8")
    told = told_of(open_tab(), calm, path)
    assert told.startswith("names.csv: 2 records read. This is no X archive, ")
    assert told.endswith("choose “Check names from elsewhere”.")
