"""A copy of a book is saved from the menu, and merged after a look at what it would change."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt, QUrl

from allybook.services.books import edit
from allybook.services.books.copies import merge_copy, save_copy
from allybook.services.books.several import create_book, discard_book
from allybook.services.people.nominate import nominate_handles
from allybook.store.profile import Profile
from tests.fakes.desk import CountingScribe, make_desk
from tests.fakes.stopping import StoppingShelf

LEFT = Qt.MouseButton.LeftButton
HARBOR, VESPER, SOL = "102", "110", "108"


@pytest.fixture
def colleague(clock, tmp_path):
    """A colleague's desk, in a profile of his own."""
    clock.advance(seconds=60)
    with Profile(tmp_path / "Ben", clock) as profile:
        scribe = CountingScribe("Ben", "Ben's laptop")
        yield replace(make_desk(profile, clock, None), scribe=scribe)


@pytest.fixture
def copy(desk, colleague, book, clock, tmp_path):
    """A copy to which Ben added, in which two wrote one field, and from which one opted out."""
    path = tmp_path / "from Ben.allybook"
    save_copy(desk, book, path)
    merge_copy(colleague, desk.importers.open_book(path), "merging")
    apart = colleague.shelf.open(book.info.book_id)
    nominate_handles(colleague, apart, ["NewHarbor"])
    edit.set_fields(colleague, apart, [HARBOR], {"category": "shelter"})
    edit.add_tags(colleague, apart, [VESPER], ["court"])
    edit.opt_out(colleague, apart, [SOL])
    save_copy(colleague, apart, path)
    clock.advance(seconds=60)
    edit.set_fields(desk, book, [HARBOR], {"category": "housing"})
    return path


def told(dialog):
    rows = dialog.summary.rows
    found = [rows.itemAt(n).widget() for n in range(rows.count())]
    return [one.accessibleName() for one in found if one is not None]


def choose(tab, qtbot, path):
    """Merge a file as from the menu, up to the preview."""
    tab.handing.ask_merge()
    tab.handing.files.fileSelected.emit(str(path))
    tab.handing.files.reject()
    qtbot.waitUntil(lambda: tab.handing._ticket is None)
    return tab.handing.dialog


def test_a_copy_says_what_it_would_change_and_is_merged_and_undone(copy, tab, book, qtbot, settle):
    before = book.entries()
    dialog = choose(tab, qtbot, copy)
    assert told(dialog) == [
        "1 new: @NewHarbor",
        "2 changed: @HarborRowSN, @VesperLaneLaw",
        "1 in conflict: both versions are kept: @HarborRowSN",
        "1 opted out there, and left out here too: @solwhit",
    ]
    assert book.entries() == before
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(tab.handing.note.isVisible)
    settle(tab)
    assert "A copy was merged into “Swhelper allies”." in tab.handing.note.accessibleName()
    assert "merging a copy of Swhelper allies" in tab.work.bar.undo.text()
    tab.handing.note.followed.emit("versions")
    assert tab.work.table.current() == HARBOR
    details = tab.details
    uses = {one.accessibleName(): one for one in details.conflicts[0].buttons}
    qtbot.mouseClick(uses["Use shelter"], LEFT)
    settle(tab)
    assert book.ally(HARBOR).category == "shelter"
    tab.work.bar.undo.click()
    tab.work.bar.undo.click()
    settle(tab)
    qtbot.waitUntil(lambda: book.ally(VESPER).tags == ("housing", "legal"))
    assert book.ally(SOL).status == "opted_out"
    settle(tab)
    choose(tab, qtbot, copy)
    assert "“Swhelper allies” has all of this copy already." in tab.handing.note.accessibleName()


def test_who_opted_out_of_another_book_here_is_told_and_does_not_come_in(
    copy, desk, tab, book, qtbot, settle
):
    edit.opt_out(desk, create_book(desk, "Neighbours"), ["@newharbor"])
    settle(tab)
    dialog = choose(tab, qtbot, copy)
    assert told(dialog) == [
        "2 changed: @HarborRowSN, @VesperLaneLaw",
        "1 in conflict: both versions are kept: @HarborRowSN",
        "1 opted out there, and left out here too: @solwhit",
        "1 opted out of another book here, and left out of this one: @NewHarbor",
    ]
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(tab.handing.note.isVisible)
    settle(tab)
    assert book.ally("@newharbor").status == "opted_out"


