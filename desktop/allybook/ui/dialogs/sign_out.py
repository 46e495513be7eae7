"""Sign out: what goes, what stays, and then two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from allybook.ui.dialogs.card import CardDialog
from allybook.ui.dialogs.sign_in.page import Fact
from allybook.ui.widgets.buttons import Button, DangerButton
from allybook.ui.widgets.checks import SIDE, CheckBox
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import count, halves

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from allybook.ui.theme.look import Look

WIDTH = 480
DIALOG = "button_dialog"


class SignOutDialog(CardDialog):
    """Asks before an account is signed out; ``agreed`` says yes, ``purge`` is ticked or not.

    ``waiting`` acts stay in the outbox. The keyboard starts on "Not now". While it waits behind
    what is being written it can be closed; ``given_up`` tells that nothing is to be done then.
    """

    agreed = Signal()
    given_up = Signal()

    def __init__(self, look: Look, handle: str, waiting: int, parent: QWidget) -> None:
        super().__init__(look, "", parent, width=WIDTH)
        title = self.tr("Sign out of %1?").replace("%1", f"@{handle}")
        self._busy = self._waits = False
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title = Words(look, title, "title")
        self.purge = CheckBox(look, self.tr("Also forget what X told this account"), "text")
        self.price = Prose(
            look,
            self.tr("Its posts, accounts and checks. To read them again costs money."),
            "caption",
            "text_2",
        )
        self.purge.setAccessibleDescription(self.price.text())
        self.note = Note(look, Mood.DANGER)
        self.note.hide()
        self.not_now = Button(look, self.tr("Not now"), size=DIALOG)
        self.go = DangerButton(look, self.tr("Sign out"), size=DIALOG)
        # In a dialog Enter goes to the default button: so it always means "Not now".
        self.not_now.setAutoDefault(True)
        self.not_now.setDefault(True)
        self.not_now.clicked.connect(self.reject)
        self.go.clicked.connect(self._agree)
        self._lay_out(look, waiting)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the button that changes nothing."""
        super().showEvent(event)
        self.not_now.setFocus(Qt.FocusReason.TabFocusReason)

    def reject(self) -> None:
        """Change nothing; but what has begun is waited for, so that its outcome is read."""
        if self._waits:
            self._busy = self._waits = False
            self.given_up.emit()
        if not self._busy:
            super().reject()

    def show_turn(self, *, begun: bool) -> None:
        """Say what happens: X is asked by now, or what is being written goes first."""
        rest = self.tr("What is being written goes first. “Not now” leaves you signed in.")
        if begun:
            rest = self.tr("X is asked; this takes a moment.")
        self._waits = not begun
        self.not_now.setEnabled(self._waits)
        if self._waits:
            self.not_now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(Mood.INFO, self.tr("Signing out."), rest)

    def refuse(self, why: str) -> None:
        """Say why it did not work; nothing was changed."""
        self._set_busy(busy=False)
        self._say(Mood.DANGER, *halves(why))

    def tell(self, remark: str) -> None:
        """Say what X did not confirm; the person is signed out all the same."""
        self._set_busy(busy=False)
        for part in (self.go, self.purge, self.price):
            part.hide()
        self.not_now.setText(self.tr("Close"))
        self.not_now.updateGeometry()
        self._say(Mood.WARN, self.tr("You are signed out here."), remark)

    def _say(self, mood: Mood, what: str, rest: str) -> None:
        self.note.show_mood(mood)
        self.note.say(what, rest)
        self.note.show()
        self.show_part(self.note)

    def _agree(self) -> None:
        self._set_busy(busy=True)
        self._say(Mood.INFO, self.tr("Signing out."), "")
        self.agreed.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy, self._waits = busy, False
        for part in (self.go, self.purge, self.not_now):
            part.setEnabled(not busy)
        if not busy:
            self.not_now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, look: Look, waiting: int) -> None:
        edge, gap = look.space("xl"), look.space("l")
        column = QVBoxLayout()
        column.setContentsMargins(edge, edge - 4, edge, gap)
        column.setSpacing(look.space("m"))
        column.addWidget(self.title)
        for icon, bold, rest in self._facts(waiting):
            column.addWidget(Fact(look, icon, bold, rest))
        column.addLayout(self._make_choice(look))
        column.addWidget(self.note)
        self.lay_scrolled(column, self.make_foot(self.not_now, self.go))

    def _make_choice(self, look: Look) -> QVBoxLayout:
        choice, below = QVBoxLayout(), QVBoxLayout()
        choice.setSpacing(look.space("xs"))
        choice.addWidget(self.purge)
        below.setContentsMargins(SIDE + look.space("s"), 0, 0, 0)
        below.addWidget(self.price)
        choice.addLayout(below)
        return choice

    def _facts(self, waiting: int) -> tuple[tuple[str, str, str], ...]:
        kept = self.tr("Your books, the outbox and what you spent. To go on, sign in again.")
        held = self.tr("Your books, what you spent, and %1 in the outbox, until you sign in again.")
        acts = self.tr("1 act") if waiting == 1 else self.tr("%n acts", "", waiting)
        acts = acts.replace(str(waiting), count(waiting))
        return (
            (
                "key-round",
                self.tr("Ends:"),
                self.tr("X is asked to revoke the sign-in, and the keyring here forgets it."),
            ),
            (
                "shield-check",
                self.tr("Stays:"),
                held.replace("%1", acts) if waiting else kept,
            ),
        )
