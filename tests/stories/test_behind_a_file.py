"""What a person does while a file is read: it waits behind that, says so, and is done."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from allybook.domain.acts.ticks import TickDeed, TickState
from allybook.domain.book.entry import Status
from allybook.services.publish.ticks import lay_people, settle_tick, waiting_ticks
from allybook.services.sign_in.accounts import speak_as
from allybook.store.profile import Profile
from allybook.ui.dialogs.activity.offers import OfferKind
from allybook.ui.session import Destination, Stage
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from tests.fakes.ways import CIRCLE, FakeWays
from tests.stories.test_accounts import ANA, BEN, sign_out, two
from tests.workshop import practice_desk

__all__ = ["two"]


@pytest.fixture
def behind_a_file(two):
    """The window while something long is written; ``go`` lets that end."""
    stage, _ways, _desk = two
    go = Event()
    stage.jobs.write(stage, lambda _ticket: go.wait(60), done=ignore, failed=ignore)
    yield go
    go.set()


def ignore(_answer):
    """What was being written is no part of the story."""


def test_behind_a_file_signing_out_says_so_and_can_be_given_up(qtbot, two, behind_a_file):
    stage, ways, _desk = two
    sheet = sign_out(qtbot, stage)
    sheet.go.click()
    qtbot.waitUntil(lambda: "goes first" in sheet.note.accessibleName())
    assert "X is asked" not in sheet.note.accessibleName()
    assert QApplication.focusWidget() is sheet.not_now
    with qtbot.waitSignal(sheet.rejected):
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    behind_a_file.set()
    qtbot.waitUntil(lambda: not stage.jobs.running())
    assert (ways.did("sign_out"), stage.destination) == ([], None)


def test_once_the_file_is_read_it_is_done_and_the_sheet_stays_for_it(qtbot, two, behind_a_file):
    stage, ways, _desk = two
    ways.remark = "X did not answer, so the sign-in may stay valid there for two hours."
    sheet = sign_out(qtbot, stage)
    sheet.go.click()
    qtbot.waitUntil(lambda: "goes first" in sheet.note.accessibleName())
    behind_a_file.set()
    qtbot.waitUntil(lambda: "may stay valid" in sheet.note.accessibleName())
    qtbot.keyClick(sheet.not_now, Qt.Key.Key_Return)
    assert stage.destination == Destination(practice=False)


def test_what_was_given_up_too_late_is_told(qtbot, two):
    stage, ways, _desk = two
    ways.remark = "X did not answer, so the sign-in may stay valid there for two hours."
    sheet = sign_out(qtbot, stage)
    sheet.go.click()
    # It had begun by then, and nobody could know.
    sheet.done(0)
    qtbot.waitUntil(lambda: stage.destination is not None)
    assert "may stay valid" in stage.window.footnotes.note.accessibleName()


@pytest.fixture
def leave(qtbot):
    """Return a function that closes a window while a file is read, as its cross does."""
    go = Event()

    def leave(stage, press):
        stage.jobs.write(stage, lambda _ticket: go.wait(60), done=ignore, failed=ignore)
        press()
        stage.jobs.closing.connect(go.set)
        stage.close()

    yield leave
    go.set()


def test_signing_out_is_done_though_the_window_closes(qtbot, look, tmp_path, leave):
    with Profile(tmp_path, FixedClock()) as profile:
        ways = FakeWays(ANA, BEN, settings=profile.settings())
        speak_as(profile.settings(), ANA.user_id)
        desk = make_desk(profile, FixedClock(), MemoryNetwork(), account=ANA.user_id)
        stage = Stage(desk, look, ways)
        stage.window.show()
        qtbot.waitExposed(stage.window)
        sheet = sign_out(qtbot, stage)
        leave(stage, sheet.go.click)
        assert ways.accounts() == (BEN,)


def test_what_is_taken_back_on_x_is_on_the_tick_list_though_the_window_closes(
    qtbot, look, desk, leave
):
    lay_people(desk, TickDeed.FOLLOW, [CIRCLE])
    (follow,) = waiting_ticks(desk, [TickDeed.FOLLOW])
    settle_tick(desk, follow.tick_id, TickState.DONE)
    stage = Stage(desk, look, FakeWays())
    stage.window.show()
    stage.window.show_activity()
    panel = stage.window.activity.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0 and panel.go_to(follow.tick_id))
    qtbot.waitUntil(lambda: OfferKind.OPPOSITE in panel.foot.buttons)
    leave(stage, panel.foot.buttons[OfferKind.OPPOSITE].click)
    assert [one.undoes for one in desk.outbox.ticks.ticks() if one.undoes] == [follow.tick_id]


def test_nominations_are_in_the_inbox_though_the_window_closes(
    qtbot, look, tmp_path, desk, read, leave
):
    stage = Stage(desk, look, FakeWays())
    stage.window.show()
    chats = stage.window.chats()
    qtbot.waitUntil(lambda: chats.chat is not None and chats.inbox_button.isVisible())
    leave(stage, chats.inbox_button.click)
    with practice_desk(tmp_path) as again:
        assert [one for one in again.book().allies() if one.status is Status.NOMINATED]


def test_the_keyboard_comes_back_to_the_button_of_the_inbox(qtbot, stage, read, settled):
    go = Event()
    chats = stage.window.chats()
    settled(lambda: chats.chat is not None and chats.inbox_button.isVisible())
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    button = chats.inbox_button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    stage.jobs.write(stage, lambda _ticket: go.wait(60), done=ignore, failed=ignore)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert not button.isEnabled()
    go.set()
    qtbot.waitUntil(button.isEnabled)
    assert QApplication.focusWidget() is button
