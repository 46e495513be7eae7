"""The looks to choose from, as entries of the window's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from allybook.ui.theme.look import SCHEME, SYSTEM
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look


def add_schemes(menu: QMenu, chosen: str, choose: Callable[[str], object]) -> Mapping[str, QAction]:
    """Let a menu offer the schemes, of which one is chosen; return the entry of each."""
    group, entries = QActionGroup(menu), {}
    for scheme, word in (
        (SYSTEM, translate("Window", "As the desktop")),
        ("light", translate("Window", "Light")),
        ("dark", translate("Window", "Dark")),
        ("contrast", translate("Window", "High contrast")),
    ):
        entries[scheme] = entry = QAction(word, group, checkable=True)
        entry.setChecked(scheme == chosen)
        entry.triggered.connect(lambda _checked, scheme=scheme: choose(scheme))
    menu.addActions(group.actions())
    return entries


class SchemeChoice(QObject):
    """Does what a menu chooses, and keeps it.

    ``failed`` carries why it could not be kept; the window looks as before by then.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._look, self._jobs = desk, look, jobs

    def choose(self, name: str) -> None:
        """Let the window look so from now on."""
        write = self._desk.settings.write
        self._look.set_scheme(name)
        self._jobs.keep(self, lambda: write(SCHEME, name), failed=self._take_back)

    def _take_back(self, error: AllybookError) -> None:
        """Look as before, where another look could not be kept."""
        kept = self._desk.settings.read(SCHEME, SYSTEM)
        self._look.set_scheme(kept)
        self.failed.emit(error)
