"""The wizard: five pages in a row, and two ways around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Qt, Signal

from allybook.domain.errors import BadInput, NeedsSignIn, Refused
from allybook.domain.sign_in.oauth import PORT
from allybook.ui.dialogs.sign_in.browser import BrowserPage
from allybook.ui.dialogs.sign_in.client import ClientPage
from allybook.ui.dialogs.sign_in.done import DonePage
from allybook.ui.dialogs.sign_in.errand import At
from allybook.ui.dialogs.sign_in.four_keys import KeysPage
from allybook.ui.dialogs.sign_in.make_app import MakeAppPage
from allybook.ui.dialogs.sign_in.pages import PagesDialog
from allybook.ui.dialogs.sign_in.pasted_token import TokenPage
from allybook.ui.dialogs.sign_in.why import WhyPage
from allybook.ui.wording import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.domain.sign_in.oauth import Connected
    from allybook.ui.dialogs.sign_in.errand import Errand
    from allybook.ui.dialogs.sign_in.page import WizardPage
    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look


class WizardDraft(Struct, frozen=True):
    """What was typed that is no secret, and the page that one left: for the next time."""

    client_id: str = ""
    port: int = PORT
    owns_app: bool = False
    page: int = 0


START = WizardDraft()


class SignInDialog(PagesDialog):
    """Signs in by way of ``errand``; ``open_link`` opens an address in the browser, if it can.

    ``connected`` carries the id of the account that goes on. Left in any other way nobody is signed
    in, and the draft stays with the caller; what is secret is forgotten in any case.
    """

    connected = Signal(str)

    def __init__(
        self,
        look: Look,
        terms: SignInPrices,
        errand: Errand,
        open_link: Callable[[str], bool],
        parent: QWidget,
        draft: WizardDraft = START,
    ) -> None:
        self.why = WhyPage(look, terms)
        self.make_app = MakeAppPage(look, draft.port)
        self.client = ClientPage(look, terms, draft.client_id)
        self.client.owns_app.box.setChecked(draft.owns_app)
        self.browser = BrowserPage(look, terms)
        self.outcome = DonePage(look, terms.asking)
        self.token, self.keys = TokenPage(look, terms), KeysPage(look, terms)
        self.row = (self.why, self.make_app, self.client, self.browser, self.outcome)
        super().__init__(look, (*self.row, self.token, self.keys), parent)
        self._errand = errand
        self._open_link = open_link
        self._offered: Callable[[], None] = self._stop
        self._connect_row()
        self._connect_browser()
        self._connect_shortcuts()
        self._hear()
        self.go_to(self.row[min(draft.page, self.row.index(self.client))])

    def draft(self) -> WizardDraft:
        """Return what is worth keeping of what was typed."""
        place = self.row.index(self.page) if self.page in self.row else 0
        return WizardDraft(
            self.client.client.text(),
            self.make_app.port.value(),
            self.client.owns_app.isChecked(),
            place,
        )

    def go_to(self, page: WizardPage) -> None:
        """Turn to a page, and say which step it is."""
        step = ""
        if page in self.row:
            step = self.tr("Step %1 of %2").replace("%1", str(self.row.index(page) + 1))
        self.back.setVisible(page not in (self.why, self.outcome))
        self.not_now.setVisible(page is not self.outcome or not self.outcome.kept)
        self.not_now.setText(
            self.tr("Sign out again") if page is self.outcome else self.tr("Not now")
        )
        self.show_page(page, step.replace("%2", str(len(self.row))))

    def done_with(self, result: int) -> None:
        """Forget secrets; unless the person goes on, sign nobody in."""
        for page in (self.browser, self.token, self.keys):
            page.wipe()
        self._errand.stop()
        if self.page is not self.outcome:
            return
        if result or self.outcome.kept:
            self.connected.emit(self.outcome.user_id)
        else:
            self._errand.undo(self.outcome.user_id)

    def _connect_row(self) -> None:
        for here, there in zip(self.row[:3], self.row[1:], strict=False):
            here.main.clicked.connect(lambda _checked, page=there: self.go_to(page))
        self.outcome.main.clicked.connect(self.accept)
        self.client.gone_on.connect(self.client.main.click)
        self.back.clicked.connect(self._go_back)
        self.finished.connect(self.done_with)
        for page in (self.why, self.make_app):
            page.link_asked.connect(self._open_page)

    def _connect_browser(self) -> None:
        self.browser.open_asked.connect(self._open_x)
        self.browser.stop_asked.connect(self._stop)
        self.browser.pasted.connect(lambda: self._errand.use(self.browser.address.text()))
        self.browser.mend_asked.connect(self._mend)

    def _connect_shortcuts(self) -> None:
        self.why.token_asked.connect(lambda: self.go_to(self.token))
        self.why.keys_asked.connect(lambda: self.go_to(self.keys))
        for page in (self.token, self.keys):
            page.connect_asked.connect(lambda page=page: self._connect_with(page))

    def _hear(self) -> None:
        self._errand.opened.connect(self._opened)
        self._errand.asking.connect(self._asking)
        self._errand.connected.connect(self._connected)
        self._errand.refused.connect(self._refused)

    def _open_x(self) -> None:
        self.browser.opener.set_busy(busy=True)
        owns = self.client.owns_app.isChecked()
        self._errand.open(self.client.client.text(), self.make_app.port.value(), owns_app=owns)

    def _opened(self, address: str) -> None:
        self.browser.wait_for_browser(address)
        if not self._open_link(address):
            self.browser.open_yourself()

    def _open_page(self, address: str) -> None:
        if not self._open_link(address):
            self.tell_unopened(address)

    def _connect_with(self, page: TokenPage | KeysPage) -> None:
        self._errand.connect_with(page.credentials(), owns_app=page.owns())

    def _asking(self) -> None:
        if self.page is self.browser:
            self.browser.wait_for_x()

    def _connected(self, connected: Connected) -> None:
        self.outcome.show_connected(connected)
        self.go_to(self.outcome)

    def _refused(self, at: At, error: AllybookError) -> None:
        page = self.page
        if isinstance(page, TokenPage | KeysPage):
            page.refuse(told(error))
            return
        waits = self._errand.waits()
        if not waits:
            self.browser.rest(may_paste=self._errand.takes_paste())
        why = told(error)
        if waits:
            # Nothing has to be opened anew: the right answer can still come.
            why = self.tr(
                "This address is not the answer that Allybook waits for: copy the one that the "
                "browser shows now. Allybook still waits."
            )
        action, self._offered = self._remedy(at, error)
        self.browser.refuse(why, action)

    def _remedy(self, at: At, error: AllybookError) -> tuple[str, Callable[[], None]]:
        """Return the one action that an error offers, besides opening X once more; maybe none."""
        if at is At.BEGINNING and isinstance(error, BadInput):
            return self.tr("Change the port"), self._change_port
        if at is At.ASKING and isinstance(error, BadInput | Refused | NeedsSignIn):
            return self.tr("Check the Client ID"), lambda: self.go_to(self.client)
        if at is At.ASKING:
            return self.tr("Try again"), self._errand.ask_again
        return "", self._stop

    def _mend(self) -> None:
        self._offered()

    def _change_port(self) -> None:
        self.go_to(self.make_app)
        self.make_app.port.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        self._errand.stop()
        self.browser.rest()

    def _go_back(self) -> None:
        self._stop()
        for page in (self.token, self.keys):
            page.rest()
        if self.page in self.row:
            self.go_to(self.row[self.row.index(self.page) - 1])
        else:
            self.go_to(self.why)
