"""``python -m tests.torture faults|reads|kills [COUNT] [--from N] [--jobs N]``: find what breaks.

``faults`` plays so many fault schedules while a list is published, ``reads`` while things are
read, ``kills`` kills so many processes. Each case has a number, and the same number is always the
same case; one that comes out against the truth is printed with its number and, for schedules, with
no fault more than it needs. Exit status 1 where anything did.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from contextlib import closing
from itertools import count, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from tests.torture.plays import PLAYS

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.torture.plays import Played

USUAL = {"faults": 1_000, "reads": 300, "kills": 200}


def main() -> int:
    """Play what the words ask for; return the exit status."""
    words = _words()
    wanted, began = words.count or USUAL[words.part], time.monotonic()
    counted = cases = failed = 0
    with closing(_played(words)) as coming:
        for done in coming:
            cases, counted, failed = cases + 1, counted + done.weight, failed + bool(done.wrong)
            if done.wrong:
                said = "\n  ".join(done.wrong)
                sys.stdout.write(f"{words.part} {done.number}: {done.case}\n  {said}\n")
            sys.stderr.write(f"\r{counted} of {wanted} {words.part}, {failed} wrong ")
            if counted >= wanted:
                break
    took = time.monotonic() - began
    told = f"{counted} {words.part} in {cases} cases, {failed} of them wrong, {took:.0f} s"
    sys.stdout.write(f"\n{told}\n")
    return 1 if failed else 0


def _played(words: argparse.Namespace) -> Generator[Played, None, None]:
    """Yield cases as they end, for as long as somebody asks; some are played side by side."""
    numbers = count(words.first)
    play = PLAYS[words.part]
    with ProcessPoolExecutor(words.jobs, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(play, number) for number in islice(numbers, words.jobs)}
        try:
            while True:
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(play, next(numbers)) for _ in ended}
                yield from (one.result() for one in ended)
        finally:
            for one in running:
                one.cancel()


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("part", choices=PLAYS)
    parser.add_argument("count", nargs="?", type=int, default=0)
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first case")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="side by side")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
