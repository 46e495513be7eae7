"""Accounts in the window: connect, switch, practise, sign out."""

from contextlib import contextmanager

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from allybook.domain.errors import StorageError
from allybook.domain.people.accounts import Account
from allybook.domain.sign_in.oauth import Connected, KnownAccount
from allybook.services.sign_in.accounts import speak_as
from allybook.store.profile import Profile
from allybook.ui.accounts import Accounts
from allybook.ui.dialogs.sign_in.terms import terms_of
from allybook.ui.frame.accounts import TICK
from allybook.ui.session import Destination, Stage
from allybook.ui.widgets.price import PriceKind
from tests.fakes.clock import FixedClock
from tests.fakes.desk import make_desk
from tests.fakes.network import MemoryNetwork
from tests.fakes.ways import CIRCLE, FakeWays

ANA = KnownAccount("7", "NorthbankCircle", "Northbank Circle")
BEN = KnownAccount("8", "odalys_bk", "Odalys Brandt-Kemp")
CLIENT_ID = "M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ"
NO_KEYRING = "This computer has no keyring; you are signed in until you close the program."


@contextmanager
def staged(qtbot, look, folder, *known, speaking=""):
    """A window over the desk of the last of ``known``, or of whoever is ``speaking``."""
    clock = FixedClock()
    with Profile(folder, clock) as profile:
        ways = FakeWays(*known, settings=profile.settings())
        if speaking:
            speak_as(profile.settings(), speaking)
        account = speaking or (known[-1].user_id if known else "local")
        desk = make_desk(profile, clock, MemoryNetwork() if known else None, account=account)
        stage = Stage(desk, look, ways)
        stage.window.show()
        qtbot.waitExposed(stage.window)
        yield stage, ways, desk
        ways.let_go()
        qtbot.waitUntil(lambda: not stage.jobs.running(), timeout=20_000)
        stage.close()


@pytest.fixture
def two(qtbot, look, tmp_path):
    """Two accounts, of which the first one speaks."""
    with staged(qtbot, look, tmp_path, ANA, BEN, speaking=ANA.user_id) as parts:
        yield parts


@pytest.fixture
def nobody(qtbot, look, tmp_path):
    with staged(qtbot, look, tmp_path) as parts:
        yield parts


def open_menu(qtbot, stage):
    """Press the account in the status bar, by keyboard; return what the menu says."""
    account = stage.window.shell.status.account
    account.setFocus()
    qtbot.keyClick(account, Qt.Key.Key_Return)
    menu = stage.window.account_menu
    assert menu.isVisible()
    return menu, [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu, words):
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.hide()


def test_the_menu_says_who_could_speak_and_who_does(qtbot, two):
    stage, _ways, _desk = two
    _menu, lines = open_menu(qtbot, stage)
    assert lines == [
        f"@NorthbankCircle\t{TICK}",
        "@odalys_bk",
        "Practice network",
        "Add an account…",
        "Sign out of @NorthbankCircle…",
    ]


def test_the_menu_lies_above_the_status_bar_and_is_in_the_other_menu_too(qtbot, two):
    stage, _ways, _desk = two
    menu, _lines = open_menu(qtbot, stage)
    top = stage.window.shell.status.account.mapToGlobal(menu.rect().topLeft()).y()
    assert menu.geometry().bottom() <= top
    menu.hide()
    button = stage.window.shell.row.menu
    button.click()
    popup = QApplication.activePopupWidget()
    assert menu.menuAction() in popup.actions()
    popup.hide()


def test_another_account_is_chosen_and_gets_a_desk_of_its_own(qtbot, two):
    stage, _ways, _desk = two
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "@odalys_bk")
    assert stage.destination == Destination(practice=False, account=BEN.user_id)


def test_choosing_who_speaks_already_changes_nothing(qtbot, two):
    stage, _ways, _desk = two
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "@NorthbankCircle")
    assert stage.destination is None
    assert stage.window.isVisible()


def test_practice_is_one_of_them(qtbot, two):
    stage, _ways, _desk = two
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "Practice network")
    assert stage.destination == Destination(practice=True)


