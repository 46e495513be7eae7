"""Tell whoever listens what changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.domain.changes import Changed


class Changes:
    """Passes each change on to its listeners, in the thread that made it."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []
        self._lock = threading.Lock()

    def announce(self, changed: Changed) -> None:
        """Pass on what a transaction touched."""
        with self._lock:
            listeners = tuple(self._listeners)
        for hear in listeners:
            hear(changed)

    def listen(self, hear: Callable[[Changed], None]) -> Callable[[], None]:
        """Call ``hear`` after each change; return how to stop."""
        with self._lock:
            self._listeners.append(hear)

        def stop() -> None:
            """Hear no more."""
            with self._lock:
                self._listeners.remove(hear)

        return stop
