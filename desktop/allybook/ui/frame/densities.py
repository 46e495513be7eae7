"""How much of each post is shown, as entries of the window's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup

from allybook.ui.delegates.post import POST_ROWS, Density, density_of
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu

    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs


def add_densities(menu: QMenu, choose: Callable[[Density], object]) -> Mapping[Density, QAction]:
    """Let a menu offer the heights of posts; return the entry of each."""
    group, entries = QActionGroup(menu), {}
    for density, words in (
        (Density.COMPACT, translate("Window", "Compact posts, 1 line")),
        (Density.NORMAL, translate("Window", "Usual posts, 2 lines")),
        (Density.ROOMY, translate("Window", "Roomy posts, 3 lines")),
    ):
        entries[density] = entry = QAction(words, group, checkable=True)
        entry.triggered.connect(lambda _checked, density=density: choose(density))
    menu.addActions(group.actions())
    return entries


class DensityChoice(QObject):
    """Does what a menu chooses, and keeps it; ``show`` shows posts so, where they are shown.

    ``failed`` carries why it could not be kept; the posts are as before by then.
    """

    failed = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, show: Callable[[Density], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._show = desk, jobs, show

    def kept(self) -> Density:
        """Return what was chosen last."""
        return density_of(self._desk.settings.read(POST_ROWS))

    def choose(self, density: Density) -> None:
        """Show so much of each post from now on."""
        write = self._desk.settings.write
        self._show(density)
        kept = density.name.lower()
        self._jobs.keep(self, lambda: write(POST_ROWS, kept), failed=self._take_back)

    def _take_back(self, error: AllybookError) -> None:
        """Show as much as before, where another choice could not be kept."""
        self._show(self.kept())
        self.failed.emit(error)
