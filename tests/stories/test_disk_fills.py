"""A disk that fills while one works: told once, nothing in sight is lost, and done again."""

import apsw
import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind, Status
from allybook.domain.mutes import MUTES, Spell
from allybook.domain.reading.unread import MARK as UNREAD
from allybook.services.books.several import create_book
from allybook.services.people.nominate import nominate
from allybook.services.timeline.mutes import mutes
from allybook.ui.frame.frozen import AGAIN
from allybook.ui.models.posts import PostRow
from allybook.ui.models.roles import Role
from tests.fakes.stuck_disk import StuckDisk
from tests.stories.test_quiet_folder import rows


@pytest.fixture
def disk():
    disk = StuckDisk()
    yield disk
    disk.let_go()


@pytest.fixture
def book(desk):
    book = create_book(desk, "Harbour groups")
    nominate(desk, book, [Nominee("@elmrowlegal", "ElmRowLegal", Kind.ORGANISATION)])
    desk.settings.write("book", book.info.book_id)
    return book


def kept(folder, name):
    """What the file itself says, whatever the window holds."""
    with apsw.Connection(str(next(folder.rglob("profile.sqlite3")))) as file:
        found = file.execute("SELECT value FROM settings WHERE name = ?", (name,)).get
    file.close()
    return found


def test_a_choice_holds_and_is_written_as_soon_as_there_is_room(
    desk, stage, tmp_path, timeline, settled, disk
):
    strip = stage.window.disk
    disk.stick()
    timeline.muting.mute_words("#giveaway", Spell.EVER)
    settled(lambda: "strip" in vars(strip) and strip.strip.isVisible())
    # It holds in sight, and why it is not written is said once, above everything.
    assert [one.value for one in mutes(desk)] == ["giveaway"]
    assert "keeps nothing new" in strip.strip.accessibleName()
    assert not kept(tmp_path, MUTES)
    disk.let_go()
    strip.strip.look_again()
    settled(lambda: not strip.strip.isVisible())
    assert "giveaway" in kept(tmp_path, MUTES)


def test_what_was_decided_meanwhile_is_offered_to_be_done_again(
    qtbot, desk, stage, book, settled, disk
):
    tab = stage.window.allies()
    settled(lambda: tab.page is not None and not tab.refresher.busy)
    (waiting,) = tab.page.nominations
    disk.stick()
    tab.deeds.approve([waiting.key])
    settled(tab.note.isVisible)
    strip = stage.window.disk.strip
    qtbot.waitUntil(strip.isVisible)
    assert tab.note.accessibleName() == (
        "The disk takes nothing any more. Check it, or plug it in again; nothing was changed."
    )
    assert book.ally(waiting.key).status is Status.NOMINATED
    assert tab.work.inbox.view.model().rowCount() == 1
    disk.let_go()
    with qtbot.waitSignal(strip.thawed):
        strip.look_again()
    assert strip.accessibleName() == (
        "There is room again. What you did last was not written. Try again"
    )
    strip.followed.emit(AGAIN)
    settled(lambda: book.ally(waiting.key).status is Status.APPROVED)
    qtbot.waitUntil(lambda: not strip.isVisible())
    # What the tab said then holds no more, and what was done again can be taken back.
    qtbot.waitUntil(tab.note.isHidden)
    tab.acts.take_back()
    settled(lambda: book.ally(waiting.key).status is Status.NOMINATED)


def test_looking_at_posts_is_nothing_that_is_done_again(
    qtbot, stage, desk, timeline, settled, disk
):
    strip = stage.window.disk
    desk.cache.set_mark(UNREAD, "[1]")
    disk.stick()
    timeline.beside.unread.show([1])
    timeline.beside.unread.read(1)
    settled(lambda: "strip" in vars(strip) and strip.strip.isVisible())
    disk.let_go()
    with qtbot.waitSignal(strip.strip.thawed):
        strip.strip.look_again()
    assert not strip.strip.isVisible()


def test_what_was_taken_back_once_there_was_room_is_not_taken_back_again(
    qtbot, stage, book, timeline, settled, disk
):
    named = (row.data(Role.ROW) for row in rows(timeline))
    shown = next(at for at, one in enumerate(named) if isinstance(one, PostRow) and one.handle)
    timeline.view.setCurrentIndex(timeline.model.index(shown, 0))
    settled()
    timeline.adding.add_author()
    settled()
    disk.stick()
    timeline.undoing.take_back()
    strip = stage.window.disk.strip
    settled(strip.isVisible)
    disk.let_go()
    with qtbot.waitSignal(strip.thawed):
        strip.look_again()
    strip.followed.emit(AGAIN)
    settled(lambda: timeline.note.accessibleName().startswith("Taken back: adding @"))
    timeline.undoing.take_back()
    settled()
    assert timeline.note.accessibleName().startswith("Taken back: adding @")
