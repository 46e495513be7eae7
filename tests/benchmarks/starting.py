"""Start a program, and write what it took into a file: a script that loads next to nothing.

``python starting.py DESCRIPTOR PROGRAM WORD...``. What is written is JSON: the exit status, when it
began (monotonic), seconds by the clock, seconds of the processor, the peak as the system counts it.
"""

import os
import sys
from time import monotonic


def main() -> None:
    """Start what the words say, and wait for its end."""
    spent, *words = sys.argv[1:]
    os.set_inheritable(int(spent), False)  # noqa: FBT003 (it takes no name)
    began = monotonic()
    child = os.posix_spawnp(words[0], words, os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = monotonic() - began
    counts = (
        os.waitstatus_to_exitcode(status),
        began,
        seconds,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss,
    )
    os.write(int(spent), f"[{', '.join(map(str, counts))}]".encode())


if __name__ == "__main__":
    main()
