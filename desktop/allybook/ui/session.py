"""One run of the window over one desk; the composition root starts it, anew for another desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from allybook.services.roster import lay_rosters
from allybook.ui.doors import Doors
from allybook.ui.hub import Hub
from allybook.ui.jobs import Jobs
from allybook.ui.language import find_catalogue
from allybook.ui.theme.look import SYSTEM, Look
from allybook.ui.widgets.focus import FocusFrame
from allybook.ui.window import SCHEME, Window

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk

    Connect = Callable[[str, bool], str]

NAME = "Allybook"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which desk is wanted next: that of the practice network, or of the account."""

    practice: bool


def make_application() -> QApplication:
    """Return the application, made if there is none yet."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([NAME])
    QCoreApplication.setApplicationName(NAME)
    application.setDesktopFileName("allybook")
    return application


class Session:
    """Shows windows, one desk after the other, in one application with one look."""

    def __init__(self, resources: Path) -> None:
        self.application = make_application()
        self._speak(resources / "translations")
        self.look = Look(resources)
        self.look.apply(self.application)
        self.frame = FocusFrame(self.look, self.application)
        self.application.setWindowIcon(QIcon(str(resources / "icons" / "allybook.svg")))

    def _speak(self, catalogues: Path) -> None:
        """Speak the person's language, where there is a catalogue for it; Qt's own words too."""
        self.catalogue = find_catalogue(catalogues)
        self.own_words = QTranslator()
        if self.catalogue is None:
            return
        self.application.installTranslator(self.catalogue)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.own_words.load(QLocale(), "qtbase", "_", folder):
            self.application.installTranslator(self.own_words)

    def run(self, desk: Desk, connect: Connect) -> tuple[int, Wish | None]:
        """Show the window until it is closed, or until another desk is wanted.

        ``connect`` takes a token and whether its account owns the app; it may take a while, and
        returns why the token cannot be kept (or nothing).
        """
        self.look.set_scheme(desk.settings.read(SCHEME, SYSTEM))
        lay_rosters(desk)
        stage = Stage(desk, self.look)
        stage.doors.practise_wanted.connect(lambda: stage.leave(Wish(practice=True)))
        stage.doors.connect_wanted.connect(
            lambda token, owns_app: stage.sign_in(connect, token, owns_app=owns_app)
        )
        stage.window.show()
        if is_new(desk):
            stage.window.welcome()
        else:
            stage.window.timeline()
        try:
            status = self.application.exec()
        finally:
            stage.close()
        return status, stage.wish


class Stage(QObject):
    """A window with what it needs to live: jobs, hub and doors."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.hub = Hub(desk.announcer, self)
        self.doors = Doors(desk, self.jobs, self.hub, self)
        self.window = Window(desk, look, self.jobs, self.hub, self.doors)
        self.wish: Wish | None = None

    def leave(self, wish: Wish) -> None:
        """Close this window for the sake of another desk."""
        self.wish = wish
        self.window.close()
        QCoreApplication.quit()

    def sign_in(self, connect: Connect, token: str, *, owns_app: bool) -> None:
        """Connect an account in the background, and go on with its desk."""
        self.jobs.fetch(
            self,
            lambda _ticket: connect(token, owns_app),
            done=self._connected,
            failed=self._refused,
        )

    def close(self) -> None:
        """End the jobs and hear no more; the window is gone."""
        self.hub.close()
        self.jobs.close()
        self.window.close()
        self.window.deleteLater()

    def _connected(self, remark: str) -> None:
        dialog = self.doors.dialog
        if remark and dialog is not None:
            dialog.gone_on.connect(lambda: self.leave(Wish(practice=False)))
            dialog.offer_to_go_on(remark)
        else:
            self.leave(Wish(practice=False))

    def _refused(self, error: AllybookError) -> None:
        if self.doors.dialog is not None:
            self.doors.dialog.refuse(str(error))


def is_new(desk: Desk) -> bool:
    """Return whether nothing was done in this profile yet."""
    return not (desk.line.signed_in or desk.shelf.books() or desk.cache.sources() or desk.me())
