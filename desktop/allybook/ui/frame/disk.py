"""Hears that the disk takes nothing any more, from the first moment and while one works."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from allybook.ui.jobs import write_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.changes import Changed
    from allybook.services.desk import Desk
    from allybook.ui.frame.frozen import FrozenStrip
    from allybook.ui.frame.shell import Shell
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look


class Disk(QObject):
    """Lays the strip that says so on top of the window, once there is need of it."""

    def __init__(self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, shell: Shell) -> None:
        super().__init__(shell)
        self._desk, self._look, self._jobs, self._hub = desk, look, jobs, hub
        self._shell = shell
        jobs.hindered.connect(self._take)
        hub.changed.connect(self._heard)
        self.look()

    @cached_property
    def strip(self) -> FrozenStrip:
        """Return the strip; made when something is first not kept."""
        from allybook.ui.frame.frozen import FrozenStrip  # noqa: PLC0415 (few disks are full)

        strip = FrozenStrip(self._look, self._desk, self._jobs, self._hub)
        self._shell.lay_on_top(strip)
        return strip

    def look(self) -> None:
        """Say that nothing is kept, if so; from then on the strip itself looks."""
        if "strip" not in vars(self) and (why := self._desk.frozen()):
            self.strip.show_why(why)
        elif "strip" in vars(self):
            self.strip.look_again()

    def _take(self, again: Callable[[], object] | None) -> None:
        self.strip.take(again)

    def _heard(self, changed: Changed) -> None:
        # What is chosen holds until there is room: nothing fails, and nobody else would tell.
        if not changed.settings:
            return
        if "strip" in vars(self):
            self.strip.look_again()
            return
        # A disk that hangs is not waited for.
        desk = self._desk
        self._jobs.read(self, lambda _ticket: desk.frozen(), done=self._show_why, failed=write_down)

    def _show_why(self, why: str) -> None:
        if why:
            self.strip.show_why(why)
