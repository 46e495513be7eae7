"""Hears that the program is to end: Ctrl+C in its terminal, or the system that ends a session."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""By which of its signals a system asks a program to end (Windows has no ``SIGHUP``)."""
ENOUGH = 64
"""So many bytes hold all the signals that can have come at once."""


class Ending(QObject):
    """Tells ``asked`` each time that the program is asked to end, until it is closed.

    Python deals with a signal when it runs the next time, which an idle window never does; but it
    writes each down at once (docs.python.org, ``signal.set_wakeup_fd``), and there Qt listens.
    What is ignored already (``nohup``) stays so. Only the main thread may make or close one.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        ours, theirs, self._read = _make_pipe(self._stack)
        self._notifier = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        woken = signal.set_wakeup_fd(theirs, warn_on_full_buffer=False)
        self._stack.callback(signal.set_wakeup_fd, woken)
        for one in ENDS:
            if (before := signal.getsignal(one)) is not signal.SIG_IGN:
                signal.signal(one, _leave_it)
                self._stack.callback(signal.signal, one, before)

    def close(self) -> None:
        """Leave the signals to whom they were left before."""
        self._notifier.setEnabled(False)
        self._stack.close()

    def _hear(self) -> None:
        self._read()
        self.asked.emit()


def _make_pipe(stack: ExitStack) -> tuple[int, int, Callable[[], object]]:
    """Return the two ends of a pipe for signals, and how to read it empty; no end ever blocks."""
    if sys.platform == "win32":
        # There Qt listens to sockets only.
        from socket import socketpair  # noqa: PLC0415 (long to load)

        pair = [stack.enter_context(one) for one in socketpair()]
        for one in pair:
            one.settimeout(0)
        return pair[0].fileno(), pair[1].fileno(), lambda: pair[0].recv(ENOUGH)
    ours, theirs = os.pipe()
    for end in (ours, theirs):
        os.set_blocking(end, False)
        stack.callback(os.close, end)
    return ours, theirs, lambda: os.read(ours, ENOUGH)


def _leave_it(_number: int, _frame: FrameType | None) -> None:
    """Do nothing by hand: what is written down is heard."""
