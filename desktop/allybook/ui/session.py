"""One run of the window over one desk; the composition root starts it, anew for another desk."""

from __future__ import annotations

import gc
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from allybook.domain.changes import Changed
from allybook.services.books.roster import lay_rosters, look_at_books
from allybook.ui.accounts import Accounts
from allybook.ui.beat import Beat
from allybook.ui.doors import Doors
from allybook.ui.ending import Ending
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.language import find_catalogue
from allybook.ui.laying import lay_sums
from allybook.ui.theme.growth import grown
from allybook.ui.theme.look import BASE, SCHEME, STYLED, SYSTEM, Look
from allybook.ui.widgets.focus import FocusFrame
from allybook.ui.window import Window
from allybook.ui.wording import locale, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.ways import Ways

NAME = "Allybook"
STYLE = ("-style", BASE)
"""Said at the start, Qt makes it by itself; said later, PySide loads all that styles know."""
WATCH_MS = 3_000
"""So often (milliseconds) it is looked at what others wrote."""
SETTLED_MS = 3_000
"""How long (milliseconds) after the window is there what nobody waits for begins."""
AHEAD_MS = 1_500
"""How long (milliseconds) after the window is there the other tabs are loaded ahead."""
TURN = 0.001
"""After so many seconds a busy job lets the window's thread have its turn (Python's own: 0.005)."""


class Destination(Struct, frozen=True):
    """Which desk is wanted next: that of the practice network, or of an account.

    ``account`` is the id of the one that speaks from then on, empty for the one that does already;
    ``file`` is what is to be read there first.
    """

    practice: bool
    account: str = ""
    file: str = ""