def test_whom_the_group_had_by_itself_stays_when_a_copy_is_taken_back(
    copy, tab, desk, book, qtbot, settle
):
    nominate_handles(desk, book, ["NewHarbor"])
    edit.approve(desk, book, ["@newharbor"])
    dialog = choose(tab, qtbot, copy)
    assert not any("NewHarbor" in one for one in told(dialog))
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(tab.handing.note.isVisible)
    settle(tab)
    tab.work.bar.undo.click()
    settle(tab)
    qtbot.waitUntil(lambda: book.ally(VESPER).tags == ("housing", "legal"))
    assert book.ally("@newharbor").status == "approved"


def test_whom_one_had_removed_and_a_colleague_went_on_with_is_named(copy, tab, desk, book, qtbot):
    edit.remove(desk, book, [VESPER])
    assert "1 back, whom one of you had removed: @VesperLaneLaw" in told(choose(tab, qtbot, copy))


def test_escape_changes_nothing(copy, tab, book, qtbot, settle):
    before = book.entries()
    qtbot.keyClick(choose(tab, qtbot, copy), Qt.Key.Key_Escape)
    settle(tab)
    assert book.entries() == before


def test_a_copy_is_saved_under_the_name_of_the_book(tab, desk, book, qtbot, settle, tmp_path):
    tab.handing.ask_save()
    assert tab.handing.files.defaultSuffix() == "allybook"
    path = tmp_path / "Swhelper allies.allybook"
    tab.handing.files.fileSelected.emit(str(path))
    tab.handing.files.reject()
    qtbot.waitUntil(tab.handing.note.isVisible)
    said = tab.handing.note.accessibleName()
    assert said.startswith("A copy of “Swhelper allies” is in Swhelper allies.allybook.")
    assert desk.importers.open_book(path).entries == tuple(book.entries())


def test_a_book_that_is_not_here_comes_as_one_of_its_own_and_is_opened(
    tab, desk, colleague, qtbot, settle, tmp_path
):
    made = create_book(colleague, "Mutual aid")
    nominate_handles(colleague, made, ["elm"])
    path = tmp_path / "aid.allybook"
    save_copy(colleague, made, path)
    dialog = choose(tab, qtbot, path)
    assert "does not have that book yet" in dialog.accessibleDescription()
    assert (dialog.go.text(), told(dialog)) == ("Add the book", ["1 new: @elm"])
    qtbot.mouseClick(dialog.go, LEFT)
    qtbot.waitUntil(lambda: tab.page.info == made.info)
    settle(tab)
    assert "“Mutual aid” is on this computer now." in tab.handing.note.accessibleName()
    assert tab.count() == 1
    discard_book(desk, made.info.book_id)
    settle(tab)
    choose(tab, qtbot, path)
    assert "is in the trash. Bring that back" in tab.handing.note.accessibleName()


def test_a_dropped_copy_is_looked_at_too_and_a_wrong_file_is_said_in_a_sentence(
    tab, book, qtbot, tmp_path
):
    path = tmp_path / "holiday.allybook"
    path.write_bytes(b"not a book")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    tab.bringing.take(data)
    qtbot.waitUntil(tab.handing.note.isVisible)
    assert tab.handing.note.accessibleName().startswith(
        "“holiday.allybook” is no copy of a book. Ask your colleague"
    )


@pytest.fixture
def large(colleague, tmp_path):
    """A copy of a book that is not here, of more allies than are taken in as one lot."""
    made = create_book(colleague, "Mutual aid")
    nominate_handles(colleague, made, [f"ally_{number:04}" for number in range(5_100)])
    path = tmp_path / "aid.allybook"
    save_copy(colleague, made, path)
    return path


def test_a_merge_that_was_stopped_says_how_far_it_came(desk, large, open_tab, qtbot, jobs):
    shelf = StoppingShelf(desk.shelf)
    tab = open_tab(replace(desk, shelf=shelf))

    def merge():
        dialog = choose(tab, qtbot, large)
        tab.handing.note.hide()
        qtbot.mouseClick(dialog.go, LEFT)
        qtbot.waitUntil(tab.handing.note.isVisible, timeout=30_000)
        qtbot.waitUntil(lambda: not (jobs.running() or tab.refresher.busy), timeout=30_000)
        assert tab.page.info.name == "Mutual aid"
        return tab.handing.note.accessibleName()

    shelf.stop = tab.acts.stop
    assert merge() == (
        "Stopped: of the changes in the copy, 5,000 of 5,100 came into “Mutual aid”. Merging the "
        "copy again goes on with the rest."
    )
    shelf.stop = lambda: None
    assert "A copy was merged into “Mutual aid”. 100 new." in merge()
    assert len(desk.book("Mutual aid").entries()) == 5_100