def test_on_the_practice_network_it_is_ticked_and_nobody_can_be_signed_out(qtbot, stage, ways):
    ways.known = [ANA]
    menu, lines = open_menu(qtbot, stage)
    assert lines == [
        "@NorthbankCircle",
        f"Practice network\t{TICK}",
        "Add an account…",
    ]
    choose(menu, "Practice network")
    assert stage.destination is None
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "@NorthbankCircle")
    assert stage.destination == Destination(practice=False, account=ANA.user_id)


def test_who_practised_without_an_account_goes_back_to_their_own(qtbot, stage):
    menu, lines = open_menu(qtbot, stage)
    assert lines == [
        "Without an account",
        f"Practice network\t{TICK}",
        "Connect my X account…",
    ]
    choose(menu, "Without an account")
    assert stage.destination == Destination(practice=False)


def test_who_has_no_account_works_without_one(qtbot, nobody):
    stage, _ways, _desk = nobody
    menu, lines = open_menu(qtbot, stage)
    assert lines[0] == f"Without an account\t{TICK}"
    choose(menu, "Without an account")
    assert stage.destination is None


@pytest.mark.parametrize("door", ["archive_asked", "file_asked"])
def test_ones_own_file_is_not_read_among_people_who_are_made_up(stage, desk, tmp_path, door):
    before, file = desk.cache.known_sources(), str(tmp_path / "archive.zip")
    page = stage.doors.page(stage.window._look)
    getattr(page, door).emit()
    chooser = page.findChild(QFileDialog)
    chooser.fileSelected.emit(file)
    assert stage.destination == Destination(practice=False, file=file)
    assert not stage.window.isVisible()
    assert desk.cache.known_sources() == before


def test_practice_money_is_not_what_real_reading_costs(desk):
    real = terms_of(desk, practice=True)
    assert real.asking.charge is PriceKind.EXACT
    assert real.budget == 5
    assert terms_of(desk).budget == 10


def test_the_third_door_opens_the_wizard_and_a_desk_behind_it(qtbot, nobody):
    stage, ways, _desk = nobody
    stage.window.welcome()
    stage.doors.page(stage.window._look).account.button.click()
    wizard = stage.accounts.wizard
    assert wizard.isVisible()
    wizard.go_to(wizard.token)
    qtbot.keyClicks(wizard.token.token.line, "token-of-a-user")
    wizard.token.main.click()
    qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
    qtbot.keyClick(wizard.outcome.main, Qt.Key.Key_Return)
    assert stage.destination == Destination(practice=False, account=CIRCLE.user_id)
    assert len(ways.did("connect")) == 1


def test_the_wizard_opens_again_as_it_was_left(qtbot, nobody):
    stage, _ways, _desk = nobody
    stage.accounts.sign_in(stage.window)
    wizard = stage.accounts.wizard
    wizard.go_to(wizard.client)
    qtbot.keyClicks(wizard.client.client.line, CLIENT_ID)
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert stage.accounts.wizard is None
    stage.accounts.sign_in(stage.window)
    again = stage.accounts.wizard
    assert again.page is again.client
    assert again.client.client.text() == CLIENT_ID
    again.reject()


def test_a_second_account_that_no_keyring_keeps_can_be_let_go_again(qtbot, look, tmp_path):
    with staged(qtbot, look, tmp_path, BEN) as (stage, ways, _desk):
        ways.comes = Connected(Account("9", "Quillwork"), NO_KEYRING)
        menu, _lines = open_menu(qtbot, stage)
        choose(menu, "Add an account…")
        wizard = stage.accounts.wizard
        wizard.go_to(wizard.token)
        qtbot.keyClicks(wizard.token.token.line, "token-of-a-user")
        wizard.token.main.click()
        qtbot.waitUntil(lambda: wizard.page is wizard.outcome)
        with qtbot.waitSignal(stage.accounts.errand.undone):
            wizard.not_now.click()
        assert ways.accounts() == (BEN,)
        # Ben speaks again, and for him this window was laid.
        assert stage.destination is None


def stop_while_x_is_asked(qtbot, stage, ways):
    """Begin to connect one more account, and leave before X has said who it is."""
    ways.hold()
    ways.comes = Connected(Account("9", "Quillwork"))
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "Add an account…")
    wizard = stage.accounts.wizard
    wizard.go_to(wizard.token)
    qtbot.keyClicks(wizard.token.token.line, "token-of-a-user")
    wizard.token.main.click()
    wizard.reject()
    ways.let_go()
    qtbot.waitUntil(lambda: bool(ways.did("sign_out")))
    qtbot.waitUntil(lambda: not stage.jobs.running())


