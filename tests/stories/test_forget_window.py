"""Forgetting, by mouse, in the window."""

import threading

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.book.evidence import namings
from allybook.domain.errors import StorageError
from allybook.services.books.edit import add_note, approve, remove
from allybook.services.chats.chat import open_chat
from allybook.services.chats.shared import nominees_of
from allybook.services.people.nominate import nominate
from allybook.services.people.resolve import resolve
from allybook.services.reading.refresh import HOME, refresh
from allybook.ui.dialogs.forget import ForgetDialog
from allybook.ui.session import Stage
from tests.fakes.desk import Patience
from tests.fakes.ways import FakeWays
from tests.workshop import practice_desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def author(desk):
    """Return somebody whose posts are in the cache."""
    refresh(desk, Patience(), most=100)
    wrote = next(post.author_id for post in desk.cache.posts(HOME) if post.repost_of is None)
    resolve(desk, [wrote], Patience())
    return desk.cache.account(wrote)


def test_one_account_is_forgotten_from_the_menu(qtbot, desk, stage, author, settled):
    window = stage.window
    timeline = window.timeline()
    qtbot.waitUntil(lambda: timeline.model.rowCount() > 0, timeout=20_000)
    settled()
    rows = timeline.model.rowCount()
    window.forget()
    dialog = window.findChild(ForgetDialog)
    assert not dialog.one.isEnabled()
    assert not dialog.all.isEnabled()
    qtbot.keyClicks(dialog.field, f"@{author.handle}")
    qtbot.waitUntil(dialog.one.isEnabled, timeout=20_000)
    assert "no book has them" in dialog.found.text()
    qtbot.mouseClick(dialog.one, LEFT)
    qtbot.waitUntil(lambda: not window.findChildren(ForgetDialog), timeout=20_000)
    settled()
    assert desk.cache.account(author.user_id) is None
    assert window.footnotes.note.isVisible()
    qtbot.waitUntil(lambda: timeline.model.rowCount() < rows, timeout=20_000)


@pytest.mark.usefixtures("read")
def test_whom_somebody_named_is_told_to_stay(qtbot, desk, stage):
    book = desk.book()
    aside = nominate(desk, book, [Nominee("@saferoof_q", "SafeRoof_q", Kind.ORGANISATION)])
    nominate(desk, book, nominees_of(desk, book, open_chat(desk, "swhelper")))
    said = [who for ally in book.allies() for _, who in namings(ally.evidence)]
    sharer = next(who for who in said if who not in {ally.key for ally in book.allies()})
    named, account = len(book.named_by([sharer])), desk.cache.account(sharer)
    add_note(desk, book, [one.ally for one in aside], f"@{account.handle} knows them")
    dialog = ask_about(qtbot, stage.window, account)
    told = "named one ally" if named == 1 else f"named {named} allies"
    assert told in dialog.found.text()
    assert "“My allies” tells that they" in dialog.found.text()
    assert "“My allies” names them in your own words about others" in dialog.found.text()
    assert not dialog.books.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("leave", "then"), [(remove, "takes them off."), (None, "leaves them there.")]
)
def test_who_is_on_the_x_list_is_told_to_be_there(qtbot, desk, stage, author, leave, then):
    book = desk.book()
    nominate(desk, book, [Nominee(author.user_id, author.handle, Kind.ORGANISATION)])
    approve(desk, book, [author.user_id])
    desk.cache.set_mirror(book.info.book_id, "77")
    desk.cache.save_members("77", [author.user_id], complete=True, as_of=desk.clock.now())
    if leave:
        leave(desk, book, [author.user_id])
    dialog = ask_about(qtbot, stage.window, author)
    with qtbot.waitSignal(dialog.forgotten, timeout=20_000) as heard:
        qtbot.mouseClick(dialog.one, LEFT)
    assert "They are on the X List of “My allies”" in heard.args[0]
    assert heard.args[0].endswith(f"the next publishing {then}")


@pytest.fixture
def gate():
    gate = threading.Event()
    yield gate
    gate.set()


def ask_about(qtbot, window, author):
    """Open the dialog and name somebody."""
    window.forget()
    dialog = window.findChild(ForgetDialog)
    qtbot.keyClicks(dialog.field, f"@{author.handle}")
    qtbot.waitUntil(dialog.one.isEnabled, timeout=20_000)
    return dialog


def ignore(_answer):
    """What was being written is no part of the story."""


def test_what_waits_behind_a_file_is_forgotten_though_the_window_closes(
    qtbot, tmp_path, desk, look, author, gate
):
    stage = Stage(desk, look, FakeWays())
    stage.window.show()
    qtbot.waitExposed(stage.window)
    stage.jobs.write(stage, lambda _ticket: gate.wait(20), done=ignore, failed=ignore)
    dialog = ask_about(qtbot, stage.window, author)
    qtbot.mouseClick(dialog.one, LEFT)
    stage.window.close()
    stage.jobs.closing.connect(gate.set)
    stage.close()
    with practice_desk(tmp_path) as again:
        assert again.cache.account(author.user_id) is None


def test_the_dialog_stays_until_the_outcome_can_be_read(qtbot, desk, stage, author, gate):
    stage.jobs.write(stage, lambda _ticket: gate.wait(20), done=ignore, failed=ignore)
    dialog = ask_about(qtbot, stage.window, author)
    qtbot.mouseClick(dialog.one, LEFT)
    assert not dialog.leave.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.note.isVisible, timeout=20_000)
    assert dialog.note.accessibleName().startswith("Forgetting.")
    gate.set()
    qtbot.waitUntil(lambda: not stage.window.findChildren(ForgetDialog), timeout=20_000)
    assert desk.cache.account(author.user_id) is None


class LostShelf:
    """A shelf that cannot be looked at: its folder is gone."""

    def __init__(self):
        self.asked = 0

    def books(self):
        self.asked += 1
        raise StorageError("The folder is gone. Plug the disk in again; nothing is lost.")


def test_what_cannot_be_looked_up_is_asked_once(qtbot, desk, look, stage, settled):
    shelf = LostShelf()
    dialog = ForgetDialog(look, replace(desk, shelf=shelf), stage.jobs, stage.window)
    dialog.open()
    qtbot.keyClicks(dialog.field, "@somebody")
    settled(dialog.note.isVisible)
    assert dialog.note.accessibleName().startswith("The folder is gone.")
    assert shelf.asked == 1
    assert not dialog.one.isEnabled()


def test_after_an_error_the_keyboard_is_where_enter_forgets_nothing(qtbot, desk, look, stage):
    lost = replace(desk, shelf=LostShelf())
    dialog = ForgetDialog(look, lost, stage.jobs, stage.window)
    dialog.open()
    dialog.sure.setChecked(True)
    qtbot.mouseClick(dialog.all, LEFT)
    assert not dialog.leave.isEnabled()
    qtbot.waitUntil(dialog.leave.isEnabled, timeout=20_000)
    assert dialog.note.accessibleName().startswith("The folder is gone.")
    assert dialog.focusWidget() is dialog.leave
