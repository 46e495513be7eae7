"""Hears that the disk takes nothing any more, and asks before the window closes over a loss."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from allybook.ui.jobs import GRACE, write_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.changes import Changed
    from allybook.services.desk import Desk
    from allybook.ui.dialogs.parting import PartingDialog
    from allybook.ui.frame.frozen import FrozenStrip
    from allybook.ui.frame.shell import Shell
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look


LOOK_MS = 20
"""How often (milliseconds) it is looked whether what is being kept has ended."""


class Disk(QObject):
    """Lays the strip that says so on top of the window, once there is need of it.

    Who closes the window over what would be lost is asked first; ``stayed`` tells that they stay.
    ``begun`` says about whom something is written that no book has yet. What is being kept just
    then may turn out to be lost: the window closes once that has ended.
    """

    stayed = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        hub: Hub,
        shell: Shell,
        begun: Callable[[], str] = str,
    ) -> None:
        super().__init__(shell)
        self._begun = begun
        self._desk, self._look, self._jobs, self._hub = desk, look, jobs, hub
        self._shell = shell
        self._parting: PartingDialog | None = None
        self._may_close = False
        self._waited = QElapsedTimer()
        self._ending = QTimer(self, interval=LOOK_MS)
        self._ending.timeout.connect(self._close_if_ended)
        jobs.hindered.connect(self._take)
        hub.changed.connect(self._heard)
        self.look()

    @cached_property
    def strip(self) -> FrozenStrip:
        """Return the strip; made when something is first not kept."""
        from allybook.ui.frame.frozen import FrozenStrip  # noqa: PLC0415 (few disks are full)

        strip = FrozenStrip(self._look, self._desk, self._jobs, self._hub)
        strip.thawed.connect(self._thawed)
        self._shell.lay_on_top(strip)
        return strip

    def look(self) -> None:
        """Say that nothing is kept, if so; from then on the strip itself looks."""
        if "strip" not in vars(self) and (why := self._desk.frozen()):
            self.strip.show_why(why)
        elif "strip" in vars(self):
            self.strip.look_again()

    def let_close(self) -> None:
        """Ask no more: the program ends."""
        self._may_close = True

    def insist(self) -> None:
        """Take it that whoever was asked already, and has not answered, wants to close."""
        self._may_close = self._may_close or self._parting is not None

    def may_close(self) -> bool:
        """Return whether the window may close; what would be lost is asked about first."""
        if self._may_close:
            return True
        if self._ending.isActive() or self._waits():
            return False
        if not self._would_lose():
            return True
        if self._parting is None:
            self._ask()
        return False

    def _waits(self) -> bool:
        """Return whether what a person did has to end first, and then close by itself."""
        if self._would_lose() or not self._jobs.running(sure=True):
            return False
        self._waited.start()
        self._ending.start()
        return True

    def _close_if_ended(self) -> None:
        """Close the window, or ask; what takes longer is waited for after the window."""
        late = self._waited.hasExpired(int(GRACE * 1000))
        if late or not self._jobs.running(sure=True):
            self._ending.stop()
            self._close(late=late)

    def _close(self, *, late: bool) -> None:
        """Close the window; what is ``late`` is not waited for twice."""
        self._may_close = late and not self._would_lose()
        self._shell.window().close()

    def _would_lose(self) -> bool:
        return self._is_unwritten() or bool(self._begun())

    def _is_unwritten(self) -> bool:
        """Return whether something was chosen or done that no disk has taken."""
        return self._desk.unkept() or ("strip" in vars(self) and self.strip.has_undone)

    def _ask(self) -> None:
        from allybook.ui.dialogs import parting  # noqa: PLC0415 (as above)

        names, why = self._begun(), []
        if self._is_unwritten():
            why.append(parting.offered() if self._offers() else parting.stuck())
        if names:
            why.append(parting.begun(names))
        dialog = self._parting = parting.PartingDialog(self._look, self._shell, why)
        dialog.finished.connect(self._answered)
        dialog.open()
        if self._is_unwritten():
            if self._offers():
                self.strip.setVisible(True)
            self.strip.look_again()

    def _offers(self) -> bool:
        """Return whether all that no disk has taken is what the strip offers to do again."""
        return not self._desk.unkept() and self.strip.offers

    def _answered(self, answer: int) -> None:
        self._parting = None
        self._may_close = bool(answer)
        if answer:
            self._shell.window().close()
        else:
            self.stayed.emit()

    def _thawed(self) -> None:
        """Close where that was wanted: there is room meanwhile, and nothing to ask any more."""
        if self._parting is not None and not self._would_lose():
            self._parting.accept()

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