def test_who_left_while_x_was_asked_hears_what_x_did_not_confirm(qtbot, look, tmp_path):
    with staged(qtbot, look, tmp_path, BEN) as (stage, ways, _desk):
        ways.remark = "X did not confirm that the sign-in has ended; end it on x.com."
        stop_while_x_is_asked(qtbot, stage, ways)
        note = stage.window.footnotes.note
        assert note.isVisible()
        assert note.accessibleName() == (
            "The new sign-in is gone from this computer. X did not confirm that the sign-in has "
            "ended; end it on x.com."
        )
        assert ways.accounts() == (BEN,)


def test_who_left_while_x_was_asked_hears_that_the_keyring_forgot_nothing(qtbot, look, tmp_path):
    with staged(qtbot, look, tmp_path, BEN) as (stage, ways, _desk):
        ways.trouble["sign_out"] = StorageError("The keyring removed nothing: try again.")
        with qtbot.assertNotEmitted(stage.accounts.errand.undone):
            stop_while_x_is_asked(qtbot, stage, ways)
        assert stage.window.footnotes.note.accessibleName() == (
            "The keyring removed nothing: try again."
        )


def sign_out(qtbot, stage):
    menu, _lines = open_menu(qtbot, stage)
    choose(menu, "Sign out of")
    sheet = stage.accounts.sheet
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def test_signing_out_is_asked_first_and_enter_changes_nothing(qtbot, two):
    stage, ways, _desk = two
    sheet = sign_out(qtbot, stage)
    assert sheet.title.text() == "Sign out of @NorthbankCircle?"
    assert QApplication.focusWidget() is sheet.not_now
    with qtbot.waitSignal(sheet.rejected):
        qtbot.keyClick(sheet.not_now, Qt.Key.Key_Return)
    assert not ways.did("sign_out")
    assert stage.destination is None


def test_after_signing_out_the_next_account_speaks(qtbot, two):
    stage, ways, desk = two
    desk.cache.save_accounts((CIRCLE,), desk.clock.now())
    sheet = sign_out(qtbot, stage)
    qtbot.keyClick(sheet, Qt.Key.Key_Tab)
    qtbot.keyClick(sheet.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.destination is not None)
    assert stage.destination == Destination(practice=False)
    assert ways.accounts() == (BEN,)
    assert desk.cache.account(CIRCLE.user_id) == replace(CIRCLE)


def test_what_x_told_is_forgotten_where_the_person_ticks_it(qtbot, two):
    stage, _ways, desk = two
    desk.cache.save_accounts((CIRCLE,), desk.clock.now())
    sheet = sign_out(qtbot, stage)
    sheet.purge.click()
    sheet.go.click()
    qtbot.waitUntil(lambda: stage.destination is not None)
    assert desk.cache.account(CIRCLE.user_id) is None


def test_a_remark_is_read_before_the_window_changes(qtbot, two):
    stage, ways, _desk = two
    ways.remark = "X did not answer, so the sign-in may stay valid there for two hours."
    sheet = sign_out(qtbot, stage)
    sheet.go.click()
    assert "Signing out" in sheet.note.accessibleName()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    qtbot.waitUntil(sheet.not_now.isEnabled)
    assert "may stay valid" in sheet.note.accessibleName()
    assert stage.destination is None
    assert sheet.not_now.text() == "Close"
    qtbot.keyClick(sheet.not_now, Qt.Key.Key_Return)
    assert stage.destination == Destination(practice=False)


def test_a_keyring_that_does_not_let_go_is_said_and_nobody_is_signed_out(qtbot, two):
    stage, ways, _desk = two
    ways.trouble["sign_out"] = StorageError("The keyring did not remove the token; try again.")
    sheet = sign_out(qtbot, stage)
    sheet.go.click()
    qtbot.waitUntil(sheet.note.isVisible)
    qtbot.waitUntil(sheet.go.isEnabled)
    sheet.reject()
    assert stage.destination is None
    assert ways.accounts() == (ANA, BEN)


def test_accounts_do_not_outlive_their_window(two):
    stage, _ways, _desk = two
    assert stage.findChild(Accounts) is stage.accounts
