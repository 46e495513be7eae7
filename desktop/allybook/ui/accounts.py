"""Accounts in the window: sign in, switch, sign out. Most starts need none of the dialogs."""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from allybook.domain.errors import AllybookError, Cancelled
from allybook.services.sign_in.accounts import LOCAL, PRACTICE, current_account
from allybook.ui.opening import open_link
from allybook.ui.wording import in_words, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.dialogs.sign_in.errand import Errand
    from allybook.ui.dialogs.sign_in.wizard import SignInDialog, WizardDraft
    from allybook.ui.dialogs.sign_out import SignOutDialog
    from allybook.ui.frame.accounts import AccountMenu
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look
    from allybook.ui.ticket import Ticket
    from allybook.ui.ways import Ways


class Accounts(QObject):
    """Does what the menu of accounts says; another desk is for the composition root to lay.

    ``switch_wanted`` carries the id of the account that is to speak (empty: whoever does now),
    ``practise_wanted`` asks for the practice network, ``trouble`` carries a sentence.
    """

    switch_wanted = Signal(str)
    practise_wanted = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        ways: Ways,
        parent: QObject | None = None,
        *,
        browse: Callable[[str], bool] = open_link,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._ways = ways
        self._browse = browse
        self._draft: WizardDraft | None = None
        # Who this window was laid for; signing in and out may let another one speak.
        self._speaker = current_account(desk.settings)
        self.wizard: SignInDialog | None = None
        self.sheet: SignOutDialog | None = None

    @cached_property
    def errand(self) -> Errand:
        """What signs in behind the wizard's pages; it outlives the wizard."""
        from allybook.ui.dialogs.sign_in.errand import Errand

        errand = Errand(self._ways, self._jobs, self)
        errand.undone.connect(self._settle)
        errand.stayed.connect(self.trouble)
        return errand

    @property
    def practises(self) -> bool:
        """Return whether this desk is the practice network's."""
        return self._desk.practises

    def make_menu(self, window: QWidget) -> AccountMenu:
        """Return a menu of accounts for a window, which does what it says."""
        from allybook.ui.frame.accounts import AccountMenu

        menu = AccountMenu(self._look, window)
        menu.chosen.connect(self.choose)
        menu.add_asked.connect(lambda: self.sign_in(window))
        menu.sign_out_asked.connect(lambda: self.sign_out(window))
        return menu

    def fill(self, menu: AccountMenu) -> None:
        """Show in the menu who could speak, and who does."""
        menu.show_accounts(
            self._ways.accounts(), PRACTICE if self.practises else self._speaker or LOCAL
        )

    def choose(self, user_id: str) -> None:
        """Let another account speak, or the practice network; or nobody (``LOCAL``)."""
        if user_id == PRACTICE:
            if not self.practises:
                self.practise_wanted.emit()
        elif self.practises or user_id != self._speaker:
            self.switch_wanted.emit(user_id if user_id != LOCAL else "")

    def sign_in(self, window: QWidget) -> None:
        """Open the wizard where it was left."""
        from allybook.ui.dialogs.sign_in.terms import terms_of
        from allybook.ui.dialogs.sign_in.wizard import START, SignInDialog

        terms, draft = terms_of(self._desk, practice=self.practises), self._draft or START
        wizard = SignInDialog(self._look, terms, self.errand, self._browse, window, draft)
        wizard.connected.connect(self.switch_wanted)
        wizard.finished.connect(lambda: self._keep(wizard.draft()))
        self.wizard = wizard
        wizard.open()

    def sign_out(self, window: QWidget) -> None:
        """Ask before the account that speaks is signed out."""
        from allybook.ui.dialogs.sign_out import SignOutDialog

        user_id = self._speaker
        known = next((one for one in self._ways.accounts() if one.user_id == user_id), None)
        if known is None or self.practises:
            return
        sheet = SignOutDialog(self._look, known.handle, self._desk.outbox.waiting(), window)
        sheet.agreed.connect(lambda: self._sign_out(user_id, sheet))
        self.sheet = sheet
        sheet.open()

    def _sign_out(self, user_id: str, sheet: SignOutDialog) -> None:
        desk, ways, purge = self._desk, self._ways, sheet.purge.isChecked()

        def work(ticket: Ticket) -> str:
            """Sign out, and forget where that is wanted; return what is to be said of it."""
            ticket.report(0, 1)
            return (
                ways.sign_out(user_id) if not purge else _sign_out_and_forget(desk, ways, user_id)
            )

        # What a person did: a window that closes lets it end, also behind a file that is read.
        ticket = self._jobs.act(
            self,
            work,
            done=lambda remark: self._signed_out(sheet, in_words(remark)),
            failed=lambda error: self._stayed(sheet, error),
            progress=lambda _done, begun: _show_turn(sheet, begun=bool(begun)),
        )
        sheet.given_up.connect(ticket.cancel)

    def _signed_out(self, sheet: SignOutDialog, remark: str) -> None:
        """Close the sheet, or leave it open with the remark."""
        if not _is_up(sheet):
            # It was closed just as the work began, or the work was done again later.
            self._tell(remark)
            self._settle()
            return
        sheet.finished.connect(self._settle)
        if remark:
            sheet.tell(remark)
        else:
            sheet.accept()

    def _stayed(self, sheet: SignOutDialog, error: AllybookError) -> None:
        """Say on the sheet why nothing was done; who gave it up knows that."""
        if _is_up(sheet):
            sheet.refuse(told(error))
        elif not isinstance(error, Cancelled):
            self._tell(told(error))

    def _tell(self, words: str) -> None:
        if words:
            self.trouble.emit(words)

    def _keep(self, draft: WizardDraft) -> None:
        """Keep what was typed for the next time; whoever signed in begins anew."""
        ended = self.wizard is not None and self.wizard.page is self.wizard.outcome
        self._draft = replace(draft, page=0, owns_app=False) if ended else draft
        self.wizard = None

    def _settle(self) -> None:
        """Lay another desk if another account speaks now than the one that this is for."""
        if current_account(self._desk.settings) != self._speaker:
            self.switch_wanted.emit("")


def _sign_out_and_forget(desk: Desk, ways: Ways, user_id: str) -> str:
    remark = ways.sign_out(user_id)
    from allybook.services.forget.purge import purge_own

    try:
        purge_own(desk)
    except AllybookError as error:
        # By now the person is signed out; that not all is forgotten is a remark.
        return told(error)
    return remark


def _show_turn(sheet: SignOutDialog, *, begun: bool) -> None:
    """Say whether it has begun, or waits behind what is being written."""
    if _is_up(sheet):
        sheet.show_turn(begun=begun)


def _is_up(sheet: SignOutDialog) -> bool:
    """Return whether a sheet can still be read; one that was closed is soon deleted."""
    return isValid(sheet) and sheet.isVisible()
