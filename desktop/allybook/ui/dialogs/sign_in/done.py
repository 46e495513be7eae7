"""Page five: who signed in, what X granted and charged, and who keeps the sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.entry import Kind
from allybook.domain.sign_in.oauth import SCOPES
from allybook.ui.dialogs.sign_in.page import Fact, WizardPage
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.buttons import PrimaryButton
from allybook.ui.widgets.header import lay_person
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Words
from allybook.ui.wording import dollars, halves, in_words

if TYPE_CHECKING:
    from allybook.domain.sign_in.oauth import Connected
    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.price import Tag


class DonePage(WizardPage):
    """The outcome. ``kept`` tells whether a keyring has it; if not, the person chooses."""

    def __init__(self, look: Look, asking: Tag) -> None:
        super().__init__(look, PrimaryButton(look, "", "check", size="button_dialog"))
        self.title = self.tr("You are signed in")
        self.main.setText(self.tr("Start"))
        self._quoted = asking
        self.user_id = ""
        self.kept = True
        self.avatar = Avatar(look, Who("", Kind.ORGANISATION, ""), "pane")
        self.name = Words(look, "", "read", weight=600)
        self.handle = Words(look, "", "ui", "text_2")
        self.granted = Fact(look, "check", "")
        self.charged = Fact(look, "wallet", "")
        self.keyring = Fact(look, "lock", "")
        self.lacks = Note(look, Mood.WARN)
        self.unkept = Note(look, Mood.WARN)
        self.how = self._make_how(look)
        self.unkept.followed.connect(self._show_how)
        self._lay_out()

    def show_connected(self, connected: Connected) -> None:
        """Show who signed in, with what."""
        account = connected.account
        self.user_id, self.kept = account.user_id, not connected.remark
        self.avatar.show_who(Who(account.name or account.handle, Kind.ORGANISATION, self.user_id))
        self.name.setText(account.name or account.handle)
        self.handle.setText(f"@{account.handle}")
        self.main.setText(self.tr("Start") if self.kept else self.tr("This session only"))
        self.main.updateGeometry()
        self._show_scopes(connected.scopes)
        self._show_charge(connected)
        self._show_keeping(connected.remark)

    def _show_scopes(self, scopes: frozenset[str] | None) -> None:
        if not scopes:
            rest = self.tr("X does not say what such keys may do; a refusal will say so.")
            self.granted.say(self.tr("Signed in with your own keys."), rest)
        else:
            self.granted.say(self.tr("X granted:"), self._list(scopes))
        missing = [scope for scope in SCOPES if scopes and scope not in scopes]
        self.lacks.setVisible(bool(missing))
        if missing:
            lost = " ".join(self._loss(scope) for scope in missing)
            self.lacks.say(self.tr("X did not grant everything."), lost)

    def _list(self, scopes: frozenset[str]) -> str:
        words = (
            ("tweet.read", self.tr("read posts")),
            ("users.read", self.tr("read accounts")),
            ("follows.read", self.tr("see follows")),
            ("list.read", self.tr("read Lists")),
            ("list.write", self.tr("change Lists")),
            ("offline.access", self.tr("stay signed in")),
        )
        granted = [word for scope, word in words if scope in scopes]
        return f"{', '.join(granted)}."

    def _loss(self, scope: str) -> str:
        losses = {
            "tweet.read": self.tr("No posts can be read."),
            "users.read": self.tr("No accounts can be read."),
            "follows.read": self.tr("Follow-back checks of your own account will not work."),
            "list.read": self.tr("Your Lists cannot be read."),
            "list.write": self.tr("Publishing a List will not work."),
            "offline.access": self.tr("You will have to sign in again every two hours."),
        }
        return losses[scope]

    def _show_charge(self, connected: Connected) -> None:
        sum_, quoted = connected.charged, self._quoted.sum
        if sum_ is None:
            rest = self.tr("X charges at most %1 for telling who you are.")
            self.charged.say("", rest.replace("%1", dollars(quoted)))
        elif not sum_:
            self.charged.say("", self.tr("X charged nothing: it told today already who you are."))
        else:
            words = self.tr("X charged %1").replace("%1", dollars(sum_))
            same = self.tr("for telling who you are, as quoted.")
            other = self.tr("for telling who you are; the quote was %1.")
            self.charged.say(
                words, same if sum_ == quoted else other.replace("%1", dollars(quoted))
            )

    def _show_keeping(self, remark: str) -> None:
        kept = self.tr("The keyring of this computer keeps the sign-in.")
        self.keyring.say("", "" if remark else kept)
        self.unkept.setVisible(bool(remark))
        self.how.hide()
        if remark:
            self.unkept.say(*halves(in_words(remark)), [self.tr("How to get a keyring")])

    def _show_how(self) -> None:
        self.how.show()
        self.changed.emit(self.how)

    def _make_how(self, look: Look) -> Prose:
        words = self.tr(
            "Windows and macOS bring a keyring along. On Linux install “gnome-keyring” or KWallet "
            "with the program that installs software, sign out of the desktop and in again, then "
            "connect once more."
        )
        return Prose(look, words, "caption", "text_2")

    def _lay_out(self) -> None:
        gap = self._look.space("xs")
        self.column.addLayout(lay_person(self._look, self.avatar, self.name, self.handle))
        self.column.addSpacing(gap)
        for fact in (self.granted, self.charged, self.keyring):
            self.column.addWidget(fact)
        self.column.addSpacing(gap)
        for note in (self.lacks, self.unkept, self.how):
            self.column.addWidget(note)
        self.column.addStretch(1)
