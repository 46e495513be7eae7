"""Looks, and heights of posts, to choose from in the window's menu, and kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from allybook.ui.delegates.post import Density
from allybook.ui.theme.look import SYSTEM
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs

Choice = TypeVar("Choice", bound=str)


def scheme_words() -> Mapping[str, str]:
    """Return what the schemes are called."""
    return {
        SYSTEM: translate("Window", "As the desktop"),
        "light": translate("Window", "Light"),
        "dark": translate("Window", "Dark"),
        "contrast": translate("Window", "High contrast"),
    }


def density_words() -> Mapping[Density, str]:
    """Return what the heights of posts are called."""
    return {
        Density.COMPACT: translate("Window", "Compact posts, 1 line"),
        Density.NORMAL: translate("Window", "Usual posts, 2 lines"),
        Density.ROOMY: translate("Window", "Roomy posts, 3 lines"),
    }


def add_choices(
    menu: QMenu, words: Mapping[Choice, str], choose: Callable[[Choice], object]
) -> Mapping[Choice, QAction]:
    """Let a menu offer several things, one of which holds; return the entry of each."""
    group, entries = QActionGroup(menu), {}
    for choice, word in words.items():
        entries[choice] = entry = QAction(word, group, checkable=True)
        entry.triggered.connect(lambda _checked, choice=choice: choose(choice))
    menu.addActions(group.actions())
    return entries


class KeptChoice(QObject):
    """Does what a menu chooses, by ``show``, and keeps it.

    ``setting`` names what keeps it, and what is chosen as long as nobody has chosen.
    ``failed`` carries why it could not be kept; all is as before by then.
    """

    failed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        setting: tuple[str, str],
        show: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._show = desk, jobs, show
        self._setting, self._usual = setting

    def choose(self, choice: str) -> None:
        """Let it be so from now on."""
        write, setting = self._desk.settings.write, self._setting
        self._show(choice)
        self._jobs.keep(self, lambda: write(setting, choice), failed=self._take_back)

    def _take_back(self, error: AllybookError) -> None:
        """Let it be as before, where another choice could not be kept."""
        self._show(self._desk.settings.read(self._setting, self._usual))
        self.failed.emit(error)
