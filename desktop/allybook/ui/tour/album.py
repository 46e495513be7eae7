"""The pictures of the tour: of every tab, and of the timeline in each of its states."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from allybook.ui.language import find_catalogue
from allybook.ui.tour.moments import Moments
from allybook.ui.tour.picture import save_picture
from allybook.ui.tour.states import close_all, long_states, small_states, timeline_states
from allybook.ui.tour.voices import read_voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from allybook.services.desk import Desk
    from allybook.ui.session import Session, Stage
    from allybook.ui.tour.player import Script
    from allybook.ui.tour.states import State

SIZE = (1280, 800)
NARROW = (1024, 700)
"""Where the details open over the list, and the places still stand beside it."""
FOLDED = (853, 533)
"""What a small screen at 150 % leaves."""
TABS = ("timeline", "allies", "followback", "chats")
SCHEMES = ("light", "dark")
EVERY_SCHEME = (*SCHEMES, "contrast")
GERMAN = "de_DE"


class Album:
    """Takes the pictures of one tour into the folder ``out``."""

    def __init__(self, session: Session, resources: Path, out: Path) -> None:
        self._session, self._resources, self._out = session, resources, out

    def tabs(self, stage: Stage, state: str = "", schemes: Sequence[str] = SCHEMES) -> Script:
        """Take a picture of every tab in each scheme."""
        for scheme in schemes:
            self._session.look.set_scheme(scheme)
            for key in TABS:
                stage.window.shell.pages.finish(key)
                stage.window.shell.show_page(key)
                yield None
                self._take(stage, f"{key}{state}-{scheme}")
        self._session.look.set_scheme(SCHEMES[0])

    def beginning(self, stage: Stage) -> Script:
        """Take pictures of the first run, and of tabs without anything in them."""
        for scheme in EVERY_SCHEME:
            self._session.look.set_scheme(scheme)
            stage.window.welcome()
            yield None
            self._take(stage, f"welcome-{scheme}")
        yield from self.tabs(stage, "-empty", EVERY_SCHEME)
        stage.window.resize(*FOLDED)
        yield from self.tabs(stage, "-empty-folded", SCHEMES[:1])
        stage.window.resize(*SIZE)

    def folded(self, stage: Stage) -> Script:
        """Take pictures in high contrast, and of every tab on a small screen."""
        yield from self.tabs(stage, schemes=EVERY_SCHEME[2:])
        stage.window.resize(*FOLDED)
        yield from self.tabs(stage, "-folded", EVERY_SCHEME)
        stage.window.resize(*SIZE)

    def timeline(self, stage: Stage, desk: Desk) -> Script:
        """Take pictures of the timeline in each state, wide, narrow and folded."""
        moments = Moments(stage, desk, read_voices(self._resources))
        yield from self._states(stage, timeline_states(), moments)
        yield from self._states(stage, moments.every(), moments, schemes=EVERY_SCHEME)
        stage.window.resize(*NARROW)
        yield from self._states(stage, long_states(), moments, "-narrow")
        stage.window.resize(*FOLDED)
        yield from self._states(stage, {**small_states(), **moments.small()}, moments, "-folded")
        stage.window.resize(*SIZE)

    def german(self, stage: Stage, desk: Desk) -> Script:
        """Take pictures of what grows with a longer language."""
        moments = Moments(stage, desk, read_voices(self._resources))
        every = {**long_states(), **moments.every()}
        yield from self._states(stage, every, moments, "-german", SCHEMES[:1])
        stage.window.resize(*FOLDED)
        few = {**small_states(), **moments.small()}
        yield from self._states(stage, few, moments, "-german-folded", SCHEMES[:1])
        stage.window.resize(*SIZE)

    def _states(
        self,
        stage: Stage,
        states: Mapping[str, State],
        moments: Moments,
        fold: str = "",
        schemes: Sequence[str] = SCHEMES,
    ) -> Script:
        timeline = stage.window.timeline()
        for scheme in schemes:
            self._session.look.set_scheme(scheme)
            for name, bring in states.items():
                # The keyboard is in the window again, whatever was closed before.
                stage.window.activateWindow()
                yield from bring(timeline)
                yield None
                self._take(stage, f"timeline-{name}{fold}-{scheme}")
                close_all(timeline)
                moments.rest()
        self._session.look.set_scheme(SCHEMES[0])

    def _take(self, stage: Stage, name: str) -> None:
        save_picture(stage.window, self._out / f"{name}.png")


@contextmanager
def spoken(catalogues: Path, language: str) -> Iterator[None]:
    """Speak another language meanwhile, where there is a catalogue for it."""
    before, locale = QLocale(), QLocale(language)
    catalogue = find_catalogue(catalogues, locale)
    if catalogue is None:
        yield
        return
    QLocale.setDefault(locale)
    QCoreApplication.installTranslator(catalogue)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(catalogue)
        QLocale.setDefault(before)
