"""The errand behind the pages: listen, open X, exchange the answer; off the window's thread."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from allybook.domain.errors import AllybookError, Refused
from allybook.domain.sign_in.oauth import read_callback
from allybook.ui.dialogs.sign_in.coming_back import page_words
from allybook.ui.wording import in_words, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.sign_in.credentials import Credentials
    from allybook.domain.sign_in.oauth import Attempt, Connected
    from allybook.ui.jobs import Jobs
    from allybook.ui.ticket import Ticket
    from allybook.ui.ways import Ways

T = TypeVar("T")


class At(Enum):
    """Where something went wrong: before X was opened, in its answer, or afterwards."""

    BEGINNING = auto()
    ANSWER = auto()
    ASKING = auto()


class Errand(QObject):
    """One sign-in at a time; it outlives the dialog, so that nobody signs in unseen.

    ``opened`` carries the address for the browser, ``connected`` a ``Connected``, ``refused`` an
    ``At`` and an error; ``asking`` says that X is being asked, and ``undone`` that somebody who
    signed in after all was signed out again. ``stayed`` carries what of it did not go away: what X
    did not confirm, or why the keyring forgot nothing. No signal carries a secret.
    """

    opened = Signal(str)
    asking = Signal()
    connected = Signal(object)
    refused = Signal(object, object)
    undone = Signal()
    stayed = Signal(str)

    def __init__(self, ways: Ways, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = ways
        self._jobs = jobs
        self._turn = 0
        self._attempt: Attempt | None = None
        self._ticket: Ticket | None = None
        self._owns_app = False
        self._answer = ""
        self._leaving = 0
        self._next: Callable[[], None] | None = None

    def open(self, client_id: str, port: int, *, owns_app: bool) -> None:
        """Begin to listen, then say which address the browser should open."""
        self.stop()
        self._owns_app = owns_app
        ways, turn, words = self._ways, self._turn, page_words()

        def begun(answer: tuple[Attempt, str]) -> None:
            """Wait for the browser, or give up where nobody waits any more."""
            attempt, address = answer
            if turn != self._turn:
                self._give_up(attempt)
            else:
                self._listen(attempt, address)

        def begin() -> None:
            """Listen on this computer."""
            self._run(lambda _ticket: ways.begin(client_id, port, words), begun, At.BEGINNING)

        # The port of the attempt before has to be free.
        if self._leaving:
            self._next = begin
        else:
            begin()

    def use(self, address: str) -> None:
        """Take an address that was pasted; one of another attempt leaves everything as it is."""
        attempt = self._attempt
        if attempt is None:
            return
        try:
            read_callback(attempt, address)
        except Refused as error:
            self.stop()
            self.refused.emit(At.ANSWER, error)
        except AllybookError as error:
            self.refused.emit(At.ANSWER, error)
        else:
            self._answer = address
            self.ask_again()

    def ask_again(self) -> None:
        """Go on with the answer that X gave, after asking who it is has failed."""
        if self._attempt is not None:
            self._finish(self._attempt)

    def connect_with(self, credentials: Credentials, *, owns_app: bool) -> None:
        """Ask X whose credentials these are."""
        self.stop()
        ways = self._ways
        self._ask(lambda: ways.connect(credentials, owns_app=owns_app))

    def waits(self) -> bool:
        """Return whether something is under way."""
        return self._ticket is not None

    def takes_paste(self) -> bool:
        """Return whether an address may be pasted: also when nobody listens any more."""
        return self._attempt is not None

    def stop(self) -> None:
        """Wait no longer; whoever is signed in by now is signed out again."""
        self._listen_no_more()
        self._answer = ""
        self._next = None
        if self._attempt is not None:
            self._give_up(self._attempt)
            self._attempt = None

    def undo(self, user_id: str) -> None:
        """Sign somebody out again who was not to stay."""
        ways = self._ways

        def undone(remark: str) -> None:
            """Tell that it is undone, and what X did not confirm."""
            if remark:
                gone = self.tr("The new sign-in is gone from this computer.")
                self.stayed.emit(f"{gone} {in_words(remark)}")
            self.undone.emit()

        def failed(error: AllybookError) -> None:
            """Tell why it is not undone."""
            self.stayed.emit(told(error))

        self._jobs.fetch(self, lambda _ticket: ways.sign_out(user_id), done=undone, failed=failed)

    def _listen_no_more(self) -> None:
        self._turn += 1
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _listen(self, attempt: Attempt, address: str) -> None:
        self._attempt = attempt
        ways, turn = self._ways, self._turn

        def back(answer: str) -> None:
            """Use the address that the browser came back with."""
            if turn == self._turn:
                self._ticket = None
                self.use(answer)

        self._run(lambda ticket: ways.wait(attempt, ticket), back, At.ANSWER)
        self.opened.emit(address)

    def _finish(self, attempt: Attempt) -> None:
        ways, owns_app, address = self._ways, self._owns_app, self._answer
        self._listen_no_more()

        def connect() -> Connected:
            """Ask X for the account, and listen no more."""
            connected = ways.finish(attempt, address, owns_app=owns_app)
            ways.give_up(attempt)
            return connected

        self._ask(connect)

    def _ask(self, connect: Callable[[], Connected]) -> None:
        turn, ways = self._turn, self._ways

        def work(_ticket: Ticket) -> tuple[frozenset[str], Connected]:
            """Connect; return who was connected before as well."""
            known = frozenset(one.user_id for one in ways.accounts())
            return known, connect()

        def answered(answer: tuple[frozenset[str], Connected]) -> None:
            """Tell who is connected; nobody stays who was given up meanwhile."""
            known, connected = answer
            if turn == self._turn:
                self._attempt, self._ticket, self._answer = None, None, ""
                self.connected.emit(connected)
            elif connected.account.user_id not in known:
                self.undo(connected.account.user_id)

        self.asking.emit()
        self._run(work, answered, At.ASKING)

    def _run(self, work: Callable[[Ticket], T], done: Callable[[T], None], at: At) -> None:
        turn = self._turn

        def failed(error: AllybookError) -> None:
            """Tell why it went wrong, where somebody still waits."""
            if turn == self._turn:
                self._ticket = None
                self.refused.emit(at, error)

        self._ticket = self._jobs.fetch(self, work, done=done, failed=failed)

    def _give_up(self, attempt: Attempt) -> None:
        ways = self._ways

        def over(_answer: object) -> None:
            """Begin what waited for the port to be free."""
            self._leaving -= 1
            if self._next is not None and not self._leaving:
                begin, self._next = self._next, None
                begin()

        self._leaving += 1
        self._jobs.fetch(self, lambda _ticket: ways.give_up(attempt), done=over, failed=over)
