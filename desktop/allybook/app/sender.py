"""Messages on their way into a pipe, which holds less than one of them."""

from __future__ import annotations

import os
import pickle
from queue import Queue
from threading import Thread
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.app.told import Batch, Begun, FileEnd

AHEAD = 2
"""So many messages wait until somebody takes them."""


class Sender:
    """Sends messages from a thread of its own; where nobody wants more, this process ends."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._messages: Queue[bytes] = Queue(AHEAD)
        self._sent = self._taken = 0
        self._thread = Thread(target=self._write, name="sender")
        self._thread.start()

    def send(self, message: Begun | Batch | FileEnd) -> None:
        """Send a message as soon as there is room."""
        self._sent += 1
        self._messages.put(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))

    def waits(self) -> bool:
        """Return whether a message is there that nobody has begun to take."""
        return self._sent > self._taken

    def end(self) -> None:
        """Wait until all is taken."""
        self._messages.put(b"")
        self._thread.join()

    def _write(self) -> None:
        """Write messages as they come, until an empty one."""
        try:
            while message := self._messages.get():
                self._pipe.write(message)
                self._pipe.flush()
                self._taken += 1
        except OSError:
            # Whoever asked wants no more, and nothing here is worth keeping.
            os._exit(1)