def make_application() -> QApplication:
    """Return the application, made if there is none yet."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else _start_application()
    QCoreApplication.setApplicationName(NAME)
    application.setDesktopFileName("allybook")
    return application


def _start_application() -> QApplication:
    application = grown(lambda: QApplication([NAME, *STYLE]))
    application.setProperty(STYLED, BASE)
    return application


class Session:
    """Shows windows, one desk after the other, in one application with one look.

    Whoever shows a window by itself applies the look before.
    """

    def __init__(self, resources: Path) -> None:
        self.application = make_application()
        sys.setswitchinterval(TURN)
        self._speak(resources / "translations")
        # The numbers in Qt's own fields are written as all others are, whatever the desktop's are.
        QLocale.setDefault(locale())
        self.look = Look(resources)
        self.application.setWindowIcon(QIcon(str(resources / "icons" / "allybook.svg")))
        self.look.prepare(self.application)
        self.frame = FocusFrame(self.look, self.application)
        self._stage: Stage | None = None

    def _speak(self, catalogues: Path) -> None:
        """Speak the person's language, where there is a catalogue for it; Qt's own words too."""
        self.catalogue = find_catalogue(catalogues)
        self.own_words = QTranslator()
        if self.catalogue is None:
            return
        from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 (English has Qt's own words)

        self.application.installTranslator(self.catalogue)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.own_words.load(QLocale(), "qtbase", "_", folder):
            self.application.installTranslator(self.own_words)

    def run(self, desk: Desk, ways: Ways, file: str = "") -> tuple[int, Destination | None]:
        """Show the window until it is closed, or until another desk is wanted; read a file first.

        ``ways`` lead in and out of accounts. From the first turn on, Python looks for rubbish.
        """
        self.look.set_scheme(desk.settings.read(SCHEME, SYSTEM))
        shut = shut_books(desk)
        stage = self._stage = Stage(desk, self.look, ways)
        if is_new(desk):
            stage.window.welcome()
        else:
            stage.window.timeline()
        self.look.apply(self.application)
        stage.window.show()
        if file:
            stage.doors.read(Path(file))
        if shut:
            # A file that begins takes away what was said before.
            desk.announcer.announce(Changed(shut=shut))
        QTimer.singleShot(0, gc.enable)
        _after(AHEAD_MS, stage.window, stage.load_ahead)
        _after(SETTLED_MS, stage, stage.catch_up)
        try:
            status = self.wait(stage.end)
        finally:
            self._stage = None
            stage.close()
        return status, stage.destination

    def mistaken(self, error: AllybookError) -> None:
        """Say in the window, where there is one, what Allybook itself did wrong."""
        if self._stage is not None:
            self._stage.hub.trouble.emit(told(error))

    def wait(self, end: Callable[[], object]) -> int:
        """Let the application run until it quits; ``end`` is done when the system asks for that.

        Returns the exit status.
        """
        with closing(Ending()) as ending:
            ending.asked.connect(end)
            return self.application.exec()

    def tell(self, error: AllybookError) -> None:
        """Say why there is no window, until somebody has read it."""
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 (most windows open)

        box = QMessageBox(QMessageBox.Icon.Warning, NAME, "")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(told(error))
        box.finished.connect(self.application.quit)
        box.show()
        self.wait(self.application.quit)


class Stage(QObject):
    """A window with what it needs to live: jobs, hub, doors and accounts.

    Python does not look through what lives as long as the window for rubbish: a busy job would
    make it do so over and over, and each time the window stands still for some 40 ms.
    """

    def __init__(self, desk: Desk, look: Look, ways: Ways) -> None:
        super().__init__()
        self.jobs = Jobs(self, now=desk.clock.now)
        self.hub = Hub(desk.announcer, self)
        self._ways, self._desk, self._look = ways, desk, look
        self.doors = Doors(desk, self.jobs, self.hub, self)
        self.accounts = Accounts(desk, look, self.jobs, ways, self)
        self.accounts.trouble.connect(self.hub.trouble)
        self.window = Window(desk, look, self.jobs, self.hub, self.doors, self.accounts)
        self.beat = Beat(desk, self.hub, self.window)
        self.window.shell.pages.made.connect(lambda _key: QTimer.singleShot(0, gc.freeze))
        self.destination: Destination | None = None
        self.window.disk.stayed.connect(self._stay)
        self._seen = desk.versions()
        _after(WATCH_MS, self.window, self._watch)
        self.doors.own_file_wanted.connect(
            lambda file: self.leave(Destination(practice=False, file=file))
        )
        self.doors.connect_wanted.connect(lambda: self.accounts.sign_in(self.window))
        for practise in (self.doors.practise_wanted, self.accounts.practise_wanted):
            practise.connect(lambda: self.leave(Destination(practice=True)))
        self.accounts.switch_wanted.connect(
            lambda user_id: self.leave(Destination(practice=False, account=user_id))
        )

    def _stay(self) -> None:
        self.destination = None

    def catch_up(self) -> None:
        """Finish what a new version or the last session left to do about noise; views are right."""
        lay_sums(self.jobs, self, self._desk)

    def _watch(self) -> None:
        """Begin to look what others do: another window, the command line, or the desktop."""
        # Nobody waits for them at the start.
        from allybook.ui.theme.hearing import Hearing  # noqa: PLC0415
        from allybook.ui.watch import Watch  # noqa: PLC0415

        watch = Watch(self._desk, self.jobs, self.window, self._seen)
        self.hub.changed.connect(watch.hear)
        self._hearing = Hearing()
        self._hearing.letters_changed.connect(self.window.tell_letters)
        self.window.destroyed.connect(self._hearing.deleteLater)

    def load_ahead(self) -> None:
        """Load what the tabs are made of that were not shown yet, while nobody does anything."""
        from allybook.ui.ahead import Ahead  # noqa: PLC0415 (the first posts do without it)

        ahead = Ahead(self.window.windowHandle(), self.jobs, self.window)
        ahead.done.connect(self._end_loading)

    def _end_loading(self) -> None:
        """Do ahead what only the first frame of the keyboard takes; nothing of it is rubbish."""
        from allybook.ui.widgets.ring import rehearse  # noqa: PLC0415 (loaded ahead by then)

        rehearse(self._look)
        gc.freeze()

    def leave(self, destination: Destination) -> None:
        """Close this window for the sake of another desk, unless they stay."""
        self.destination = destination
        if self.window.close():
            QCoreApplication.quit()

    def end(self) -> None:
        """Close the window as its cross does; who asks once more is not asked anything."""
        self.destination = None
        self.window.disk.insist()
        if self.window.close():
            QCoreApplication.quit()

    def close(self) -> None:
        """End the jobs and hear no more; the window is gone."""
        self.hub.close()
        self.window.disk.let_close()
        # It says where it stood, which is written last.
        self.window.close()
        self.jobs.close(self._let_go, self._desk.cache.stop_reading)
        self.window.deleteLater()
        gc.unfreeze()

    def _let_go(self) -> None:
        """Let no job wait any longer for the keyring, or for X."""
        self._ways.let_go()
        self._desk.line.let_go()


def shut_books(desk: Desk) -> tuple[str, ...]:
    """Let the filters know of all books; return which cannot be read, and why."""
    heard: list[Changed] = []
    stop = desk.announcer.listen(heard.append)
    try:
        (look_at_books if desk.frozen() else lay_rosters)(desk)
    finally:
        stop()
    return tuple(words for changed in heard for words in changed.shut)


def _after(milliseconds: int, owner: QObject, act: Callable[[], object]) -> None:
    """Do something later, if its owner is there then.

    Qt's own way to say so has PySide make what tells of methods and signals.
    """
    timer = QTimer(owner, singleShot=True, interval=milliseconds)
    timer.timeout.connect(act)
    timer.start()


def is_new(desk: Desk) -> bool:
    """Return whether nothing was done in this profile yet."""
    return not (
        desk.line.signed_in or desk.shelf.books() or desk.cache.known_sources() or desk.me()
    )
