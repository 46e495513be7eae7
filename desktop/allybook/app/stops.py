"""Ctrl+C at any moment of an import: it is heard, and ends in one sentence."""

from __future__ import annotations

import atexit
import sys
import time
from _thread import interrupt_main, start_new_thread
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

AGAIN = 0.01
"""Seconds until a key is heard again that fell where Python raises nothing."""


def ignore() -> None:
    """Let nobody stop this process by a key any more."""
    signal(SIGINT, SIG_IGN)


def heed() -> None:
    """Hear each Ctrl+C until the program ends; then Python itself is not stopped half way."""
    told = sys.unraisablehook

    def hear_again(lost: UnraisableHookArgs) -> None:
        """Press once more where Python has lost a key; tell of anything else as before."""
        if lost.exc_type is KeyboardInterrupt:
            start_new_thread(_press, ())
        else:
            told(lost)

    sys.unraisablehook = hear_again
    atexit.register(ignore)


def _press() -> None:
    time.sleep(AGAIN)
    interrupt_main()
