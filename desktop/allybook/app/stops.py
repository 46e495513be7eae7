"""Ctrl+C at any moment: it is heard, and ends in one sentence."""

from __future__ import annotations

import atexit
import sys
import time
from _frozen_importlib_external import ExtensionFileLoader
from _thread import get_ident, interrupt_main, start_new_thread
from signal import (
    SIG_DFL,
    SIG_IGN,
    SIGINT,
    default_int_handler,
    getsignal,
    raise_signal,
    signal,
)
from typing import TYPE_CHECKING

if sys.platform != "win32":
    from signal import pthread_kill

if TYPE_CHECKING:
    from collections.abc import Callable
    from sys import UnraisableHookArgs
    from types import FrameType

AGAIN = 0.01
"""Seconds until a key is heard again that fell where Python is not to be stopped."""
LOADERS = {
    ExtensionFileLoader.create_module.__code__,
    ExtensionFileLoader.exec_module.__code__,
}
"""What loads a module that was made of C."""
EVALUATED = ("<string>", "<module>")
"""What Python calls code that it was handed as a text, as dataclasses do: its file and its name."""


def ignore() -> None:
    """Let nobody stop this process by a key any more."""
    signal(SIGINT, SIG_IGN)


def heed() -> None:
    """Hear each Ctrl+C until the program ends; then Python itself is not stopped half way.

    Who has this process ignore the key (``nohup``) is obeyed.
    """
    if getsignal(SIGINT) is not default_int_handler:
        return
    told = sys.unraisablehook

    def hear_again(lost: UnraisableHookArgs) -> None:
        """Press once more where Python has lost a key; tell of anything else as before."""
        if lost.exc_type is KeyboardInterrupt:
            _press_again()
        else:
            told(lost)

    sys.unraisablehook = hear_again
    signal(SIGINT, _stop)
    atexit.register(ignore)


def hold() -> None:
    """Let a Ctrl+C wait until somebody else hears it: while Qt makes a type, it swallows one."""
    if getsignal(SIGINT) is _stop:
        signal(SIGINT, _Waiting())


class _Waiting:
    """Presses again and again until somebody hears it; a person who does too ends all at once.

    So does who presses while the window is closing: over a disk that hangs that may last.
    """

    def __init__(self) -> None:
        self._waits = self._is_again = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        """Tell one's own pressing from that of a person."""
        if self._waits and not self._is_again:
            signal(SIGINT, SIG_DFL)
            raise_signal(SIGINT)
        self._waits, self._is_again = True, False
        _press_again(self._begin)

    def _begin(self) -> None:
        self._is_again = True


def _stop(_number: int, frame: FrameType | None) -> None:
    """Stop here, or a little later: a key is never lost."""
    if _may_stop(frame):
        raise KeyboardInterrupt
    _press_again()


def _may_stop(frame: FrameType | None) -> bool:
    """Return whether nothing is broken by stopping here.

    A module made of C may go on half loaded, and crash later (msgspec 0.20 does). From code that
    was handed over as a text Python remembers to end as if killed, even where the key was dealt
    with (``unhandled_keyboard_interrupt`` in Python/pythonrun.c, 3.11).
    """
    while frame is not None:
        code, frame = frame.f_code, frame.f_back
        # The outermost one is the program itself (``python -c``).
        if code in LOADERS or (frame and (code.co_filename, code.co_name) == EVALUATED):
            return False
    return True


def _press_again(first: Callable[[], object] = int) -> None:
    """Press the key once more for the thread that asks, a little later; do something before."""
    start_new_thread(_press, (get_ident(), first))


def _press(thread: int, first: Callable[[], object]) -> None:
    time.sleep(AGAIN)
    first()
    if sys.platform == "win32":
        interrupt_main()
    else:
        # It may wait for something by now, and hears only what comes from the system.
        pthread_kill(thread, SIGINT)
