"""Forget what X said: about one account that asks for it, or altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all
from allybook.ui.dialogs.card import CardDialog
from allybook.ui.widgets.buttons import Button, DangerButton
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.words import Rule, Words
from allybook.ui.wording import count, halves, quoted, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.services.forget.known import KnownOfOne
    from allybook.services.forget.listed import StillListed
    from allybook.services.forget.purge import Purged
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

WIDTH = 600
PAUSE_MS = 150
"""How long the typing rests before it is looked up."""
LONGEST = 40


class ForgetDialog(CardDialog):
    """Offers both ways, each behind its own button; ``forgotten`` says in a sentence what went."""

    forgotten = Signal(str)

    def __init__(self, look: Look, desk: Desk, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(look, self.tr("Forget what X said"), parent, width=WIDTH)
        self._desk, self._jobs = desk, jobs
        self._known: KnownOfOne | None = None
        self._busy = False
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST)
        self.field.setFixedHeight(look.height("field"))
        self.field.setPlaceholderText("@handle")
        self.field.setAccessibleName(self.tr("Handle of the account to forget"))
        self.found = Prose(look, self.tr("The handle of one account."), "caption", "text_3")
        self.books = CheckBox(look, self.tr("Also erase what my books say about them, for good"))
        self.one = DangerButton(look, self.tr("Forget this account"))
        self.sure = CheckBox(look, self.tr("I know that reading it again costs money"))
        self.all = DangerButton(look, self.tr("Forget everything"))
        self.note = Note(look, Mood.DANGER)
        self.note.hide()
        self.leave = Button(look, self.tr("Close"), size="button_dialog")
        self._rest = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._rest.timeout.connect(self._look_up)
        self.field.textChanged.connect(lambda _text: self._typed())
        self.sure.toggled.connect(self.all.setEnabled)
        self.one.clicked.connect(self._forget_one)
        self.all.clicked.connect(self._forget_all)
        self.leave.clicked.connect(self.reject)
        self.all.setEnabled(False)
        self._show(None)
        self._lay_out()

    def ask_about(self, handle: str) -> None:
        """Fill in whom it is about."""
        self.field.setText(f"@{handle}")

    def reject(self) -> None:
        """Close; but what has begun is waited for, so that its outcome is read."""
        if not self._busy:
            super().reject()

    def _fit(self) -> None:
        if self.isVisible():
            self.come_to_the_middle()

    def _typed(self) -> None:
        self.one.setEnabled(False)
        self._rest.start()

    def _look_up(self) -> None:
        """Find what is kept about whoever is typed; books can be long."""
        desk, word = self._desk, self.field.text()
        if not word.strip().removeprefix("@"):
            self._show(None)
            return

        def told(known: KnownOfOne) -> None:
            """Show the answer, unless something else was typed or begun meanwhile."""
            if word == self.field.text() and not self._busy:
                self._show(known)

        self._jobs.read(
            self, lambda _ticket: find_known(desk, word), done=told, failed=self._complain
        )

    def _show(self, known: KnownOfOne | None) -> None:
        """Say what is kept."""
        self._known = known
        kept = bool(known and known.kept)
        self.one.setEnabled(kept)
        self.books.setEnabled(bool(known and known.books))
        self.found.show_text(self._kept(known))
        self._fit()

    def _kept(self, known: KnownOfOne | None) -> str:
        if known is None:
            return self.tr("The handle of one account.")
        told = [*self._kept_of(known), *self._named(known)]
        if known.noted_in:
            stays = self.tr("%1 names them in your own words about others; those stay.")
            told.append(stays.replace("%1", ", ".join(map(quoted, known.noted_in))))
        return " ".join(told)

    def _kept_of(self, known: KnownOfOne) -> tuple[str, ...]:
        if known.books:
            names = ", ".join(map(quoted, known.books))
            told = self.tr("Kept: what X said, and your own words about %2 in %1.")
            return (told.replace("%2", ", ".join(known.called)).replace("%1", names),)
        if known.kept:
            return (self.tr("Kept: what X said about them; no book has them."),)
        if known.named_in or known.noted_in:
            return ()
        return (self.tr("Nothing is kept about @%1.").replace("%1", known.word),)

    def _named(self, known: KnownOfOne) -> tuple[str, ...]:
        """Return in which books it says whom they named: those go to everybody who shares them."""
        if not known.namings:
            return ()
        told = self.tr(
            "%1 tells that they named %2 allies, by the numbers of their posts and of their "
            "account, and so does each copy of it; that stays."
        )
        if known.named == 1:
            told = self.tr(
                "%1 tells that they named one ally, by the numbers of their post and of their "
                "account, and so does each copy of it; that stays."
            )
        names = ", ".join(map(quoted, known.named_in))
        return (told.replace("%2", count(known.named)).replace("%1", names),)

    def _forget_one(self) -> None:
        known, books, desk = self._known, self.books.isChecked(), self._desk
        if known is not None:
            self._start(lambda: purge_account(desk, known, books=books), self._one_forgotten)

    def _forget_all(self) -> None:
        desk = self._desk
        self._start(lambda: purge_all(desk), self._all_forgotten)

    def _start(
        self, work: Callable[[], Purged | None], told: Callable[[Purged | None], None]
    ) -> None:
        self._set_busy(busy=True)
        self.note.hide()
        # What a person did: a window that closes lets it end, also behind a file that is read.
        self._jobs.act(
            self, lambda _ticket: work(), done=told, failed=self._failed, progress=self._wait
        )

    def _wait(self, _done: int, _total: int) -> None:
        rest = self.tr("What is being written goes first; this can take a moment.")
        self.note.tell(self.tr("Forgetting."), rest, Mood.INFO)
        self.show_part(self.note)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for part in (self.one, self.all, self.field, self.books, self.sure, self.leave):
            part.setEnabled(not busy)
        if not busy:
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one_forgotten(self, done: Purged | None) -> None:
        posts = done.posts if done else 0
        told = self.tr("What X said about @%1 is gone, with %2 posts.")
        if posts == 1:
            told = self.tr("What X said about @%1 is gone, with one post.")
        name = self._known.word if self._known else ""
        gone = told.replace("%2", count(posts)).replace("%1", name)
        self._finish(" ".join([gone, *map(self._on_list, done.listed if done else ())]))

    def _on_list(self, one: StillListed) -> str:
        """Return that they are on the X List of a book, and what becomes of that."""
        told = self.tr(
            "They are on the X List of %1, which stays known by their number; the next publishing "
            "leaves them there."
        )
        if one.leaves:
            told = self.tr(
                "They are on the X List of %1, which stays known by their number; the next "
                "publishing takes them off."
            )
        return told.replace("%1", quoted(one.book))

    def _all_forgotten(self, _done: Purged | None) -> None:
        self._finish(self.tr("All that X said is gone. Books, ledger and outbox are as before."))

    def _finish(self, sentence: str) -> None:
        self.forgotten.emit(sentence)
        self.accept()

    def _failed(self, error: AllybookError) -> None:
        self._set_busy(busy=False)
        self.all.setEnabled(self.sure.isChecked())
        self._show(None)
        self._complain(error)
        self._look_up()

    def _complain(self, error: AllybookError) -> None:
        self.note.tell(*halves(told(error)), Mood.DANGER)
        self.show_part(self.note)

    def _lay_out(self) -> None:
        look = self._look
        side, gap = look.space("xl"), look.space("m")
        column = QVBoxLayout()
        column.setContentsMargins(side, side - 4, side, look.space("l"))
        column.setSpacing(gap)
        column.addWidget(Words(look, self.tr("Forget what X said"), "title"))
        column.addWidget(Words(look, self.tr("One account"), "ui_bold"))
        why = self.tr(
            "When somebody asks to be forgotten: their profile, their posts and reposts of them go "
            "from this computer. What others wrote stays, also where it names them."
        )
        column.addWidget(Prose(look, why, "ui", "text_2"))
        for part in (self.field, self.found):
            column.addWidget(part)
        column.addLayout(self._row(self.one, self.books))
        column.addWidget(Rule(look))
        column.addWidget(Words(look, self.tr("Everything"), "ui_bold"))
        why = self.tr(
            "All posts and accounts that X showed, of every account of yours. Your books, the "
            "ledger and the outbox stay."
        )
        column.addWidget(Prose(look, why, "ui", "text_2"))
        column.addLayout(self._row(self.all, self.sure))
        column.addWidget(self.note)
        self.lay_scrolled(column, self.make_foot(self.leave))

    def _row(self, button: Button, box: CheckBox) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(box)
        row.addStretch(1)
        row.addWidget(button)
        return row
