"""Page four: the browser asks the person, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from allybook.ui.dialogs.sign_in.page import FieldHint, InputField, Numbered, WizardPage
from allybook.ui.dialogs.sign_in.waiting import WaitingCard
from allybook.ui.widgets.buttons import Button
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.price import PriceButton, PriceKind
from allybook.ui.widgets.prose import Span
from allybook.ui.widgets.words import Rule
from allybook.ui.wording import dollars, halves

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.ui.dialogs.sign_in.terms import SignInPrices
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.price import Tag

MEND = "mend"


class BrowserPage(WizardPage):
    """Opens X, waits, takes a pasted address; ``pasted`` says that one is in ``address``.

    ``open_asked`` and ``stop_asked`` are its two buttons; ``mend_asked`` is the one action that an
    error offers.
    """

    open_asked = Signal()
    stop_asked = Signal()
    pasted = Signal()
    mend_asked = Signal()

    def __init__(self, look: Look, terms: SignInPrices) -> None:
        self.opener = PriceButton(look, "", "external-link", main=True, size="button_dialog")
        super().__init__(look, self.opener)
        self.title = self.tr("Let Allybook in")
        self.opener.show_verb(self.tr("Open X"))
        self.opener.show_tag(_aside(terms))
        self.note = Note(look, Mood.DANGER)
        self.note.hide()
        self.card = WaitingCard(look)
        self.address = InputField(look, self.tr("Or paste the address here"))
        self.use = Button(look, self.tr("Use it"))
        self._waits = False
        self._connect()
        self._lay_out(look, terms)
        self.rest()

    def first(self) -> QWidget:
        """Begin on the button that opens X, or on Stop while the browser is out."""
        return self.card.stop if self._waits else self.opener

    def wait_for_browser(self, address: str) -> None:
        """Show that the browser is out at ``address``."""
        self._wait(may_paste=True)
        self.card.wait_for_browser(address)
        self._settle(self.card.stop)

    def wait_for_x(self) -> None:
        """Show that X is asked who it is."""
        self._wait(may_paste=False)
        self.card.wait_for_x()
        self._settle(None)

    def open_yourself(self) -> None:
        """Say that no browser opened."""
        self.note.show_mood(Mood.WARN)
        self.note.say(
            self.tr("No browser opened on this computer."),
            self.tr("Copy the address below and open it in any browser; Allybook waits."),
        )
        self.note.show()
        self.changed.emit(self.note)

    def rest(self, *, may_paste: bool = False) -> None:
        """Wait for nothing: X can be opened; an address may still belong to the last attempt."""
        self._waits = False
        self.opener.set_busy(busy=False)
        self.card.rest()
        self._take_paste(may_paste=may_paste)
        self._settle(self.opener)

    def refuse(self, why: str, action: str = "", *, mood: Mood = Mood.DANGER) -> None:
        """Say what happened and what is safe, and offer one action that mends it."""
        links = [Span(action, link=MEND)] if action else []
        self.note.show_mood(mood)
        self.note.say(*halves(why), links)
        self.note.show()
        self.changed.emit(self.note)

    def wipe(self) -> None:
        """Forget the pasted address: X's answer is in it."""
        self.address.wipe()

    def _wait(self, *, may_paste: bool) -> None:
        self._waits = True
        self.note.hide()
        self.opener.set_busy(busy=True)
        self._take_paste(may_paste=may_paste)

    def _settle(self, keyboard: QWidget | None) -> None:
        """Put the keyboard where it belongs now, if it was on something that is gone."""
        self.changed.emit(self.card)
        if keyboard is not None and self.isVisible():
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_paste(self, *, may_paste: bool) -> None:
        self.address.setEnabled(may_paste)
        self._typed()

    def _typed(self) -> None:
        self.use.setEnabled(self.address.isEnabled() and bool(self.address.text()))

    def _paste(self) -> None:
        if self.use.isEnabled():
            self.pasted.emit()

    def _connect(self) -> None:
        self.opener.clicked.connect(self.open_asked)
        self.card.stopped.connect(self.stop_asked)
        self.use.clicked.connect(self._paste)
        self.address.line.returnPressed.connect(self._paste)
        self.address.line.textChanged.connect(self._typed)
        self.note.followed.connect(lambda _link: self.mend_asked.emit())

    def _lay_out(self, look: Look, terms: SignInPrices) -> None:
        for number, text in enumerate(self._steps(terms), 1):
            self.column.addWidget(Numbered(look, number, [Span(text)]))
        self.column.addWidget(self.note)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.column.addWidget(Rule(look))
        row = QHBoxLayout()
        row.setSpacing(look.space("s"))
        row.addWidget(self.address, 1)
        row.addWidget(self.use, 0, Qt.AlignmentFlag.AlignBottom)
        self.address.line.setPlaceholderText("http://127.0.0.1:…/callback?state=…&code=…")
        self.column.addLayout(row)
        self.column.addWidget(
            FieldHint(
                look,
                self.tr(
                    "For a browser on another computer, or one that shows an error page: copy the "
                    "whole address at its top. It is good for half a minute after your yes."
                ),
            )
        )

    def _steps(self, terms: SignInPrices) -> tuple[str, ...]:
        price = self.tr("Allybook goes on by itself, and asks X once whose account it is: %1.")
        return (
            self.tr("“Open X” opens your browser. Sign in there with the account to connect."),
            self.tr("X asks whether your app may read for you and change your Lists. Say yes."),
            price.replace("%1", dollars(terms.asking.sum)),
        )


def _aside(terms: SignInPrices) -> Tag:
    """Return the price behind a comma: opening X itself costs nothing."""
    tag = terms.asking
    return replace(tag, charge=PriceKind.ASIDE) if tag.charge is PriceKind.EXACT else tag
