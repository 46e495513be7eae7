"""Play a script in the running application, each step when the last has come to rest."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from allybook.domain.errors import AllybookError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from allybook.ui.jobs import Jobs

    Script = Iterator[Callable[[], bool] | None]

TICK_MS = 20
CALM_TICKS = 4
PATIENCE_SECONDS = 120.0


class Player(QObject):
    """Takes the next step of a script once the jobs have come to rest and its condition holds.

    A script yields what to wait for beyond that, or None. What it raises ends the application and
    is raised again by ``finish``.
    """

    def __init__(self, script: Script, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._script = script
        self._jobs = jobs
        self._ready: Callable[[], bool] | None = None
        self._calm = 0
        self._since = monotonic()
        self._error: BaseException | None = None
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin with the first step when the application runs."""
        self._timer.start()

    def stop(self) -> None:
        """End before the script has, as who pressed Ctrl+C wishes."""
        self._end(KeyboardInterrupt())

    def finish(self) -> None:
        """Raise what the script raised, if anything."""
        if self._error is not None:
            raise self._error

    def _tick(self) -> None:
        if monotonic() - self._since > PATIENCE_SECONDS:
            self._end(AllybookError("The tour waited too long for a step; see the last picture."))
            return
        calm = not self._jobs.running() and (self._ready is None or self._ready())
        self._calm = self._calm + 1 if calm else 0
        if self._calm >= CALM_TICKS:
            self._calm, self._since = 0, monotonic()
            self._step()

    def _step(self) -> None:
        try:
            self._ready = next(self._script)
        except StopIteration:
            self._end(None)
        except (AllybookError, LookupError) as error:
            self._end(error)

    def _end(self, error: BaseException | None) -> None:
        self._error = error
        self._timer.stop()
        QCoreApplication.quit()
